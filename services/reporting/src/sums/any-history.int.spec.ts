import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transaction } from '@shulian/service-kit';
import { startForTests, type ServiceForTests } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import fc from 'fast-check';
import { shuffledTopics, type Happened } from '../a-county-history.builder.js';
import { projections } from '../projections.config.js';
import { CatalogConsumer } from '../from-catalog/catalog.consumer.js';
import { CirculationConsumer } from '../from-circulation/circulation.consumer.js';
import { ReadersConsumer } from '../from-readers/readers.consumer.js';
import { bitsOfDays } from '../reports/rules/period.js';
import { reportingService } from '../reporting.module.js';
import { historyOf, WHATS, type Turn } from './any-history.builder.js';
import {
  borrowersIn,
  copiesLentIn,
  daysOf,
  lendingOn,
  movementsIn,
  readersOn,
  stockOn,
} from './naive-county.builder.js';

let database: FreshDatabase;
let reporting: ServiceForTests;
beforeAll(async () => {
  database = await freshDatabase('reporting_any_history');
  reporting = await startForTests(reportingService, { ownerUrl: database.ownerUrl });
});
afterAll(async () => {
  await reporting?.stop();
  await database?.drop();
});

type Handler = (event: never, digesting: never) => unknown;
/** The method that digests an event in its room, by the name of its type. */
const digest = async (event: Happened, digesting: object): Promise<void> => {
  const consumer = {
    catalog: reporting.app.get(CatalogConsumer),
    circulation: reporting.app.get(CirculationConsumer),
    readers: reporting.app.get(ReadersConsumer),
  }[event.topic.split('.')[1] ?? ''] as unknown as Record<string, Handler> | undefined;
  const methods: Record<string, string> = {
    'copy.accessioned': 'accessioned',
    'copy.changed': 'changed',
    'copy.withdrawn': 'withdrawn',
    'loan.checked-out': 'checkedOut',
    'loan.renewed': 'renewed',
    'loan.due-changed': 'dueChanged',
    'loan.returned': 'returned',
    'copy.lost': 'lost',
    'copy.released': 'released',
    'compensation.owed': 'owed',
    'compensation.settled': 'settled',
    'compensation.reopened': 'reopened',
    'class.opened': 'classOpened',
    'class.changed': 'classChanged',
    'reader.enrolled': 'enrolled',
    'reader.moved-class': 'movedClass',
    'reader.left': 'left',
  };
  const method = methods[event.type.split('.').slice(2, -1).join('.')] ?? '';
  if (consumer?.[method] === undefined) throw new Error(`nobody digests ${event.type}`);
  await consumer[method](
    {
      type: event.type,
      time: event.time,
      aggregateversion: event.aggregateVersion,
      data: event.data,
    } as never,
    digesting as never,
  );
};

const room = ({ topic }: Happened): string => topic.split('.')[1] ?? '';
/** A batch as a room gets it: one transaction, without the inbox, which would keep out what came before. */
const tell = async (batch: readonly Happened[]): Promise<void> => {
  for (const events of Map.groupBy(batch, room).values())
    await reporting.app.get(Transaction).run(async (tx) => {
      for (const event of events) await digest(event, { tx });
    });
};

/** In batches of these sizes, over and over; every other batch is told once more after the next one. */
const tellInBatches = async (events: readonly Happened[], sizes: readonly number[]): Promise<void> => {
  let told = 0;
  let before: readonly Happened[] = [];
  for (let n = 0; told < events.length; n += 1) {
    const batch = events.slice(told, told + (sizes[n % sizes.length] ?? 1));
    await tell(batch);
    if (n % 2 === 1) await tell(before);
    before = batch;
    told += batch.length;
  }
  await tell(events.slice(0, events.length / 2));
};

const asCounts = (rows: readonly { key: string; n: number }[]): Record<string, number> =>
  Object.fromEntries(rows.filter(({ n }) => n !== 0).map(({ key, n }) => [key, Number(n)]));
const withoutZeros = (counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).filter(([, n]) => n !== 0));
const summed = async (what: string, from: string, to: string): Promise<Record<string, number>> =>
  asCounts(await reporting.sql<{ key: string; n: number }>(what, [from, to]));

const STOCK = `select s.school_id || '|' || s.main_class || '|' || c.what as key, sum(c.n)::float8 as n
  from day_pieces($1, $2) p join stock_sum s on s.grain = p.grain and s.starts_on between p.starts and p.ends
  cross join lateral (values ('copies', copies), ('titles', titles), ('value', value_fen)) c(what, n) group by 1`;
const READERS = `select school_id || '|' || reader_kind as key, sum(readers)::int as n
  from day_pieces($1, $2) p join reader_sum s on s.grain = p.grain and s.starts_on between p.starts and p.ends group by 1`;
const STANDING = `select school_id || '|' || reader_kind || '|' || c.what as key, sum(c.n)::int as n
  from day_pieces($1, $2) p join lending_sum s on s.grain = p.grain and s.starts_on between p.starts and p.ends
  cross join lateral (values ('open', loans - returns - losses), ('late', late)) c(what, n) group by 1`;
