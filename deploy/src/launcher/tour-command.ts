import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { language as ofTerminal, words } from '../../bootstrap/words.mjs';
import { runTour } from '../tour/tour.js';
import { askedToStop, unlessStopped } from './asked-to-stop.js';
import { controlOf } from './control.js';
import { CountyFolder, countyFolderFor } from './county-folder.js';
import { readLauncherConfig } from './launcher.config.js';
import { keptSecrets } from './secrets.js';
import { startCounty } from './start.js';

const say = (line = ''): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

type TourAsked = { readonly url?: string; readonly password?: string; readonly language?: string };

const tellTour = async (input: Parameters<typeof runTour>[0]): Promise<number> => {
  try {
    return (await runTour(input)) ? 0 : 1;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    complain(words(`导览到此为止：${why}`, `The tour ends here: ${why}`));
    return 1;
  }
};

/** `npm run tour`: on the county that runs on this data folder or at `--url`, else on one of its own that it stops again. */
export const tour = async ({ url: told, password, language: input }: TourAsked): Promise<number> => {
  const language = input === undefined ? ofTerminal : input.startsWith('zh') ? 'zh' : 'en';
  const config = readLauncherConfig();
  const url = told ?? config.url;
  const folder = CountyFolder.at(countyFolderFor(config.dataDir).path);
  const gateway = url ?? controlOf(folder)?.gateway;
  const answers =
    gateway !== undefined && (await fetch(`${gateway}/healthz`).catch(() => undefined))?.ok === true;
  if (url !== undefined && !answers) {
    complain(words(`${url} 没有应答`, `nothing answers at ${url}`));
    return 1;
  }
  if (gateway !== undefined && answers) {
    const adminPassword = password ?? config.adminPassword ?? keptSecrets(folder)?.adminPassword ?? '';
    return tellTour({ baseUrl: gateway, adminPassword, language });
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'shulian-tour-'));
  chmodSync(dataDir, 0o711);
  say(
    words(
      '这里没有书联在运行：为导览启动一个空的',
      'No county runs here: starting an empty one for the tour',
    ),
  );
  try {
    const stop = askedToStop();
    const county = await startCounty({ ...config, dataDir, port: 0 }, undefined, stop);
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
