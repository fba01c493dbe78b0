import { existsSync, renameSync } from 'node:fs';

import { stopKafkaOrphans, stopPostgresOrphan } from '@shulian/embedded-servers';

import { words } from '../../bootstrap/words.mjs';
import { unlessStopped } from './asked-to-stop.js';
import { closeControl, openControl } from './control.js';
import { County } from './county.js';
import { CountyFolder, countyFolderFor } from './county-folder.js';
import type { LauncherConfig } from './launcher.config.js';
import { secretsOf } from './secrets.js';

/** A sign-in of the sample county, as it is shown to the person at the terminal. */
export type SignIn = { readonly username: string; readonly password: string; readonly role: string };

/** A county that is empty and waits to be filled through its public API; the file tells its services' clock meanwhile. */
export type SampleCountyAsked = {
  readonly url: string;
  readonly adminPassword: string;
  readonly clockFile: string;
};
export type LoadSample = (county: SampleCountyAsked) => Promise<readonly SignIn[]>;

export type RunningCounty = {
  readonly url: string;
  readonly adminPassword: string;
  readonly signIns: readonly SignIn[];
  /** Secrets are shown once: this tells whether they still are to be, and that they were. */
  readonly secretsWereShown: boolean;
  noteSecretsShown(): void;
  readonly dataFolder: string;
  /** Stops everything in order; nothing is left running. */
  stop(): Promise<void>;
};

/** Decided on the first start of a data folder and kept. */
type Sample = {
  readonly state: 'not wanted' | 'wanted' | 'loading' | 'loaded';
  readonly signIns?: readonly SignIn[];
  readonly shown?: boolean;
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * The sample county is loaded whole or not at all. When its loading was cut off nobody has worked with that county yet:
 * the half of it is moved aside and a new one begun.
 */
const beginAgain = async (folder: CountyFolder): Promise<void> => {
  // A folder is not moved from under a server that a killed launcher left.
  await Promise.all([stopPostgresOrphan(folder.file('postgres')), stopKafkaOrphans(folder.file('kafka'))]);
  const ending = `.unfinished-${new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)}`;
  for (const name of ['postgres', 'postgres.password', 'kafka']) {
    if (existsSync(folder.file(name))) renameSync(folder.file(name), `${folder.file(name)}${ending}`);
  }
  say(
    words(
      `上次样书县没有载完：重新开始，原来的在 postgres${ending}`,
      `The sample county was not loaded to its end last time: begun again, the rest lies in postgres${ending}`,
    ),
  );
};

const sampleOf = (folder: CountyFolder, firstStart: boolean, wanted: boolean): Sample => {
  const kept = folder.read<Sample>('sample.json') ?? {
    state: firstStart && wanted ? 'wanted' : 'not wanted',
  };
  folder.write('sample.json', kept);
  return kept;
};

/**
 * Starts a county on the data folder of the configuration and resolves when it is ready. Everything that was started
 * is stopped again when this rejects; that it does at once when `stop` is aborted meanwhile.
 * @throws Error when another launcher holds the folder
 */
export const startCounty = async (
  config: LauncherConfig,
  loadSample: LoadSample | undefined,
  stop: AbortSignal,
): Promise<RunningCounty> => {
  const { path, moved } = countyFolderFor(config.dataDir);
  if (moved)
    say(
      words(
        `PostgreSQL 不以 root 运行，也进不了这个目录：数据放在 ${path}`,
        `PostgreSQL does not run as root and could not reach this checkout: the data lies in ${path}`,
      ),
    );
  const folder = CountyFolder.hold(path);
  const { secrets, firstStart } = secretsOf(folder, config);
  const county = new County(folder, config, secrets, say);
  const stopAll = async (): Promise<void> => {
    await county.stop();
    folder.release();
  };
  try {
    // A county in somebody's own PostgreSQL or on a clock of its own is not one to fill with invented readers.
    const mayFill =
      loadSample !== undefined && config.databaseUrl === undefined && config.clock === undefined;
    let sample = sampleOf(folder, firstStart, mayFill);
    const fill = mayFill && (sample.state === 'wanted' || sample.state === 'loading');
    const clockFile = folder.file('clock');
    if (fill) {
      if (sample.state === 'loading') await beginAgain(folder);
      folder.write('clock', new Date().toISOString());
    }
    await unlessStopped(county.start(fill ? clockFile : undefined), stop);
    if (fill) {
      folder.write('sample.json', { state: 'loading' } satisfies Sample);
      const options = { url: county.url, adminPassword: secrets.adminPassword, clockFile };
      const signIns = await unlessStopped(loadSample(options), stop);
      await county.renewStatistics();
      sample = { state: 'loaded', signIns };
      folder.write('sample.json', sample);
    }
    const control = await openControl(folder, county.url, (input) => county.control.answer(input));
    return {
      url: county.url,
      adminPassword: secrets.adminPassword,
      signIns: sample.signIns ?? [],
      secretsWereShown: sample.shown === true,
      noteSecretsShown: () => folder.write('sample.json', { ...sample, shown: true } satisfies Sample),
      dataFolder: path,
      stop: async () => {
        closeControl(folder, control);
        await stopAll();
      },
    };
  } catch (error) {
    await stopAll();
    throw error;
  }
};
