import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { Client } from 'pg';
import type { DeliveredRecord } from '../bus/event-bus.js';
import { CounterRaised, countingDefinition } from '../testing/a-counting-service.builder.js';
import { eventually, startForTests, type ServiceForTests } from '../testing/service-for-tests.builder.js';
import { AnotherLog, OutOfPlace } from '../bus/placing.js';
import { Database } from '../database/database.js';
import type { EventHandler, Room } from './handling.js';
import { Inbox } from './inbox.js';
import { dismiss } from './parking.js';

let database: FreshDatabase;
let counting: ServiceForTests;
let inbox: Inbox;

beforeAll(async () => {
  database = await freshDatabase('kit_inbox');
  counting = await startForTests(countingDefinition, {
    ownerUrl: database.ownerUrl,
    // Half of it is the time that a handler has.
    settings: { SHULIAN_KAFKA_SESSION_MS: 6_000 },
  });
  inbox = counting.app.get<Inbox>(Inbox);
});
afterAll(async () => {
  await counting.stop();
  await database.drop();
});

/** Counts whatever it is given: unlike a fold that looks at versions, it shows every effect that was one too many. */
const countsBlindly: Room = {
  handler: 'shulian.counting.blind',
  handlers: new Map([
    [
      CounterRaised.type,
      ({ subject }, { tx }) =>
        tx.session.rows(
          `insert into mirror values ($1, 0, 0, 1) on conflict (name) do update set effects = mirror.effects + 1`,
          [subject],
        ),
    ],
  ]),
};

const raised = (counter: string, offset: number, eventId = randomUUID()): DeliveredRecord => {
  const payload = JSON.stringify({
    specversion: '1.0',
    id: eventId,
    type: CounterRaised.type,
    subject: counter,
    partitionkey: counter,
    time: '2026-10-12T04:00:00.000Z',
    aggregateversion: 1,
    data: { counter, by: 1, value: 1 },
  });
  return {
    topic: CounterRaised.topic.name,
    part: 0,
    offset: BigInt(offset),
    from: 0n,
    logId: 'the log',
    eventId,
    key: counter,
    type: CounterRaised.type,
    payload,
    raw: () => ({ key: Buffer.from(counter), value: Buffer.from(payload), headers: null }),
  };
};
const effectsOn = async (counter: string): Promise<number | undefined> =>
  (await counting.sql<{ effects: number }>('select effects from mirror where name = $1', [counter]))[0]
    ?.effects;

