import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.js';
import { MavenJars } from './maven-jars.js';
import { end, isAlive } from './running-process.js';

const jars = new MavenJars('s3', 's3proxy.version', 's3proxy-');
const READY_LIMIT_MS = 60_000;
const JVM = ['-Xms32m', '-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-DLOG_LEVEL=warn'];

export type RunningS3 = {
  /** With the bucket. */
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Which server and version, for people. */
  readonly describe: string;
  stop(): Promise<void>;
};

/** Why this machine cannot run a store, in a sentence, or undefined when it can. */
export const whyNoS3 = (): string | undefined => jars.whyNot();

/** A store that speaks the protocol of S3 and checks signatures, with one empty bucket; it keeps objects below the folder. */
export async function startS3(dir: string): Promise<RunningS3> {
  const { folder, version } = await jars.fetched();
  const [accessKeyId, secretAccessKey, port] = ['shulian', 'for-tests-only', await freePort()];
  // A folder is a bucket.
  mkdirSync(join(dir, 'objects', 'files'), { recursive: true });
  const settings = {
    's3proxy.authorization': 'aws-v4',
    's3proxy.endpoint': `http://127.0.0.1:${port}`,
    's3proxy.identity': accessKeyId,
    's3proxy.credential': secretAccessKey,
    'jclouds.provider': 'filesystem-nio2',
    'jclouds.identity': accessKeyId,
    'jclouds.credential': secretAccessKey,
    'jclouds.filesystem.basedir': join(dir, 'objects'),
  };
  const file = join(dir, 's3.properties');
  writeFileSync(file, Object.entries(settings).map((line) => `${line.join('=')}\n`).join('')); // prettier-ignore
  const log = join(dir, 's3.log');
  const out = openSync(log, 'a', 0o600);
  const child = spawn('java', [...JVM, '-cp', join(folder, '*'), 'org.gaul.s3proxy.Main', '--properties', file], {
    stdio: ['ignore', out, out],
  }); // prettier-ignore
  closeSync(out);
  child.once('error', () => undefined);
  const stop = async (): Promise<void> => {
    if (child.pid !== undefined) await end(child.pid, 'SIGTERM', 10_000);
  };
  const until = Date.now() + READY_LIMIT_MS;
  while (!(await answers(port))) {
    if (Date.now() < until && child.pid !== undefined && isAlive(child.pid)) await sleep(50);
    else {
      await stop();
      throw new Error(`the store did not start: ${readFileSync(log, 'utf8').slice(-2_000)}`);
    }
  }
  const endpoint = `http://127.0.0.1:${port}/files`;
  return { endpoint, accessKeyId, secretAccessKey, describe: `S3Proxy ${version}`, stop };
}

const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  );
