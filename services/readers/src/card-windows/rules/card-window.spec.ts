import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { stateOn, usualDays, usuallyNewSince } from './card-window.js';

const day = (text: string): CalendarDay => text as CalendarDay;

describe('a window for cards', () => {
  it('[RDR-005] opens on 15 September for a month where the school does not say', () => {
    expect(usualDays('application', day('2026-09-01'), {})).toEqual({
      opensOn: '2026-09-15',
      closesOn: '2026-10-15',
    });
    expect(usualDays('application', day('2027-08-31'), { opensOn: day('2027-03-01') })).toEqual({
      opensOn: '2027-03-01',
      closesOn: '2027-04-01',
    });
  });

  it('[RDR-007] is September and October for who is new, since the summer', () => {
    const { opensOn, closesOn } = usualDays('intake', day('2026-10-12'), {});
    expect([opensOn, closesOn, usuallyNewSince(opensOn)]).toEqual(['2026-09-01', '2026-11-01', '2026-07-01']);
  });

  it('is open from its first day to its last', () => {
    const window = { opensOn: day('2026-09-15'), closesOn: day('2026-10-15'), cancelledOn: null };
    const days = ['2026-09-14', '2026-09-15', '2026-10-15', '2026-10-16'];
    expect(days.map((on) => stateOn(window, day(on)))).toEqual(['coming', 'open', 'open', 'closed']);
    expect(stateOn({ ...window, cancelledOn: day('2026-09-20') }, day('2026-09-21'))).toBe('cancelled');
  });
});
