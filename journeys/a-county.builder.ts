import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { whyNoKafkaFromJars } from '@shulian/embedded-servers';
import { freshFolder, kafkaForTests, note } from '@shulian/test-kit';
import { Client } from 'pg';

import type { Caller } from './a-caller.builder.js';
import { signIn } from './a-caller.builder.js';
import { nothingToKeep } from './nothing-to-keep.builder.js';

export type Bus = 'postgres' | 'kafka';
export type Standing = {
  readonly name: string;
  readonly state: string;
  readonly pid?: number;
  readonly port?: number;
  readonly restarts: number;
};

const launcher = fileURLToPath(new URL('../deploy/dist/main.js', import.meta.url));
/** The processes of one county after the other load the same modules. */
const compiled = fileURLToPath(new URL('../.cache/journeys', import.meta.url));
const READY_WITHIN = 180_000;
/** A Monday in term; the county's clock runs on from here until a journey sets it. */
const FIRST_DAY = '2026-10-12T10:00:00+08:00';

/** Everything a county prints until it is ready, and the end of every log when it never is. */
class Printed {
  text = '';
  readonly ready: Promise<string>;

  constructor(child: ChildProcess, logs: () => string) {
    this.ready = new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`the county is not ready:\n${this.text}\n${logs()}`)),
        READY_WITHIN,
      );
      const read = (chunk: Buffer): void => {
        this.text += chunk.toString('utf8');
        const url = /^Shulian is ready: (\S+)$/m.exec(this.text)?.[1];
        if (url === undefined) return;
        clearTimeout(late);
        resolve(url);
      };
      child.stdout?.on('data', read);
      child.stderr?.on('data', read);
      child.once('exit', (code) => {
        clearTimeout(late);
        reject(
          new Error(`the county ended with ${String(code)} before it was ready:\n${this.text}\n${logs()}`),
        );
      });
    });
  }
}

/** A whole county as `npm start -- --empty` starts it, on a data folder and ports of its own. */
export class County {
  private constructor(
    readonly bus: Bus,
    readonly url: string,
    readonly folder: string,
    readonly admin: Caller,
    /** Where the broker listens; empty on the bus in PostgreSQL. */
    readonly brokers: readonly string[],
    readonly topicPrefix: string,
    private readonly child: ChildProcess,
    private readonly printed: Printed,
  ) {}