describe('the inbox', () => {
  it('digests an event once that comes twice in one batch', async () => {
    const eventId = randomUUID();
    await inbox.digest(countsBlindly, [
      raised('twice', 0, eventId),
      raised('twice', 1, eventId),
      raised('twice', 2),
    ]);
    expect(await effectsOn('twice')).toBe(2);
  });

  it('digests an event once that comes again in a later batch', async () => {
    const again = raised('again', 3);
    await inbox.digest(countsBlindly, [again]);
    await inbox.digest(countsBlindly, [again, raised('again', 4)]);
    expect(await effectsOn('again')).toBe(2);
  });

  it('digests a batch together in one transaction', async () => {
    const seen: string[] = [];
    const xids = new Set<string | undefined>();
    const note: EventHandler = async ({ subject }, { tx }) => {
      seen.push(String(subject));
      const [row] = await tx.session.rows<{ xid: string }>('select pg_current_xact_id()::text as xid');
      xids.add(row?.xid);
    };
    const room = { handler: 'shulian.counting.together', handlers: new Map([[CounterRaised.type, note]]) };
    await inbox.digest(
      room,
      ['a', 'b', 'c'].map((name, n) => raised(name, 20 + n)),
    );
    expect(seen).toEqual(['a', 'b', 'c']);
    expect(xids.size).toBe(1);
  });

  it('parks behind a key of its own topic only, when one batch holds several topics', async () => {
    const parked = raised('parked', 5);
    await counting.sql(
      `insert into parked_event (handler, event_id, topic, part, "offset", log_id, key, type, value, error, attempts)
       values ($1, $2, $3, 0, 5, 'the log', 'parked', $4, '{}', 'for the test', 3)`,
      [countsBlindly.handler, parked.eventId, parked.topic, parked.type],
    );
    const ofOtherTopic = { ...raised('parked', 6), topic: 'shulian.counting.other' };
    const behind = { ...raised('parked', 7), part: 1 };
    await inbox.digest(countsBlindly, [ofOtherTopic, raised('not-parked', 8), behind]);
    expect(await effectsOn('parked')).toBe(1);
    expect(await effectsOn('not-parked')).toBe(1);
    expect(
      await counting.sql(
        `select event_id, status from inbox where handler = $1 and event_id = any($2::uuid[]) order by status`,
        [countsBlindly.handler, [ofOtherTopic.eventId, behind.eventId]],
      ),
    ).toEqual([
      { event_id: ofOtherTopic.eventId, status: 'done' },
      { event_id: behind.eventId, status: 'parked' },
    ]);
  });

  it('parks an event whose handler passes over a statement that failed, instead of losing it', async () => {
    const passesOver: Room = {
      handler: 'shulian.counting.passing-over',
      handlers: new Map([
        [
          CounterRaised.type,
          async ({ subject }, { tx }) => {
            await tx.session.rows('insert into mirror values ($1, 0, 0, 1)', [subject]);
            await tx.session.rows('select 1 / 0').catch(() => undefined);
          },
        ],
      ]),
    };
    const event = raised('passed-over', 30);
    await inbox.digest(passesOver, [event]);
    expect(await effectsOn('passed-over')).toBeUndefined();
    const parked = 'select key, error, attempts from parked_event where event_id = $1';
    expect(await counting.sql(parked, [event.eventId])).toEqual([
      { key: 'passed-over', error: expect.stringContaining('passed over'), attempts: 3 },
    ]);
  });

  it('has what a digestion announced posted at once', async () => {
    const announces: Room = {
      handler: 'shulian.counting.announcing',
      handlers: new Map([
        [
          CounterRaised.type,
          ({ subject }, { tx }) =>
            tx.outbox.append(CounterRaised.announce({ counter: `${subject}-heard`, by: 1, value: 1 }, 1)),
        ],
      ]),
    };
    for (let n = 0; n < 7; n += 1) {
      await inbox.digest(announces, [raised(`said-${n}`, 20 + n)]);
      await pause(130);
    }
    const waits = await eventually(async () => {
      const rows = await counting.sql<{ ms: number }>(
        `select extract(epoch from published_at - written_at)::float8 * 1000 as ms from outbox
         where key like 'said-%-heard' and published_at is not null order by ms`,
      );
      expect(rows).toHaveLength(7);
      return rows.map(({ ms }) => ms);
    });
    // A relay that is not poked looks twice a second.
    expect(waits[3]).toBeLessThan(150);
  });

  it('gives up a handler that hangs, parks its event and goes on', async () => {
    const hangs: Room = {
      ...countsBlindly,
      handler: 'shulian.counting.hanging',
      handlers: new Map([
        [
          CounterRaised.type,
          (event, digesting) =>
            event.subject === 'hangs'
              ? new Promise(() => undefined)
              : (countsBlindly.handlers.get(CounterRaised.type)?.(event, digesting) ?? Promise.resolve()),
        ],
      ]),
    };
    expect(
      await inbox.digest(hangs, [raised('before-it', 0), raised('hangs', 1), raised('after-it', 2)]),
    ).toEqual([]);
    expect([await effectsOn('before-it'), await effectsOn('hangs'), await effectsOn('after-it')]).toEqual([
      1,
      undefined,
      1,
    ]);
    expect(await counting.sql(`select error from parked_event where key = 'hangs'`)).toEqual([
      { error: 'Overdue: not done within 3000 ms' },
    ]);
  }, 30_000);

  it('holds the partition of an event that cannot be digested yet, and no other', async () => {
    const room = { ...countsBlindly, handler: 'shulian.counting.held' };
    await inbox.digest(room, [raised('locked', 0), { ...raised('not-locked', 0), part: 1 }]);
    const later = [
      { ...raised('locked', 1), from: 1n },
      { ...raised('locked', 2), from: 2n },
      { ...raised('not-locked', 1), from: 1n, part: 1 },
    ];
    const other = new Client({ connectionString: database.ownerUrl, options: '-c search_path=counting' });
    await other.connect();
    try {
      await other.query(`begin; update mirror set value = 7 where name = 'locked'`);
      const held = await inbox.digest(room, later);
      expect(held).toEqual([
        { topic: CounterRaised.topic.name, part: 0, why: expect.objectContaining({ code: '55P03' }) },
      ]);
      expect([await effectsOn('locked'), await effectsOn('not-locked')]).toEqual([1, 2]);
    } finally {
      await other.end();
    }
    expect(await inbox.digest(room, later)).toEqual([]);
    expect([await effectsOn('locked'), await effectsOn('not-locked')]).toEqual([3, 2]);
  }, 30_000);

  it('digests nothing from beyond its position, nothing of another log, and below it nothing again', async () => {
    const room = { ...countsBlindly, handler: 'shulian.counting.places' };
    const first = raised('placed', 0);
    await inbox.digest(room, [first]);
    const beyond = await inbox.digest(room, [{ ...raised('placed', 2), from: 2n }]);
    expect(beyond).toEqual([expect.objectContaining({ part: 0, why: expect.any(OutOfPlace) })]);
    const foreign = await inbox.digest(room, [{ ...raised('placed', 1), from: 1n, logId: 'another log' }]);
    expect(foreign).toEqual([expect.objectContaining({ part: 0, why: expect.any(AnotherLog) })]);
    const swapped = await inbox.digest(room, [raised('placed', 0), { ...raised('placed', 1), from: 1n }]);
    expect(swapped).toEqual([expect.objectContaining({ part: 0, why: expect.any(AnotherLog) })]);
    await counting.sql('delete from inbox where handler = $1', [room.handler]);
    // At the position is new, one before it is not, though the inbox knows neither.
    expect(await inbox.digest(room, [first, { ...raised('placed', 1), from: 1n }])).toEqual([]);
    expect(await effectsOn('placed')).toBe(2);
  });

  describe('reading again what failed before', () => {
    const open = (handler: string): Promise<{ event_id: string | null; status: string | null }[]> =>
      counting.sql(
        `select p.event_id, i.status from parked_event p left join inbox i using (handler, event_id)
         where p.handler = $1 and p.resolved_at is null order by p.id`,
        [handler],
      );
    /** As a rebuild does, and who restores tables without them: the log is read from its start. */
    const readAnew = (handler: string): Promise<unknown> =>
      counting.sql(
        `with forgotten as (delete from inbox where handler = $1) delete from digested_position where handler = $1`,
        [handler],
      );
    const dismissAll = async (handler: string): Promise<void> => {
      const rows = await counting.sql<{ id: string }>(
        'select id from parked_event where handler = $1 and resolved_at is null',
        [handler],
      );
      for (const { id } of rows)
        await counting.app
          .get(Database)
          .inTransaction((session) => dismiss(session, Number(id), 'somebody', 'for the test'));
    };
    const failing = (handler: string): Room & { fails: boolean } => {
      const room: Room & { fails: boolean } = {
        ...countsBlindly,
        handler,
        fails: true,
        handlers: new Map<string, EventHandler>([
          [
            CounterRaised.type,
            (event, digesting) =>
              room.fails
                ? Promise.reject(new TypeError('not yet'))
                : (countsBlindly.handlers.get(CounterRaised.type)?.(event, digesting) ?? Promise.resolve()),
          ],
        ]),
      };
      return room;
    };

    it('parks an event again that was parked, then digested, and fails once more after a rebuild', async () => {
      const room = failing('shulian.counting.failing-again');
      const event = raised('failing-again', 0);
      await inbox.digest(room, [event]);
      room.fails = false;
      expect(await inbox.replay(room, event.topic, 'failing-again', 'somebody')).toEqual({ resolved: 1 });
      await readAnew(room.handler);
      room.fails = true;
      await inbox.digest(room, [event, raised('failing-again', 1)]);
      room.fails = false;
      expect(await open(room.handler)).toHaveLength(2);
      expect(await inbox.replay(room, event.topic, 'failing-again', 'somebody')).toEqual({ resolved: 2 });
      expect(await effectsOn('failing-again')).toBe(3);
    });

    it('parks what lies where another one lay that still waits, in a log that was made anew under the same name', async () => {
      const room = failing('shulian.counting.same-place');
      const [first, second] = [raised('same-place', 0), raised('same-place-too', 0)];
      await inbox.digest(room, [first]);
      await counting.sql('delete from digested_position where handler = $1', [room.handler]);
      await inbox.digest(room, [second]);
      const odd = {
        ...raised('odd', 0),
        payload: null,
        raw: () => ({ key: null, value: null, headers: null }),
      };
      await counting.sql('delete from digested_position where handler = $1', [room.handler]);
      await inbox.digest(room, [odd]);
      expect((await open(room.handler)).map(({ event_id }) => event_id)).toEqual([
        first.eventId,
        second.eventId,
        null,
      ]);
    });

    it('dismisses nothing that a replay is just digesting', async () => {
      const room = failing('shulian.counting.replayed');
      const event = raised('replayed', 0);
      await inbox.digest(room, [event]);
      const [row] = await counting.sql<{ id: string }>('select id from parked_event where handler = $1', [
        room.handler,
      ]);
      const [begun, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const slow: Room = {
        ...room,
        handlers: new Map([[CounterRaised.type, () => (begun.resolve(), go.promise)]]),
      };
      const replay = inbox.replay(slow, event.topic, 'replayed', 'one');
      await begun.promise;
      const dismissal = counting.app
        .get(Database)
        .inTransaction((session) => dismiss(session, Number(row?.id), 'another', 'for the test'));
      await pause(300);
      go.resolve();
      expect(await replay).toEqual({ resolved: 1 });
      expect(await dismissal).toBeNull();
    });

    it('parks nothing twice that waits, and nothing again that was dismissed', async () => {
      const room = failing('shulian.counting.dismissed');
      const nothing = { key: null, value: null, headers: null };
      const odd = { ...raised('dismissed', 1), key: null, payload: null, raw: () => nothing };
      const batch = [raised('dismissed', 0), odd];
      for (let reading = 0; reading < 2; reading += 1) {
        await readAnew(room.handler);
        await inbox.digest(room, batch);
        expect(await open(room.handler)).toHaveLength(2);
      }
      await dismissAll(room.handler);
      await readAnew(room.handler);
      // The same bytes at another place are another record.
      await inbox.digest(room, [...batch, { ...odd, offset: 2n }]);
      expect(await open(room.handler)).toEqual([{ event_id: null, status: null }]);
      const statuses = 'select status from inbox where handler = $1 and event_id = $2';
      expect(await counting.sql(statuses, [room.handler, batch[0]?.eventId])).toEqual([
        { status: 'skipped' },
      ]);
    });
  });
});
