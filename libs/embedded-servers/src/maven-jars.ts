import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ServerTrouble } from './server-trouble.js';

/** `src` and `dist` lie at the same depth, so this holds for both. */
const checkout = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** The major version of the `java` on the PATH, 0 without one. `java -version` writes to stderr. */
const javaVersion = (): number => {
  const told = spawnSync('java', ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(told.stderr ?? '')?.[1] ?? 0);
};

const fetched = (pom: string, into: string): Promise<void> =>
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
        : reject(
            new ServerTrouble({
              zh: `Maven 没能取得所需的 jar，请检查网络和 Maven 的镜像设置：\n${said.slice(-2_000)}`,
              en: `Maven could not fetch the jars of ${pom}; look at the network and at Maven's mirrors:\n${said.slice(-2_000)}`,
            }),
          ),
    );
  });

/** A server that is a folder of jars, as a pom below `deploy/` pins it. */
export class MavenJars {
  private readonly pom: string;
  private readonly cache: string;

  /**
   * @param folder below `deploy/`, and in the git-ignored cache
   * @param property of the pom that names the version
   * @param mainJar how the name of the jar begins without which there is no server
   */
  constructor(
    folder: string,
    private readonly property: string,
    private readonly mainJar: string,
  ) {
    this.pom = join(checkout, 'deploy', folder, 'pom.xml');
    this.cache = join(checkout, '.cache', folder);
  }

  /** Why this machine cannot run a server from the jars, in a sentence, or undefined when it can. */
  whyNot(): string | undefined {
    const java = javaVersion();
    if (java < 17)
      return java === 0 ? 'there is no Java here (17 or later)' : `Java ${java} is too old (17 or later)`;
    if (existsSync(this.folder)) return undefined;
    return spawnSync('mvn', ['-v'], { stdio: 'ignore' }).status === 0
      ? undefined
      : 'there is no Maven to fetch the jars';
  }

  /**
   * The folder with the jars, fetched by Maven on first use. Two callers at once both fetch; the folder gets its name in one
   * step, so nobody sees half of it.
   */
  async fetched(): Promise<{ folder: string; version: string }> {
    const { folder, version } = this;
    if (!existsSync(folder)) {
      const fresh = join(this.cache, `fetching-${process.pid}`);
      rmSync(fresh, { recursive: true, force: true });
      mkdirSync(fresh, { recursive: true });
      await fetched(this.pom, fresh);
      if (!readdirSync(fresh).some((each) => each.startsWith(this.mainJar)))
        throw new Error(`Maven fetched no ${this.mainJar}`);
      try {
        renameSync(fresh, folder);
      } catch (error) {
        rmSync(fresh, { recursive: true, force: true });
        if (!existsSync(folder)) throw error;
      }
    }
    return { folder, version };
  }

  private get folder(): string {
    return join(this.cache, this.version);
  }

  private get version(): string {
    const version = new RegExp(`<${this.property}>([^<]+)<`).exec(readFileSync(this.pom, 'utf8'))?.[1];
    if (version === undefined) throw new Error(`${this.pom} names no ${this.property}`);
    return version;
  }
}