  /**
   * @param settings environment variables beside those that every county of a journey gets
   * @param isSample with the sample county of `npm start` in it
   * @param given a folder with a county in it; left out: a new one
   * @returns null when Kafka was asked for and there is none on this machine
   */
  static async start(
    bus: Bus,
    settings: Readonly<Record<string, string>> = {},
    isSample = false,
    given?: string,
  ): Promise<County | null> {
    const broker = bus === 'kafka' ? await brokerFor() : { kind: 'none' as const };
    if (broker.kind === 'missing') return null;
    const folder = given ?? (await freshFolder(`county-${bus}`));
    const password = settings['SHULIAN_ADMIN_PASSWORD'] ?? randomBytes(12).toString('base64url');
    writeFileSync(join(folder, 'journey-clock'), FIRST_DAY);
    const { KAFKA_BROKERS: _named, DATABASE_URL: _other, ...environment } = process.env;
    const child = spawn(
      process.execPath,
      [
        '--enable-source-maps',
        launcher,
        'start',
        ...(isSample ? [] : ['--empty']),
        ...(broker.kind === 'own' ? ['--kafka'] : []),
      ],
      {
        env: {
          ...environment,
          SHULIAN_PORT: '0',
          SHULIAN_DATA_DIR: folder,
          SHULIAN_ADMIN_PASSWORD: password,
          SHULIAN_BUS: bus,
          SHULIAN_PASSWORD_COST: '10',
          NODE_COMPILE_CACHE: compiled,
          // What it prints is read below.
          LC_ALL: 'en_GB.UTF-8',
          // The sample county has lent up to today, and is not loaded on another clock.
          ...(isSample ? {} : { SHULIAN_CLOCK: `@${join(folder, 'journey-clock')}` }),
          ...(broker.kind === 'shared'
            ? { KAFKA_BROKERS: broker.brokers.join(','), SHULIAN_TOPIC_PREFIX: broker.prefix }
            : {}),
          ...settings,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const printed = new Printed(child, () => lastLines(folder));
    const [url] = await Promise.all([
      printed.ready,
      nothingToKeep(folder, () => child.exitCode !== null || child.signalCode !== null),
    ]).catch((error: unknown) => {
      // Nobody gets to know this county who could stop it.
      child.kill('SIGINT');
      throw error;
    });
    const own = /Apache Kafka (\S+) listens at (\S+)/.exec(printed.text);
    if (own !== null)
      note('server', `Kafka: Apache Kafka ${String(own[1])} from the Maven jars, started by the launcher`);
    const admin = await signIn(url, 'admin', password);
    const brokers = broker.kind === 'shared' ? broker.brokers : (own?.[2]?.split(',') ?? []);
    const prefix = broker.kind === 'shared' ? broker.prefix : '';
    return new County(bus, url, folder, admin, brokers, prefix, child, printed);
  }

  /** What `npm run services -- <verb> <name>` does. */
  async control(verb: 'status' | 'start' | 'stop' | 'kill', name = ''): Promise<readonly Standing[]> {
    const { url, secret } = this.read('control.json') as { url: string; secret: string };
    const answer = await fetch(`${url}/${verb}/${name}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}` },
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${verb} ${name}: ${text}`);
    return JSON.parse(text) as Standing[];
  }

  async standingOf(service: string): Promise<Standing> {
    const found = (await this.control('status')).find(({ name }) => name === service);
    if (found === undefined) throw new Error(`${service} is not among the services`);
    return found;
  }

  /** Moves the county's clock; it runs on from there. Tokens and leases keep real time. */
  async setClock(instant: string): Promise<void> {
    const file = join(this.folder, 'journey-clock');
    writeFileSync(file, instant);
    // The services notice by the time of change, which two writes in one tick would share.
    const now = new Date();
    utimesSync(file, now, now);
    await pause(300);
  }

  /** Every line that the services of this county have logged so far. */
  async logLines(): Promise<string[]> {
    // They write in lumps, four times a second at the latest.
    await pause(600);
    const folder = join(this.folder, 'logs');
    return readdirSync(folder).flatMap((file) =>
      readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean),
    );
  }

  /** Asks the county's PostgreSQL as its owner: for what no public door shows, such as the log of events. */
  async sql<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const { postgres } = this.read('processes.json') as { postgres: { port: number } };
    const password = readFileSync(join(this.folder, 'postgres.password'), 'utf8').trim();
    const client = new Client({
      host: '127.0.0.1',
      port: postgres.port,
      user: 'postgres',
      password,
      database: 'postgres',
    });
    await client.connect();
    try {
      return (await client.query(text, [...values])).rows as Row[];
    } finally {
      await client.end();
    }
  }

  /** Ctrl-C. @throws Error unless everything ended in order */
  async stop(): Promise<void> {
    const ended = new Promise<number | null>((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGINT');
    const code = this.child.exitCode ?? (await ended);
    if (code !== 0) throw new Error(`the county stopped with ${String(code)}:\n${this.printed.text}`);
  }

  /** The password of a sign-in of the sample county. */
  samplePassword(username: string): string {
    const { signIns } = this.read('sample.json') as { signIns: { username: string; password: string }[] };
    const found = signIns.find((each) => each.username === username);
    if (found === undefined) throw new Error(`the sample county has no ${username}`);
    return found.password;
  }

  private read(file: string): unknown {
    return JSON.parse(readFileSync(join(this.folder, file), 'utf8'));
  }
}

type Broker =
  | { readonly kind: 'none' | 'own' | 'missing' }
  | { readonly kind: 'shared'; readonly brokers: string[]; readonly prefix: string };

/** A broker of the county's own can be stopped; without the jars it is that of the test run, and the relays pause. */
async function brokerFor(): Promise<Broker> {
  const named = process.env['KAFKA_BROKERS'] ?? '';
  if (named === '' && whyNoKafkaFromJars() === undefined) return { kind: 'own' };
  const found = await kafkaForTests();
  if ('missing' in found) return { kind: 'missing' };
  return { kind: 'shared', brokers: found.brokers, prefix: found.topicPrefix };
}

/** Whether a county on Kafka can be started here; without, what needs one is skipped and its reason told. */
export const hasBroker = async (): Promise<boolean> => (await brokerFor()).kind !== 'missing';

function lastLines(folder: string): string {
  try {
    const logs = join(folder, 'logs');
    return readdirSync(logs)
      .map(
        (file) =>
          `${file}:\n${readFileSync(join(logs, file), 'utf8').trimEnd().split('\n').slice(-5).join('\n')}`,
      )
      .join('\n');
  } catch {
    return '';
  }
}
