import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runTour } from '../tour/tour.js';
import { askedToStop, unlessStopped } from './asked-to-stop.js';
import { controlOf } from './control.js';
import { CountyFolder, countyFolderFor } from './county-folder.js';
import { readLauncherConfig } from './launcher.config.js';
import { keptSecrets } from './secrets.js';
import { startCounty } from './start.js';

const say = (line = ''): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

const languageOf = (asked: string | undefined): 'zh' | 'en' => {
  const language = asked ?? process.env['LC_ALL'] ?? process.env['LANG'] ?? '';
  return language.startsWith('zh') ? 'zh' : 'en';
};

type TourAsked = { readonly url?: string; readonly password?: string; readonly language?: string };

const tellTour = async (asked: Parameters<typeof runTour>[0]): Promise<number> => {
  try {
    return (await runTour(asked)) ? 0 : 1;
  } catch (error) {
    complain(`The tour ends here: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
};

/** `npm run tour`: on the county that runs on this data folder or at `--url`, else on one of its own that it stops again. */
export const tour = async ({ url, password, language: asked }: TourAsked): Promise<number> => {
  const language = languageOf(asked);
  const folder = CountyFolder.at(countyFolderFor(readLauncherConfig().dataDir).path);
  const gateway = url ?? controlOf(folder)?.gateway;
  const answers =
    gateway !== undefined && (await fetch(`${gateway}/healthz`).catch(() => undefined))?.ok === true;
  if (url !== undefined && !answers) {
    complain(`nothing answers at ${url}`);
    return 1;
  }
  if (gateway !== undefined && answers) {
    const adminPassword =
      password ?? process.env['SHULIAN_ADMIN_PASSWORD'] ?? keptSecrets(folder)?.adminPassword ?? '';
    return tellTour({ baseUrl: gateway, adminPassword, language });
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'shulian-tour-'));
  chmodSync(dataDir, 0o711);
  say('No county runs here: starting an empty one for the tour');
  try {
    const stop = askedToStop();
    const county = await startCounty({ ...readLauncherConfig(), dataDir, port: 0 }, undefined, stop);
    try {
      const { url: baseUrl, adminPassword } = county;
      return await unlessStopped(tellTour({ baseUrl, adminPassword, language }), stop);
    } finally {
      await county.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};
