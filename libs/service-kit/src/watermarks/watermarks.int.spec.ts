import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CloudEvent, WatermarkReached } from '@shulian/contracts/envelope';
import { describeWithKafka, freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { BUS } from '../config/tokens.js';
import type { EventBus } from '../bus/event-bus.js';
import {
  countingDefinition,
  CounterRaised,
  countingWatermark,
} from '../testing/a-counting-service.builder.js';
import { aGroup, type ReadRecord } from '../testing/a-group.builder.js';
import { makeTopic } from '../testing/counting-process.builder.js';
import {
  eventually,
  migrateForTests,
  SignerForTests,
  startForTests,
  type ServiceForTests,
} from '../testing/service-for-tests.builder.js';
import { Transaction } from '../transaction/transaction.js';
import { Freshness } from './freshness.js';

const LONG = 40_000;
type Heard = WatermarkReached & { readonly at: number };

/** What an instance announces while others write: for good, whenever it comes. */
class Listener {
  readonly facts: ReadRecord[] = [];
  readonly watermarks: Heard[] = [];

  static async on(bus: EventBus): Promise<Listener> {
    const listener = new Listener();
    await bus.subscribe(
      aGroup({
        group: `shulian.counting.listener-${Math.random()}`,
        topics: [CounterRaised.topic.name, countingWatermark.topic.name],
        digest: (events) => {
          for (const event of events)
            if (event.type === countingWatermark.type) {
              const { data } = JSON.parse(event.payload) as { readonly data?: WatermarkReached | null };
              if (data?.ends !== undefined) listener.watermarks.push({ ...data, at: Date.now() });
            } else listener.facts.push(event);
          return Promise.resolve();
        },
      }),
    );
    return listener;
  }

  /** Facts that happened up to a watermark and lie behind its ends: there must never be one. */
  broken(): unknown[] {
    const times = this.facts.map(({ part, offset, payload }) => ({
      part,
      offset: Number(offset),
      time: (JSON.parse(payload) as CloudEvent).time,
    }));
    return this.watermarks.flatMap(({ upTo, ends }) => {
      const endOf = new Map(ends.map(({ part, nextOffset }) => [part, nextOffset]));
      return times
        .filter(({ part, offset, time }) => time <= upTo && offset >= (endOf.get(part) ?? Infinity))
        .map((fact) => ({ upTo, fact }));
    });
  }
}

function announces(county: {
  readonly ownerUrl: () => string;
  readonly settings: Readonly<Record<string, unknown>>;
}): void {
  let signer: SignerForTests;
  let instances: ServiceForTests[];
  let listener: Listener;
  let clock: string;
  let paused: string;
  const versions = new Map<string, number>();
  const moveClock = (instant: Date): void => writeFileSync(clock, instant.toISOString());

  beforeAll(async () => {
    signer = await SignerForTests.make();
    clock = join(signer.folder, 'clock');
    paused = join(signer.folder, 'paused');
    moveClock(new Date());
    const start = (): Promise<ServiceForTests> =>
      startForTests(countingDefinition, {
        ownerUrl: county.ownerUrl(),
        signer,
        migrated: true,
        settings: {
          ...county.settings,
          SHULIAN_CLOCK: `@${clock}`,
          SHULIAN_RELAY_PAUSED_FILE: paused,
          SERVICE_POOL: 3,
        },
      });
    instances = [await start(), await start()];
    listener = await Listener.on(instances[0]?.app.get<EventBus>(BUS) as EventBus);
  });
  afterAll(async () => {
    await Promise.all(instances.map((instance) => instance.stop()));
    await signer.remove();
  });

  /** Use cases of all kinds at both instances: quick, slow, given up, and more at once than there are connections. */
  async function manyHands(ms: number): Promise<void> {
    const until = Date.now() + ms;
    const work = async (desk: number): Promise<void> => {
      const transaction = instances[desk % 2]?.app.get<Transaction>(Transaction);
      while (Date.now() < until) {
        const counter = `desk-${desk}`;
        const version = (versions.get(counter) ?? 0) + 1;
        const slowly = Math.random();
        await transaction
          ?.run(async ({ session, outbox }) => {
            await session.rows('select 1');
            if (slowly < 0.3) await pause(Math.random() * 30);
            await outbox.append(CounterRaised.announce({ counter, by: 1, value: version }, version));
            if (slowly < 0.1) await pause(Math.random() * 400);
            if (slowly > 0.9) throw new Error('given up');
          })
          .then(() => versions.set(counter, version))
          .catch(() => undefined);
      }
    };
    await Promise.all(Array.from({ length: 10 }, (_, desk) => work(desk)));
  }

  /** All that was written is sent, and heard here. */
  const allHeard = (): Promise<void> =>
    eventually(async () => {
      const [row] = (await instances[0]?.sql<{ sent: number; all: number }>(
        'select count(published_at)::int as sent, count(*)::int as all from outbox',
      )) ?? [{ sent: 0, all: -1 }];
      expect(row?.sent).toBe(row?.all);
      expect(new Set(listener.facts.map(({ eventId }) => eventId)).size).toBe(row?.all);
    }, LONG);

  it('what is announced holds, with transactions under way at two instances and a clock that is moved on', async () => {
    const working = manyHands(5_000);
    await pause(2_500);
    moveClock(new Date(Date.now() + 86_400_000));
    await working;
    await allHeard();
    expect(listener.watermarks.length).toBeGreaterThan(6);
    expect(listener.broken()).toEqual([]);
    // What was told of tomorrow was true; from now on it is yesterday again, and nothing can be told of it but from here.
    moveClock(new Date(Date.now() - 86_400_000));
    await pause(500);
    listener.watermarks.length = 0;
    await manyHands(3_000);
    await allHeard();
    expect(listener.watermarks.length).toBeGreaterThan(3);
    expect(listener.broken()).toEqual([]);
  }, 90_000);

  type Sample = { readonly asOf: string; readonly facts: number };
  /** Facts of which a figure as of then would know nothing though it says so, and how many there were up to then. */
  const sampled = async (instance: ServiceForTests): Promise<Sample> => {
    const asOf = await instance.app.get(Freshness).asOf();
    const [row] = await instance.sql<{ facts: number; unapplied: number }>(
      `select count(*)::int as facts, (count(*) filter (where coalesce(m.version, 0) < o.agg_version))::int as unapplied
       from outbox o left join mirror m on m.name = o.key where o.occurred_at <= $1`,
      [asOf],
    );
    expect(row?.unapplied).toBe(0);
    return { asOf, facts: row?.facts ?? 0 };
  };
  const asOfNow = (): Promise<string> => (instances[0] as ServiceForTests).app.get(Freshness).asOf();
  const raise = async (counter: string): Promise<void> => {
    const version = (versions.get(counter) ?? 0) + 1;
    versions.set(counter, version);
    await instances[1]?.app
      .get<Transaction>(Transaction)
      .run(({ outbox }) =>
        outbox.append(CounterRaised.announce({ counter, by: 1, value: version }, version)),
      );
  };
  const readiness = async (): Promise<{ status: string; why: string[] }> =>
    (await (await fetch(`${instances[0]?.url}/readyz`)).json()) as { status: string; why: string[] };

  it('what read models are as of holds for every fact, whenever it is asked', async () => {
    const samples: Sample[] = [];
    const working = manyHands(5_000);
    let over = false;
    const sampling = (async () => {
      while (!over) for (const instance of instances) samples.push(await sampled(instance));
    })();
    await working;
    await allHeard();
    over = true;
    await sampling;
    // Nothing came later that had happened before.
    for (const { asOf, facts } of samples) {
      const [row] = (await instances[0]?.sql<{ facts: number }>(
        'select count(*)::int as facts from outbox where occurred_at <= $1',
        [asOf],
      )) ?? [{ facts: -1 }];
      expect([asOf, row?.facts]).toEqual([asOf, facts]);
    }
    // It has moved on meanwhile, and more than a little.
    expect(new Set(samples.map(({ asOf }) => asOf)).size).toBeGreaterThan(4);
    expect(samples.filter(({ facts }) => facts > 0).length).toBeGreaterThan(4);
  }, 60_000);

  it('while the relays send nothing it stands still, and says why; afterwards it moves on within seconds', async () => {
    writeFileSync(paused, '');
    await pause(1_000);
    await raise('while-paused');
    const [fact] =
      (await instances[0]?.sql<{ at: Date }>(
        `select occurred_at as at from outbox where key = 'while-paused'`,
      )) ?? [];
    await eventually(async () => {
      const { status, why } = await readiness();
      expect(status).toBe('degraded');
      expect(why).toContain('nothing is sent: the bus was stopped');
      expect(why).toContainEqual(expect.stringMatching(/^nothing was heard from counting for \d+ s$/));
      expect(why).toContainEqual(expect.stringMatching(/^the oldest event to send waits for \d+ s$/));
      expect((await asOfNow()) < (fact?.at.toISOString() ?? '')).toBe(true);
    }, 25_000).finally(() => rmSync(paused));
    await eventually(
      async () => expect((await asOfNow()) > (fact?.at.toISOString() ?? '9')).toBe(true),
      6_000,
    );
    await eventually(
      async () => expect(await readiness()).toMatchObject({ status: 'ready', why: [] }),
      6_000,
    );
  }, 60_000);

  it('what is parked holds it back until it is digested', async () => {
    const [one] = instances;
    await one?.sql(`insert into poison values ('bitter')`);
    await raise('bitter');
    const [fact] =
      (await one?.sql<{ at: Date }>(`select occurred_at as at from outbox where key = 'bitter'`)) ?? [];
    const at = fact?.at.toISOString() ?? '';
    await eventually(
      async () => expect(await one?.sql(`select from parked_event where key = 'bitter'`)).toHaveLength(1),
      20_000,
    );
    await raise('sweet');
    await pause(4_000);
    expect((await asOfNow()) < at).toBe(true);
    expect((await readiness()).status).toBe('degraded');
    await one?.sql(`delete from poison`);
    const admin = await signer.account({ role: 'county-admin' });
    await fetch(`${one?.url}/api/v1/operations/counting/parked-events/replays`, {
      method: 'POST',
      headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        handler: 'shulian.counting.from-counting',
        topic: CounterRaised.topic.name,
        key: 'bitter',
      }),
    });
    await eventually(async () => expect((await asOfNow()) > at).toBe(true), 6_000);
  }, 60_000);

  it('a record on its topic that is none is passed over', async () => {
    const { topic, type } = countingWatermark;
    const odd = { topic: topic.name, key: 'counting', type };
    for (const payload of ['7', '{"data":{"upTo":"tomorrow"}}', '{"data":null}'])
      await instances[0]?.app.get<EventBus>(BUS).publish([{ ...odd, eventId: randomUUID(), payload }]);
    const before = Date.parse(await asOfNow());
    // Further than what was heard before could tell.
    await eventually(async () => expect(Date.parse(await asOfNow()) - before).toBeGreaterThan(4_000), 12_000);
  });

  it('a while after the last fact it is covered, and so is the present when nothing happens', async () => {
    moveClock(new Date());
    listener.watermarks.length = 0;
    // A clock that was moved back counts at once, one that was moved on when all who began before must have ended.
    await eventually(() => {
      const newest = listener.watermarks.at(-1);
      const ms = Date.now() - Date.parse(newest?.upTo ?? '');
      expect(ms).toBeGreaterThan(-100);
      expect(ms).toBeLessThan(5_000);
    }, 20_000);
    for (let looks = 0; looks < 12; looks += 1) {
      await pause(500);
      const { upTo = '', at = 0 } = listener.watermarks.at(-1) ?? {};
      expect(Date.now() - Date.parse(upTo)).toBeLessThan(6_500);
      expect(Date.now() - at).toBeLessThan(6_000);
    }
    await raise('once');
    await eventually(() => {
      const fact = listener.facts.find(({ key }) => key === 'once');
      const { time } = JSON.parse(fact?.payload ?? '{}') as CloudEvent;
      expect((listener.watermarks.at(-1)?.upTo ?? '') > (time ?? 'never')).toBe(true);
    }, 5_000);
    expect(listener.broken()).toEqual([]);
  }, 60_000);

  it('a transaction that goes on holds it, and so does an event that is set aside', async () => {
    const [one] = instances;
    const transaction = one?.app.get<Transaction>(Transaction);
    const held = Promise.withResolvers<undefined>();
    const long = transaction?.run(async ({ outbox }) => {
      await outbox.append(CounterRaised.announce({ counter: 'long', by: 1, value: 1 }, 1));
      await held.promise;
    });
    await pause(500);
    const began = new Date().toISOString();
    await pause(4_000);
    expect((listener.watermarks.at(-1)?.upTo ?? '9') < began).toBe(true);
    held.resolve(undefined);
    await long;
    await eventually(() => expect((listener.watermarks.at(-1)?.upTo ?? '') > began).toBe(true), 5_000);

    await transaction?.run(async ({ session, outbox }) => {
      await outbox.append(CounterRaised.announce({ counter: 'aside', by: 1, value: 1 }, 1));
      await session.rows(`update outbox set set_aside = 'for the test' where key = 'aside'`);
    });
    await pause(100);
    const aside = new Date().toISOString();
    await pause(4_000);
    expect((listener.watermarks.at(-1)?.upTo ?? '9') < aside).toBe(true);
    await one?.sql(`update outbox set set_aside = null where key = 'aside'`);
    await eventually(() => expect((listener.watermarks.at(-1)?.upTo ?? '') > aside).toBe(true), 5_000);
    expect(listener.broken()).toEqual([]);
  }, 60_000);

  it('read models that are made anew say an early moment until they have caught up', async () => {
    await raise('once-more');
    await eventually(async () => expect(await sampled(instances[0] as ServiceForTests)).toBeDefined());
    const [fact] =
      (await instances[0]?.sql<{ at: Date }>(
        `select occurred_at as at from outbox where key = 'once-more'`,
      )) ?? [];
    const at = fact?.at.toISOString() ?? '';
    await eventually(async () => expect((await asOfNow()) > at).toBe(true), 6_000);
    await instances[0]?.sql(`insert into poison values ('once-more')`);
    await Promise.all(instances.map((instance) => instance.stop()));
    instances = [
      await startForTests(countingDefinition, {
        ownerUrl: county.ownerUrl(),
        signer,
        migrated: true,
        rebuild: true,
        settings: county.settings,
      }),
    ];
    const [one] = instances;
    for (let looks = 0; looks < 20; looks += 1) {
      await sampled(one as ServiceForTests);
      await pause(200);
    }
    expect((await asOfNow()) < at).toBe(true);
    await one?.sql('delete from poison');
    await one?.sql('update parked_event set resolved_at = clock_timestamp() where resolved_at is null');
    await eventually(async () => expect((await asOfNow()) > at).toBe(true), 10_000);
  }, 60_000);
}

describe('watermarks on the log in Postgres', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase('watermarks');
    await migrateForTests(database.ownerUrl, countingDefinition);
  });
  announces({ ownerUrl: () => database.ownerUrl, settings: {} });
  afterAll(() => database.drop());
});

await describeWithKafka('watermarks on Kafka', (kafka) => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase('watermarks_kafka');
    await migrateForTests(database.ownerUrl, countingDefinition);
    await makeTopic(kafka.brokers, kafka.topicPrefix);
  });
  announces({
    ownerUrl: () => database.ownerUrl,
    settings: {
      SHULIAN_BUS: 'kafka',
      KAFKA_BROKERS: kafka.brokers.join(','),
      SHULIAN_TOPIC_PREFIX: kafka.topicPrefix,
    },
  });
  afterAll(() => database.drop());
});
