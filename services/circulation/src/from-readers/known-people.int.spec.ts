import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Announcement } from '@shulian/contracts/envelope';
import type { CardId, ReaderId, SchoolClassId, TermId } from '@shulian/contracts/ids';
import {
  CardBlockedV1,
  CardIssuedV1,
  CardReplacedV1,
  ClassChangedV1,
  ClassOpenedV1,
  ReaderEnrolledV1,
  ReaderLeftV1,
  ReaderMovedClassV1,
  ReaderReinstatedV1,
  ReaderSuspendedV1,
  TermChangedV1,
  TermOpenedV1,
  type AnnouncedReader,
} from '@shulian/contracts/readers';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, day } from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('known_people');
  county = await CountyForTests.open(database.ownerUrl);
});
afterAll(async () => {
  await county.stop();
  await database.drop();
});

/** What `readers` may tell of a reader at one version. */
const state = fc.record({
  kind: fc.constantFrom('student', 'teacher', 'staff', 'external'),
  classNo: fc.constantFrom(0, 1, null),
  hasLeft: fc.boolean(),
  suspension: fc.constantFrom(
    null,
    { why: 'lost-book', untilOn: null },
    { why: 'damage', untilOn: day('2026-10-31') },
  ),
  section: fc.constantFrom('primary', 'junior', 'senior'),
  entryYear: fc.integer({ min: 2020, max: 2026 }),
});
type State = typeof state extends fc.Arbitrary<infer T> ? T : never;

/** The events of a history, some of them again, in any order: as late redeliveries may bring them. */
const anyOrder = <T>(history: readonly T[]): fc.Arbitrary<readonly number[]> =>
  fc
    .tuple(
      fc.shuffledSubarray([...history.keys()], { minLength: history.length }),
      fc.array(fc.nat(history.length - 1), { maxLength: 4 }),
    )
    .map(([all, again]) => [...all, ...again]);
const historyOf = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<{ told: readonly T[]; order: readonly number[] }> =>
  fc
    .array(one, { minLength: 1, maxLength: 6 })
    .chain((told) => anyOrder(told).map((order) => ({ told, order })));

describe('what circulation knows of a reader, of a card, a class and a term', () => {
  const classes = [randomUUID(), randomUUID()] as SchoolClassId[];

  it('is what the newest event tells, in whatever order and however often they come', async () => {
    const readerEvent = (readerId: ReaderId, it: State, version: number): Announcement => {
      const told: AnnouncedReader = {
        readerId,
        schoolId: county.schoolId,
        kind: it.kind,
        classId: it.classNo === null ? null : (classes[it.classNo] ?? null),
        section: it.classNo === null ? null : it.section,
        entryYear: it.classNo === null ? null : it.entryYear,
        leftOn: null,
        leftWhy: null,
        suspension: it.suspension,
      };
      if (it.hasLeft)
        return ReaderLeftV1.announce({ ...told, leftOn: day('2026-10-12'), leftWhy: 'left' }, version);
      if (it.suspension !== null && version % 2 === 0)
        return ReaderSuspendedV1.announce({ ...told, suspension: it.suspension }, version);
      if (it.suspension === null && version % 2 === 0) return ReaderReinstatedV1.announce(told, version);
      return version % 3 === 0
        ? ReaderMovedClassV1.announce({ ...told, fromClassId: null }, version)
        : ReaderEnrolledV1.announce(told, version);
    };
    await fc.assert(
      fc.asyncProperty(historyOf(state), async ({ told, order }) => {
        const readerId = randomUUID() as ReaderId;
        const events = told.map((it, at) => readerEvent(readerId, it, at + 1));
        await county.tell(...order.flatMap((at) => events[at] ?? []));
        const newest = told.at(-1);
        const [known] = await county.service.sql(
          `select kind, class_id, section, entry_year, standing, suspended, suspended_until::text, version
           from known_reader where reader_id = $1`,
          [readerId],
        );
        const inClass = newest?.classNo !== null;
        expect(known).toEqual({
          kind: newest?.kind,
          class_id: inClass ? classes[newest?.classNo ?? 0] : null,
          section: inClass ? newest?.section : null,
          entry_year: inClass ? newest?.entryYear : null,
          standing: newest?.hasLeft === true ? 'left' : 'active',
          suspended: newest?.suspension !== null,
          suspended_until: newest?.suspension?.untilOn ?? null,
          version: told.length,
        });
      }),
      { numRuns: 25 },
    );
  });

  it('is of a card whether it lends: one that is blocked or replaced never does again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.boolean().chain((isReplaced) => anyOrder([1, 2, 3]).map((order) => ({ isReplaced, order }))),
        async ({ isReplaced, order }) => {
          const readerId = randomUUID() as ReaderId;
          const card = (id: CardId) => ({
            cardId: id,
            readerId,
            schoolId: county.schoolId,
            cardKey: id.replaceAll('-', '').repeat(2),
          });
          const [first, second] = [randomUUID() as CardId, randomUUID() as CardId];
          const replaced = { replacedCardId: first, replacedCardKey: card(first).cardKey };
          const events = [
            CardIssuedV1.announce(card(first), 2),
            CardBlockedV1.announce({ ...card(first), why: 'lost' }, 3),
            ...(isReplaced ? [CardReplacedV1.announce({ ...card(second), ...replaced }, 4)] : []),
          ];
          await county.tell(...order.flatMap((at) => events[at] ?? []));
          const known = await county.service.sql(
            'select card_id, status from known_card where reader_id = $1 order by status',
            [readerId],
          );
          expect(known).toEqual([
            ...(isReplaced ? [{ card_id: second, status: 'active' }] : []),
            { card_id: first, status: 'lost' },
          ]);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('is of a class and a term the newest, too', async () => {
    const step = fc.record({
      entryYear: fc.integer({ min: 2020, max: 2026 }),
      endsOn: fc.integer({ min: 10, max: 28 }),
    });
    await fc.assert(
      fc.asyncProperty(historyOf(step), async ({ told, order }) => {
        const [classId, termId] = [randomUUID() as SchoolClassId, randomUUID() as TermId];
        const { schoolId } = county;
        const events = told.map(({ entryYear, endsOn }, at) => {
          const schoolClass = {
            classId,
            schoolId,
            section: 'primary',
            classNo: 7,
            grade: null,
            name: '7',
          } as const;
          const term = { termId, schoolId, name: 'a', startsOn: day('2030-09-01') };
          return [
            (at === 0 ? ClassOpenedV1 : ClassChangedV1).announce({ ...schoolClass, entryYear }, at + 1),
            (at === 0 ? TermOpenedV1 : TermChangedV1).announce(
              { ...term, endsOn: day(`2031-01-${endsOn}`) },
              1_000 + at,
            ),
          ];
        });
        await county.tell(...order.flatMap((at) => events[at] ?? []));
        const known = await county.service.sql(
          `select c.entry_year, t.ends_on::text from known_class c, known_term t where class_id = $1 and term_id = $2`,
          [classId, termId],
        );
        const newest = told.at(-1);
        expect(known).toEqual([{ entry_year: newest?.entryYear, ends_on: `2031-01-${newest?.endsOn}` }]);
      }),
      { numRuns: 12 },
    );
  });
});
