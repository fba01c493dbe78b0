import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarDay, CopyId, HoldId, ReaderId, SchoolId, TitleId } from '@shulian/contracts/ids';
import { holdRefusals, type HoldFacts } from './hold-refusals.js';
import { isExpired, pickUpByOn } from './hold-shelf.js';
import { copyOf, ended, isOpen, ready, waitingAgain, type Hold } from './hold.js';
import { byPlace, nextInQueue, suits } from './queue.js';

const day = (text: string) => text as CalendarDay;
const aHold = (named: Partial<Hold> = {}): Hold => ({
  id: 'hold 1' as HoldId,
  titleId: 'title' as TitleId,
  wantedCopyId: null,
  readerId: 'pupil' as ReaderId,
  readerSchoolId: 'school' as SchoolId,
  pickupSchoolId: 'school' as SchoolId,
  placedAt: '2026-10-12T04:00:00.000Z',
  state: { is: 'waiting' },
  ...named,
});
const copy = { copyId: 'copy' as CopyId, titleId: 'title' as TitleId, schoolId: 'school' as SchoolId };
const codes = (named: Partial<HoldFacts> = {}): string[] =>
  holdRefusals({
    standing: 'active',
    suspended: null,
    openHolds: 0,
    holdLimit: { value: 3, rule: { id: 'rule', version: 1 } },
    waitsAlready: false,
    hasOnLoan: false,
    copies: 1,
    today: day('2026-10-12'),
    ...named,
  }).map((reason) => reason.code);

describe('a hold', () => {
  it('is refused for every reason at once', () => {
    expect(codes()).toEqual([]);
    expect(
      codes({
        standing: 'left',
        suspended: { untilOn: null },
        openHolds: 3,
        waitsAlready: true,
        hasOnLoan: true,
        copies: 0,
      }),
    ).toEqual([
      'reader.inactive',
      'reader.suspended',
      'hold.at-limit',
      'hold.already-waiting',
      'hold.on-loan-to-reader',
      'hold.no-copies',
    ]);
    expect(codes({ holdLimit: null })).toEqual(['policy.none']);
  });
  it('counts to the limit and not beyond', () => {
    expect([2, 3, 4].map((openHolds) => codes({ openHolds }).length)).toEqual([0, 1, 1]);
  });
  it('goes from waiting to ready to its end, and back to its place when its copy goes elsewhere', () => {
    const onShelf = ready(aHold(), copy.copyId, day('2026-10-12'), day('2026-10-19'));
    expect([isOpen(onShelf), copyOf(onShelf)]).toEqual([true, 'copy']);
    expect(ended(onShelf, 'expired', day('2026-10-20'))).toMatchObject({
      state: { is: 'expired', copyId: 'copy' },
    });
    expect(waitingAgain(onShelf)).toEqual(aHold());
    expect(() => ready(onShelf, copy.copyId, day('2026-10-12'), day('2026-10-19'))).toThrow();
    expect(() =>
      ended(ended(onShelf, 'cancelled', day('2026-10-12')), 'fulfilled', day('2026-10-12')),
    ).toThrow();
  });
  it('[CIR-052] is served first come, first served', () => {
    const first = aHold({ id: 'b' as HoldId });
    const second = aHold({ id: 'c' as HoldId, placedAt: '2026-10-12T04:00:01.000Z' });
    const twin = aHold({ id: 'a' as HoldId });
    expect(nextInQueue([second, first], copy)).toBe(first);
    expect(nextInQueue([first, twin], copy)).toBe(twin);
    expect(nextInQueue([], copy)).toBeNull();
  });
  it('is ended by the right copy at the school of the pickup only', () => {
    expect(suits(aHold(), copy)).toBe(true);
    expect(suits(aHold({ wantedCopyId: copy.copyId }), copy)).toBe(true);
    expect(suits(aHold({ wantedCopyId: 'other' as CopyId }), copy)).toBe(false);
    expect(suits(aHold({ pickupSchoolId: 'other' as SchoolId }), copy)).toBe(false);
    expect(suits(aHold({ titleId: 'other' as TitleId }), copy)).toBe(false);
    expect(suits(ready(aHold(), copy.copyId, day('2026-10-12'), day('2026-10-19')), copy)).toBe(false);
  });
  it('has a place that orders any two', () => {
    const place = fc.record({ id: fc.string(), placedAt: fc.constantFrom('1', '2', '3') });
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        const [x, y, z] = [a, b, c].map((one) => aHold({ ...one, id: one.id as HoldId })) as [
          Hold,
          Hold,
          Hold,
        ];
        expect(Math.sign(byPlace(x, y))).toBe(-Math.sign(byPlace(y, x)) + 0);
        if (byPlace(x, y) <= 0 && byPlace(y, z) <= 0) expect(byPlace(x, z)).toBeLessThanOrEqual(0);
      }),
    );
  });
  it('is kept for so many days, to the next day the desk is open', () => {
    const openDay = (at: CalendarDay): CalendarDay =>
      at === '2026-10-17' || at === '2026-10-18' ? day('2026-10-19') : at;
    expect([4, 5, 6, 7].map((days) => pickUpByOn(day('2026-10-12'), days, openDay))).toEqual([
      '2026-10-16',
      '2026-10-19',
      '2026-10-19',
      '2026-10-19',
    ]);
    expect(
      ['2026-10-18', '2026-10-19', '2026-10-20'].map((today) => isExpired(day('2026-10-19'), day(today))),
    ).toEqual([false, false, true]);
  });
});
