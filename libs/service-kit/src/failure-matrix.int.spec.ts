import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWithKafka, freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import pino from 'pino';
import type { EventBus, OutgoingEvent } from './bus/event-bus.js';
import { KafkaBus } from './bus/kafka-bus.js';
import { PgLogBus } from './bus/pg-log-bus.js';
import { countingDefinition, CounterRaised } from './testing/a-counting-service.builder.js';
import {
  Counting,
  forgetGroup,
  LONG,
  makeTopic,
  sql,
  stopStarted,
  type County,
} from './testing/counting-process.builder.js';
import {
  eventually,
  migrateForTests,
  serviceUrl,
  SignerForTests,
} from './testing/service-for-tests.builder.js';

// The failure matrix of the event backbone: what is left behind when something dies at the worst moment, and that a
// restart mends it. Every service here is a process of its own and dies by SIGKILL.

const log = pino({ level: 'silent' });
const pgLogBus = (ownerUrl: string): EventBus =>
  new PgLogBus(
    {
      url: serviceUrl(ownerUrl, 'counting'),
      service: 'counting',
      topicPrefix: '',
      partitions: new Map([[CounterRaised.topic.name, CounterRaised.topic.partitions]]),
      pool: 2,
    },
    log,
  );
const kafkaBus = (brokers: string[], topicPrefix: string): EventBus =>
  new KafkaBus({ brokers, service: 'counting', topicPrefix, sessionTimeoutMs: 6_000 }, log);

afterEach(stopStarted);

/** The rows that hold on either bus. */
function survives(
  county: County & { readonly bus: () => EventBus; readonly forgetGroups: () => Promise<unknown> },
): void {
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
    const admin = await county.signer().account({ role: 'county-admin' });
    const answer = await fetch(`${counting.url}/api/v1/operations/counting/republications`, {
      method: 'POST',
      headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' },
      body: JSON.stringify({ since: new Date(Date.now() - 3_600_000).toISOString() }),
    });
    expect(((await answer.json()) as { events: number }).events).toBeGreaterThan(0);
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

  it('a batch of which the log has a part already is sent whole, and digested once', async () => {
    const paused = join(county.signer().folder, 'paused');
    writeFileSync(paused, '');
    const counting = await Counting.start(county, { SHULIAN_RELAY_PAUSED_FILE: paused });
    for (let n = 0; n < 4; n += 1) await counting.raise('half-a-batch');
    const rows = await query<OutgoingEvent>(
      `select event_id as "eventId", topic, key, type, payload::text as payload from outbox
       where key = 'half-a-batch' order by id limit 2`,
    );
    const bus = county.bus();
    await bus.publish(rows);
    await bus.stop(5_000);
    rmSync(paused);
    await mirrored('half-a-batch', 4);
  });

  it('a clock that jumps changes nothing: order never comes from time', async () => {
    const future = await Counting.start(county, { SHULIAN_CLOCK: '2030-01-01T00:00:00Z' });
    await future.raise('clock');
    await future.kill();
    const past = await Counting.start(county, { SHULIAN_CLOCK: '2020-01-01T00:00:00Z' });
    await past.raise('clock');
    await mirrored('clock', 2);
  });

  it('a group whose position was lost reads from the beginning, and digests nothing again', async () => {
    const counting = await Counting.start(county);
    await counting.raise('rewound');
    await mirrored('rewound', 1);
    await counting.kill('SIGTERM');
    await county.forgetGroups();
    const again = await Counting.start(county);
    await again.raise('rewound');
    await mirrored('rewound', 2);
    expect(await query('select name from mirror where effects <> value')).toEqual([]);
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
  survives({
    ownerUrl: () => database.ownerUrl,
    signer: () => signer,
    settings: {},
    bus: () => pgLogBus(database.ownerUrl),
    forgetGroups: () => sql(database.ownerUrl, 'delete from bus.grp'),
  });
});

await describeWithKafka('the failure matrix on Kafka', (kafka) => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase('failure_matrix_kafka');
    await migrateForTests(database.ownerUrl, countingDefinition);
    await makeTopic(kafka.brokers, kafka.topicPrefix);
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
    bus: () => kafkaBus(kafka.brokers, kafka.topicPrefix),
    forgetGroups: () => forgetGroup(kafka.brokers, `${kafka.topicPrefix}shulian.counting.from-counting`),
  });
});
