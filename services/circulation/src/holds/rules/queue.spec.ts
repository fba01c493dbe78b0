import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CopyId, HoldId, ReaderId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { CopyKind } from '@shulian/lending-rules/policy/loan-policy';
import { ready, type Hold } from './hold.js';
import { byPlace, holdFor, keptFor, served, type FreeCopy, type Waiter } from './queue.js';

type Wish = {
  readonly id: string;
  readonly at?: number;
  readonly copy?: string;
  readonly title?: string;
  readonly school?: string;
  readonly kinds?: readonly CopyKind[];
};
const holdOf = ({ id, at = 0, copy, title = 'T', school = 'S' }: Wish): Hold => ({
  id: id as HoldId,
  titleId: title as TitleId,
  wantedCopyId: (copy ?? null) as CopyId | null,
  readerId: `reader ${id}` as ReaderId,
  readerSchoolId: school as SchoolId,
  pickupSchoolId: school as SchoolId,
  placedAt: `2026-10-12T04:00:${String(at).padStart(2, '0')}.000Z`,
  suspended: null,
  state: { is: 'waiting' },
});
const aHold = (wish: Wish): Waiter => ({ hold: holdOf(wish), kinds: new Set(wish.kinds ?? ['book']) });
const aCopy = (copyId: string, title = 'T', school = 'S', kind: CopyKind = 'book'): FreeCopy => ({
  copyId: copyId as CopyId,
  titleId: title as TitleId,
  schoolId: school as SchoolId,
  kind,
});
const idsOf = (holds: readonly { readonly hold: Hold }[]): string[] => holds.map(({ hold }) => hold.id);
const reader = (id: string): ReaderId => `reader ${id}` as ReaderId;

describe('the queue of a title', () => {
  it('[CIR-052] serves first come, first served; the id settles holds of one instant', () => {
    const [first, second, twin] = [aHold({ id: 'b' }), aHold({ id: 'c', at: 1 }), aHold({ id: 'a' })];
    expect(holdFor(aCopy('1'), [second, first], [aCopy('1')])).toBe(first.hold);
    expect(holdFor(aCopy('1'), [first, twin], [aCopy('1')])).toBe(twin.hold);
    expect(holdFor(aCopy('1'), [], [aCopy('1')])).toBeNull();
  });
  it.each([
    [0, 3, 0],
    [1, 3, 1],
    [2, 3, 2],
    [3, 3, 3],
    [4, 3, 3],
    [1, 1, 1],
    [2, 1, 1],
  ])('of %i who wait, with %i copies free, serves %i', (waiters, copies, expected) => {
    const waiting = Array.from({ length: waiters }, (_, n) => aHold({ id: String(n), at: n }));
    const free = Array.from({ length: copies }, (_, n) => aCopy(String(n)));
    expect(idsOf(served(waiting, free))).toEqual(idsOf(waiting.slice(0, expected)));
  });
  it('keeps back as many of three free copies as there are readers who wait', () => {
    for (const [waiters, lendable] of [
      [0, 3],
      [1, 2],
      [2, 1],
      [3, 0],
      [4, 0],
    ] as const) {
      const waiting = Array.from({ length: waiters }, (_, n) => aHold({ id: String(n), at: n }));
      let free = ['1', '2', '3'].map((copyId) => aCopy(copyId));
      let lent = 0;
      for (const copy of [...free])
        if (keptFor(copy, reader('nobody'), waiting, free) === null) {
          lent += 1;
          free = free.filter((one) => one !== copy);
        }
      expect([waiters, lent]).toEqual([waiters, lendable]);
    }
  });
  it('lets who is served take any copy that leaves one for each who came before', () => {
    const waiting = [aHold({ id: 'a' }), aHold({ id: 'b', at: 1 })];
    expect(keptFor(aCopy('1'), reader('a'), waiting, [aCopy('1')])).toBeNull();
    expect(keptFor(aCopy('1'), reader('b'), waiting, [aCopy('1')])?.id).toBe('a');
    expect(keptFor(aCopy('1'), reader('b'), waiting, [aCopy('1'), aCopy('2')])).toBeNull();
    expect(keptFor(aCopy('1'), null, waiting, [aCopy('1'), aCopy('2')])?.id).toBe('b');
  });
  it('leaves the copy that one reader wants to that reader, where there is another for who came before', () => {
    const waiting = [aHold({ id: 'any' }), aHold({ id: 'this', at: 1, copy: '1' })];
    const free = [aCopy('1'), aCopy('2')];
    expect(idsOf(served(waiting, free))).toEqual(['any', 'this']);
    expect(holdFor(aCopy('1'), waiting, free)?.id).toBe('this');
    expect(holdFor(aCopy('2'), waiting, free)?.id).toBe('any');
    expect(keptFor(aCopy('2'), null, waiting, free)?.id).toBe('this');
    // With just this copy there, who came first has it.
    expect(holdFor(aCopy('1'), waiting, [aCopy('1')])?.id).toBe('any');
    expect(served(waiting, free)).toEqual([
      { hold: waiting[0]?.hold, copyId: '2' },
      { hold: waiting[1]?.hold, copyId: '1' },
    ]);
  });
  it('serves each with a copy of a kind that its reader may borrow, and passes over who may borrow none', () => {
    const [tape, book] = [aCopy('1', 'T', 'S', 'audiovisual'), aCopy('2')];
    const [either, onlyTape, none] = [
      aHold({ id: 'a', kinds: ['book', 'audiovisual'] }),
      aHold({ id: 'b', at: 1, kinds: ['audiovisual'] }),
      aHold({ id: 'c', at: 2, kinds: [] }),
    ];
    expect(served([aHold({ id: 'a' })], [tape])).toEqual([]);
    expect(served([aHold({ id: 'a' })], [tape, book])).toEqual([{ hold: holdOf({ id: 'a' }), copyId: '2' }]);
    const waiting = [none, onlyTape, either];
    expect(served(waiting, [tape, book])).toEqual([
      { hold: either.hold, copyId: '2' },
      { hold: onlyTape.hold, copyId: '1' },
    ]);
    expect([holdFor(tape, waiting, [tape, book])?.id, holdFor(book, waiting, [tape, book])?.id]).toEqual([
      'b',
      'a',
    ]);
    expect(keptFor(tape, reader('nobody'), waiting, [tape, book])?.id).toBe('b');
    expect(keptFor(book, reader('nobody'), waiting, [tape, book])?.id).toBe('b');
    expect(keptFor(book, reader('nobody'), [onlyTape], [tape, book])).toBeNull();
    // Whoever lends by an override takes the copy the own hold is for, of whatever kind.
    expect(keptFor(tape, reader('a'), [aHold({ id: 'a' })], [tape])).toBeNull();
  });
  it('serves with copies of the title that lie at the school of the pickup, and nobody who does not wait', () => {
    const hold = aHold({ id: 'a' });
    expect(served([hold], [aCopy('1', 'T', 'elsewhere')])).toEqual([]);
    expect(served([hold], [aCopy('1', 'other')])).toEqual([]);
    expect(served([aHold({ id: 'a', copy: '2' })], [aCopy('1')])).toEqual([]);
    const onShelf = {
      ...hold,
      hold: ready(hold.hold, '9' as CopyId, '2026-10-12' as never, '2026-10-19' as never, 5),
    };
    expect(served([onShelf], [aCopy('1')])).toEqual([]);
    expect(keptFor(aCopy('1', 'T', 'elsewhere'), null, [hold], [aCopy('1', 'T', 'elsewhere')])).toBeNull();
  });
});

