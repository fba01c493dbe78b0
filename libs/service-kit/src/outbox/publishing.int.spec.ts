import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventBytes, publicationBytes } from '@shulian/contracts/envelope';
import { describeWithKafka, freshDatabase, freshKafka, type FreshDatabase } from '@shulian/test-kit';
import kafkajs from 'kafkajs';
import { Client } from 'pg';
import { countingDefinition, CounterRaised } from '../testing/a-counting-service.builder.js';
import { asAdminOf, makeTopic } from '../testing/counting-process.builder.js';
import {
  eventually,
  migrateForTests,
  startForTests,
  type ServiceForTests,
} from '../testing/service-for-tests.builder.js';

// What a bus does to the relay: events that are large, more than it takes at once or ever, and a bus that is slow.

const LONG = 40_000;
const topic = CounterRaised.topic.name;

/** Puts events of a size into the outbox, as one transaction of an import does. */
async function write(
  counting: ServiceForTests,
  events: readonly { readonly key: string; readonly bytes: number }[],
): Promise<void> {
  const payloads = events.map(({ key, bytes }, n) => {
    const payload = {
      specversion: '1.0',
      id: randomUUID(),
      type: CounterRaised.type,
      subject: key,
      partitionkey: key,
      time: '2026-10-12T04:00:00.000Z',
      aggregateversion: n + 1,
      data: { counter: key, by: 1, value: n + 1, padding: '' },
    };
    payload.data.padding = 'x'.repeat(Math.max(0, bytes - JSON.stringify(payload).length));
    return JSON.stringify(payload);
  });
  await counting.sql(
    `insert into outbox (event_id, topic, key, agg_version, type, payload, occurred_at)
     select (payload::json ->> 'id')::uuid, $1, payload::json ->> 'subject', ord, $2, payload::json, clock_timestamp()
     from unnest($3::text[]) with ordinality as e(payload, ord) order by ord`,
    [topic, CounterRaised.type, payloads],
  );
}

