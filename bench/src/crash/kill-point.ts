import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { checkout, type OwnCounty } from '../county/own-county.js';

/** Starting takes some seconds of it. */
const DIES_WITHIN_MS = 25_000;

/** The environment a running process was started with (Linux). */
const environmentOf = (pid: number): NodeJS.ProcessEnv =>
  Object.fromEntries(
    readFileSync(`/proc/${pid}/environ`, 'utf8')
      .split('\0')
      .filter(Boolean)
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );

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
  const late = { is: false };
  const timer = setTimeout(() => {
    late.is = true;
    child.kill('SIGKILL');
  }, DIES_WITHIN_MS);
  const signalName = await new Promise<NodeJS.Signals | null>((done) =>
    child.once('exit', (_code, name) => done(name)),
  );
  clearTimeout(timer);
  await county.control('start', service);
  return signalName === 'SIGKILL' && !late.is;
};
