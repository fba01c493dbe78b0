import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { Client } from 'pg';

import { freePort } from './free-port.js';
import { postgresBinaries } from './postgres-binaries.js';
import { besides, createCluster, handOver, own, OWNER, serverEnv, stopOrphan } from './postgres-cluster.js';
import { end, gone, isAlive, signal } from './running-process.js';
import { blockedOnTheWayTo, UnreachableFolder, userForServer, type UnixUser } from './unprivileged-user.js';
import { ServerTrouble } from './server-trouble.js';

export type PostgresOptions = {
  /** The cluster's folder; made on first use together with its parents. A password and a log file lie beside it. */
  readonly dataDir: string;
  /** Default: a free one. */
  readonly port?: number;
  /** Only throw-away clusters of tests turn it off. Default: true. */
  readonly fsync?: boolean;
  /** More `-c name=value`, for example `{ max_connections: '200' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Called when the server ends without `stop` or `kill9` having been asked for. */
  readonly onUnexpectedExit?: (code: number | null, signalName: NodeJS.Signals | null) => void;
};

export type RunningPostgres = {
  /** postgres:// URL of the superuser, database `postgres`, on 127.0.0.1. */
  readonly ownerUrl: string;
  readonly port: number;
  /** Of the postmaster that runs now; another one after `restart`. */
  readonly pid: number;
  /** For example `18.4`. */
  readonly version: string;
  /** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
  /** SIGKILL to the postmaster, as a crash would be; resolves when it is gone. */
  kill9(): Promise<void>;
  /** After `stop` or `kill9`: the same cluster on the same port; after a running one: stop, then start. */
  restart(): Promise<void>;
};

const READY_LIMIT_MS = 60_000;
/** Replaying a long write-ahead log after a crash is not a failure. */
const RECOVERY_LIMIT_MS = 600_000;

const tailOf = (logFile: string): string => {
  try {
    return readFileSync(logFile, 'utf8').split('\n').slice(-15).join('\n');
  } catch {
    return '';
  }
};

const sqlState = (error: unknown): string | undefined => (error as { code?: string }).code;

/** Resolves with the server's version once it takes connections. 57P03 = it is still starting or recovering. */
const ready = async (url: string, hasEnded: () => boolean): Promise<string> => {
  const begun = Date.now();
  for (;;) {
    const client = new Client({
      connectionString: url,
      connectionTimeoutMillis: 5_000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const answer = await client.query<{ server_version: string }>('show server_version');
      return answer.rows[0]?.server_version ?? 'unknown';
    } catch (error) {
      const limit = sqlState(error) === '57P03' ? RECOVERY_LIMIT_MS : READY_LIMIT_MS;
      if (sqlState(error) === '28P01' || Date.now() - begun > limit) throw error;
      if (hasEnded()) throw new Error('PostgreSQL ended while starting', { cause: error });
      await sleep(30);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
};

class Cluster implements RunningPostgres {
  version = '';
  #child: ChildProcess | undefined;
  #expected = false;

  constructor(
    private readonly options: PostgresOptions & {
      readonly dataDir: string;
      readonly port: number;
    },
    private readonly bin: string,
    private readonly user: UnixUser | undefined,
  ) {}

  get port(): number {
    return this.options.port;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  get ownerUrl(): string {
    const password = readFileSync(besides(this.options.dataDir, 'password'), 'utf8').trim();
    return `postgres://${OWNER}:${password}@127.0.0.1:${this.port}/postgres`;
  }

  async start(): Promise<void> {
    const deadline = Date.now() + 15_000;
    for (;;) {
      try {
        return await this.#startOnce();
      } catch (error) {
        // After a SIGKILL the server processes of the old postmaster need a moment to notice and to let go of the memory.
        const stillHeld = /pre-existing shared memory block|lock file "postmaster\.pid"/.test(String(error));
        if (!stillHeld || Date.now() > deadline) throw error;
        await sleep(200);
      }
    }
  }

  async #startOnce(): Promise<void> {
    const { dataDir } = this.options;
    const logFile = besides(dataDir, 'log');
    const log = openSync(logFile, 'a', 0o600);
    own(logFile, this.user);
    // A group of its own: Ctrl-C in the terminal reaches the launcher only, which stops the services first.
    const child = spawn(join(this.bin, 'postgres'), ['-D', dataDir, ...this.#settings()], {
      ...this.user,
      cwd: dataDir,
      env: serverEnv(),
      detached: true,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    let ended = false;
    this.#expected = false;
    child.once('error', () => (ended = true));
    child.once('exit', (code, signalName) => {
      ended = true;
      if (!this.#expected && this.#child === child && this.version !== '') {
        this.options.onUnexpectedExit?.(code, signalName);
      }
    });
    this.version = '';
    this.#child = child;
    try {
      this.version = await ready(this.ownerUrl, () => ended);
    } catch (error) {
      this.#expected = true;
      if (child.pid !== undefined && !ended) await end(child.pid, 'SIGQUIT', 5_000);
      throw new ServerTrouble(
        {
          zh: `PostgreSQL 没能在 ${dataDir} 上启动，日志的末尾是：${tailOf(logFile)}`,
          en: `PostgreSQL did not start on ${dataDir}: ${tailOf(logFile)}`,
        },
        { cause: error },
      );
    }
  }

  #settings(): string[] {
    const durable = this.options.fsync ?? true;
    const settings: Record<string, string> = {
      listen_addresses: '127.0.0.1',
      port: String(this.port),
      unix_socket_directories: '',
      shared_buffers: '64MB',
      max_connections: '100',
      ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
      ...this.options.settings,
    };
    return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  }

  async stop(): Promise<void> {
    const { pid } = this;
    this.#expected = true;
    if (pid === 0 || !isAlive(pid)) return;
    signal(pid, 'SIGINT');
    if (await gone(pid, 20_000)) return;
    await end(pid, 'SIGQUIT', 10_000);
  }

  async kill9(): Promise<void> {
    this.#expected = true;
    if (this.pid === 0) return;
    signal(this.pid, 'SIGKILL');
    await gone(this.pid, 10_000);
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }
}

/**
 * PostgreSQL 18 of the npm package as a child process, on 127.0.0.1 only, ready for connections when this resolves.
 * Makes the cluster on first use; stops an orphan of a killed launcher first; waits crash recovery out.
 * Throws `UnreachableFolder` when started as root on a folder that the server's unprivileged user cannot reach.
 */
export const startPostgres = async (options: PostgresOptions): Promise<RunningPostgres> => {
  const dataDir = resolve(options.dataDir);
  mkdirSync(dirname(dataDir), { recursive: true });
  const user = userForServer(dataDir);
  const blockedAt = blockedOnTheWayTo(dirname(dataDir), user);
  if (user !== undefined && blockedAt !== undefined) throw new UnreachableFolder(dataDir, blockedAt, user);
  const bin = postgresBinaries(user);
  if (existsSync(join(dataDir, 'PG_VERSION'))) handOver(dataDir, user);
  else createCluster(dataDir, bin, user, options.fsync ?? true);
  await stopOrphan(dataDir);
  const cluster = new Cluster({ ...options, dataDir, port: options.port ?? (await freePort()) }, bin, user);
  await cluster.start();
  return cluster;
};

/** Where the server would run as somebody who cannot reach `folder`: the folder he is stopped at. */
export const unreachableForPostgres = (folder: string): string | undefined =>
  blockedOnTheWayTo(folder, userForServer(folder));
