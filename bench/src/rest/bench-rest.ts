import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { end } from '@shulian/embedded-servers';

import { checkout, newDataDir } from '../county/own-county.js';
import { commandOf, pssOf, treeOf } from '../county/process-tree.js';

export type RestBenchAsked = {
  readonly sample: boolean;
  /** Warm starts measured; their median counts. */
  readonly starts: number;
  readonly restSeconds: number;
};

const READY_LIMIT_MS = 900_000;
const MIB = 2 ** 20;
const WANTED_MIB = 1_200;
const WANTED_SECONDS = 25;

const say = (...lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);

/** `npm start` as a person types it; the seconds until it says it is ready. */
const npmStart = async (dataDir: string, sample: boolean): Promise<{ pid: number; seconds: number }> => {
  const begun = performance.now();
  const npm = spawn('npm', ['start', ...(sample ? [] : ['--', '--empty'])], {
    cwd: checkout,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, SHULIAN_PORT: '0', SHULIAN_DATA_DIR: dataDir },
  });
  return new Promise((resolve, reject) => {
    let text = '';
    npm.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      if (text.includes('Shulian is ready:'))
        resolve({ pid: npm.pid ?? 0, seconds: (performance.now() - begun) / 1_000 });
    });
    npm.once('error', reject);
    npm.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${text.slice(-2_000)}`)));
    setTimeout(() => reject(new Error('not ready in time')), READY_LIMIT_MS).unref();
  });
};

/** What a process is called in the table; PostgreSQL's own processes are one line. */
const nameOf = (pid: number): string => {
  const command = commandOf(pid);
  const service = /services\/([a-z]+)\/dist\/main\.js/.exec(command)?.[1];
  if (service !== undefined) return service;
  if (/\bpostgres\b/.test(command)) return 'PostgreSQL, all processes';
  if (command.includes('deploy/dist/main.js')) return 'launcher';
  if (command.includes('bootstrap/run.mjs')) return 'bootstrap';
  return command.startsWith('npm') ? 'npm' : command.split(' ').slice(0, 2).join(' ');
};

const memoryBelow = (root: number): ReadonlyMap<string, number> => {
  const memory = new Map<string, number>();
  for (const pid of treeOf(root)) {
    const name = nameOf(pid);
    memory.set(name, (memory.get(name) ?? 0) + pssOf(pid));
  }
  return new Map([...memory].sort(([, a], [, b]) => b - a));
};

/** `npm run bench -- rest`: warm starts, and the memory of a county at rest. Answers the exit code. */
export const benchRest = async ({ sample, starts, restSeconds }: RestBenchAsked): Promise<number> => {
  const dataDir = newDataDir();
  try {
    const cold = await npmStart(dataDir, sample);
    say(
      `First start on an empty folder${sample ? ', sample county loaded' : ''}: ${cold.seconds.toFixed(1)} s`,
    );
    await end(cold.pid, 'SIGTERM', 60_000);
    const seconds: number[] = [];
    let running = 0;
    for (let number = 0; number < starts; number += 1) {
      if (running !== 0) await end(running, 'SIGTERM', 60_000);
      const warm = await npmStart(dataDir, sample);
      running = warm.pid;
      seconds.push(warm.seconds);
    }
    const middle = seconds.toSorted((a, b) => a - b)[Math.floor(seconds.length / 2)] ?? Number.NaN;
    say(
      `Warm npm start to ready: ${seconds.map((each) => each.toFixed(1)).join(', ')} s; ` +
        `median ${middle.toFixed(1)} s (wanted: under ${WANTED_SECONDS})`,
    );
    await sleep(restSeconds * 1_000);
    const memory = memoryBelow(running);
    const total = [...memory.values()].reduce((sum, bytes) => sum + bytes, 0) / MIB;
    for (const [name, bytes] of memory)
      say(
        `  ${name.padEnd(28)} ${Math.round(bytes / MIB)
          .toString()
          .padStart(5)} MiB`,
      );
    say(
      `Memory ${restSeconds} s after ready: ${Math.round(total)} MiB (sum of PSS; wanted: under ${WANTED_MIB})`,
    );
    await end(running, 'SIGTERM', 60_000);
    return middle < WANTED_SECONDS && total < WANTED_MIB ? 0 : 1;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};
