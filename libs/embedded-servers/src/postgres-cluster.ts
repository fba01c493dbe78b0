import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { commandLineOf, gone, isAlive, signal } from './running-process.js';
import { type UnixUser } from './unprivileged-user.js';
import { ServerTrouble } from './server-trouble.js';

/** The superuser of our clusters. */
export const OWNER = 'postgres';

/** A file beside the cluster's folder, which belongs to PostgreSQL alone. */
export const besides = (dataDir: string, suffix: string): string => `${dataDir}.${suffix}`;

/** Files of the server belong to the user it runs as. */
export const own = (path: string, user: UnixUser | undefined): void => {
  if (user !== undefined) chownSync(path, user.uid, user.gid);
};

/** No locale, no secrets, nothing of ours: the server needs hardly any environment. */
export const serverEnv = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  LC_ALL: 'C',
  LANG: 'C',
  TZ: 'UTC',
});

/**
 * A new cluster, complete or not there at all: initdb works in a folder of its own which gets its name when it has
 * finished, so a start that was killed half-way leaves nothing that looks like a cluster.
 */
export const createCluster = (
  dataDir: string,
  bin: string,
  user: UnixUser | undefined,
  durable: boolean,
): void => {
  const fresh = besides(dataDir, 'new');
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  own(fresh, user);
  const passwordFile = besides(dataDir, 'password');
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), {
    mode: 0o600,
  });
  own(passwordFile, user);
  // The built-in provider: indexes depend on no ICU or libc version, so a move to another server is a plain copy.
  const made = spawnSync(
    join(bin, 'initdb'),
    [
      '-D',
      fresh,
      '-U',
      OWNER,
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      ...(durable ? [] : ['--no-sync']),
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ],
    { ...user, cwd: '/', env: serverEnv(), encoding: 'utf8' },
  );
  if (made.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    const why = `${made.error?.message ?? ''}${made.stderr}`;
    throw new ServerTrouble({
      zh: `在 ${dataDir} 建立数据库没有成功（initdb）：${why}`,
      en: `initdb failed for ${dataDir}: ${why}`,
    });
  }
  renameSync(fresh, dataDir);
};

/**
 * A cluster that root brought here, restored from a backup or moved, belongs to root, which PostgreSQL refuses: it is handed to
 * whom the server runs as, and closed to others again.
 */
export const handOver = (dataDir: string, user: UnixUser | undefined): void => {
  if (user === undefined || statSync(dataDir).uid === user.uid) return;
  const handed = spawnSync('chown', ['-R', '-h', `${user.uid}:${user.gid}`, dataDir], { encoding: 'utf8' });
  if (handed.status !== 0) {
    const why = `${handed.error?.message ?? ''}${handed.stderr}`;
    throw new ServerTrouble({
      zh: `${dataDir} 不能交给运行数据库的用户（uid ${user.uid}）：${why}`,
      en: `${dataDir} could not be handed to the user the server runs as (uid ${user.uid}): ${why}`,
    });
  }
  chmodSync(dataDir, 0o700);
};

/** What a postmaster wrote about itself: pid, folder, start, port, … */
const postmasterOf = (dataDir: string): { pid: number } | undefined => {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid] = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(pid) };
};

/**
 * A launcher that was killed leaves its postmaster running: it is asked to stop, which loses nothing. The file
 * postmaster.pid is never deleted by us: PostgreSQL judges it better (it looks at the shared memory as well).
 */
export const stopOrphan = async (dataDir: string): Promise<void> => {
  const orphan = postmasterOf(dataDir);
  if (orphan === undefined || !isAlive(orphan.pid)) return;
  const command = commandLineOf(orphan.pid);
  // A later process may bear that pid by now; ours names its folder.
  if (command === undefined || !command.includes(`-D ${dataDir}`)) return;
  signal(orphan.pid, 'SIGINT');
  if (await gone(orphan.pid, 20_000)) return;
  signal(orphan.pid, 'SIGQUIT');
  if (await gone(orphan.pid, 10_000)) return;
  throw new ServerTrouble({
    zh: `上次的 PostgreSQL（进程 ${orphan.pid}）还在 ${dataDir} 上运行，停不下来。请结束这个进程，再启动一次。`,
    en: `A PostgreSQL (pid ${orphan.pid}) still runs on ${dataDir} and does not stop. End that process and start again.`,
  });
};
