import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import { end, gone, startTimeOf, type RunningProcess } from '@shulian/embedded-servers';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** After running this long a service starts again at once when it fails. */
const STEADY_MS = 60_000;
const STOP_LIMIT_MS = 25_000;
const LOG_LIMIT = 20 * 1024 * 1024;

export type ChildState = 'running' | 'stopped' | 'waiting to start again';

export type ChildPlan = {
  readonly name: string;
  readonly main: string;
  readonly nodeArgs?: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** Called whenever pid or state have changed. */
  readonly changed: () => void;
};

/**
 * One service as a child process: started again with growing pauses when it ends unasked, and left alone once it was
 * told to stop. It ends by itself when we vanish, because its IPC channel closes.
 */
export class ChildService {
  state: ChildState = 'stopped';
  /** How often it was started again since it last ran steadily. */
  failures = 0;
  restarts = 0;
  startedAt: Date | undefined;
  #child: ChildProcess | undefined;
  #pause: NodeJS.Timeout | undefined;

  constructor(private readonly plan: ChildPlan) {}

  get name(): string {
    return this.plan.name;
  }

  get pid(): number | undefined {
    return this.state === 'running' ? this.#child?.pid : undefined;
  }

  get process(): RunningProcess | undefined {
    const startedAt = this.pid === undefined ? undefined : startTimeOf(this.pid);
    return this.pid === undefined || startedAt === undefined ? undefined : { pid: this.pid, startedAt };
  }

  /** @param args for this start only, like `--rebuild`: a start after a crash goes without */
  start(...args: string[]): void {
    if (this.state === 'running') return;
    clearTimeout(this.#pause);
    const log = this.#openLog();
    const child = spawn(process.execPath, [...(this.plan.nodeArgs ?? []), this.plan.main, ...args], {
      // A process group of its own: Ctrl-C reaches us only, and we stop everything in order.
      detached: true,
      env: this.plan.env,
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    child.channel?.unref();
    this.#child = child;
    this.state = 'running';
    this.startedAt = new Date();
    child.once('error', () => this.#ended(child));
    child.once('exit', () => this.#ended(child));
    this.plan.changed();
  }

  #openLog(): number {
    mkdirSync(dirname(this.plan.logFile), { recursive: true });
    if ((statSync(this.plan.logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) {
      renameSync(this.plan.logFile, `${this.plan.logFile}.1`);
    }
    return openSync(this.plan.logFile, 'a', 0o600);
  }

  #ended(child: ChildProcess): void {
    if (this.#child !== child || this.state !== 'running') return;
    const ranFor = Date.now() - (this.startedAt?.getTime() ?? 0);
    this.failures = ranFor > STEADY_MS ? 1 : this.failures + 1;
    this.restarts += 1;
    this.state = 'waiting to start again';
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (this.failures - 1));
    this.#pause = setTimeout(() => this.start(), pause);
    this.plan.changed();
  }

  /** SIGTERM, and SIGKILL for one that does not end in time. */
  async stop(): Promise<void> {
    clearTimeout(this.#pause);
    const pid = this.pid;
    this.state = 'stopped';
    this.failures = 0;
    if (pid !== undefined) await end(pid, 'SIGTERM', STOP_LIMIT_MS);
    this.plan.changed();
  }

  /** As a crash would: SIGKILL, and the usual start afterwards. */
  async kill9(): Promise<void> {
    const pid = this.pid;
    if (pid === undefined) return;
    process.kill(pid, 'SIGKILL');
    await gone(pid, 5_000);
  }

  /** The end of its log, for a person who wants to know why it does not run. */
  lastWords(lines = 15): string {
    try {
      return readFileSync(this.plan.logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
    } catch {
      return '';
    }
  }
}
