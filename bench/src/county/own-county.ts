import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { end, isAlive, type RunningProcess } from '@shulian/embedded-servers';

/** Root of the checkout; `src` and `dist` lie at the same depth. */
export const checkout = join(fileURLToPath(new URL('.', import.meta.url)), '..', '..', '..');

export type NotedProcess = RunningProcess & { readonly port: number };

export type OwnCountyOptions = {
  /** Event bus; `kafka` without brokers lets the launcher start one. */
  readonly bus?: 'postgres' | 'kafka';
  readonly kafkaBrokers?: readonly string[];
  readonly sample?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** A folder that a county was started on before; default: a new one below the system's temporary folder. */
  readonly dataDir?: string;
  /** The lines the launcher prints. */
  readonly said?: (line: string) => void;
};

/** A county of millions of rows that an earlier commit left is migrated first. */
const READY_LIMIT_MS = 3_600_000;
const STOP_LIMIT_MS = 60_000;

/** Postgres runs as another user when we are root: it must be able to pass through. */
export const newDataDir = (): string => {
  const dataDir = mkdtempSync(join(tmpdir(), 'shulian-bench-'));
  chmodSync(dataDir, 0o711);
  return dataDir;
};

/** A county of our own: the embedded launcher as a child process, on a folder and ports of its own. */
export class OwnCounty {
  url = '';
  private launcher: ChildProcess | undefined;

  private constructor(
    readonly dataDir: string,
    private readonly options: OwnCountyOptions,
  ) {}

  /** Ready for requests when this resolves. @throws Error with what the launcher said last */
  static async start(options: OwnCountyOptions = {}): Promise<OwnCounty> {
    const county = new OwnCounty(options.dataDir ?? newDataDir(), options);
    try {
      await county.begin();
      return county;
    } catch (error) {
      await county.stop();
      throw error;
    }
  }

  private async begin(): Promise<void> {
    const { bus = 'postgres', kafkaBrokers = [], sample = false, env = {}, said } = this.options;
    const program = join(checkout, 'deploy', 'dist', 'main.js');
    const launcher = spawn(
      process.execPath,
      ['--enable-source-maps', program, 'start', ...(sample ? [] : ['--empty'])],
      {
        cwd: checkout,
        // A group of its own: Ctrl-C reaches us, and we stop it; it also stops when we vanish.
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          SHULIAN_PORT: '0',
          SHULIAN_DATA_DIR: this.dataDir,
          SHULIAN_BUS: bus,
          KAFKA_BROKERS: kafkaBrokers.join(','),
          ...env,
        },
      },
    );
    this.launcher = launcher;
    const lines: string[] = [];
    const ready = new Promise<string>((resolve, reject) => {
      let text = '';
      const hear = (chunk: Buffer): void => {
        text += chunk.toString('utf8');
        const complete = text.split('\n');
        text = complete.pop() ?? '';
        for (const line of complete) {
          lines.push(line);
          said?.(line);
          const url = /^Shulian is ready: (http\S+)/.exec(line)?.[1];
          if (url !== undefined) resolve(url);
        }
      };
      launcher.stdout.on('data', hear);
      launcher.stderr.on('data', hear);
      launcher.once('error', reject);
      launcher.once('exit', (code) =>
        reject(new Error(`the county did not start (exit ${code}):\n${lines.slice(-15).join('\n')}`)),
      );
      setTimeout(() => reject(new Error('the county was not ready in time')), READY_LIMIT_MS).unref();
    });
    this.url = await ready;
  }

  get launcherPid(): number {
    return this.launcher?.pid ?? 0;
  }

  get adminPassword(): string {
    return this.secret('adminPassword');
  }

  secret(name: 'adminPassword' | 'cardKey'): string {
    return (this.read('secrets.json') as Record<typeof name, string>)[name];
  }

  /** Superuser of the county's PostgreSQL: the checker reads all schemas, which no service can. */
  get ownerUrl(): string {
    const password = readFileSync(join(this.dataDir, 'postgres.password'), 'utf8').trim();
    return `postgres://postgres:${password}@127.0.0.1:${this.process('postgres')?.port ?? 0}/postgres`;
  }

  /** A service, `postgres` or `kafka`, as it runs now. */
  process(name: string): NotedProcess | undefined {
    return (this.read('processes.json') as Record<string, NotedProcess | undefined>)[name];
  }

  logFile(service: string): string {
    return join(this.dataDir, 'logs', `${service}.log`);
  }

  private read(name: string): unknown {
    return JSON.parse(readFileSync(join(this.dataDir, name), 'utf8'));
  }

  /** The launcher's own door: `stop`, `start` or `kill` a service. */
  async control(verb: 'start' | 'stop' | 'kill', name: string): Promise<void> {
    const { url, secret } = this.read('control.json') as { url: string; secret: string };
    const answer = await fetch(`${url}/${verb}/${name}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}` },
    });
    if (!answer.ok) throw new Error(`cannot ${verb} ${name}: ${answer.status} ${await answer.text()}`);
  }

  /** Waits until the gateway calls every part ready. */
  async ready(withinMs: number): Promise<void> {
    const deadline = Date.now() + withinMs;
    let last = '';
    while (Date.now() < deadline) {
      const answer = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(
        () => undefined,
      );
      last = (await answer?.text().catch(() => '')) ?? '';
      if (answer?.status === 200 && !last.includes('"away"')) return;
      await sleep(200);
    }
    throw new Error(`not ready within ${withinMs / 1_000} s: ${last}`);
  }

  /** Stops everything in order; true when the launcher ended by itself. */
  async stop(): Promise<boolean> {
    const pid = this.launcherPid;
    if (pid === 0 || !isAlive(pid)) return false;
    await end(pid, 'SIGTERM', STOP_LIMIT_MS);
    return this.launcher?.exitCode === 0;
  }

  /** Removes the data; only after `stop`. */
  forget(): void {
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
