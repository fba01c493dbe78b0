import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `src` and `dist` lie at the same depth, so this holds for both. */
const checkout = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const pom = join(checkout, 'deploy', 'kafka', 'pom.xml');
const cache = join(checkout, '.cache', 'kafka');

const pinnedVersion = (): string => {
  const version = /<kafka\.version>([^<]+)</.exec(readFileSync(pom, 'utf8'))?.[1];
  if (version === undefined) throw new Error(`${pom} names no kafka.version`);
  return version;
};

/** The major version of the `java` on the PATH, 0 without one. `java -version` writes to stderr. */
const javaVersion = (): number => {
  const told = spawnSync('java', ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(told.stderr ?? '')?.[1] ?? 0);
};

const readyFolder = (): string => join(cache, pinnedVersion());
const jarsAreThere = (): boolean => existsSync(readyFolder());

/** Why this machine cannot run a broker from the jars, in a sentence, or undefined when it can. */
export const whyNoKafkaFromJars = (): string | undefined => {
  const java = javaVersion();
  if (java < 17)
    return java === 0 ? 'there is no Java here (17 or later)' : `Java ${java} is too old (17 or later)`;
  if (jarsAreThere()) return undefined;
  return spawnSync('mvn', ['-v'], { stdio: 'ignore' }).status === 0
    ? undefined
    : 'there is no Maven to fetch the jars';
};

const maven = (into: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      'mvn',
      [
        '-q',
        '-B',
        '-f',
        pom,
        'dependency:copy-dependencies',
        '-DincludeScope=runtime',
        `-DoutputDirectory=${into}`,
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`Maven could not fetch the Kafka jars:\n${said.slice(-2_000)}`)),
    );
  });

/**
 * The folder with the broker's jars, fetched by Maven into the git-ignored cache on first use (45 MB). Two callers at
 * once both fetch; the folder gets its name in one step, so nobody sees half of it.
 */
export const kafkaJars = async (): Promise<{
  folder: string;
  version: string;
}> => {
  const folder = readyFolder();
  if (!jarsAreThere()) {
    const fresh = join(cache, `fetching-${process.pid}`);
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true });
    await maven(fresh);
    if (!readdirSync(fresh).some((each) => each.startsWith('kafka_')))
      throw new Error('Maven fetched no Kafka broker');
    try {
      renameSync(fresh, folder);
    } catch (error) {
      rmSync(fresh, { recursive: true, force: true });
      if (!jarsAreThere()) throw error;
    }
  }
  return { folder, version: pinnedVersion() };
};
