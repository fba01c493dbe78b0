import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { Client } from 'pg';
import pino from 'pino';
import { prepareBus, prepareSchema } from '../database/prepare-schema.js';
import { aGroup, type ReadRecord } from '../testing/a-group.builder.js';
import { eventually, ROLE_PASSWORD, serviceUrl } from '../testing/service-for-tests.builder.js';
import type { OutgoingEvent } from './event-bus.js';
import { PgLogBus } from './pg-log-bus.js';
import { partitionOf } from './partition.js';

// What the log in Postgres promises beside the contract of an event bus (`event-bus.int.spec.ts`).

const TOPIC = { name: 'shulian.counting.counter', partitions: 8, keyedBy: 'counter name' } as const;
/** Longer than the name of a channel may be. */
const OTHER = {
  name: `shulian.counting.${'another-'.repeat(6)}one`,
  partitions: 8,
  keyedBy: 'counter name',
} as const;
const TOPICS = [TOPIC, OTHER];
const log = pino({ level: 'silent' });

const anEvent = (key: string, n: number, topic: string = TOPIC.name): OutgoingEvent => ({
  eventId: randomUUID(),
  topic,
  key,
  type: 'shulian.counting.counter.raised.v1',
  payload: JSON.stringify({ n }),
});

describe('the log in Postgres', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase('bus_in_postgres');
    await prepareSchema(database.ownerUrl, 'counting', ROLE_PASSWORD);
    await prepareBus(database.ownerUrl, ['counting'], TOPICS);
  });
  afterAll(() => database.drop());
  const open = (service = 'counting', pool = 4): Promise<PgLogBus> =>
    Promise.resolve(
      new PgLogBus(
        {
          url: serviceUrl(database.ownerUrl, 'counting'),
          service,
          topicPrefix: '',
          partitions: new Map(TOPICS.map(({ name, partitions }) => [name, partitions])),
          pool,
        },
        log,
      ),
    );

  /** How often a group looks into the log while something is published to a topic forty times, and how long that took. */
  const looksWhilePublishingTo = async (topic: string): Promise<{ looks: number; ms: number }> => {
    const service = `l${randomUUID().slice(0, 8)}`;
    const [publisher, reader] = [await open(), await open(service)];
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    try {
      await reader.subscribe(
        aGroup({
          group: `shulian.counting.${service}`,
          topics: [TOPIC.name],
          digest: () => Promise.resolve(),
        }),
      );
      await pause(200);
      const looks = new Set<string>();
      const startedAt = Date.now();
      for (let n = 0; n < 40; n += 1) {
        await publisher.publish([anEvent(randomUUID(), n, topic)]);
        await pause(20);
        const { rows } = await owner.query<{ look: string }>(
          `select pid || ' ' || xact_start as look from pg_stat_activity where application_name = $1 and xact_start is not null
           union select pid || ' ' || state_change from pg_stat_activity where application_name = $1 and state = 'idle'`,
          [`shulian-${service}-bus`],
        );
        for (const { look } of rows) looks.add(look);
      }
      return { looks: looks.size, ms: Date.now() - startedAt };
    } finally {
      await owner.end();
      await Promise.all([publisher.stop(5_000), reader.stop(5_000)]);
    }
  };

  it('wakes a group for the topics it follows and not for others', async () => {
    const foreign = await looksWhilePublishingTo(OTHER.name);
    // Twice a second it looks of its own accord.
    expect(foreign.looks).toBeLessThanOrEqual(2 + foreign.ms / 250);
    const own = await looksWhilePublishingTo(TOPIC.name);
    expect(own.looks).toBeGreaterThan(2 + own.ms / 250);
  });

  it('listens again to every topic when its connection was lost', async () => {
    const bus = await open('relistening');
    const seen: string[] = [];
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const listening = async (): Promise<number> =>
      (
        await owner.query<{ pid: number }>(
          `select pid from pg_stat_activity where application_name = 'shulian-relistening-signal' and datname = current_database() and query like 'listen%'`,
        )
      ).rows[0]?.pid ?? 0;
    try {
      for (const { name } of TOPICS)
        await bus.subscribe(
          aGroup({
            group: `shulian.counting.relistening-${name}`,
            topics: [name],
            digest: (events) => {
              seen.push(...events.map(({ eventId }) => eventId));
              return Promise.resolve();
            },
          }),
        );
      const first = await listening();
      expect(first).toBeGreaterThan(0);
      await owner.query('select pg_terminate_backend($1)', [first]);
      await eventually(async () => {
        const now = await listening();
        expect(now).toBeGreaterThan(0);
        expect(now).not.toBe(first);
      });
      await pause(600);
      // Only a signal is faster than the look twice a second, every time.
      const waits: number[] = [];
      for (let n = 0; n < 10; n += 1) {
        const event = anEvent(randomUUID(), n, TOPICS[n % 2]?.name);
        const publishedAt = Date.now();
        await bus.publish([event]);
        await eventually(() => expect(seen).toContain(event.eventId));
        waits.push(Date.now() - publishedAt);
        await pause(300);
      }
      const median = waits.sort((one, other) => one - other)[5] ?? 0;
      expect(median).toBeLessThan(150);
    } finally {
      await owner.end();
      await bus.stop(5_000);
    }
  });

  it('gives each partition its share of a batch, so that a busy one does not keep the others waiting', async () => {
    const bus = await open();
    const busy = anEvent('busy', 0);
    const quiet = Array.from({ length: 50 }, (_, n) => anEvent(`quiet-${n}`, n)).find(
      ({ key }) => partitionOf(key, TOPIC.partitions) > partitionOf(busy.key, TOPIC.partitions),
    );
    if (quiet === undefined) throw new Error('no key of a later partition');
    const crowd = Array.from({ length: 1_000 }, (_, n) => anEvent(busy.key, n));
    await bus.publish([...crowd, quiet]);
    const batches: (readonly ReadRecord[])[] = [];
    await bus.subscribe(
      aGroup({
        group: 'shulian.counting.shares',
        topics: [TOPIC.name],
        digest: (events) => {
          batches.push(events);
          return Promise.resolve();
        },
      }),
    );
    await eventually(() => expect(batches.flat().filter(({ key }) => key === busy.key)).toHaveLength(1_000));
    await bus.stop(5_000);
    for (const batch of batches) expect(batch.length).toBeLessThanOrEqual(400);
    const withQuiet = batches.findIndex((batch) => batch.some(({ eventId }) => eventId === quiet.eventId));
    const lastOfBusy = batches.findLastIndex((batch) => batch.some(({ key }) => key === busy.key));
    expect(withQuiet).toBeLessThan(lastOfBusy);
  });

  it('appends an event once, whether it comes twice in a call or in two calls, to as many partitions as there are', async () => {
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    const append = async (...events: OutgoingEvent[]): Promise<number | undefined> =>
      (
        await client.query<{ written: number }>(
          `select bus.append($1::text[], $2::int[], $3::uuid[], $4::text[], $5::text[], $6::text[]) as written`,
          [
            events.map(({ topic }) => topic),
            events.map(({ key }) => partitionOf(key, OTHER.partitions)),
            events.map(({ eventId }) => eventId),
            events.map(({ key }) => key),
            events.map(({ type }) => type),
            events.map(({ payload }) => payload),
          ],
        )
      ).rows[0]?.written;
    try {
      const events = Array.from({ length: 9 }, (_, n) => anEvent(`append-${n}`, n, OTHER.name));
      const [first, second, third] = events as [OutgoingEvent, OutgoingEvent, OutgoingEvent];
      expect(await append(first, second, first)).toBe(2);
      expect(await append(second, third, third, first)).toBe(1);
      expect(await append(...events)).toBe(6);
      expect(await append(...events)).toBe(0);
      expect(await append()).toBe(0);
      const { rows } = await client.query<{ part: number; key: string; offset: string; end: string }>(
        `select part, key, "offset", next_offset as end from bus.log join bus.part using (topic, part)
         where topic = $1 order by part, "offset"`,
        [OTHER.name],
      );
      for (const ofPart of Map.groupBy(rows, ({ part }) => part).values()) {
        expect(ofPart.map(({ offset }) => Number(offset))).toEqual(ofPart.map((_, n) => n));
        expect(Number(ofPart[0]?.end)).toBe(ofPart.length);
        const keys = ofPart.flatMap(({ key }) => (key.startsWith('append-') ? [key] : []));
        expect(keys).toEqual([...keys].sort());
      }
      await expect(append(first, { ...second, topic: 'no.such.topic' })).rejects.toMatchObject({
        code: 'P0002',
        message: expect.stringMatching(/^topic no\.such\.topic has no partition \d$/),
      });
    } finally {
      await client.end();
    }
  });

  it('bounds a round by its bytes, however few events they are', async () => {
    const bus = await open();
    const events = Array.from({ length: 120 }, (_, n) => ({
      ...anEvent(`large-${n % 20}`, n, OTHER.name),
      payload: JSON.stringify({ n, padding: 'x'.repeat(200_000) }),
    }));
    for (let from = 0; from < events.length; from += 20) await bus.publish(events.slice(from, from + 20));
    const rounds: { events: number; bytes: number }[] = [];
    await bus.subscribe(
      aGroup({
        group: 'shulian.counting.large',
        topics: [OTHER.name],
        digest: (batch) => {
          const large = batch.filter(({ key }) => key.startsWith('large-'));
          const bytes = large.reduce((sum, { payload }) => sum + payload.length, 0);
          rounds.push({ events: large.length, bytes });
          return Promise.resolve();
        },
      }),
    );
    try {
      await eventually(() => expect(rounds.reduce((sum, { events: n }) => sum + n, 0)).toBe(120), 20_000);
    } finally {
      await bus.stop(5_000);
    }
    expect(Math.max(...rounds.map(({ bytes }) => bytes))).toBeLessThanOrEqual(8 * 1_048_576);
  });

  it('keeps its connections when a group is made anew that waits for one', async () => {
    const [publisher, bus] = [await open(), await open('two-connections', 2)];
    const go = Promise.withResolvers<void>();
    const seen: string[] = [];
    let busy = 0;
    try {
      await bus.subscribe(
        aGroup({
          group: 'shulian.counting.waiting',
          topics: [OTHER.name],
          digest: async (events) => {
            // So long that the loop in its place has a connection, too.
            if (events.some(({ key }) => key === 'waits')) await pause(1_000);
            seen.push(...events.map(({ key }) => key));
          },
        }),
      );
      for (const name of ['one', 'two'])
        await bus.subscribe(
          aGroup({
            group: `shulian.counting.busy-${name}`,
            topics: [TOPIC.name],
            digest: (events) => {
              if (!events.some(({ key }) => key === 'keeps-it')) return Promise.resolve();
              busy += 1;
              return go.promise;
            },
          }),
        );
      await publisher.publish([anEvent('keeps-it', 1)]);
      await eventually(() => expect(busy).toBe(2), 20_000);
      await publisher.publish([anEvent('waits', 1, OTHER.name)]);
      await pause(700);
      await bus.renew('shulian.counting.waiting', 'for the test');
      await pause(300);
      go.resolve();
      await eventually(() => expect(seen).toContain('waits'), 20_000);
      await publisher.publish([anEvent('waits-again', 1, OTHER.name)]);
      await eventually(() => expect(seen).toContain('waits-again'), 5_000);
    } finally {
      go.resolve();
      await Promise.all([publisher.stop(5_000), bus.stop(5_000)]);
    }
  });

  it('drops an event it has already, and leaves no gap in the offsets', async () => {
    const bus = await open();
    const events = Array.from({ length: 20 }, (_, n) => anEvent('twice', n));
    await Promise.all(
      [bus.publish(events.slice(0, 12)), bus.publish(events.slice(8)), bus.publish(events)].map((sent) =>
        sent.catch(() => undefined),
      ),
    );
    await bus.publish(events);
    const seen: ReadRecord[] = [];
    await bus.subscribe(
      aGroup({
        group: 'shulian.counting.gaps',
        topics: [TOPIC.name],
        digest: (batch) => {
          seen.push(...batch);
          return Promise.resolve();
        },
      }),
    );
    await eventually(() => expect(seen.filter((event) => event.key === 'twice')).toHaveLength(20));
    await bus.stop(5_000);
    for (let part = 0; part < TOPIC.partitions; part += 1) {
      const offsets = seen.filter((event) => event.part === part).map((event) => Number(event.offset));
      expect(offsets).toEqual(offsets.map((_, n) => n));
    }
  });
});
