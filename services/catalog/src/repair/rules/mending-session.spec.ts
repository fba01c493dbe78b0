import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { changeRefusal, creditRefusal, type MendingSession } from './mending-session.js';

const aSession = (heldOn: string, cancelled = false): MendingSession => ({
  id: 's',
  version: 1,
  schoolId: 'a' as never,
  name: '小小图书医生',
  heldOn: heldOn as CalendarDay,
  classId: null,
  note: null,
  cancelled,
  plannedBy: 'librarian',
});

describe('a mending session', () => {
  it('is credited with repairs from its day on, unless it was called off', () => {
    const refusals = ['2026-10-11', '2026-10-12', '2026-10-13'].map((day) =>
      creditRefusal(aSession('2026-10-12'), day as CalendarDay),
    );
    expect(refusals).toEqual(['mending-session.not-held-yet', null, null]);
    expect(creditRefusal(aSession('2026-10-12', true), '2026-10-12' as CalendarDay)).toBe(
      'mending-session.cancelled',
    );
  });

  it('is neither called off nor put off once something was mended in it', () => {
    const before = aSession('2026-10-12');
    expect(changeRefusal(before, aSession('2026-10-12', true), 0)).toBeNull();
    expect(changeRefusal(before, aSession('2026-10-12', true), 1)).toBe('mending-session.has-repairs');
    expect(changeRefusal(before, aSession('2026-10-13'), 1)).toBe('mending-session.has-repairs');
    expect(changeRefusal(before, aSession('2026-10-11'), 1)).toBeNull();
  });
});
