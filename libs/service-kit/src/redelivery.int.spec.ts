import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWithKafka, freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import kafkajs from 'kafkajs';
import pino from 'pino';
import { Client } from 'pg';
import type { EventBus, OutgoingEvent } from './bus/event-bus.js';
import { KafkaBus } from './bus/kafka-bus.js';
import { PgLogBus } from './bus/pg-log-bus.js';
import { prepareBus } from './database/prepare-schema.js';
import { blindDefinition } from './testing/a-blind-counter.builder.js';
import { CounterRaised } from './testing/a-counting-service.builder.js';
import { forgetGroup } from './testing/counting-process.builder.js';
import {
  eventually,
  migrateForTests,
  serviceUrl,
  startForTests,
  type ServiceForTests,
} from './testing/service-for-tests.builder.js';

// Redelivery at any age, and logs that are not what they were: every event acts once. The room under test counts blindly.

const LONG = 40_000;
const log = pino({ level: 'silent' });
const TOPICS = blindDefinition.events.map(({ topic }) => topic);

type Bus = {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly open: (ownerUrl: string) => EventBus;
  /** Whatever the bus itself remembers of groups is lost. */
  readonly forgetGroups: (ownerUrl: string) => Promise<unknown>;
  /** All topics are made anew, empty. */
  readonly makeLogAnew: (ownerUrl: string) => Promise<unknown>;
};

function actsOnce(bus: Bus): void {
  let database: FreshDatabase;
  let running: ServiceForTests[] = [];
  const start = async (settings: Readonly<Record<string, unknown>> = {}): Promise<ServiceForTests> => {
    const service = await startForTests(blindDefinition, {
      ownerUrl: database.ownerUrl,
      migrated: true,
      settings: { ...bus.settings, ...settings },
    });
    running.push(service);
    return service;
  };
  const stopAll = async (): Promise<void> => {
    for (const service of running.splice(0)) await service.stop();
  };
  const query = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> => {
    const owner = new Client({
      connectionString: database.ownerUrl,
      options: `-c search_path=${blindDefinition.name}`,
    });
    await owner.connect();
    try {
      return (await owner.query(text, values)).rows as Row[];
    } finally {
      await owner.end();
    }
  };
  const raise = async (service: ServiceForTests, counter: string, times = 1): Promise<void> => {
    const token = await service.signer.account({ role: 'librarian', schoolId: randomUUID() });
    for (let n = 0; n < times; n += 1) {
      const answer = await fetch(`${service.url}/api/v1/counters`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify({ counter, by: 1 }),
      });
      expect(answer.status).toBe(201);
    }
  };
  const raiseAll = async (
    service: ServiceForTests,
    counters: readonly string[],
    times = 1,
  ): Promise<void> => {
    for (const counter of counters) await raise(service, counter, times);
  };
  /** Every raise has one effect and one echo, and nothing waits. */
  const isExact = (): Promise<void> =>
    eventually(async () => {
      expect(
        await query(
          `select c.name, c.value as raised, t.effects, m.effects as mirrored from counter c left join tally t using (name)
             left join mirror m using (name)
           where t.effects is distinct from c.value or m.effects is distinct from c.value`,
        ),
      ).toEqual([]);
      expect(await query('select key from outbox where published_at is null')).toEqual([]);
      expect(await query('select error from parked_event')).toEqual([]);
    }, LONG);
  const echoes = async (): Promise<number> =>
    (await query(`select from outbox where topic = 'shulian.counting.echo'`)).length;
  const why = async (service: ServiceForTests): Promise<string> => {
    const readiness = (await (await fetch(`${service.url}/readyz`)).json()) as {
      status: string;
      why: string[];
    };
    return `${readiness.status}: ${readiness.why.join('; ')}`;
  };
  const events = (counter: string, count: number): OutgoingEvent[] =>
    Array.from({ length: count }, (_, n) => {
      const { type, topic, key, data } = CounterRaised.announce({ counter, by: 1, value: n + 1 }, n + 1);
      const eventId = randomUUID();
      const payload = JSON.stringify({
        specversion: '1.0',
        id: eventId,
        type,
        subject: key,
        partitionkey: key,
        time: '2026-10-12T04:00:00.000Z',
        aggregateversion: n + 1,
        data,
      });
      return { eventId, topic: topic, key, type, payload };
    });
  const counters = ['a', 'b', 'c', 'd', 'e'];

  beforeAll(async () => {
    database = await freshDatabase('redelivery');
    await migrateForTests(database.ownerUrl, blindDefinition);
  });
  afterEach(stopAll);
  afterAll(() => database.drop());

  it('an inbox that has forgotten everything and a log that is read from its start leave every figure as it was', async () => {
    await raiseAll(await start(), counters, 4);
    await isExact();
    const before = await echoes();
    await stopAll();
    await query('delete from inbox');
    await bus.forgetGroups(database.ownerUrl);
    await raise(await start(), 'a');
    await isExact();
    expect(await echoes()).toBe(before + 1);
    const [positions] = await query<{ moved: string }>(
      `select sum(next_offset)::text as moved from digested_position where topic = $1`,
      [CounterRaised.topic.name],
    );
    // Two rooms, 21 raises each.
    expect(positions?.moved).toBe('42');
  });

  it('tables that were restored with their positions read what they have missed, and nothing twice', async () => {
    const restored = ['tally', 'mirror', 'inbox', 'digested_position', 'parked_event'];
    await raiseAll(await start(), counters, 2);
    await isExact();
    await stopAll();
    for (const table of restored) await query(`create table saved_${table} as select * from ${table}`);
    const [{ last } = { last: '' }] = await query<{ last: string }>(
      'select max(id)::text as last from outbox',
    );
    await raiseAll(await start(), counters, 3);
    await isExact();
    await stopAll();
    for (const table of restored)
      await query(
        `truncate ${table}; insert into ${table} overriding system value select * from saved_${table}`,
      );
    // The counters are another service's, so to say: only what these rooms have announced is restored with them.
    await query(`delete from outbox where topic = 'shulian.counting.echo' and id > $1`, [last]);
    await start();
    await isExact();
  });

  it('a second replica comes and goes, and every event acts once', async () => {
    const one = await start();
    await raiseAll(one, counters);
    const other = await start();
    await raiseAll(one, counters, 2);
    await raiseAll(other, counters, 2);
    running = running.filter((service) => service !== other);
    await other.stop();
    await raiseAll(one, counters);
    await isExact();
  });

  it('a log that was made anew is noticed, and its events are not swallowed', async () => {
    await raiseAll(await start(), counters, 2);
    await isExact();
    await stopAll();
    await bus.makeLogAnew(database.ownerUrl);
    // Fewer than before, so that its end lies before the position.
    const again = await start();
    await raise(again, 'a');
    await isExact();
    expect(await why(again)).toMatch(/degraded: .*(another log|ends at|another event)/);
  });

  it('a log that was made anew and has grown beyond the position is noticed, too', async () => {
    await raise(await start(), 'grown');
    await isExact();
    await stopAll();
    await bus.makeLogAnew(database.ownerUrl);
    const [before] = await query<{ effects: number }>(`select effects from tally where name = 'grown'`);
    const publisher = bus.open(database.ownerUrl);
    // A broker may not lead the partitions of a topic at once that it has just made.
    const grown = events('grown', 40);
    await eventually(() => publisher.publish(grown), LONG);
    await publisher.stop(5_000);
    const again = await start();
    await eventually(async () => {
      const [now] = await query<{ effects: number }>(`select effects from tally where name = 'grown'`);
      expect(now?.effects).toBe((before?.effects ?? 0) + 40);
    }, LONG);
    expect(await why(again)).toMatch(/degraded: .*(another log|another event|ends at)/);
  });
}

