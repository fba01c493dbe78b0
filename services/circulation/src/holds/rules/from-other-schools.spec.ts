import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarDay, CopyId, HoldId, ReaderId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { CopyKind } from '@shulian/lending-rules/policy/loan-policy';
import { fromOtherSchools, isProtected, mayLeave, type CopyElsewhere } from './from-other-schools.js';
import { byPlace, type Waiter } from './queue.js';

const TODAY = '2026-10-12' as CalendarDay;
const waiter = (
  id: string,
  at: number,
  copy: string | null,
  kinds: readonly CopyKind[] = ['book'],
): Waiter => ({
  kinds: new Set(kinds),
  hold: {
    id: id as HoldId,
    titleId: 'T' as TitleId,
    wantedCopyId: copy as CopyId | null,
    readerId: `reader ${id}` as ReaderId,
    readerSchoolId: 'P' as SchoolId,
    pickupSchoolId: 'P' as SchoolId,
    placedAt: `2026-10-12T04:00:${String(at).padStart(2, '0')}.000Z`,
    suspended: null,
    state: { is: 'waiting' },
  },
});
const copy = (copyId: string, schoolId: string, given: Partial<CopyElsewhere> = {}): CopyElsewhere => ({
  copyId: copyId as CopyId,
  titleId: 'T' as TitleId,
  schoolId: schoolId as SchoolId,
  kind: 'book',
  distance: Number(schoolId.slice(1)),
  wanted: false,
  accessionedOn: null,
  newStayDays: 0,
  neededAtHome: false,
  isOpenToday: true,
  ...given,
});
const rooms = (named: Record<string, number>): Map<SchoolId, number> =>
  new Map(Object.entries(named)) as Map<SchoolId, number>;
const said = (asked: ReturnType<typeof fromOtherSchools>): string[] =>
  asked.map(({ hold, copy: { copyId } }) => `${hold.id}:${copyId}`);

const waiters = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    at: fc.nat({ max: 3 }),
    copy: fc.constantFrom(null, null, 'c1', 'c2', 'c3'),
    kinds: fc.constantFrom<(readonly CopyKind[])[]>(['book'], ['book', 'periodical'], []),
  }),
  { selector: ({ id }) => id, maxLength: 6 },
);
const copies = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('c1', 'c2', 'c3', 'c4', 'c5', 'c6'),
    school: fc.constantFrom('S1', 'S2', 'S3'),
    kind: fc.constantFrom<CopyKind[]>('book', 'periodical'),
    wanted: fc.boolean(),
    neededAtHome: fc.boolean(),
    isOpenToday: fc.boolean(),
    accessionedOn: fc.constantFrom(null, '2026-10-10' as CalendarDay, '2026-09-01' as CalendarDay),
    newStayDays: fc.constantFrom(0, 3, 30),
  }),
  { selector: ({ id }) => id, maxLength: 6 },
);
const room = fc.record({ S1: fc.nat({ max: 3 }), S2: fc.nat({ max: 3 }), S3: fc.nat({ max: 3 }) });

