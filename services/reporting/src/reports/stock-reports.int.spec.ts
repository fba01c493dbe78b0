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
  copyChanged,
  copyWithdrawn,
  lost,
  owed,
  readerEnrolled,
  readInRoom,
  released,
  returned,
  schoolId,
  schoolOpened,
  settled,
  titleId,
} from '../a-county-history.builder.js';
import { reportingService } from '../reporting.module.js';

let database: FreshDatabase;
let reporting: ServiceForTests;
let county: string;
let librarian: string;
let head: string;

type Row = Record<string, string | number | null>;
const ask = (path: string, token: string): Promise<Response> =>
  fetch(`${reporting.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${token}`, 'accept-language': 'zh' },
  });
const rowsOf = async (report: string, from: string, to: string, token = librarian): Promise<Row[]> => {
  const answer = await ask(`/reports/${report}?from=${from}&to=${to}`, token);
  const { rows } = (await answer.json()) as { rows: Row[] };
  return rows;
};
const shown = (rows: readonly Row[], ...keys: string[]): unknown[] =>
  rows.map((row) => keys.map((key) => row[key]));
const printed = async (report: string, token = librarian): Promise<[string, string][]> => {
  const answers: [string, string][] = [];
  for (const format of ['csv', 'xlsx', 'pdf']) {
    const answer = await ask(`/reports/${report}?from=2026-09-01&to=2026-10-31&format=${format}`, token);
    const text = await answer.text();
    answers.push([`${format} ${answer.status}`, text]);
  }
  return answers;
};
const titlesIn = async (report: string, token?: string): Promise<string[]> => {
  const answers = await printed(report, token);
  expect(answers.map(([status]) => status)).toEqual(['csv 200', 'xlsx 200', 'pdf 200']);
  const lines = answers[0]?.[1].split('\r\n') ?? [];
  return lines.find((line) => line.split(',').length > 3)?.split(',') ?? [];
};
/** Events as they were said on a day, at noon in the county. */
const on = async (day: string, ...events: Announcement[]): Promise<void> => {
  for (const event of events) await announceForTests(reporting, event, undefined, `${day}T04:00:00.000Z`);
};
const inClass = { school: 1, inClass: 1 };
const bought = (n: number, more: Record<string, unknown> = {}): Announcement =>
  copyAccessioned(n, 1, {
    accessionedOn: '2026-09-10',
    source: 'purchase',
    titleId: titleId(n),
    priceFen: 1_477,
    ...more,
  });

