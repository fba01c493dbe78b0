import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { reminderOf } from './dunning.js';

const day = (text: string): CalendarDay => text as CalendarDay;
const term = { startsOn: day('2026-09-01'), endsOn: day('2027-01-22') };

describe('the sheets of a term', () => {
  it('are due four weeks before it ends, until they are made', () => {
    expect(reminderOf(term, null, day('2026-12-24'))).toEqual({ dueOn: '2026-12-25', state: 'not-yet' });
    expect(reminderOf(term, null, day('2026-12-25')).state).toBe('due');
    expect(reminderOf(term, null, day('2026-12-26')).state).toBe('due');
    expect(reminderOf(term, day('2026-10-12'), day('2026-12-26')).state).toBe('done');
  });
  it('of a term of three weeks are due at once', () => {
    expect(reminderOf({ ...term, endsOn: day('2026-09-21') }, null, day('2026-09-01'))).toEqual({
      dueOn: '2026-09-01',
      state: 'due',
    });
  });
});
