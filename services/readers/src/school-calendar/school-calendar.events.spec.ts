import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { CalendarChangedV1, TermChangedV1, TermOpenedV1 } from '@shulian/contracts/readers';
import { golden } from '../golden-examples.builder.js';
import { PublishedHolidays } from './national-holidays.adapter.js';
import { resolvedCalendar } from './rules/resolved-calendar.js';
import { calendarChanged, termChanged, termOpened } from './school-calendar.events.js';

describe('what is announced of terms and calendars', () => {
  it('is the golden example of a term that opens and changes', () => {
    const opened = golden<TermOpenedV1>('term.opened');
    const { termId: id, ...days } = opened.event.data;
    const term = { id, ...days, version: 1 };
    expect(termOpened(term, 1)).toEqual(opened.announcement);
    const changed = golden<TermChangedV1>('term.changed');
    expect(termChanged({ ...term, endsOn: changed.event.data.endsOn }, 3)).toEqual(changed.announcement);
  });

  it('is the golden example of 2026 with the published holidays and a sports meeting on 30 October', () => {
    const changed = golden<CalendarChangedV1>('calendar.changed');
    const sports = { on: '2026-10-30' as CalendarDay, state: 'closed', note: '校运会' } as const;
    const calendar = resolvedCalendar(2026, new PublishedHolidays().of(2026), [sports], []);
    expect(calendarChanged(changed.event.data.schoolId, calendar, 2)).toEqual(changed.announcement);
  });
});
