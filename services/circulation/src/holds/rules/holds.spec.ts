import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CalendarDay, CopyId, HoldId, ReaderId, SchoolId, TitleId } from '@shulian/contracts/ids';
import { aCalendar } from '@shulian/lending-rules/a-loan.builder';
import { holdRefusals, type HoldFacts } from './hold-refusals.js';
import { isExpired, keptLonger, pickUpByOn } from './hold-shelf.js';
import { copyOf, ended, isOpen, ready, waitingAgain, type Hold } from './hold.js';
import { byPlace } from './queue.js';

const day = (text: string) => text as CalendarDay;
const aHold = (named: Partial<Hold> = {}): Hold => ({
  id: 'hold 1' as HoldId,
  titleId: 'title' as TitleId,
  wantedCopyId: null,
  readerId: 'pupil' as ReaderId,
  readerSchoolId: 'school' as SchoolId,
  pickupSchoolId: 'school' as SchoolId,
  placedAt: '2026-10-12T04:00:00.000Z',
  suspended: null,
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
    copies: { toLend: 1, inRoom: 0 },
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
        copies: { toLend: 0, inRoom: 0 },
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
  it('on what stays in the room is refused with this reason, unless another copy may leave it', () => {
    expect(codes({ copies: { toLend: 0, inRoom: 1 } })).toEqual(['copy.reading-room-only']);
    expect(codes({ copies: { toLend: 0, inRoom: 2 } })).toEqual(['copy.reading-room-only']);
    expect(codes({ copies: { toLend: 1, inRoom: 2 } })).toEqual([]);
  });
  it('counts to the limit and not beyond', () => {
    expect([2, 3, 4].map((openHolds) => codes({ openHolds }).length)).toEqual([0, 1, 1]);
  });
  it('goes from waiting to ready to its end, and back to its place when its copy goes elsewhere', () => {
    const onShelf = ready(aHold(), copy.copyId, day('2026-10-12'), day('2026-10-19'), 5);
    expect([isOpen(onShelf), copyOf(onShelf)]).toEqual([true, 'copy']);
    expect(ended(onShelf, 'expired', day('2026-10-20'))).toMatchObject({
      state: { is: 'expired', copyId: 'copy' },
    });
    expect(waitingAgain(onShelf)).toEqual(aHold());
    expect(() => ready(onShelf, copy.copyId, day('2026-10-12'), day('2026-10-19'), 5)).toThrow();
    expect(() =>
      ended(ended(onShelf, 'cancelled', day('2026-10-12')), 'fulfilled', day('2026-10-12')),
    ).toThrow();
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
  it('is kept for so many days on which the desk is open', () => {
    // From Monday, 12 October; the 15th is closed.
    const kept = (days: number): string => pickUpByOn(day('2026-10-12'), days, aCalendar(['2026-10-15']));
    expect([1, 2, 3, 4, 5].map(kept)).toEqual([
      '2026-10-13', '2026-10-14', '2026-10-16', '2026-10-19', '2026-10-20',
    ]); // prettier-ignore
    expect(
      ['2026-10-18', '2026-10-19', '2026-10-20'].map((today) => isExpired(day('2026-10-19'), day(today))),
    ).toEqual([false, false, true]);
  });
  it('is kept longer by as many days as the desk is shut meanwhile, and never shorter', () => {
    const until = (hold: Hold): unknown => (hold.state.is === 'ready' ? hold.state.pickUpByOn : null);
    const onShelf = ready(aHold(), copy.copyId, day('2026-10-12'), day('2026-10-16'), 4);
    expect(keptLonger(onShelf, aCalendar())).toBe(onShelf);
    expect(until(keptLonger(onShelf, aCalendar(['2026-10-14'])))).toBe('2026-10-19');
    expect(until(keptLonger(onShelf, aCalendar(['2026-10-16', '2026-10-19'])))).toBe('2026-10-20');
    expect(until(keptLonger(onShelf, aCalendar(['2026-10-19'])))).toBe('2026-10-16');
    const longer = keptLonger(onShelf, aCalendar(['2026-10-14']));
    expect(keptLonger(longer, aCalendar())).toBe(longer);
    expect(keptLonger(longer, aCalendar(['2026-10-14']))).toBe(longer);
    // Of a hold from before only the last day is known.
    const old = { ...onShelf, state: { ...onShelf.state, shelfDays: null } } as Hold;
    expect(keptLonger(old, aCalendar(['2026-10-14']))).toBe(old);
    expect(until(keptLonger(old, aCalendar(['2026-10-16'])))).toBe('2026-10-19');
    expect(keptLonger(aHold(), aCalendar())).toEqual(aHold());
  });
});