const copyIds = ['1', '2', '3', '4'];
const title = fc.constantFrom('T', 'U');
const school = fc.constantFrom('S', 'R');
const kind = fc.constantFrom<CopyKind>('book', 'book', 'audiovisual');
const anyPlace = fc.tuple(title, school, kind);
const anyKinds = fc.constantFrom<CopyKind[]>(['book', 'audiovisual'], ['book'], ['audiovisual'], []);
const anyHold = fc
  .record({
    at: fc.nat({ max: 3 }),
    copy: fc.option(fc.constantFrom(...copyIds), { nil: undefined, freq: 3 }),
    title,
    school,
    kinds: anyKinds,
  })
  .map((wish) => wish);
const anyWaiting = fc
  .array(anyHold, { maxLength: 7 })
  .map((wishes) =>
    wishes.map(({ copy, ...wish }, n) =>
      aHold({ ...wish, id: String(n), ...(copy === undefined ? {} : { copy }) }),
    ),
  );
const anyFree = fc
  .record({
    ids: fc.subarray(copyIds),
    titles: fc.infiniteStream(title),
    schools: fc.infiniteStream(school),
    kinds: fc.infiniteStream(kind),
  })
  .map(({ ids, titles, schools, kinds }) =>
    ids.map((id) =>
      aCopy(
        id,
        titles.next().value as string,
        schools.next().value as string,
        kinds.next().value as CopyKind,
      ),
    ),
  );

const fits = ({ hold, kinds }: Waiter, copy: FreeCopy): boolean =>
  kinds.has(copy.kind) &&
  hold.titleId === copy.titleId &&
  hold.pickupSchoolId === copy.schoolId &&
  (hold.wantedCopyId === null || hold.wantedCopyId === copy.copyId);
/** Whether each of the holds can have a copy of its own, found by trying everything. */
const allCanBeServed = ([hold, ...others]: readonly Waiter[], free: readonly FreeCopy[]): boolean =>
  hold === undefined ||
  free.some(
    (copy) =>
      fits(hold, copy) &&
      allCanBeServed(
        others,
        free.filter((one) => one !== copy),
      ),
  );

