import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const USUAL_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The Chromium of this machine, which `SHULIAN_CHROMIUM` may name; none is ever downloaded. */
export const chromiumHere = (): string | null =>
  [process.env['SHULIAN_CHROMIUM'] ?? '', ...USUAL_PATHS].find((path) => path !== '' && existsSync(path)) ??
  null;

export const aBrowser = (executablePath: string): Promise<Browser> =>
  // Containers have no namespaces for its sandbox; it sees nothing but our own page.
  chromium.launch({ executablePath, args: ['--no-sandbox'] });
