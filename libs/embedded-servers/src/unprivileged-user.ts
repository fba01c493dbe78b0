import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname, parse, resolve } from 'node:path';
import { ServerTrouble } from './server-trouble.js';

/** Whom a server runs as; undefined means: as ourselves. */
export type UnixUser = { readonly uid: number; readonly gid: number };

const OWN_USER = 'shulian-postgres';

/** A folder that the user of the server cannot pass through or use. */
export class UnreachableFolder extends ServerTrouble {
  override readonly name = 'UnreachableFolder';

  constructor(
    readonly folder: string,
    readonly blockedAt: string,
    readonly user: UnixUser,
  ) {
    super({
      zh:
        `PostgreSQL 不以 root 身份运行，它所用的普通用户（uid ${user.uid}）进不了 ${folder}：停在 ${blockedAt}。` +
        '请换一个人人可以经过的文件夹，例如 SHULIAN_DATA_DIR=/var/lib/shulian，或者以普通用户启动。',
      en:
        `PostgreSQL does not run as root, and the unprivileged user it runs as (uid ${user.uid}) cannot reach ` +
        `${folder}: it is stopped at ${blockedAt}. Choose a folder that every user may pass through, for example ` +
        `SHULIAN_DATA_DIR=/var/lib/shulian, or start as an ordinary user.`,
    });
  }
}

const fromPasswd = (name: string): UnixUser | undefined => {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((each) => each.startsWith(`${name}:`));
    const [, , uid, gid] = line?.split(':') ?? [];
    return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
  } catch {
    return undefined;
  }
};

const isRoot = (): boolean => process.platform !== 'win32' && process.getuid?.() === 0;

/**
 * Whom PostgreSQL shall run as. It refuses root, so root hands it to: the owner of the data folder if there is one
 * already; else a system user of its own, made on first use; else `nobody`. (A bare number without an entry in
 * /etc/passwd does not do: initdb looks its own name up.)
 */
export const userForServer = (dataDir: string): UnixUser | undefined => {
  if (!isRoot()) return undefined;
  const present = statSync(dataDir, { throwIfNoEntry: false });
  if (present !== undefined && present.uid !== 0) return { uid: present.uid, gid: present.gid };
  const own = fromPasswd(OWN_USER);
  if (own !== undefined) return own;
  spawnSync(
    'useradd',
    ['--system', '--no-create-home', '--user-group', '--shell', '/usr/sbin/nologin', OWN_USER],
    {
      stdio: 'ignore',
    },
  );
  const found = fromPasswd(OWN_USER) ?? fromPasswd('nobody');
  if (found === undefined) {
    throw new ServerTrouble({
      zh: 'PostgreSQL 不以 root 身份运行，而本机没有可用的普通用户。请以普通用户启动，或先建一个（useradd --system shulian-postgres）。',
      en: 'PostgreSQL does not run as root, and this system has no unprivileged user to run it as. Start as an ordinary user, or make one (useradd --system shulian-postgres).',
    });
  }
  return found;
};

/** From the root of the file system down to the folder itself. */
const chainOf = (folder: string): string[] => {
  const chain: string[] = [];
  for (let at = resolve(folder); ; at = dirname(at)) {
    chain.unshift(at);
    if (at === parse(at).root) return chain;
  }
};

/**
 * The first folder on the way to `folder` that this user cannot pass through, or undefined when all can be. Tried
 * with the user's real rights (a child process of that uid), not computed from mode bits, so ACLs count too.
 */
export const blockedOnTheWayTo = (folder: string, user: UnixUser | undefined): string | undefined => {
  if (user === undefined) return undefined;
  const script = 'for each in "$@"; do [ -x "$each" ] || { printf %s "$each"; exit 1; }; done';
  const tried = spawnSync('/bin/sh', ['-c', script, 'sh', ...chainOf(folder)], {
    ...user,
    cwd: '/',
    encoding: 'utf8',
  });
  return tried.status === 0 ? undefined : tried.stdout || folder;
};