describe('which copies of other schools are asked for', () => {
  it('is the nearest first, in the order of the queue, up to what each school sends', () => {
    const waiting = [waiter('b', 2, null), waiter('a', 1, null), waiter('c', 3, null)];
    const free = [copy('far', 'S2'), copy('near', 'S1'), copy('next', 'S1')];
    expect(said(fromOtherSchools(waiting, free, rooms({ S1: 2, S2: 1 }), TODAY))).toEqual([
      'a:near',
      'b:next',
      'c:far',
    ]);
    expect(said(fromOtherSchools(waiting, free, rooms({ S1: 1, S2: 1 }), TODAY))).toEqual([
      'a:near',
      'b:far',
    ]);
    expect(said(fromOtherSchools(waiting, free, rooms({ S1: 0, S2: 1 }), TODAY))).toEqual(['a:far']);
    expect(said(fromOtherSchools(waiting, free, rooms({}), TODAY))).toEqual([]);
  });
  it('leaves the copy that somebody wants for itself to that one, where another of the school will do', () => {
    const waiting = [waiter('a', 1, null), waiter('b', 2, 'c1')];
    const free = [copy('c1', 'S1', { wanted: true }), copy('c2', 'S1')];
    expect(said(fromOtherSchools(waiting, free, rooms({ S1: 2 }), TODAY))).toEqual(['a:c2', 'b:c1']);
  });
  it.each([
    [0, false],
    [2, false],
    [3, true],
    [4, true],
  ])('leaves a book of the tenth at home for %i days: on the twelfth that is %s', (newStayDays, stays) => {
    expect(isProtected({ accessionedOn: '2026-10-10' as CalendarDay, newStayDays }, TODAY)).toBe(stays);
  });
  it('sends no copy twice, none that has to stay, none that does not fit, and from no school more than it may', () => {
    fc.assert(
      fc.property(waiters, copies, room, (wishes, stock, given) => {
        const waiting = wishes.map(({ id, at, copy: wanted, kinds }) => waiter(id, at, wanted, kinds));
        const free = stock.map(({ id, school, ...more }) => copy(id, school, more));
        const asked = fromOtherSchools(waiting, free, rooms(given), TODAY);
        expect(new Set(asked.map(({ copy: { copyId } }) => copyId)).size).toBe(asked.length);
        expect(new Set(asked.map(({ hold }) => hold.id)).size).toBe(asked.length);
        for (const { hold, copy: one } of asked) {
          expect(mayLeave(one, TODAY)).toBe(true);
          expect([null, one.copyId]).toContain(hold.wantedCopyId);
          expect(waiting.find((other) => other.hold === hold)?.kinds.has(one.kind)).toBe(true);
        }
        const out = Map.groupBy(asked, ({ copy: { schoolId } }) => schoolId);
        for (const [schoolId, sent] of out)
          expect(sent.length).toBeLessThanOrEqual(rooms(given).get(schoolId) ?? 0);
      }),
    );
  });
  it('serves nobody with a copy that one before could have had, and nobody with a farther one than was left', () => {
    fc.assert(
      fc.property(waiters, copies, room, (wishes, stock, given) => {
        const waiting = wishes.map(({ id, at, copy: wanted, kinds }) => waiter(id, at, wanted, kinds));
        const free = stock.map(({ id, school, ...more }) => copy(id, school, more));
        const asked = fromOtherSchools(waiting, free, rooms(given), TODAY);
        const copyFor = new Map(asked.map(({ hold, copy: one }) => [hold.id, one]));
        const inOrder = [...waiting].sort((a, b) => byPlace(a.hold, b.hold));
        inOrder.forEach(({ hold, kinds }, place) => {
          const got = copyFor.get(hold.id);
          for (const later of inOrder.slice(place + 1)) {
            const theirs = copyFor.get(later.hold.id);
            if (theirs === undefined) continue;
            const could =
              kinds.has(theirs.kind) && (hold.wantedCopyId === null || hold.wantedCopyId === theirs.copyId);
            if (could) expect(got !== undefined && got.distance <= theirs.distance).toBe(true);
          }
        });
      }),
    );
  });
  it('does not change for those before when farther schools are looked at, too', () => {
    fc.assert(
      fc.property(waiters, copies, room, (wishes, stock, given) => {
        const waiting = wishes.map(({ id, at, copy: wanted, kinds }) => waiter(id, at, wanted, kinds));
        const free = stock.map(({ id, school, ...more }) => copy(id, school, more));
        const near = said(
          fromOtherSchools(
            waiting,
            free.filter(({ distance }) => distance < 3),
            rooms(given),
            TODAY,
          ),
        );
        const all = said(fromOtherSchools(waiting, free, rooms(given), TODAY));
        expect(all).toEqual(expect.arrayContaining(near));
      }),
    );
  });
});
