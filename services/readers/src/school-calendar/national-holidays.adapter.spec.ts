import { describe, expect, it } from '@jest/globals';
import { lawfulYear, PublishedHolidays } from './national-holidays.adapter.js';
import { resolvedCalendar } from './rules/resolved-calendar.js';

const holidays = new PublishedHolidays();

describe('the holidays of a year whose notice is not published', () => {
  it('are the days the law names, by the solar and by the lunar calendar', () => {
    const { published, makeUpWorkdays, holidays: days } = holidays.of(2027);
    expect([published, makeUpWorkdays.size]).toEqual([false, 0]);
    expect([...days].sort()).toEqual([
      '2027-01-01', // 元旦
      '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', // 除夕, 春节
      '2027-04-05', // 清明
      '2027-05-01', '2027-05-02', // 劳动节
      '2027-06-09', // 端午
      '2027-09-15', // 中秋
      '2027-10-01', '2027-10-02', '2027-10-03', // 国庆
    ]); // prettier-ignore
    // Mid-autumn and National Day fall together.
    expect(holidays.of(2031).holidays.has('2031-10-01' as never)).toBe(true);
    expect(holidays.of(2031).holidays.size).toBe(12);
  });
  it.each([2025, 2026])('were all in the notice of %i, when it came', (year) => {
    const notice = holidays.of(year);
    expect(notice.published).toBe(true);
    const named = [...lawfulYear(year).holidays];
    expect(named).toHaveLength(13);
    expect(named.filter((day) => !notice.holidays.has(day))).toEqual([]);
  });
  it('are left out where no table or no such law is known', () => {
    expect(lawfulYear(1990).holidays.size).toBe(0);
    expect(lawfulYear(2100).holidays.size).toBe(13);
    expect([...lawfulYear(2101).holidays].map((day) => day.slice(5))).toEqual([
      '01-01', '05-01', '05-02', '10-01', '10-02', '10-03',
    ]); // prettier-ignore
  });
  it('make the first open day of 2027 a Monday', () => {
    const { closedOn, holidaysKnown } = resolvedCalendar(2027, holidays.of(2027), [], []);
    expect(holidaysKnown).toBe(false);
    expect(closedOn.slice(0, 4)).toEqual(['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-09']);
  });
});