beforeAll(async () => {
  database = await freshDatabase('reporting_stock_reports');
  reporting = await startForTests(reportingService, {
    ownerUrl: database.ownerUrl,
    settings: { SHULIAN_CLOCK: '2026-11-12T04:00:00Z' },
  });
  county = await reporting.signer.account({ role: 'county-viewer' });
  librarian = await reporting.signer.account({ role: 'librarian', schoolId: schoolId(1) });
  head = await reporting.signer.account({ role: 'school-head', schoolId: schoolId(1) });
  await on('2025-09-01', schoolOpened(1), schoolOpened(2), classOpened(1, 1), readerEnrolled(1, 1, 1));
  await on('2025-09-02', readerEnrolled(2, 1, 1), readerEnrolled(3, 2, null, 'student'));
  // Four were there before anybody said how; three bought, one of them dearer; one allotted, one given, one from another school.
  for (const n of [1, 2, 3, 4])
    await on('2026-08-20', copyAccessioned(n, 1, { accessionedOn: '2026-08-20' }));
  await on('2026-09-10', bought(11), bought(12), bought(13, { priceFen: 1_480 }));
  await on(
    '2026-10-05',
    bought(14, { accessionedOn: '2026-10-05', source: 'allocation', priceFen: 3_000 }),
    bought(15, { accessionedOn: '2026-10-05', source: 'donation', priceFen: null }),
    bought(16, { accessionedOn: '2026-10-05', source: 'transfer' }),
    copyAccessioned(21, 2, { accessionedOn: '2026-10-05', source: 'allocation', priceFen: 1_000 }),
  );
  // Lent twice in September and once in October; once in October; read in the room only; lost and found; lost for good.
  const first = { loan: 1, copy: 1, reader: 1, ...inClass, loanedOn: '2026-09-11' };
  await on('2026-09-11', checkedOut(first, 1));
  await on('2026-09-12', returned(first, 2, '2026-09-12'));
  await on('2026-09-20', checkedOut({ ...first, loan: 2, loanedOn: '2026-09-20' }, 3));
  await on('2026-09-21', returned({ ...first, loan: 2, loanedOn: '2026-09-20' }, 4, '2026-09-21'));
  await on('2026-10-20', checkedOut({ ...first, loan: 3, loanedOn: '2026-10-20' }, 5));
  await on('2026-10-08', checkedOut({ ...first, loan: 4, copy: 11, loanedOn: '2026-10-08' }, 1));
  await on('2026-10-09', readInRoom({ ...first, loan: 5, copy: 12, loanedOn: '2026-10-09' }, 1));
  const gone = { ...first, loan: 6, copy: 2, loanedOn: '2026-09-15' };
  await on('2026-09-15', checkedOut(gone, 1));
  await on('2026-10-10', lost(gone, 2, '2026-10-10'), owed(6, 1, '2026-10-10'));
  await on('2026-10-12', settled(6, 1, 'paid', '2026-10-12'));
  await on('2026-10-15', copyWithdrawn(2, 1, 2, '2026-10-15', 'lost-and-paid'));
  const found = { ...first, loan: 7, copy: 3, loanedOn: '2026-09-16' };
  await on('2026-09-16', checkedOut(found, 1));
  await on('2026-10-11', lost(found, 2, '2026-10-11'));
  await on('2026-10-13', released(3, 1, 3));
  // Mended and worn out.
  await on(
    '2026-10-01',
    copyChanged(12, 1, 2, {
      ...{ titleId: titleId(12), priceFen: 1_477, accessionedOn: '2026-09-10' },
      stockState: 'repair',
    }),
  );
  await on(
    '2026-10-06',
    copyChanged(12, 1, 3, { titleId: titleId(12), priceFen: 1_477, accessionedOn: '2026-09-10' }),
  );
  await on('2026-10-02', copyChanged(4, 1, 2, { accessionedOn: '2026-08-20', stockState: 'repair' }));
  await on('2026-10-07', copyWithdrawn(4, 1, 3, '2026-10-07', 'damaged'));
  await eventually(async () => {
    const [row] = await reporting.sql<{ waiting: number }>(
      `select coalesce(sum(p.next_offset - g.committed), 1)::int as waiting from bus.grp g join bus.part p using (topic, part)`,
    );
    expect(row?.waiting).toBe(0);
  }, 20_000);
  expect(await reporting.sql('select error from parked_event')).toEqual([]);
  expect(await reporting.sql('select sums from differing_sums() where differing > 0')).toEqual([]);
});
afterAll(async () => {
  await reporting?.stop();
  await database?.drop();
});

