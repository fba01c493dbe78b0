import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePorts } from './free-port.js';

/** A service that runs once already. */
export type FirstInstance = {
  readonly name: string;
  readonly pid: number;
  /** What the second one runs; an absolute path. */
  readonly program: string;
  /** Where the second one writes what it says. */
  readonly logFile: string;
};

/** The environment a running process was started with (Linux). */
export const environmentOf = (pid: number): NodeJS.ProcessEnv =>
  Object.fromEntries(
    readFileSync(`/proc/${pid}/environ`, 'utf8')
      .split('\0')
      .filter(Boolean)
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );

const ANSWERS_WITHIN_MS = 120_000;

/**
 * A second process of every service, as a county edition with two replicas has them: same program, same settings, a port of
 * its own; the second gateway asks the second instances. One that ends unasked is started again. Linux only.
 */
export class SecondInstances {
  private readonly children = new Map<string, ChildProcess>();
  private stopping = false;

  private constructor(
    private readonly ports: ReadonlyMap<string, number>,
    private readonly environments: ReadonlyMap<string, NodeJS.ProcessEnv>,
  ) {}

  /** All of them answer when this resolves. @throws Error when one does not */
  static async start(firsts: readonly FirstInstance[]): Promise<SecondInstances> {
    const free = await freePorts(firsts.length);
    const ports = new Map(firsts.map(({ name }, at) => [name, free[at] ?? 0]));
    const urls = Object.fromEntries(
      [...ports].map(([name, port]) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${port}`]),
    );
    const environments = new Map(
      firsts.map(({ name, pid }) => {
        const env = environmentOf(pid);
        return [name, { ...env, PORT: String(ports.get(name)), ...(name === 'gateway' ? urls : {}) }];
      }),
    );
    const second = new SecondInstances(ports, environments);
    for (const first of firsts) second.spawn(first);
    await second.answer(ANSWERS_WITHIN_MS).catch(async (error: unknown) => {
      await second.stop();
      throw error;
    });
    return second;
  }

  /** Of the second gateway. */
  get url(): string {
    return `http://127.0.0.1:${this.ports.get('gateway') ?? 0}`;
  }

  pidOf(name: string): number | undefined {
    return this.children.get(name)?.pid;
  }

  get pids(): number[] {
    return [...this.children.values()].flatMap(({ pid }) => pid ?? []);
  }

  /** Waits until each of them answers, those that were killed last too. */
  async answer(withinMs: number): Promise<void> {
    for (const [name, port] of this.ports)
      for (const deadline = Date.now() + withinMs; ; await sleep(100)) {
        const answer = await fetch(`http://127.0.0.1:${port}/readyz`, {
          signal: AbortSignal.timeout(2_000),
        }).catch(() => undefined);
        if (answer?.status === 200) break;
        if (Date.now() > deadline)
          throw new Error(`the second ${name} does not answer: ${answer?.status ?? 'nothing'}`);
      }
  }

  async stop(): Promise<void> {
    this.stopping = true;
    for (const child of this.children.values()) child.kill('SIGTERM');
    for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(100))
      if (
        [...this.children.values()].every(
          ({ exitCode, signalCode }) => exitCode !== null || signalCode !== null,
        )
      )
        return;
    for (const child of this.children.values()) child.kill('SIGKILL');
  }

  private spawn(first: FirstInstance): void {
    const log = openSync(first.logFile, 'a', 0o600);
    const child = spawn(process.execPath, ['--enable-source-maps', first.program], {
      env: this.environments.get(first.name),
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    this.children.set(first.name, child);
    child.once('exit', () => {
      if (!this.stopping) setTimeout(() => this.stopping || this.spawn(first), 500);
    });
  }
}
