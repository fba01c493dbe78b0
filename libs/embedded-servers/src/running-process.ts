import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that can be told from a later one with the same pid. `startedAt` is opaque, only good for comparing. */
export type RunningProcess = {
  readonly pid: number;
  readonly startedAt: string;
};

/** True while a process of that pid exists and is no zombie, whoever owns it. */
export const isAlive = (pid: number): boolean => {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  // A zombie still answers to signal 0 but holds neither ports nor files.
  return !/^\d+ \(.*\) Z /s.test(procFile(pid, 'stat') ?? '');
};

const procFile = (pid: number, name: string): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return undefined;
  }
};

/** When the process started, in whatever unit this system tells it; undefined when there is no such process. */
export const startTimeOf = (pid: number): string | undefined => {
  const stat = procFile(pid, 'stat');
  // The command (field 2) may hold spaces and brackets: count the fields behind its last bracket. Field 22 is the start.
  if (stat !== undefined) return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  if (process.platform === 'linux' || !isAlive(pid)) return undefined;
  try {
    return (
      execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
        encoding: 'utf8',
      }).trim() || undefined
    );
  } catch {
    return undefined;
  }
};

/** The command line of a process, arguments joined by blanks; undefined when it is gone or cannot be read. */
export const commandLineOf = (pid: number): string | undefined => {
  const line = procFile(pid, 'cmdline');
  if (line !== undefined) return line.replaceAll('\0', ' ').trim();
  if (process.platform === 'linux' || !isAlive(pid)) return undefined;
  try {
    return (
      execFileSync('ps', ['-o', 'command=', '-p', String(pid)], {
        encoding: 'utf8',
      }).trim() || undefined
    );
  } catch {
    return undefined;
  }
};

/** Whether the very process that was recorded still runs: same pid and same start, not a later one with its pid. */
export const stillRuns = ({ pid, startedAt }: RunningProcess): boolean =>
  isAlive(pid) && startTimeOf(pid) === startedAt;

/** Waits until the process is gone; false when it still runs after `limitMs`. */
export const gone = async (pid: number, limitMs: number): Promise<boolean> => {
  const deadline = Date.now() + limitMs;
  while (isAlive(pid)) {
    if (Date.now() >= deadline) return false;
    await sleep(20);
  }
  return true;
};

/** Sends a signal; a process that has gone already is no error. */
export const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/** Ends a process: `first` and, when it is still there after `limitMs`, SIGKILL. Resolves when it is gone. */
export const end = async (pid: number, first: NodeJS.Signals, limitMs: number): Promise<void> => {
  signal(pid, first);
  if (await gone(pid, limitMs)) return;
  signal(pid, 'SIGKILL');
  await gone(pid, 5_000);
};
