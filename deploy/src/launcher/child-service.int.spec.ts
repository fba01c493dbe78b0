import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { isAlive } from '@shulian/embedded-servers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { ChildService } from './child-service.js';

let folder = '';
let child: ChildService | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shulian child '));
});
afterEach(async () => {
  await child?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const service = (script: string): ChildService => {
  const main = join(folder, 'main.mjs');
  writeFileSync(main, script);
  child = new ChildService({
    name: 'a-service',
    main,
    env: { PATH: process.env['PATH'] },
    logFile: join(folder, 'logs', 'a-service.log'),
    changed: () => undefined,
  });
  return child;
};

const until = async (holds: () => boolean): Promise<void> => {
  for (const deadline = Date.now() + 10_000; !holds(); await sleep(20)) {
    if (Date.now() > deadline) throw new Error('it did not come to that');
  }
};

const RUNS = "console.log('up'); setInterval(() => {}, 1000);";

describe('a service as a child process', () => {
  it('is started again after kill -9, with the pauses growing', async () => {
    const running = service(RUNS);
    running.start();
    const pid = running.pid;
    await running.kill9();
    await until(() => running.state === 'waiting to start again');
    await until(() => running.pid !== undefined);
    expect(running.pid).not.toBe(pid);
    expect(running).toMatchObject({ restarts: 1, failures: 1 });
    const killedAt = Date.now();
    await running.kill9();
    await until(() => running.state === 'running' && running.restarts === 2);
    expect(Date.now() - killedAt).toBeGreaterThanOrEqual(950);
  });

  it('stays stopped once it was told to, and starts when it is told to', async () => {
    const running = service(RUNS);
    running.start();
    const pid = running.pid ?? 0;
    await running.stop();
    expect(isAlive(pid)).toBe(false);
    await sleep(700);
    expect(running).toMatchObject({ state: 'stopped', restarts: 0, pid: undefined });
    running.start();
    expect(isAlive(running.pid ?? 0)).toBe(true);
  });

  it('is not started by a pause that was running when it was stopped', async () => {
    const running = service('process.exit(1)');
    running.start();
    await until(() => running.state === 'waiting to start again');
    await running.stop();
    await sleep(700);
    expect(running.state).toBe('stopped');
  });

  it('leaves its last words in its log, which only we may read', async () => {
    const running = service("console.log('one'); throw new Error('no database')");
    running.start();
    await until(() => running.failures > 0);
    expect(running.lastWords(50)).toContain('no database');
    expect(readFileSync(join(folder, 'logs', 'a-service.log'), 'utf8')).toContain('one');
  });
});
