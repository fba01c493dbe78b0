import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '../ids.js';
import { classNameOn, gradeOn, type PlaceOfClass } from './class-on-day.js';

const place = (section: PlaceOfClass['section'], entryYear: number, classNo = 2): PlaceOfClass => ({
  section,
  entryYear,
  classNo,
});

describe('a class on a day', () => {
  it.each([
    [place('primary', 2024), '2026-08-31', 2, '二年级2班'],
    [place('primary', 2024), '2026-09-01', 3, '三年级2班'],
    [place('primary', 2020), '2026-08-31', 6, '六年级2班'],
    [place('primary', 2020), '2026-09-01', null, '小学2020级2班'],
    [place('junior', 2026), '2026-08-31', null, '初中2026级2班'],
    [place('junior', 2026), '2026-09-01', 7, '七年级2班'],
    [place('senior', 2024), '2026-10-12', 12, '高三(2)班'],
    [place('senior', 2023), '2026-10-12', null, '高中2023级2班'],
  ])('of %p on %s is in grade %p and called %s', (of, day, grade, name) => {
    expect(gradeOn(of, day as CalendarDay)).toBe(grade);
    expect(classNameOn(of, day as CalendarDay)).toBe(name);
  });
});