describe('what came', () => {
  it('[RPT-015] is told by source with what it cost and the average price to the fen', async () => {
    const rows = await rowsOf('acquisitions-by-source', '2026-09-01', '2026-10-31');
    expect(shown(rows, 'school', 'source', 'copies', 'valueFen', 'averageFen', 'sharePercent')).toEqual([
      ['第1小学', 'purchase', 3, 4_434, 1_478, 50],
      ['第1小学', 'allocation', 1, 3_000, 3_000, 16.7],
      ['第1小学', 'donation', 1, 0, 0, 16.7],
      ['第1小学', 'transfer', 1, 1_477, 1_477, 16.7],
    ]);
    expect(
      shown(await rowsOf('acquisitions-by-source', '2026-08-01', '2026-08-31', head), 'source', 'copies'),
    ).toEqual([['not-recorded', 4]]);
    expect(await rowsOf('acquisitions-by-source', '2026-11-01', '2026-11-10')).toEqual([]);
  });

  it('[RPT-015] of all schools is told school by school and all together, and printed', async () => {
    const rows = await rowsOf('acquisitions-by-source', '2026-10-01', '2026-10-31', county);
    expect(shown(rows, 'schoolId', 'school', 'source', 'copies', 'valueFen')).toEqual([
      [null, '*', 'allocation', 2, 4_000],
      [null, '*', 'donation', 1, 0],
      [null, '*', 'transfer', 1, 1_477],
      [schoolId(1), '第1小学', 'allocation', 1, 3_000],
      [schoolId(1), '第1小学', 'donation', 1, 0],
      [schoolId(1), '第1小学', 'transfer', 1, 1_477],
      [schoolId(2), '第2小学', 'allocation', 1, 1_000],
    ]);
    expect(await titlesIn('acquisitions-by-source', county)).toEqual([
      '学校代码',
      '学校',
      '来源',
      '册数',
      '金额(元)',
      '册均价(元)',
      '占比(%)',
    ]);
  });

  it('[RPT-014] is compared for each pupil with the standard of a year', async () => {
    const [row] = await rowsOf('new-copies-per-pupil', '2026-09-01', '2026-10-31');
    expect(row).toMatchObject({
      countedFrom: '2025-11-01',
      pupils: 2,
      newCopies: 5,
      bought: 3,
      perPupil: 2.5,
      leastPerPupil: 1.5,
      met: 'yes',
      wanting: 0,
    });
    const all = await rowsOf('new-copies-per-pupil', '2026-09-01', '2026-10-31', county);
    expect(shown(all, 'school', 'pupils', 'newCopies', 'perPupil', 'met', 'wanting')).toEqual([
      ['*', 3, 6, 2, 'yes', 0],
      ['第1小学', 2, 5, 2.5, 'yes', 0],
      ['第2小学', 1, 1, 1, 'no', 1],
    ]);
  });

  it.each([
    [2, 'no', 1],
    [3, 'yes', 0],
    [4, 'yes', 0],
  ])('[RPT-014] is met at 1.5 exactly: %i copies for two pupils', async (copies, met, wanting) => {
    await reporting.sql(`update movement_sum set copies = $1 where movement = 'in:purchase' and starts_on = '2026-09-10' and school_id = $2`, [copies, schoolId(1)]); // prettier-ignore
    const [row] = await rowsOf('new-copies-per-pupil', '2026-09-01', '2026-09-15');
    await reporting.sql('select make_sums_anew()');
    expect(row).toMatchObject({ newCopies: copies, met, wanting });
  });

  it('[RPT-050] from the bureau is told school by school with its share of the county', async () => {
    const rows = await rowsOf('given-copies', '2026-09-01', '2026-10-31', county);
    expect(
      shown(rows, 'school', 'pupils', 'allotted', 'allottedFen', 'allottedPerPupil', 'sharePercent', 'given'),
    ).toEqual([
      ['*', 3, 2, 4_000, 0.7, 100, 1],
      ['第1小学', 2, 1, 3_000, 0.5, 50, 1],
      ['第2小学', 1, 1, 1_000, 1, 50, 0],
    ]);
    expect(shown(await rowsOf('given-copies', '2026-09-01', '2026-10-31'), 'sharePercent')).toEqual([[50]]);
    expect(await rowsOf('given-copies', '2026-08-01', '2026-08-31')).toMatchObject([
      { allotted: 0, sharePercent: null },
    ]);
    expect(await titlesIn('given-copies', county)).toContain('教育局配发册数');
  });
});

describe('what went', () => {
  it('[RPT-017] is told with why it was struck, what was lost, mended and paid', async () => {
    const [row] = await rowsOf('stock-losses', '2026-09-01', '2026-10-31');
    expect(row).toMatchObject({
      struck: 2,
      lostStruck: 0,
      lostAndPaid: 1,
      damaged: 1,
      weeded: 0,
      transferred: 0,
      lost: 2,
      found: 1,
      owed: 1,
      paid: 1,
      replaced: 0,
      waived: 0,
      repairsBegun: 2,
      repairsEnded: 1,
      struckFen: 5_000,
      owedFen: 2_500,
      paidFen: 2_500,
    });
    const all = await rowsOf('stock-losses', '2026-09-01', '2026-10-31', county);
    expect(shown(all, 'school', 'struck', 'paidFen')).toEqual([
      ['*', 2, 2_500],
      ['第1小学', 2, 2_500],
      ['第2小学', 0, 0],
    ]);
    expect(await titlesIn('stock-losses', county)).toHaveLength(19);
  });

  it('[RPT-027] is put in relation to all copies that were there', async () => {
    const [row] = await rowsOf('loss-and-wear', '2026-09-01', '2026-10-31');
    // Four before, six came: of ten one was lost for good and one worn out.
    expect(row).toMatchObject({ before: 4, came: 6, lost: 1, lossPercent: 10, damaged: 1, wearPercent: 10, repairs: 2, repairPercent: 20 }); // prettier-ignore
    expect(await rowsOf('loss-and-wear', '2026-01-01', '2026-02-01')).toMatchObject([
      { before: 0, came: 0, lost: 0, lossPercent: null, wearPercent: null },
    ]);
    expect(await titlesIn('loss-and-wear', county)).toContain('损耗率(%)');
  });

  it('[RPT-022] leaves the share of the copies that were lent at least once', async () => {
    // Of seven at the end that go home, and the one lost and struck and the one worn out.
    const [row] = await rowsOf('copies-used', '2026-09-01', '2026-10-31');
    expect(row).toMatchObject({ countedFrom: '2026-09-01', lendable: 8, left: 2, lentOnce: 4, utilisationPercent: 40, leastPercent: 90, met: 'no' }); // prettier-ignore
    // A copy lent in both months counts in each.
    expect(shown(await rowsOf('copies-used', '2026-10-15', '2026-10-31'), 'countedFrom', 'lentOnce')).toEqual(
      [['2026-10-01', 2]],
    );
    expect(shown(await rowsOf('copies-used', '2026-09-01', '2026-09-14'), 'lentOnce', 'lendable')).toEqual([
      [1, 7],
    ]);
    const all = await rowsOf('copies-used', '2026-09-01', '2026-10-31', county);
    expect(shown(all, 'school', 'lentOnce', 'utilisationPercent', 'met')).toEqual([
      ['*', 4, 36.4, 'no'],
      ['第1小学', 4, 40, 'no'],
      ['第2小学', 0, 0, 'no'],
    ]);
    expect(await titlesIn('copies-used')).toContain('流通率(%)');
  });
});

