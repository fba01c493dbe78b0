import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import type { Position } from '../bus/event-bus.js';
import { Database } from '../database/database.js';
import { positionsOf } from '../inbox/positions.js';
import { CounterRaised, countingDefinition } from '../testing/a-counting-service.builder.js';
import {
  announceForTests,
  eventually,
  startForTests,
  type ServiceForTests,
} from '../testing/service-for-tests.builder.js';
import { republishSince } from './republish.js';

// What an operator can have sent or read again, and when it is refused.

let database: FreshDatabase;
let counting: ServiceForTests;
beforeAll(async () => {
  database = await freshDatabase('kit_replay');
  counting = await startForTests(countingDefinition, { ownerUrl: database.ownerUrl });
});
afterAll(async () => {
  await counting.stop();
  await database.drop();
});

const operate = async (path: string, body: object): Promise<[number, Record<string, unknown>]> => {
  const token = await counting.signer.account({ role: 'county-admin' });
  const answer = await fetch(`${counting.url}/api/v1/operations/counting/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return [answer.status, (await answer.json()) as Record<string, unknown>];
};
const mirror = (): Promise<unknown[]> =>
  counting.sql('select name, version, effects from mirror order by name');

describe('republication', () => {
  it('marks what was sent at the instant or later, over many slices, and nothing before it', async () => {
    await counting.sql(
      `insert into outbox (event_id, topic, key, agg_version, type, payload, occurred_at, published_at)
       select gen_random_uuid(), 'no.topic', 'key', n, 'no.type', '{}', now(),
         timestamptz '2026-11-20T00:00:00Z' + (n - 3000) * interval '1 millisecond'
       from generate_series(1, 14000) as n`,
    );
    const marked: number[] = [];
    const undone = new Error('undone');
    const rows = new Database(counting.app.get(Database).dataSource);
    await expect(
      rows.inTransaction(async (session) => {
        const within = { inTransaction: <T>(work: (one: typeof session) => Promise<T>) => work(session) };
        marked.push(await republishSince(within, '2026-11-20T00:00:00Z'));
        const left = await session.rows<{ n: number }>(
          `select max(agg_version)::int as n from outbox where key = 'key' and published_at is not null`,
        );
        marked.push(left[0]?.n ?? -1);
        throw undone;
      }),
    ).rejects.toBe(undone);
    // 1 ms before it stays, the instant itself and all after it are sent again.
    expect(marked).toEqual([11_001, 2_999]);
    await counting.sql(`delete from outbox where key = 'key'`);
  });
});

describe('rereading', () => {
  const raise = (counter: string, version: number): Promise<void> =>
    announceForTests(
      counting,
      CounterRaised.announce({ counter, by: 1, value: version }, version),
      randomUUID(),
    );
  /** Tables and inbox as of a backup, from before the later versions of a counter; not its positions. */
  const restoredAt = async (counter: string, version: number): Promise<void> => {
    await counting.sql('update mirror set version = $2, effects = $2 where name = $1', [counter, version]);
    await counting.sql(
      `delete from inbox where event_id in (select event_id from bus.log
         where key = $1 and (payload ->> 'aggregateversion')::int > $2)`,
      [counter, version],
    );
  };
  const since = (): string => new Date(Date.now() - 3_600_000).toISOString();

  it('refuses what the inbox would drop altogether, and what is too long ago', async () => {
    await raise('reread', 1);
    await eventually(async () =>
      expect(await mirror()).toEqual([{ name: 'reread', version: 1, effects: 1 }]),
    );
    for (const confirm of [false, true])
      expect(await operate('rereadings', { since: since(), confirm })).toEqual([
        409,
        expect.objectContaining({ code: 'events.reread-already-digested' }),
      ]);
    const longAgo = new Date(Date.now() - 35 * 86_400_000).toISOString();
    expect((await operate('rereadings', { since: longAgo, confirm: true }))[1]['code']).toBe(
      'events.reread-too-long-ago',
    );
    expect(await mirror()).toEqual([{ name: 'reread', version: 1, effects: 1 }]);
  });

  it('says what it would read, and reads it when that is confirmed', async () => {
    // Tables that were restored without their positions.
    await counting.sql('truncate mirror, inbox');
    const [status, plan] = await operate('rereadings', { since: since() });
    expect([status, plan['done'], plan['rereadings']]).toEqual([
      200,
      false,
      [
        expect.objectContaining({
          handler: 'shulian.counting.from-counting',
          digestedUpTo: 1,
          from: 0,
          events: 1,
          known: 0,
        }),
      ],
    ]);
    expect(await mirror()).toEqual([]);
    expect((await operate('rereadings', { since: since(), confirm: true }))[1]['done']).toBe(true);
    await eventually(async () =>
      expect(await mirror()).toEqual([{ name: 'reread', version: 1, effects: 1 }]),
    );
    await raise('reread', 2);
    await eventually(async () =>
      expect(await mirror()).toEqual([{ name: 'reread', version: 2, effects: 2 }]),
    );
    const later = new Date(Date.now() + 60_000).toISOString();
    expect(await operate('rereadings', { since: later, confirm: true })).toEqual([
      200,
      { rereadings: [], done: true },
    ]);
  });

  it('reads only what the inbox of the backup does not know, however early the instant is', async () => {
    for (const version of [1, 2, 3]) await raise('overlapping', version);
    await eventually(async () =>
      expect(await mirror()).toContainEqual({ name: 'overlapping', version: 3, effects: 3 }),
    );
    await restoredAt('overlapping', 1);
    const [status, plan] = await operate('rereadings', { since: since(), confirm: true });
    expect([status, plan['done']]).toEqual([200, true]);
    expect(plan['rereadings']).toContainEqual(expect.objectContaining({ events: 3, known: 1 }));
    await eventually(async () =>
      expect(await mirror()).toContainEqual({ name: 'overlapping', version: 3, effects: 3 }),
    );
  });

  it('reads what had come before the instant and was not digested by then', async () => {
    for (const version of [1, 2]) await raise('late', version);
    await eventually(async () =>
      expect(await mirror()).toContainEqual({ name: 'late', version: 2, effects: 2 }),
    );
    // The first was digested two hours ago; the second lay in the log since then, and was not.
    await counting.sql(`update bus.log set at = at - interval '2 hours'`);
    await counting.sql(`update inbox set processed_at = processed_at - interval '2 hours'`);
    await restoredAt('late', 1);
    const [status, plan] = await operate('rereadings', { since: since(), confirm: true });
    expect([status, plan['done']]).toEqual([200, true]);
    expect(plan['rereadings']).toEqual([expect.objectContaining({ events: 1, known: 0 })]);
    await eventually(async () =>
      expect(await mirror()).toContainEqual({ name: 'late', version: 2, effects: 2 }),
    );
  });

  it('leaves a position alone that has moved since it was read, and says which ones it has set', async () => {
    const positions = positionsOf(counting.app.get(Database), 'shulian.counting.moving', ['topic']);
    const at = (part: number, nextOffset: bigint): Position => ({
      topic: 'topic',
      part,
      nextOffset,
      logId: 'log',
      lastEventId: null,
    });
    await positions.begin([0, 1].map((part) => ({ was: null, now: at(part, 5n) })));
    const begun = await positions.begin([
      { was: at(0, 5n), now: at(0, 3n) },
      { was: at(1, 4n), now: at(1, 3n) },
    ]);
    expect(begun).toEqual([{ topic: 'topic', part: 0 }]);
    expect((await positions.read()).map(({ part, nextOffset }) => [part, nextOffset])).toEqual(
      expect.arrayContaining([
        [0, 3n],
        [1, 5n],
      ]),
    );
  });
});
