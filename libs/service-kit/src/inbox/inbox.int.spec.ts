import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import type { DeliveredEvent } from '../bus/event-bus.js';
import {
  CounterRaised,
  countingDefinition,
  type CountingStore,
} from '../testing/a-counting-service.builder.js';
import { eventually, startForTests, type ServiceForTests } from '../testing/service-for-tests.builder.js';
import { Inbox, inParts, type EventHandler, type Room } from './inbox.js';

let database: FreshDatabase;
let counting: ServiceForTests;
let inbox: Inbox<CountingStore>;

beforeAll(async () => {
  database = await freshDatabase('kit_inbox');
  counting = await startForTests(countingDefinition, { ownerUrl: database.ownerUrl });
  inbox = counting.app.get<Inbox<CountingStore>>(Inbox);
});
afterAll(async () => {
  await counting.stop();
  await database.drop();
});

/** Counts whatever it is given: unlike a fold that looks at versions, it shows every effect that was one too many. */
const countsBlindly: Room<CountingStore> = {
  handler: 'shulian.counting.blind',
  handlers: new Map([
    [
      CounterRaised.type,
      ({ subject }, { store }) =>
        store.session.rows(
          `insert into mirror values ($1, 0, 0, 1) on conflict (name) do update set effects = mirror.effects + 1`,
          [subject],
        ),
    ],
  ]),
  alone: new Set(),
};

const raised = (counter: string, offset: number, eventId = randomUUID()): DeliveredEvent => ({
  eventId,
  topic: CounterRaised.topic.name,
  part: 0,
  offset: BigInt(offset),
  key: counter,
  type: CounterRaised.type,
  payload: JSON.stringify({ id: eventId, subject: counter, data: { counter, by: 1, value: 1 } }),
});
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

  it.each([
    ['together in one transaction', [], 1],
    ['in a transaction each, when its type goes alone', [CounterRaised.type], 3],
  ])('digests a batch %s', async (_how, alone, transactions) => {
    const seen: string[] = [];
    const xids = new Set<string | undefined>();
    const note: EventHandler<CountingStore> = async ({ subject }, { store }) => {
      seen.push(String(subject));
      const [row] = await store.session.rows<{ xid: string }>('select pg_current_xact_id()::text as xid');
      xids.add(row?.xid);
    };
    const handlers = new Map([[CounterRaised.type, note]]);
    const room = {
      handler: `shulian.counting.alone-${transactions}`,
      handlers,
      alone: new Set<string>(alone),
    };
    await inbox.digest(
      room,
      ['a', 'b', 'c'].map((name, n) => raised(name, 20 + n)),
    );
    expect(seen).toEqual(['a', 'b', 'c']);
    expect(xids.size).toBe(transactions);
  });

  it('parts a batch before and after what goes alone, and keeps the order', () => {
    const event = (type: string): DeliveredEvent => ({ ...raised('any', 0), type });
    const parts = (types: string): string[] =>
      inParts({ alone: new Set(['A', 'B']) }, [...types].map(event)).map((part) =>
        part.map(({ type }) => type).join(''),
      );
    expect(parts('xyABzxA')).toEqual(['xy', 'A', 'B', 'zx', 'A']);
    expect(parts('Ax')).toEqual(['A', 'x']);
    expect(parts('x')).toEqual(['x']);
    expect(parts('')).toEqual([]);
  });

  it('parks behind a key of its own topic only, when one batch holds several topics', async () => {
    const parked = raised('parked', 5);
    await counting.sql(
      `insert into parked_event (handler, event_id, topic, part, "offset", key, type, payload, error, attempts)
       values ($1, $2, $3, 0, 5, 'parked', $4, '{}', 'for the test', 3)`,
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
    const passesOver: Room<CountingStore> = {
      handler: 'shulian.counting.passing-over',
      handlers: new Map([
        [
          CounterRaised.type,
          async ({ subject }, { store }) => {
            await store.session.rows('insert into mirror values ($1, 0, 0, 1)', [subject]);
            await store.session.rows('select 1 / 0').catch(() => undefined);
          },
        ],
      ]),
      alone: new Set(),
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
    const announces: Room<CountingStore> = {
      handler: 'shulian.counting.announcing',
      handlers: new Map([
        [
          CounterRaised.type,
          ({ subject }, { store }) =>
            store.outbox.append(CounterRaised.announce({ counter: `${subject}-heard`, by: 1, value: 1 }, 1)),
        ],
      ]),
      alone: new Set(),
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
});