describe('redelivery on the log in Postgres', () => {
  const partitions = new Map(TOPICS.map(({ name, partitions: count }) => [name, count]));
  const asOwner = async (ownerUrl: string, text: string): Promise<void> => {
    const owner = new Client({ connectionString: ownerUrl });
    await owner.connect();
    try {
      await owner.query(text);
    } finally {
      await owner.end();
    }
  };
  actsOnce({
    settings: {},
    open: (ownerUrl) =>
      new PgLogBus(
        { url: serviceUrl(ownerUrl, 'counting'), service: 'counting', topicPrefix: '', partitions, pool: 2 },
        log,
      ),
    forgetGroups: (ownerUrl) => asOwner(ownerUrl, 'delete from bus.grp'),
    makeLogAnew: async (ownerUrl) => {
      await asOwner(ownerUrl, 'drop schema bus cascade');
      await prepareBus(ownerUrl, ['counting'], TOPICS as never);
    },
  });
});

await describeWithKafka('redelivery on Kafka', (kafka) => {
  const { brokers, topicPrefix } = kafka;
  const admin = new kafkajs.Kafka({ brokers, logLevel: kafkajs.logLevel.NOTHING }).admin();
  const makeTopics = (): Promise<boolean> =>
    admin.createTopics({
      waitForLeaders: true,
      topics: TOPICS.map(({ name, partitions }) => ({
        topic: topicPrefix + name,
        numPartitions: partitions,
      })),
    });
  beforeAll(async () => {
    await admin.connect();
    await makeTopics();
  });
  afterAll(() => admin.disconnect());
  actsOnce({
    settings: {
      SHULIAN_BUS: 'kafka',
      KAFKA_BROKERS: brokers.join(','),
      SHULIAN_TOPIC_PREFIX: topicPrefix,
      SHULIAN_KAFKA_SESSION_MS: 6_000,
    },
    open: () => new KafkaBus({ brokers, service: 'counting', topicPrefix, sessionTimeoutMs: 6_000 }, log),
    forgetGroups: async () => {
      for (const room of ['from-counting', 'blindly'])
        await forgetGroup(brokers, `${topicPrefix}shulian.counting.${room}`);
    },
    makeLogAnew: async () => {
      await admin.deleteTopics({ topics: TOPICS.map(({ name }) => topicPrefix + name) });
      await eventually(
        async () => expect(await admin.listTopics()).not.toContain(topicPrefix + TOPICS[0]?.name),
        LONG,
      );
      // Right after the old ones the broker may not host the new ones yet.
      await eventually(makeTopics, LONG);
    },
  });
});
