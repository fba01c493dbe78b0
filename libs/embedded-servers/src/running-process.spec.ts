import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { describe, expect, it } from '@jest/globals';

import { commandLineOf, end, freePorts, isAlive, startTimeOf, stillRuns } from './index.js';

const sleeper = (script: string) =>
  spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });

describe('a recorded process', () => {
  it('still runs only as long as the same process has its pid', async () => {
    const child = sleeper('setInterval(() => {}, 1000)');
    const pid = child.pid ?? 0;
    const startedAt = startTimeOf(pid) ?? '';
    expect(stillRuns({ pid, startedAt })).toBe(true);
    expect(stillRuns({ pid, startedAt: `${startedAt}0` })).toBe(false);
    expect(commandLineOf(pid)).toContain('setInterval');
    await end(pid, 'SIGTERM', 5_000);
    expect(stillRuns({ pid, startedAt })).toBe(false);
    expect(isAlive(pid)).toBe(false);
  });

  it('is killed when it does not end in time', async () => {
    const child = sleeper(
      "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('deaf')",
    );
    await once(child.stdout, 'data');
    const gone = once(child, 'exit');
    await end(child.pid ?? 0, 'SIGTERM', 100);
    expect(await gone).toEqual([null, 'SIGKILL']);
  });

  it('is not mistaken for one of the impossible pids', () => {
    for (const pid of [0, -1, 1.5, Number.NaN]) expect(isAlive(pid)).toBe(false);
  });
});

it('several free ports are all different', async () => {
  expect(new Set(await freePorts(20)).size).toBe(20);
});