const keysOf = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${name}-${n}`);

type Bus = {
  readonly settings: Readonly<Record<string, unknown>>;
  /** how many events lie on the log, doubled ones too */
  inLog(counting: ServiceForTests): Promise<number>;
  /** how many bytes the bus takes as one */
  takesAtOnce(counting: ServiceForTests, bytes: number | null): Promise<void>;
};

function publishes(bus: Bus, owner: () => string): void {
  let counting: ServiceForTests;
  beforeAll(async () => {
    counting = await startForTests(countingDefinition, {
      ownerUrl: owner(),
      settings: bus.settings,
      migrated: true,
    });
  });
  afterAll(() => counting.stop());
  const mirrored = async (name: string): Promise<string[]> =>
    (
      await counting.sql<{ name: string }>(
        `select name from mirror where name like $1 and effects = 1 order by length(name), name`,
        [`${name}%`],
      )
    ).map((row) => row.name);
  const unsent = async (): Promise<string[]> =>
    (
      await counting.sql<{ key: string }>('select key from outbox where published_at is null order by id')
    ).map(({ key }) => key);

  it('120 rows of a title list, each as large as an event may be, arrive, and none is sent twice', async () => {
    const keys = keysOf('large', 120);
    const before = await bus.inLog(counting);
    await write(
      counting,
      keys.map((key) => ({ key, bytes: eventBytes })),
    );
    await eventually(async () => expect(await mirrored('large')).toEqual(keys), LONG);
    expect(await unsent()).toEqual([]);
    expect((await bus.inLog(counting)) - before).toBe(120);
  });

  it('a bus that takes less than we think gets less, and what it took is not sent again', async () => {
    // Of one key, so that a request that is refused has nothing in it that was taken.
    await bus.takesAtOnce(counting, 60_000);
    try {
      const before = await bus.inLog(counting);
      const events = Array.from({ length: 40 }, (_, n) => ({ key: 'narrow', bytes: 8_000, n }));
      await write(counting, events);
      await eventually(async () => expect(await unsent()).toEqual([]), LONG);
      expect((await bus.inLog(counting)) - before).toBe(40);
      await eventually(async () => {
        const [row] = await counting.sql(`select value, effects from mirror where name = 'narrow'`);
        expect(row).toEqual({ value: 40, effects: 40 });
      }, LONG);
    } finally {
      await bus.takesAtOnce(counting, null);
    }
  });

  it('an event that the bus never takes is set aside with what comes behind it, and the others flow', async () => {
    await bus.takesAtOnce(counting, 60_000);
    await write(counting, [
      { key: 'aside-before', bytes: 300 },
      { key: 'refused', bytes: 300 },
      { key: 'refused', bytes: 90_000 },
      { key: 'refused', bytes: 300 },
      { key: 'aside-after', bytes: 300 },
    ]);
    await eventually(
      async () => expect(await mirrored('aside')).toEqual(['aside-after', 'aside-before']),
      LONG,
    );
    expect(await unsent()).toEqual(['refused', 'refused']);
    // It stays so, and grows no duplicates.
    await write(counting, [{ key: 'later', bytes: 300 }]);
    await eventually(async () => expect(await mirrored('later')).toEqual(['later']), LONG);
    const logged = await bus.inLog(counting);
    await pause(2_000);
    expect(await bus.inLog(counting)).toBe(logged);

    const admin = await counting.signer.account({ role: 'county-admin' });
    const asAdmin = { authorization: `Bearer ${admin}`, 'content-type': 'application/json' };
    const list = `${counting.url}/api/v1/operations/counting/set-aside-events`;
    const aside = (await (await fetch(list, { headers: asAdmin })).json()) as { items: unknown[] };
    expect(aside.items).toEqual([
      expect.objectContaining({ topic, key: 'refused', bytes: 90_000, why: expect.any(String) }),
    ]);
    await bus.takesAtOnce(counting, null);
    const sending = await fetch(`${list}/sendings`, {
      method: 'POST',
      headers: asAdmin,
      body: JSON.stringify({ topic, key: 'refused' }),
    });
    expect(await sending.json()).toEqual({ events: 1 });
    await eventually(async () => {
      const [row] = await counting.sql(`select value, effects from mirror where name = 'refused'`);
      expect(row).toEqual({ value: 4, effects: 3 });
    }, LONG);
    expect(await unsent()).toEqual([]);
  });

  it('what is too long to be told is refused to the one who wrote it, and nothing of it is kept', async () => {
    const token = await counting.signer.account({ role: 'librarian', schoolId: randomUUID() });
    const raise = (counter: string): Promise<Response> =>
      fetch(`${counting.url}/api/v1/counters`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify({ counter, by: 1 }),
      });
    for (const length of [199, 200]) expect((await raise('长'.repeat(length))).status).toBe(201);
    const refused = await raise('长'.repeat(201));
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      code: 'request.too-long',
      title: '内容超出长度限制',
      errors: [{ pointer: '/counter', code: 'too-long' }],
    });
    expect(await counting.sql('select from counter where length(name) > 200')).toEqual([]);
  });
}

describe('publishing to the log in Postgres', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase('publishing');
    await migrateForTests(database.ownerUrl, countingDefinition);
  });
  publishes(
    {
      settings: {},
      inLog: async (counting) =>
        (
          await counting.sql<{ n: number }>('select count(*)::int as n from bus.log where topic = $1', [
            topic,
          ])
        )[0]?.n ?? 0,
      // The log itself takes what its disk holds; a check of somebody's own may be stricter.
      takesAtOnce: async (counting, bytes) => {
        await counting.sql('alter table bus.log drop constraint if exists narrow');
        if (bytes !== null)
          await counting.sql(
            `alter table bus.log add constraint narrow check (octet_length(payload::text) < ${bytes}) not valid`,
          );
      },
    },
    () => database.ownerUrl,
  );
  afterAll(() => database.drop());
});

describe('a log in Postgres', () => {
  it('that is slow to take events keeps their leader, and gets them once', async () => {
    const database = await freshDatabase('publishing_slowly');
    const counting = await startForTests(countingDefinition, { ownerUrl: database.ownerUrl });
    const other = new Client({ connectionString: database.ownerUrl });
    await other.connect();
    const leaders = (): Promise<{ pid: number }[]> =>
      counting.sql(
        `select pid from pg_stat_activity where application_name = 'shulian-counting-relay' and datname = current_database()`,
      );
    try {
      const leading = await eventually(async () => {
        const rows = await leaders();
        expect(rows).toHaveLength(1);
        return rows;
      });
      await other.query('begin; select from bus.part for update');
      await write(counting, [{ key: 'slow', bytes: 300 }]);
      await pause(13_000);
      await other.query('commit');
      await eventually(async () => {
        const unsent = await counting.sql(`select from outbox where key = 'slow' and published_at is null`);
        expect(unsent).toEqual([]);
      }, 2_000);
      expect(await leaders()).toEqual(leading);
    } finally {
      await other.end();
      await counting.stop();
      await database.drop();
    }
  });
});

const inTopic = (brokers: string[], name: string): Promise<number> =>
  asAdminOf(brokers, async (admin) =>
    (await admin.fetchTopicOffsets(name)).reduce((sum, { high }) => sum + Number(high), 0),
  );

await describeWithKafka('publishing to Kafka', (kafka) => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase('publishing_kafka');
    await migrateForTests(database.ownerUrl, countingDefinition);
    await makeTopic(kafka.brokers, kafka.topicPrefix);
  });
  publishes(
    {
      settings: {
        SHULIAN_BUS: 'kafka',
        KAFKA_BROKERS: kafka.brokers.join(','),
        SHULIAN_TOPIC_PREFIX: kafka.topicPrefix,
      },
      inLog: () => inTopic(kafka.brokers, kafka.topicPrefix + topic),
      takesAtOnce: (_, bytes) =>
        asAdminOf(kafka.brokers, async (admin) => {
          await admin.alterConfigs({
            validateOnly: false,
            resources: [
              {
                type: kafkajs.ConfigResourceTypes.TOPIC,
                name: kafka.topicPrefix + topic,
                configEntries: [{ name: 'max.message.bytes', value: String(bytes ?? 2 * publicationBytes) }],
              },
            ],
          });
        }),
    },
    () => database.ownerUrl,
  );
  afterAll(() => database.drop());

  it('a broker that stands still for longer than a session may be silent gets them once', async () => {
    const own = await freshKafka(1);
    if ('missing' in own) throw new Error(own.missing);
    const ofIts = await freshDatabase('publishing_slow_broker');
    try {
      await makeTopic(own.brokers, '');
      const counting = await startForTests(countingDefinition, {
        ownerUrl: ofIts.ownerUrl,
        settings: { SHULIAN_BUS: 'kafka', KAFKA_BROKERS: own.brokers.join(',') },
      });
      try {
        await write(counting, [{ key: 'before', bytes: 300 }]);
        await eventually(async () => expect(await inTopic(own.brokers, topic)).toBe(1), LONG);
        await pause(500);
        const [broker = 0] = own.pids;
        process.kill(broker, 'SIGSTOP');
        try {
          await write(counting, [{ key: 'slow', bytes: 300 }]);
          await pause(14_000);
        } finally {
          process.kill(broker, 'SIGCONT');
        }
        await eventually(async () => {
          const unsent = await counting.sql('select key from outbox where published_at is null');
          expect(unsent).toEqual([]);
        }, 10_000);
        await pause(1_500);
        expect(await inTopic(own.brokers, topic)).toBe(2);
      } finally {
        await counting.stop();
      }
    } finally {
      await own.stop();
      await ofIts.drop();
    }
  }, 120_000);
});
