import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { environmentOf } from '@shulian/embedded-servers';

import { checkout, type OwnCounty } from '../county/own-county.js';

const STARTS_WITHIN_MS = 60_000;
/** From when it answers. */
const DIES_WITHIN_MS = 12_000;

const answers = async (port: number): Promise<boolean> =>
  (
    await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(1_000) }).catch(
      () => undefined,
    )
  )?.ok === true;

/**
 * Puts a process of ours in the place of a service: the same program and environment, with one kill point armed. It
 * dies there at the first opportunity, and the launcher takes the service over again.
 * @returns whether it died at the point (else it was killed after a while, wherever it was)
 */
export const killAtPoint = async (county: OwnCounty, service: string, point: string): Promise<boolean> => {
  const running = county.process(service);
  if (running === undefined) throw new Error(`${service} does not run`);
  const env = environmentOf(running.pid);
  await county.control('stop', service);
  const log = openSync(county.logFile(service), 'a', 0o600);
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', join(checkout, 'services', service, 'dist', 'main.js')],
    { env: { ...env, SHULIAN_CRASH_AT: point }, stdio: ['ignore', log, log, 'ipc'] },
  );
  closeSync(log);
  let signalName: NodeJS.Signals | null | undefined;
  child.once('exit', (_code, name) => (signalName = name));
  const gone = (): boolean => signalName !== undefined;
  const until = async (limitMs: number, done: () => boolean | Promise<boolean>): Promise<void> => {
    for (const deadline = Date.now() + limitMs; Date.now() < deadline; await sleep(50))
      if (gone() || (await done())) return;
  };
  await until(STARTS_WITHIN_MS, () => answers(running.port));
  await until(DIES_WITHIN_MS, () => false);
  const there = signalName === 'SIGKILL';
  child.kill('SIGKILL');
  await until(5_000, () => false);
  await county.control('start', service);
  return there;
};
