import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import {
  startTimeOf,
  stillRuns,
  unreachableForPostgres,
  type RunningProcess,
} from '@shulian/embedded-servers';

import { words } from '../../bootstrap/words.mjs';
import { checkout } from './launcher.config.js';

/** Another launcher has this folder. */
class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

const near = (): string => join(checkout, '.data');
/** For a checkout that root keeps to himself: PostgreSQL, which is not root, could not get into a folder in there. */
const outside = (): string =>
  join('/var/lib/shulian', createHash('sha256').update(checkout).digest('hex').slice(0, 12));

/** The data folder as asked for; by default `.data` in the checkout, or one outside when root alone can get in there. */
export const countyFolderFor = (input: string | undefined): { path: string; moved: boolean } => {
  if (input !== undefined) return { path: input, moved: false };
  if (existsSync(join(near(), 'secrets.json')) || unreachableForPostgres(checkout) === undefined) {
    return { path: near(), moved: false };
  }
  return { path: outside(), moved: true };
};

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/**
 * A folder and those above it, one by one. `recursive` of Node never comes back where a folder that is there has no room for
 * another one (`/proc`, `/sys`).
 */
function makeFolder(path: string): void {
  if (isFolder(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(path)) throw error;
  }
}

/** Everything one county keeps: cluster, secrets, logs, and what runs now. Held by one launcher at a time. */
export class CountyFolder {
  private constructor(readonly path: string) {}

  /** @throws Error when a launcher that is alive holds the folder */
  static hold(path: string): CountyFolder {
    makeFolder(path);
    // Others may pass through (PostgreSQL is another user when root starts us) but not look around.
    chmodSync(path, 0o711);
    const folder = new CountyFolder(path);
    const me: RunningProcess = { pid: process.pid, startedAt: startTimeOf(process.pid) ?? '' };
    for (;;) {
      try {
        writeFileSync(folder.file('launcher.lock'), JSON.stringify(me), { flag: 'wx', mode: 0o600 });
        return folder;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = folder.read<RunningProcess>('launcher.lock');
      if (holder !== undefined && stillRuns(holder)) {
        throw new FolderInUse(
          words(
            `${path} 上已经有书联在运行（进程 ${holder.pid}）`,
            `Shulian runs already on ${path} (process ${holder.pid})`,
          ),
        );
      }
      // Its holder is gone. Two starts at once: one of them removes it, both try again, one gets it.
      rmSync(folder.file('launcher.lock'), { force: true });
    }
  }

  /** A running county's folder, to look at without holding it. */
  static at(path: string): CountyFolder {
    return new CountyFolder(path);
  }

  release(): void {
    rmSync(this.file('launcher.lock'), { force: true });
  }

  file(...parts: string[]): string {
    return join(this.path, ...parts);
  }

  read<T>(name: string): T | undefined {
    return readJson(this.file(name)) as T | undefined;
  }

  /** Readable by us alone, and either the old or the new content whatever happens; a text as it is, else JSON. */
  write(name: string, content: unknown): void {
    const file = this.file(name);
    mkdirSync(dirname(file), { recursive: true });
    const text = typeof content === 'string' ? content : JSON.stringify(content, undefined, 2);
    writeFileSync(`${file}.new`, text, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  remove(name: string): void {
    rmSync(this.file(name), { force: true });
  }
}