describe('whoever waits and whatever lies free', () => {
  it('as many are served as can be, nobody at the cost of somebody who came before', () => {
    fc.assert(
      fc.property(anyWaiting, anyFree, (waiting, free) => {
        const expected: Waiter[] = [];
        for (const waiter of [...waiting].sort((a, b) => byPlace(a.hold, b.hold)))
          if (allCanBeServed([...expected, waiter], free)) expected.push(waiter);
        expect(idsOf(served(waiting, free))).toEqual(idsOf(expected));
      }),
    );
  });
  it('each has a copy of its own that fits', () => {
    fc.assert(
      fc.property(anyWaiting, anyFree, (waiting, free) => {
        const pairs = served(waiting, free);
        expect(new Set(pairs.map(({ copyId }) => copyId)).size).toBe(pairs.length);
        for (const { hold, copyId } of pairs) {
          const waiter = waiting.find((one) => one.hold === hold);
          const copy = free.find((one) => one.copyId === copyId);
          expect(waiter !== undefined && copy !== undefined && fits(waiter, copy)).toBe(true);
        }
      }),
    );
  });
  it('a copy in hand goes to one whom it fits, and the others who are served are served still', () => {
    fc.assert(
      fc.property(anyWaiting, anyFree, (waiting, free) => {
        const before = served(waiting, free);
        for (const copy of free) {
          const hold = holdFor(copy, waiting, free);
          const lucky = waiting.filter((waiter) => before.some((one) => one.hold === waiter.hold));
          expect(hold === null).toBe(!lucky.some((waiter) => fits(waiter, copy)));
          if (hold === null) continue;
          expect(lucky.some((waiter) => waiter.hold === hold && fits(waiter, copy))).toBe(true);
          const others = lucky.filter((waiter) => waiter.hold !== hold);
          const rest = free.filter((one) => one !== copy);
          expect(allCanBeServed(others, rest)).toBe(true);
        }
      }),
    );
  });
  it('a copy is lent to a stranger just when nobody goes without, so the copies kept back are min(free, waiting)', () => {
    fc.assert(
      fc.property(anyWaiting, anyFree, (waiting, all) => {
        const before = idsOf(served(waiting, all));
        let free = all;
        for (const copy of all)
          if (keptFor(copy, reader('stranger'), waiting, free) === null)
            free = free.filter((one) => one !== copy);
        expect(idsOf(served(waiting, free))).toEqual(before);
        expect(free).toHaveLength(before.length);
      }),
    );
  });
  it('nobody waits in the end while a copy that fits lies free, in whatever order copies come', () => {
    const history = fc.array(
      fc.oneof(
        fc.record({ does: fc.constant('comes' as const), copy: fc.nat({ max: 3 }) }),
        fc.record({ does: fc.constant('goes' as const), copy: fc.nat({ max: 3 }) }),
        fc.record({ does: fc.constant('waits' as const), wish: anyHold, may: fc.boolean() }),
        fc.record({ does: fc.constant('may' as const), nth: fc.nat({ max: 9 }) }),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(history, fc.tuple(anyPlace, anyPlace, anyPlace, anyPlace), (steps, places) => {
        const copies = copyIds.map((id, n) => aCopy(id, ...(places[n] ?? ['T', 'S', 'book'])));
        const free = new Set<FreeCopy>();
        const shelf = new Map<FreeCopy, Hold>();
        const holds: { hold: Waiter; may: boolean }[] = [];
        for (const step of steps) {
          const copy = 'copy' in step ? copies[step.copy] : undefined;
          // A copy that is nowhere comes back, one that lies free or ready goes out of use.
          if (step.does === 'comes' && copy !== undefined && !shelf.has(copy)) free.add(copy);
          if (step.does === 'goes' && copy !== undefined) {
            free.delete(copy);
            shelf.delete(copy);
          }
          if (step.does === 'waits') {
            const { copy: wanted, ...wish } = step.wish;
            const id = String(holds.length).padStart(2, '0');
            holds.push({
              hold: aHold({ ...wish, id, ...(wanted === undefined ? {} : { copy: wanted }) }),
              may: step.may,
            });
          }
          if (step.does === 'may') {
            const one = holds[step.nth % Math.max(1, holds.length)];
            if (one !== undefined) one.may = !one.may;
          }
          const waiting = (): Waiter[] => {
            const onShelf = new Set(shelf.values());
            return holds.flatMap(({ hold, may }) => (may && !onShelf.has(hold.hold) ? [hold] : []));
          };
          // As the events are digested: one copy after the other, each to the hold it serves.
          for (const one of [...free]) {
            const hold = holdFor(one, waiting(), [...free]);
            if (hold === null) continue;
            free.delete(one);
            shelf.set(one, hold);
          }
          expect(new Set(shelf.values()).size).toBe(shelf.size);
          for (const [one, hold] of shelf)
            expect(holds.some((waiter) => waiter.hold.hold === hold && fits(waiter.hold, one))).toBe(true);
          for (const hold of waiting()) expect([...free].some((one) => fits(hold, one))).toBe(false);
        }
      }),
    );
  });
});
