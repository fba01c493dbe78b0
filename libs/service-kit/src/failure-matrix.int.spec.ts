import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  describeWithKafka,
  freshDatabase,
  freshPostgres,
  spawnFromSource,
  type FreshDatabase,
} from '@shulian/test-kit';
import type { TokenClaims } from '@shulian/contracts/access';
import kafkajs from 'kafkajs';
import { Client } from 'pg';
import { republishSince } from './replay/republish.js';
import { countingDefinition, CounterRaised } from './testing/a-counting-service.builder.js';
import {
  eventually,
  migrateForTests,
  serviceUrl,
  SignerForTests,
} from './testing/service-for-tests.builder.js';

// The failure matrix of the event backbone: what is left behind when something dies at the worst moment, and that a
// restart mends it. Every service here is a process of its own and dies by SIGKILL.

const LONG = 40_000;
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

type County = {
  readonly ownerUrl: () => string;
  readonly signer: () => SignerForTests;
  readonly settings: Readonly<Record<string, unknown>>;
};

class Counting {
  private constructor(
    readonly child: ChildProcess,
    readonly url: string,
    private readonly token: string,
  ) {}

  static async start(county: County, settings: Readonly<Record<string, unknown>> = {}): Promise<Counting> {
    const port = await freePort();
    const child = spawnFromSource(
      new URL('./testing/run-counting-service.builder.ts', import.meta.url),
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
      expect((await fetch(`${counting.url}/readyz`)).status).toBe(200);
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
    this.child.kill(signal);
    await exited;
  }
}

const started = new Set<Counting>();
afterEach(async () => {
  await Promise.all([...started].map((counting) => counting.kill('SIGTERM')));
});

async function sql<Row>(ownerUrl: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: ownerUrl, options: '-c search_path=counting' });
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** The rows that hold on either bus. */
function survives(county: County): void {
  const query = <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
    sql(county.ownerUrl(), text, values);
  const mirror = async (counter: string): Promise<{ value: number; effects: number } | undefined> =>
    (
      await query<{ value: number; effects: number }>('select value, effects from mirror where name = $1', [
        counter,
      ])
    )[0];
  const unsent = async (counter = '%'): Promise<number> =>
    (await query('select from outbox where published_at is null and key like $1', [counter])).length;
  /** The projection has each raise once, and nothing is left to send that a later test would stumble over. */
  const mirrored = (counter: string, value: number): Promise<void> =>
    eventually(async () => {
      expect(await mirror(counter)).toEqual({ value, effects: value });
      expect(await unsent()).toBe(0);
    }, LONG);

  it('a service that dies before its commit leaves nothing, and the client tries again', async () => {
    const dying = await Counting.start(county, { SHULIAN_CRASH_AT: 'command.beforeCommit' });
    const key = randomUUID();
    await expect(dying.raise('before-commit', key)).rejects.toThrow();
    await dying.died();
    expect(await query(`select from counter where name = 'before-commit'`)).toEqual([]);
    expect(await query(`select from outbox where key = 'before-commit'`)).toEqual([]);
    const alive = await Counting.start(county);
    expect(await alive.raise('before-commit', key)).toBe(1);
    await mirrored('before-commit', 1);
  });

  it('a service that dies between commit and answer has done it once, and says so when asked again', async () => {
    const dying = await Counting.start(county, { SHULIAN_CRASH_AT: 'command.afterCommit' });
    const key = randomUUID();
    await expect(dying.raise('after-commit', key)).rejects.toThrow();
    await dying.died();
    const alive = await Counting.start(county);
    expect(await alive.raise('after-commit', key)).toBe(1);
    await mirrored('after-commit', 1);
    expect(await query(`select from outbox where key = 'after-commit'`)).toHaveLength(1);
  });

  it.each(['relay.beforePublish', 'relay.afterPublish'])(
    'a relay that dies at %s sends nothing too few, and nothing is digested twice',
    async (point) => {
      const counter = point;
      const dying = await Counting.start(county, { SHULIAN_CRASH_AT: point });
      await dying.raise(counter).catch(() => undefined);
      await dying.died();
      expect(await unsent(counter)).toBe(1);
      const alive = await Counting.start(county);
      await alive.raise(counter);
      await mirrored(counter, 2);
    },
  );

  it.each(['handler.beforeCommit', 'handler.afterCommit'])(
    'a consumer that dies at %s gets the event again, with one effect',
    async (point) => {
      const counter = point;
      const dying = await Counting.start(county, { SHULIAN_CRASH_AT: point });
      const key = randomUUID();
      await dying.raise(counter, key).catch(() => undefined);
      await dying.died();
      const alive = await Counting.start(county);
      expect(await alive.raise(counter, key)).toBe(1);
      await alive.raise(counter);
      await mirrored(counter, 2);
      expect(await query(`select from parked_event`)).toEqual([]);
    },
  );

  it('while nothing reaches the bus commands go on; afterwards everything arrives, in order', async () => {
    const paused = join(county.signer().folder, 'paused');
    writeFileSync(paused, '');
    const counting = await Counting.start(county, { SHULIAN_RELAY_PAUSED_FILE: paused });
    for (let n = 1; n <= 5; n += 1) expect(await counting.raise('paused')).toBe(n);
    expect(await unsent('paused')).toBe(5);
    expect(await mirror('paused')).toBeUndefined();
    rmSync(paused);
    await mirrored('paused', 5);
  });

  it('a second instance takes over the post when the first dies', async () => {
    const first = await Counting.start(county);
    await first.raise('two-relays');
    await mirrored('two-relays', 1);
    const second = await Counting.start(county);
    const writes = Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? first : second).raise('two-relays'));
    await Promise.all(writes);
    await first.kill();
    await second.raise('two-relays');
    await mirrored('two-relays', 22);
  });

  it('a log that lost acknowledged events gets them again from the outbox, without a second effect', async () => {
    const counting = await Counting.start(county);
    await counting.raise('republished');
    await mirrored('republished', 1);
    const since = new Date(Date.now() - 3_600_000).toISOString();
    const client = new Client({ connectionString: county.ownerUrl(), options: '-c search_path=counting' });
    await client.connect();
    const rows = {
      rows: async <Row>(text: unknown, values: readonly unknown[] = []) =>
        (await client.query(String(text), [...values])).rows as Row[],
    };
    expect(await republishSince(rows, since)).toBeGreaterThan(0);
    await client.end();
    await counting.raise('republished');
    await mirrored('republished', 2);
    await eventually(async () => expect(await unsent()).toBe(0), LONG);
    const doubled = await query(`select name from mirror where effects <> value`);
    expect(doubled).toEqual([]);
  });

  it('a poison event blocks its key alone, and is digested after the cause is mended', async () => {
    const counting = await Counting.start(county);
    await query(`insert into poison values ('poisoned')`);
    for (let n = 0; n < 3; n += 1) await counting.raise('poisoned');
    await counting.raise('healthy');
    await mirrored('healthy', 1);
    await eventually(
      async () => expect(await query(`select from parked_event where resolved_at is null`)).toHaveLength(3),
      LONG,
    );
    expect(await mirror('poisoned')).toBeUndefined();
    await query(`delete from poison`);
    const admin = await county.signer().account({ role: 'county-admin' });
    const parked = (await (
      await fetch(`${counting.url}/api/v1/operations/counting/parked-events`, {
        headers: { authorization: `Bearer ${admin}` },
      })
    ).json()) as { items: { handler: string; topic: string; key: string }[] };
    expect(parked.items.map((item) => item.key)).toEqual(['poisoned', 'poisoned', 'poisoned']);
    const { handler, topic, key } = parked.items[0] ?? { handler: '', topic: '', key: '' };
    const replay = await fetch(`${counting.url}/api/v1/operations/counting/parked-events/replays`, {
      method: 'POST',
      headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' },
      body: JSON.stringify({ handler, topic, key }),
    });
    expect(await replay.json()).toEqual({ resolved: 3 });
    await mirrored('poisoned', 3);
    await counting.raise('poisoned');
    await mirrored('poisoned', 4);
  });

  it('two consumers that run the same event, one of them a zombie, have one effect', async () => {
    const zombie = await Counting.start(county);
    await zombie.raise('zombie');
    await mirrored('zombie', 1);
    zombie.child.kill('SIGSTOP');
    const alive = await Counting.start(county);
    for (let n = 0; n < 5; n += 1) await alive.raise('zombie');
    await mirrored('zombie', 6);
    zombie.child.kill('SIGCONT');
    await alive.raise('zombie');
    await mirrored('zombie', 7);
  });
}

