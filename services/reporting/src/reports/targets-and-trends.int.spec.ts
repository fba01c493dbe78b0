import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Announcement } from '@shulian/contracts/envelope';
import {
  announceForTests,
  eventually,
  startForTests,
  type ServiceForTests,
} from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import {
  checkedOut,
  classOpened,
  copyAccessioned,
  lentToClass,
  readerEnrolled,
  schoolId,
  schoolOpened,
  titleId,
} from '../a-county-history.builder.js';
import { reportingService } from '../reporting.module.js';
import { cornerChanged, loanTargets, recommended, visitCounted, visitTargets } from '../room-use.builder.js';

let database: FreshDatabase;
let reporting: ServiceForTests;
let librarian: string;
let county: string;

type Row = Record<string, string | number | null>;
const ask = (path: string, token = librarian): Promise<Response> =>
  fetch(`${reporting.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${token}`, 'accept-language': 'zh' },
  });
const rowsOf = async (report: string, from: string, to: string, token = librarian): Promise<Row[]> => {
  const answer = await ask(`/reports/${report}?from=${from}&to=${to}`, token);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { rows: Row[] }).rows;
};
const headOf = async (report: string): Promise<string | undefined> =>
  (await (await ask(`/reports/${report}?format=csv`)).text())
    .replace('\ufeff', '')
    .split('\r\n')
    .find((line) => line.split(',').length > 3);
const on = async (day: string, ...events: Announcement[]): Promise<void> => {
  for (const event of events) await announceForTests(reporting, event, undefined, `${day}T04:00:00.000Z`);
};
let visits = 0;
/** So many visits of a class on a day. */
const came = async (inClass: number, day: string, persons: number): Promise<void> => {
  visits += 1;
  await on(day, visitCounted(visits, 1, { inClass }, { on: day, persons }));
};

beforeAll(async () => {
  database = await freshDatabase('reporting_targets');
  reporting = await startForTests(reportingService, {
    ownerUrl: database.ownerUrl,
    settings: { SHULIAN_CLOCK: '2026-10-12T04:00:00Z' },
  });
  librarian = await reporting.signer.account({ role: 'librarian', schoolId: schoolId(1) });
  county = await reporting.signer.account({ role: 'county-viewer' });
  await on('2025-09-01', schoolOpened(1), schoolOpened(2));
  // Grades 3, 4 and 5 in 2026: each with five pupils then and now.
  for (const n of [1, 2, 3]) {
    await on('2025-09-01', classOpened(n, 1, { entryYear: 2025 - n }));
    for (let at = 0; at < 5; at += 1) await on('2025-09-01', readerEnrolled(n * 10 + at, 1, n));
  }
  await on('2026-09-01', classOpened(4, 1, { entryYear: 2025 }));
  for (let at = 0; at < 5; at += 1) await on('2026-09-01', readerEnrolled(40 + at, 1, 4));
});
afterAll(async () => {
  await reporting?.stop();
  await database?.drop();
});

it('[RPT-034] visits of each grade are compared with the year before, and a fall of twenty percent is warned of', async () => {
  // 2025: class 1 was grade 2, class 2 grade 3, class 3 grade 4. 2026: classes 4, 1, 2 are in these grades.
  for (const n of [1, 2, 3]) await came(n, '2025-10-08', 100);
  await came(4, '2026-10-08', 81);
  await came(1, '2026-10-08', 80);
  await came(2, '2026-10-08', 79);
  await came(3, '2026-10-08', 50);
  await eventually(async () => expect(await reporting.sql('select 1 from known_visit')).toHaveLength(visits));
  const rows = await rowsOf('visits-by-grade', '2026-09-01', '2026-10-12');
  expect(rows).toMatchObject([
    { grade: 2, pupils: 5, visits: 81, visitsBefore: 100, visitsPerPupilBefore: 20, changePercent: -19, warning: 'no' }, // prettier-ignore
    { grade: 3, visits: 80, changePercent: -20, warning: 'yes' },
    { grade: 4, visits: 79, changePercent: -21, warning: 'yes' },
    { grade: 5, visits: 50, pupilsBefore: 0, visitsBefore: 0, changePercent: null, warning: 'no' },
  ]);
  // The county learns nothing of a grade that was of fewer than five the year before.
  const seen = await rowsOf('visits-by-grade', '2026-09-01', '2026-10-12', county);
  expect(seen.slice(2)).toMatchObject([
    { grade: 4, visits: 79, visitsBefore: 100, warning: 'yes' },
    { grade: 5, visits: 50, pupilsBefore: 0, visitsBefore: null, warning: null },
  ]);
  expect(await headOf('visits-by-grade')).toBe(
    '学校,年级,学生数,到馆人次,人均到馆,上年学生数,上年同期人次,上年同期人均,人均增减(%),下降预警',
  );
});