describe('the figures of a library', () => {
  it('[RPT-006] are told by department and month, and for the whole term', async () => {
    const rows = await rowsOf('business-by-month', '2026-09-01', '2026-10-31');
    expect(shown(rows, 'month', 'department', 'measure', 'times', 'valueFen')).toEqual([
      ['2026-09', 'cataloguing', 'came', 3, 4_434],
      ['2026-09', 'lending', 'loans', 4, null],
      ['2026-09', 'lending', 'returns', 2, null],
      ['2026-10', 'cataloguing', 'came', 3, 4_477],
      ['2026-10', 'stacks', 'struck', 2, 5_000],
      ['2026-10', 'stacks', 'repairs-begun', 2, 3_977],
      ['2026-10', 'stacks', 'repairs-ended', 1, 1_477],
      ['2026-10', 'stacks', 'lost', 2, 5_000],
      ['2026-10', 'stacks', 'found', 1, 2_500],
      ['2026-10', 'lending', 'loans', 2, null],
      ['2026-10', 'lending', 'owed', 1, 2_500],
      ['2026-10', 'lending', 'paid', 1, 2_500],
      ['2026-10', 'reading-rooms', 'in-room', 1, null],
      ['*', 'cataloguing', 'came', 6, 8_911],
      ['*', 'stacks', 'struck', 2, 5_000],
      ['*', 'stacks', 'repairs-begun', 2, 3_977],
      ['*', 'stacks', 'repairs-ended', 1, 1_477],
      ['*', 'stacks', 'lost', 2, 5_000],
      ['*', 'stacks', 'found', 1, 2_500],
      ['*', 'lending', 'loans', 6, null],
      ['*', 'lending', 'returns', 2, null],
      ['*', 'lending', 'owed', 1, 2_500],
      ['*', 'lending', 'paid', 1, 2_500],
      ['*', 'reading-rooms', 'in-room', 1, null],
    ]);
    const all = await rowsOf('business-by-month', '2026-10-01', '2026-10-31', county);
    expect(all.find(({ measure }) => measure === 'came')).toMatchObject({ month: '2026-10', times: 4 });
    expect(await titlesIn('business-by-month', head)).toEqual([
      '月份',
      '部门',
      '项目',
      '册（次）数',
      '金额(元)',
    ]);
  });

  it('[RPT-007] are put together for a year, school by school and all together', async () => {
    const rows = await rowsOf('year-consolidated', '2026-09-01', '2026-10-31', county);
    expect(shown(rows, 'school', 'countedFrom', 'pupils', 'titles', 'copies', 'copiesPerPupil', 'newCopies', 'struck', 'lost', 'mended', 'paidFen', 'loans', 'returns', 'inRoom', 'loansPerReader')).toEqual([
      ['*', '2025-11-01', 3, 9, 9, 3, 6, 2, 2, 1, 2_500, 6, 2, 1, 2],
      ['第1小学', '2025-11-01', 2, 8, 8, 4, 5, 2, 2, 1, 2_500, 6, 2, 1, 3],
      ['第2小学', '2025-11-01', 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0],
    ]); // prettier-ignore
    expect(await rowsOf('year-consolidated', '2026-09-01', '2026-10-31')).toEqual([rows[1]]);
    expect(await titlesIn('year-consolidated', county)).toContain('室内阅览册次');
  });

  it('of another school are none of a librarian', async () => {
    const foreign = await reporting.signer.account({ role: 'librarian', schoolId: schoolId(2) });
    for (const report of ['acquisitions-by-source', 'stock-losses', 'business-by-month', 'copies-used'])
      expect((await ask(`/reports/${report}?schoolId=${schoolId(1)}`, foreign)).status).toBe(403);
  });
});