let signer: SignerForTests;
beforeAll(async () => {
  signer = await SignerForTests.make();
});
afterAll(() => signer.remove());

describe('the failure matrix on the log in Postgres', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase('failure_matrix');
    await migrateForTests(database.ownerUrl, countingDefinition);
  });
  afterAll(() => database.drop());
  survives({ ownerUrl: () => database.ownerUrl, signer: () => signer, settings: {} });

  it('a group whose position was lost reads from the beginning, and digests nothing again', async () => {
    const counting = await Counting.start({
      ownerUrl: () => database.ownerUrl,
      signer: () => signer,
      settings: {},
    });
    await counting.raise('rewound');
    await eventually(async () =>
      expect(await sql(database.ownerUrl, `select from mirror where name = 'rewound'`)).toHaveLength(1),
    );
    await counting.kill('SIGTERM');
    await sql(database.ownerUrl, 'update bus.grp set committed = 0');
    const again = await Counting.start({
      ownerUrl: () => database.ownerUrl,
      signer: () => signer,
      settings: {},
    });
    await again.raise('rewound');
    await eventually(async () => {
      const lag = await sql<{ lag: string }>(
        database.ownerUrl,
        'select sum(next_offset - committed) as lag from bus.grp join bus.part using (topic, part)',
      );
      expect(Number(lag[0]?.lag)).toBe(0);
    });
    expect(await sql(database.ownerUrl, `select name from mirror where effects <> value`)).toEqual([]);
  });

  it('Postgres killed while desks work: every acknowledged command is there, and digested once', async () => {
    const postgres = await freshPostgres();
    try {
      await migrateForTests(postgres.ownerUrl, countingDefinition);
      const county: County = { ownerUrl: () => postgres.ownerUrl, signer: () => signer, settings: {} };
      const counting = await Counting.start(county);
      let acknowledged = 0;
      let working = true;
      const desks = Array.from({ length: 4 }, async (_, desk) => {
        while (working) {
          try {
            await counting.raise(`desk-${desk}`);
            acknowledged += 1;
          } catch {
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
        }
      });
      await eventually(() => expect(acknowledged).toBeGreaterThan(20), LONG);
      await postgres.kill9();
      await postgres.restart();
      const before = acknowledged;
      await eventually(() => expect(acknowledged).toBeGreaterThan(before + 20), LONG);
      working = false;
      await Promise.all(desks);
      const [total] = await sql<{ raised: string }>(
        postgres.ownerUrl,
        'select sum(value) as raised from counter',
      );
      expect(Number(total?.raised)).toBeGreaterThanOrEqual(acknowledged);
      await eventually(async () => {
        const wrong = await sql(
          postgres.ownerUrl,
          'select name from counter left join mirror using (name) where counter.value is distinct from mirror.value or mirror.effects <> mirror.value',
        );
        expect(wrong).toEqual([]);
      }, LONG);
      await counting.kill('SIGTERM');
    } finally {
      await postgres.stop();
    }
  });
});

await describeWithKafka('the failure matrix on Kafka', (kafka) => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase('failure_matrix_kafka');
    await migrateForTests(database.ownerUrl, countingDefinition);
    const admin = new kafkajs.Kafka({ brokers: kafka.brokers, logLevel: kafkajs.logLevel.NOTHING }).admin();
    await admin.connect();
    await admin.createTopics({
      waitForLeaders: true,
      topics: [
        { topic: kafka.topicPrefix + CounterRaised.topic.name, numPartitions: 8, replicationFactor: 1 },
      ],
    });
    await admin.disconnect();
  });
  afterAll(() => database.drop());
  survives({
    ownerUrl: () => database.ownerUrl,
    signer: () => signer,
    settings: {
      SHULIAN_BUS: 'kafka',
      KAFKA_BROKERS: kafka.brokers.join(','),
      SHULIAN_TOPIC_PREFIX: kafka.topicPrefix,
    },
  });
});