const HAPPENED = `select school_id || '|' || reader_kind || '|' || c.what as key, sum(c.n)::int as n
  from day_pieces($1, $2) p join lending_sum s on s.grain = p.grain and s.starts_on between p.starts and p.ends
  cross join lateral (values ('loans', loans), ('renewals', renewals), ('returns', returns), ('losses', losses), ('in_room', in_room)) c(what, n)
  group by 1
  union all
  select class_id || '|' || c.what, sum(c.n)::int
  from day_pieces($1, $2) p join class_sum s on s.grain = p.grain and s.starts_on between p.starts and p.ends
  cross join lateral (values ('loans', loans), ('returns', returns)) c(what, n) group by 1`;
const MOVED = `select school_id || '|' || movement as key, sum(copies)::int as n
  from day_pieces($1, $2) p join movement_sum s on s.grain = p.grain and s.starts_on between p.starts and p.ends
  where movement not in ('lost', 'found') group by 1`;
const USED = `select school_id::text as key, sum(loans)::int as n
  from day_pieces($1, $2) p join use_sum s on s.grain = p.grain and s.starts_on between p.starts and p.ends
  where s.lent_before < $1::date group by 1`;
const BORROWERS = `select distinct b.reader_id from unnest($1::int[], $2::text[]) y(school_year, bits)
  join borrower_year b using (school_year) where b.days & y.bits::bit(366) <> repeat('0', 366)::bit(366) order by 1`;

const turn: fc.Arbitrary<Turn> = fc.record({
  what: fc.constantFrom(...WHATS),
  n: fc.nat({ max: 4 }),
  how: fc.nat({ max: 59 }),
  days: fc.oneof(fc.constant(0), fc.nat({ max: 12 })),
});
const anyHistory = fc.record({
  turns: fc.array(turn, { minLength: 1, maxLength: 70, size: 'max' }),
  sizes: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
  order: fc.array(fc.nat({ max: 99 }), { minLength: 1, maxLength: 50 }),
});

describe('the sums', () => {
  it('are those of a naive count for every day, in whatever order the topics come, batched and repeated', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async ({ turns, sizes, order }) => {
        await reporting.sql(`truncate ${projections.join(', ')}`);
        const history = historyOf(turns);
        let drawn = 0;
        const next = (below: number): number => (order[(drawn += 1) % order.length] ?? 0) % below;
        await tellInBatches(shuffledTopics(history, next), sizes);

        expect(await reporting.sql('select * from differing_sums() where differing > 0')).toEqual([]);
        const days = daysOf(history);
        for (const day of days) {
          const began = days[next(days.length)] ?? day;
          const from = began < day ? began : day;
          const lending = lendingOn(history, from, day);
          const standing = await summed(STANDING, '0001-01-01', day);
          const happened = await summed(HAPPENED, from, day);
          expect({ day, from, ...standing, ...happened }).toEqual({ day, from, ...lending });
          expect({ day, ...(await summed(READERS, '0001-01-01', day)) }).toEqual({
            day,
            ...readersOn(history, day),
          });
          expect({ day, ...(await summed(STOCK, '0001-01-01', day)) }).toEqual({
            day,
            ...withoutZeros(stockOn(history, day)),
          });
          expect({ day, from, ...(await summed(MOVED, from, day)) }).toEqual({
            day,
            from,
            ...movementsIn(history, from, day),
          });
          const month = `${from.slice(0, 7)}-01`;
          expect({ day, month, ...(await summed(USED, month, day)) }).toEqual({
            day,
            month,
            ...copiesLentIn(history, month, day),
          });
          const years = bitsOfDays({ from, to: day } as never);
          const borrowed = await reporting.sql<{ reader_id: string }>(BORROWERS, [
            years.map(({ year }) => year),
            years.map(({ bits }) => bits),
          ]);
          expect(borrowed.map(({ reader_id }) => reader_id)).toEqual(borrowersIn(history, from, day));
        }
      }),
      { numRuns: 40 },
    );
  }, 300_000);

  it('are made anew from the known rows after they were lost', async () => {
    // A history of its own, always the same: the last one of the property may hold nothing that could be lost.
    await reporting.sql(`truncate ${projections.join(', ')}`);
    const turns = Array.from({ length: 70 }, (_, n): Turn => ({
      what: WHATS[(n * 5) % WHATS.length] ?? WHATS[0],
      n: n % 5,
      how: (n * 11) % 60,
      days: n % 4,
    }));
    await tell(historyOf(turns));
    await reporting.sql(`update lending_sum set late = late + 1; delete from stock_sum where main_class = '*';
      delete from borrower_year; delete from use_sum; update movement_sum set copies = copies + 1; update reader_sum set readers = 0; delete from class_sum`);
    const wrong = await reporting.sql<{ sums: string }>(
      'select sums from differing_sums() where differing > 0 order by 1',
    );
    expect(wrong.map(({ sums }) => sums)).toEqual([
      'borrower_year',
      'class_sum',
      'lending_sum',
      'movement_sum',
      'reader_sum',
      'stock_sum',
      'use_sum',
    ]);
    await reporting.sql('select make_sums_anew()');
    expect(await reporting.sql('select sums from differing_sums() where differing > 0')).toEqual([]);
  });
});
