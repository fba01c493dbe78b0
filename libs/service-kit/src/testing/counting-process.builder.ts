import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect } from '@jest/globals';
import type { TokenClaims } from '@shulian/contracts/access';
import { spawnFromSource } from '@shulian/test-kit';
import kafkajs from 'kafkajs';
import { Client } from 'pg';
import { CounterRaised, countingWatermark } from './a-counting-service.builder.js';
import { eventually, serviceUrl, type SignerForTests } from './service-for-tests.builder.js';

/** As long as a restart may take to show, in milliseconds: a Kafka group waits out the session of a dead member. */
export const LONG = 40_000;
/** As long as a service may take to end in order, in milliseconds. */
const END_MS = 20_000;
/** Always the same caller: an idempotency key means something only to the one who gave it. */
const librarian: TokenClaims = {
  sub: randomUUID(),
  kind: 'account',
  grants: [{ role: 'librarian', schoolId: randomUUID() }],
  scopes: [],
  schools: null,
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Where a toy service lives: its database, the signer of its tokens, its bus. */
export type County = {
  readonly ownerUrl: () => string;
  readonly signer: () => SignerForTests;
  readonly settings: Readonly<Record<string, unknown>>;
};

/** The toy service as a process that can be killed. */
export class Counting {
  private constructor(
    readonly child: ChildProcess,
    readonly url: string,
    private readonly token: string,
  ) {}

  static async start(
    county: County,
    settings: Readonly<Record<string, unknown>> = {},
    /** `healthz`: as soon as it answers, also without its bus. */
    door: 'readyz' | 'healthz' = 'readyz',
  ): Promise<Counting> {
    const port = await freePort();
    const child = spawnFromSource(
      new URL('./run-counting-service.builder.ts', import.meta.url),
      [
        JSON.stringify({
          PORT: port,
          SERVICE_DATABASE_URL: serviceUrl(county.ownerUrl(), 'counting'),
          SHULIAN_JWKS_FILE: county.signer().jwksFile,
          SHULIAN_LOG_LEVEL: 'error',
          SHULIAN_KAFKA_SESSION_MS: 6_000,
          ...county.settings,
          ...settings,
        }),
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const counting = new Counting(child, `http://127.0.0.1:${port}`, await county.signer().sign(librarian));
    started.add(counting);
    await eventually(async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      expect((await fetch(`${counting.url}/${door}`)).status).toBe(200);
    }, LONG);
    return counting;
  }

  async raise(counter: string, key = randomUUID()): Promise<number> {
    const answer = await fetch(`${this.url}/api/v1/counters`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify({ counter, by: 1 }),
    });
    if (answer.status !== 201) throw new Error(`answered ${answer.status}`);
    return ((await answer.json()) as { value: number }).value;
  }

  /** Resolves when the process has died by SIGKILL. */
  async died(): Promise<void> {
    if (this.child.signalCode === null && this.child.exitCode === null) await once(this.child, 'exit');
    expect(this.child.signalCode).toBe('SIGKILL');
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    started.delete(this);
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    // One that a test has stopped and not continued hears nothing but SIGKILL.
    this.child.kill('SIGCONT');
    this.child.kill(signal);
    const late = setTimeout(() => this.child.kill('SIGKILL'), END_MS);
    await exited;
    clearTimeout(late);
  }
}

const started = new Set<Counting>();
const atWork = new Set<{ stop(): Promise<void> }>();
/** Ends what a test left running, in order: to be called after each test. */
export const stopStarted = async (): Promise<void> => {
  const desks = [...atWork].map((each) => each.stop());
  await Promise.all([...started].map((counting) => counting.kill('SIGTERM')));
  await Promise.all(desks);
};

/** What holds when nothing is under way: each raise has one effect, nothing is left to send or parked. */
export async function allIsDigested(ownerUrl: string): Promise<void> {
  await eventually(async () => {
    const wrong = await sql(
      ownerUrl,
      `select name from counter left join mirror using (name)
       where counter.value is distinct from mirror.value or mirror.effects <> mirror.value
       union all select key from outbox where published_at is null
       union all select key from parked_event where resolved_at is null`,
    );
    expect(wrong).toEqual([]);
  }, LONG);
}

/** An admin of a broker, for the time of the work. */
export async function asAdminOf<T>(
  brokers: string[],
  work: (admin: kafkajs.Admin) => Promise<T>,
): Promise<T> {
  const admin = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING }).admin();
  try {
    await admin.connect();
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}

/** The topics of the toy service on a broker. */
export async function makeTopic(brokers: string[], topicPrefix: string): Promise<void> {
  await asAdminOf(brokers, (admin) =>
    admin.createTopics({
      waitForLeaders: true,
      topics: [CounterRaised, countingWatermark].map(({ topic: { name, partitions } }) => ({
        topic: topicPrefix + name,
        numPartitions: partitions,
        replicationFactor: 1,
      })),
    }),
  );
}

/** Takes from a broker all that it knows of a group, as when its offsets have expired. */
export async function forgetGroup(brokers: string[], group: string): Promise<void> {
  await asAdminOf(brokers, (admin) => admin.deleteGroups([group]));
}

/** Desks that raise counters until they are told to stop; an answer counts as acknowledged. */
export function desksAtWork(
  counting: Counting,
  desks: number,
): { acknowledged: number; stop(): Promise<void> } {
  const work = { acknowledged: 0, working: true };
  const running = Array.from({ length: desks }, async (_, desk) => {
    while (work.working) {
      try {
        await counting.raise(`desk-${desk}`);
        work.acknowledged += 1;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  });
  const desksNow = {
    get acknowledged() {
      return work.acknowledged;
    },
    stop: async () => {
      work.working = false;
      await Promise.all(running);
      atWork.delete(desksNow);
    },
  };
  atWork.add(desksNow);
  return desksNow;
}

/** A query as the owner, on a connection of its own. */
export async function sql<Row>(ownerUrl: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: ownerUrl, options: '-c search_path=counting' });
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}
