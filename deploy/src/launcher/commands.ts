import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadSampleCounty } from '../sample/load-sample-county.js';
import { runTour } from '../tour/tour.js';
import { askControl, controlOf } from './control.js';
import type { Status } from './county.js';
import { CountyFolder, countyFolderFor } from './county-folder.js';
import { readLauncherConfig } from './launcher.config.js';
import { keptSecrets } from './secrets.js';
import { startCounty, type LoadSample, type RunningCounty } from './start.js';

const say = (line = ''): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** After this long a stop that hangs is given up; everything it should have stopped notices that we are gone. */
const STOP_LIMIT_MS = 50_000;

const loadSample: LoadSample = async ({ url, adminPassword, clockFile }) => {
  say('Loading the sample county; this happens once');
  let shown = '';
  const { signIns, ...counts } = await loadSampleCounty({
    baseUrl: url,
    adminPassword,
    clockFile,
    progress: (step, done, total) => {
      const tenth = total === 0 ? 10 : Math.floor((done / total) * 10);
      const line = `  ${step.padEnd(10)} ${String(tenth * 10).padStart(3)} %`;
      if (line !== shown) say(line);
      shown = line;
    },
  });
  say(
    `  ${Object.entries(counts)
      .map(([what, count]) => `${count} ${what}`)
      .join(', ')}`,
  );
  return signIns;
};

/** Resolves when somebody wants us to stop: a signal, or the process that started us is gone. */
const askedToStop = (): Promise<void> =>
  new Promise((stop) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stop());
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) stop();
    }, 500).unref();
  });

const greet = (county: RunningCounty): void => {
  if (county.firstStart) {
    say(`Sign in as admin / ${county.adminPassword}`);
    for (const { username, password, role } of county.signIns)
      say(`        ${username} / ${password}  (${role})`);
    say(`These are shown this once and kept in ${county.dataFolder} (secrets.json, sample.json; mode 0600).`);
  } else say(`The sign-ins of the first start are kept in ${county.dataFolder} (secrets.json, sample.json).`);
  say(`Documentation of the API: ${county.url}/docs`);
  say(`Shulian is ready: ${county.url}`);
};

/** `npm start`: stays in the foreground until it is told to stop. Answers the exit code. */
export const start = async (asked: { empty?: boolean; kafka?: boolean }): Promise<number> => {
  const config = readLauncherConfig();
  const stopped = askedToStop();
  try {
    const county = await startCounty(
      asked.kafka === true ? { ...config, bus: 'kafka' } : config,
      asked.empty === true ? undefined : loadSample,
    );
    greet(county);
    await stopped;
    say('Stopping …');
    setTimeout(() => {
      complain('Not everything stopped in time');
      process.exit(1);
    }, STOP_LIMIT_MS).unref();
    await county.stop();
    say('Stopped');
    return 0;
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return 1;
  }
};

const theFolder = (): CountyFolder => CountyFolder.at(countyFolderFor(readLauncherConfig().dataDir).path);

/** `npm run services -- status|start|stop|kill [name]` */
export const controlServices = async (verb: string, name: string | undefined): Promise<number> => {
  try {
    const standings = (await askControl(theFolder(), { verb, name })) as Status[];
    for (const { name: service, state, pid, port, restarts } of standings) {
      const where = pid === undefined ? '' : `pid ${pid}, port ${port}`;
      const again = restarts === 0 ? '' : `, started again ${restarts} times`;
      say(`${service.padEnd(12)} ${state.padEnd(24)} ${where}${again}`);
    }
    return 0;
  } catch (error) {
    complain((error as Error).message);
    return 1;
  }
};

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
  const folder = theFolder();
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
    const county = await startCounty({ ...readLauncherConfig(), dataDir, port: 0 });
    try {
      const { url: baseUrl, adminPassword } = county;
      return await tellTour({ baseUrl, adminPassword, language });
    } finally {
      await county.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};
