import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { afterStep, CONTEST_STATUSES, CONTEST_STEPS, daysFault, isFor, isLate } from './contest.js';
import { gradesMeant } from './grade-bands.js';
import { objection, paperScore, scoresMissing } from './judging.js';
import { percentOf, vacationDays } from './note-round.js';
import { daysOf, isDue, periodOf } from './series.js';

const day = (text: string): CalendarDay => text as CalendarDay;

describe('a contest', () => {
  it('takes a work in the minute of its deadline, and not in the next', () => {
    const due = { dueOn: day('2026-10-20'), dueTime: '17:00' };
    const late = (on: string, time: string): boolean => isLate(due, { day: on, time });
    expect([late('2026-10-20', '16:59'), late('2026-10-20', '17:00'), late('2026-10-20', '17:01')]).toEqual([
      false,
      false,
      true,
    ]);
    expect([late('2026-10-19', '23:59'), late('2026-10-21', '00:00')]).toEqual([false, true]);
  });

  it('goes no way that leaves out a step', () => {
    const ways = CONTEST_STATUSES.flatMap((status) =>
      CONTEST_STEPS.flatMap((step) => {
        const to = afterStep(status, step);
        return to === null ? [] : [`${status} ${step} ${to}`];
      }),
    );
    expect(ways).toEqual([
      'planned open open',
      'planned cancel cancelled',
      'open close closed',
      'open cancel cancelled',
      'closed decide judged',
      'closed reopen open',
      'closed cancel cancelled',
      'judged publish published',
      'judged reopen-judging closed',
      'published summarise summarised',
      'published withdraw-publication judged',
      'summarised take-up published',
      'cancelled plan-anew planned',
    ]);
  });

  it('has days that follow each other', () => {
    const days = {
      opensOn: day('2026-10-01'),
      dueOn: day('2026-10-20'),
      judgedBy: day('2026-10-25'),
      publishesOn: day('2026-10-25'),
      notes: null,
    };
    expect(daysFault(days)).toBeNull();
    expect(daysFault({ ...days, dueOn: day('2026-09-30') })).toBe('/dueOn');
    expect(daysFault({ ...days, judgedBy: day('2026-10-19') })).toBe('/judgedBy');
    expect(daysFault({ ...days, publishesOn: day('2026-10-24') })).toBe('/publishesOn');
  });

  it('is for the grades and people it says', () => {
    const terms = { forPupils: true, forTeachers: false, grades: [3, 4] };
    const pupil = (grade: number | null) => ({ kind: 'student', grade });
    expect([2, 3, 4, 5, null].map((grade) => isFor(terms, pupil(grade)))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(isFor({ ...terms, grades: [] }, pupil(null))).toBe(true);
    expect(isFor({ ...terms, forTeachers: true }, { kind: 'teacher', grade: null })).toBe(true);
    expect(gradesMeant([9, 3], ['middle'])).toEqual([3, 4, 9]);
  });
});

describe('judging', () => {
  const judge = { id: 'j', account: null, readerId: 'r1', classIds: ['k1'] };
  it('leaves out the own work and the own class', () => {
    expect(objection(judge, { readerId: 'r1', classId: 'k2' })).toBe('judging.own-entry');
    expect(objection(judge, { readerId: 'r2', classId: 'k1' })).toBe('judging.own-class');
    expect(objection(judge, { readerId: 'r2', classId: 'k2' })).toBeNull();
    expect(objection(judge, { readerId: 'r2', classId: 'k2' }, { readers: [], classes: ['k2'] })).toBe(
      'judging.own-class',
    );
  });

  it('misses the scores of all who may judge, or as many as are needed', () => {
    const judges = [judge, { ...judge, id: 'j2', readerId: 'r3', classIds: [] }];
    const work = { readerId: 'r2', classId: 'k2', scores: 1 };
    expect(scoresMissing(judges, work, null)).toBe(1);
    expect(scoresMissing(judges, { ...work, scores: 2 }, null)).toBe(0);
    expect(scoresMissing(judges, { ...work, classId: 'k1' }, null)).toBe(0);
    expect(scoresMissing(judges, work, 1)).toBe(0);
    expect(scoresMissing([judge], { ...work, classId: 'k1', scores: 0 }, null)).toBe(1);
  });

  it('adds the points of a paper, each up to what its question gives', () => {
    expect(paperScore([400, 600], [400, 600])).toBe(1_000);
    expect(paperScore([400, 600], [401, 0])).toBeNull();
    expect(paperScore([400, 600], [400])).toBeNull();
  });
});

describe('the notes of a vacation', () => {
  const terms = [
    { from: day('2026-02-20'), to: day('2026-07-05') },
    { from: day('2026-09-01'), to: day('2027-01-22') },
    { from: day('2027-02-22'), to: day('2027-07-04') },
  ];
  it('are those of the summer to the end of September, of the winter two weeks into the term', () => {
    expect(vacationDays('summer', terms, day('2026-09-03'))).toEqual({
      from: '2026-07-06',
      to: '2026-09-30',
    });
    expect(vacationDays('winter', terms, day('2026-09-03'))).toEqual({
      from: '2027-01-23',
      to: '2027-03-07',
    });
    expect(vacationDays('summer', terms.slice(1), day('2026-09-03'))).toBeNull();
  });
  it.each([
    [79, 100, 79],
    [799, 1_000, 79],
    [800, 1_000, 80],
    [0, 0, 0],
  ])('count %i of %i as %i percent', (part, whole, percent) => {
    expect(percentOf(part, whole)).toBe(percent);
  });
});

describe('a series', () => {
  const rhythm = {
    every: 'month',
    month: null,
    opensDay: 5,
    dueDay: 30,
    judgedDay: 31,
    publishesDay: 31,
  } as const;
  it('ends with the month where that is shorter', () => {
    expect(daysOf(rhythm, '2028-02')).toMatchObject({
      opensOn: '2028-02-05',
      dueOn: '2028-02-29',
      publishesOn: '2028-02-29',
    });
    expect(daysOf({ ...rhythm, every: 'year', month: 4 }, '2026')).toMatchObject({
      first: '2026-04-01',
      dueOn: '2026-04-30',
    });
    expect([periodOf('month', day('2026-10-14')), periodOf('year', day('2026-10-14'))]).toEqual([
      '2026-10',
      '2026',
    ]);
  });
  it('is due in its month, and in a term where one is asked for', () => {
    const terms = [{ from: day('2026-10-05'), to: day('2027-01-29') }];
    expect(isDue(rhythm, day('2026-10-01'), terms, true)).toBe(true);
    expect(isDue(rhythm, day('2026-09-30'), terms, true)).toBe(false);
    expect(isDue(rhythm, day('2026-09-30'), terms, false)).toBe(true);
    const yearly = { ...rhythm, every: 'year', month: 12 } as const;
    expect(['2026-11-30', '2026-12-01', '2026-12-31'].map((on) => isDue(yearly, day(on), [], false))).toEqual(
      [false, true, true],
    );
  });
});