describe('targets', () => {
  const met = (rows: readonly Row[]) =>
    rows.map(({ grade, loansTarget, loansMet, visitsTarget, visitsMet, cornerTarget, cornersMet }) => [grade, loansTarget, loansMet, visitsTarget, visitsMet, cornerTarget, cornersMet]); // prettier-ignore

  it('[RPT-032] of loans, visits and corners stand beside what was reached, as they were set on that day', async () => {
    await on(
      '2026-09-02',
      loanTargets(1, 1, 1),
      visitTargets(1, 1, 2),
      cornerChanged(1, 1, 1, { target: 2 }),
    );
    await on('2026-10-12', loanTargets(1, 2, 3));
    // Five pupils of class 1 borrow five together, those of class 2 four; the corner of class 1 gets two.
    let loan = 0;
    const lend = async (inClass: number, reader: number, corner = false): Promise<void> => {
      loan += 1;
      const lent = { loan, copy: loan, reader, school: 1, inClass, loanedOn: '2026-10-08' };
      await on('2026-10-08', corner ? lentToClass(lent, 1, 'corner') : checkedOut(lent));
    };
    for (let n = 0; n < 5; n += 1) await lend(1, 10);
    for (let n = 0; n < 4; n += 1) await lend(2, 20);
    await lend(1, 10, true);
    await lend(1, 10, true);
    await eventually(async () => expect(await reporting.sql('select 1 from known_loan')).toHaveLength(11));
    await eventually(async () => expect(await reporting.sql('select 1 from known_target')).toHaveLength(3));
    await eventually(async () => expect(await reporting.sql('select 1 from known_corner')).toHaveLength(1));
    // A week with 80, 79 and 50 visits of five pupils, who are to come twice: ten are enough.
    expect(met(await rowsOf('targets-and-actual', '2026-10-05', '2026-10-11'))).toEqual([
      [2, 1, 'no', 2, 'yes', null, null],
      [3, 1, 'yes', 2, 'yes', 2, 'yes'],
      [4, 1, 'no', 2, 'yes', null, null],
      [5, 1, 'no', 2, 'yes', null, null],
    ]);
    const now = await rowsOf('targets-and-actual', '2026-10-05', '2026-10-12', county);
    expect(now[1]).toEqual({
      schoolId: schoolId(1),
      school: '第1小学',
      grade: 3,
      pupils: 5,
      loansTarget: 3,
      loansPerPupil: 1,
      loansMet: 'no',
      visitsTarget: 2,
      visitsPerWeek: 14,
      visitsMet: 'yes',
      cornerTarget: 2,
      corner: 2,
      cornersMet: 'yes',
    });
    expect(await headOf('targets-and-actual')).toBe(
      '学校,年级,学生数,人均借书指标,人均借书,借书达标,每周人均到馆指标,每周人均到馆,到馆达标,图书角指标册数,图书角、图书箱册数,图书角达标',
    );
  });

  it('[RPT-029] of recommendation: fifteen of a hundred new titles of the year, each counted once', async () => {
    // A hundred titles are new this year; one of them the school had before. Title 200 is old.
    await on('2025-10-01', copyAccessioned(200, 1, { accessionedOn: '2025-10-01', titleId: titleId(200) }));
    await on('2025-10-01', copyAccessioned(201, 1, { accessionedOn: '2025-10-01', titleId: titleId(1) }));
    for (let n = 1; n <= 101; n += 1)
      await on('2026-09-10', copyAccessioned(n, 1, { accessionedOn: '2026-09-10' }));
    await on('2026-10-05', recommended(1, 1, [2, 3, 4, 5, 6, 7, 8, 9, 10, 200, 1]));
    await on('2026-10-06', recommended(2, 1, [10, 11, 12, 13, 14, 15]), recommended(3, 1, [50, 51, 52, 53]));
    await on('2026-10-07', recommended(3, 1, [], { withdrawn: true }, 2));
    const coverage = () => rowsOf('recommendation-coverage', '2026-09-01', '2026-10-12');
    await eventually(async () => {
      expect(await reporting.sql('select 1 from known_copy')).toHaveLength(103);
      expect(await reporting.sql('select 1 from known_issue where withdrawn')).toHaveLength(1);
      expect(await reporting.sql('select 1 from known_issue')).toHaveLength(3);
    });
    expect(await coverage()).toEqual([
      { schoolId: schoolId(1), school: '第1小学', issues: 2, newTitles: 100, recommended: 14, percent: 14, target: 15, met: 'no' }, // prettier-ignore
    ]);
    await on('2026-10-08', recommended(4, 1, [16]));
    await eventually(async () => expect(await coverage()).toMatchObject([{ recommended: 15, met: 'yes' }]));
    await on('2026-10-08', recommended(4, 1, [16, 17], {}, 2), recommended(4, 1, [16]));
    await eventually(async () => expect(await coverage()).toMatchObject([{ recommended: 16, met: 'yes' }]));
    expect(await headOf('recommendation-coverage')).toBe(
      '学校,推荐期数,当年新书种数,其中推荐种数,推荐占比(%),指标(%),达标',
    );
  });
});
