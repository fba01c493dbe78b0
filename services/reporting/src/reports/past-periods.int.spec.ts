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
  classChanged,
  classOpened,
  copyAccessioned,
  copyChanged,
  copyId,
  copyWithdrawn,
  lost,
  readerEnrolled,
  readerLeft,
  readerMoved,
  released,
  renewed,
  returned,
  schoolChanged,
  schoolId,
  schoolOpened,
  titleId,
} from '../a-county-history.builder.js';
import { reportingService } from '../reporting.module.js';

let database: FreshDatabase;
let reporting: ServiceForTests;
let county: string;
let librarian: string;

type Row = Record<string, string | number | null>;
type Report = { status: number; rows: Row[]; parameters: Row };
const ask = async (path: string, token: string): Promise<{ status: number; body: Report }> => {
  const answer = await fetch(`${reporting.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: answer.status, body: (await answer.json()) as Report };
};
const rowsOf = async (report: string, from: string, to: string, token = librarian): Promise<Row[]> =>
  (await ask(`/reports/${report}?from=${from}&to=${to}`, token)).body.rows;
/** Events as they were said on a day, at noon in the county. */
const on = async (day: string, ...events: Announcement[]): Promise<void> => {
  for (const event of events) await announceForTests(reporting, event, undefined, `${day}T04:00:00.000Z`);
};
const in1 = { school: 1, inClass: 1 };

beforeAll(async () => {
  database = await freshDatabase('reporting_past');
  reporting = await startForTests(reportingService, {
    ownerUrl: database.ownerUrl,
    settings: { SHULIAN_CLOCK: '2026-10-12T04:00:00Z' },
  });
  county = await reporting.signer.account({ role: 'county-viewer' });
  librarian = await reporting.signer.account({ role: 'librarian', schoolId: schoolId(1) });
  await on('2025-09-01', schoolOpened(1));
  await on('2026-09-01', schoolChanged(1, 2, { name: '实验小学' }), schoolOpened(2));
  // Class 1 entered in 2024, class 2 in 2020 and graduates in 2026; class 1 is called number 3 since March.
  await on('2025-09-01', classOpened(1, 1), classOpened(2, 1, { entryYear: 2020 }), classOpened(3, 1));
  await on('2026-03-01', classChanged(1, 1, 2, { classNo: 3 }));
  await on('2025-09-02', readerEnrolled(1, 1, 1), readerEnrolled(2, 1, 1), readerEnrolled(3, 1, 2));
  await on('2025-09-02', readerEnrolled(4, 1, null, 'teacher'), readerEnrolled(5, 1, 1));
  await on('2026-02-10', readerMoved(2, 1, 3, 2));
  await on('2026-03-10', readerLeft(5, 1, 2, '2026-03-10'));
  await on('2026-09-05', readerEnrolled(6, 1, 3));
  await on(
    '2025-09-03',
    copyAccessioned(1, 1, { accessionedOn: '2025-06-01', titleId: titleId(1) }),
    copyAccessioned(2, 1, { accessionedOn: '2025-06-01', titleId: titleId(1) }),
    copyAccessioned(3, 1, { accessionedOn: '2025-11-01', clc: 'K82' }),
    copyAccessioned(4, 1, { accessionedOn: '2025-11-01', clc: null, priceFen: null }),
  );
  await on(
    '2026-01-15',
    copyChanged(3, 1, 2, { accessionedOn: '2025-11-01', clc: 'TP312', priceFen: 4_000 }),
  );
  await on('2026-04-01', copyChanged(2, 2, 2, { accessionedOn: '2025-06-01', titleId: titleId(1) }));
  await on('2026-05-01', copyWithdrawn(4, 1, 2, '2026-05-01'));
  // Lent in one period, renewed and returned in others; late from 1 December to 9 December, and again from 2 January.
  const early = { loan: 1, copy: 1, reader: 1, ...in1, loanedOn: '2025-11-10', dueOn: '2025-11-30' };
  await on('2025-11-10', checkedOut(early, 1));
  await on('2025-12-10', renewed(early, 2, '2026-01-01', '2025-12-10'));
  await on('2026-02-20', returned({ ...early, dueOn: '2026-01-01' }, 3, '2026-02-20'));
  await on('2026-02-01', checkedOut({ loan: 2, copy: 3, reader: 2, ...in1, loanedOn: '2026-02-01' }, 1));
  await on(
    '2026-03-15',
    lost({ loan: 2, copy: 3, reader: 2, ...in1, loanedOn: '2026-02-01' }, 2, '2026-03-15'),
  );
  await on('2026-06-01', released(3, 1, 3));
  await eventually(async () => {
    const [row] = await reporting.sql<{ lost: string }>(
      'select lost::text from lost_copy where copy_id = $1',
      [copyId(3)],
    );
    expect(row?.lost).toBe('{[2026-03-15,2026-06-01)}');
    expect(await reporting.sql('select 1 from known_reader')).toHaveLength(6);
    expect(await reporting.sql('select 1 from known_copy where until is not null')).toHaveLength(1);
    expect(await reporting.sql('select 1 from known_school')).toHaveLength(2);
  });
});
afterAll(async () => {
  await reporting?.stop();
  await database?.drop();
});

describe('a past period', () => {
  it.each([
    ['before the first fact', '2025-01-01', '2025-05-31', []],
    ['before the second purchase', '2025-06-01', '2025-10-31', [['I', 1, 2, 5_000]]],
    [
      'before a class number was changed',
      '2025-09-01',
      '2025-12-31',
      [
        ['?', 1, 1, 0],
        ['I', 1, 2, 5_000],
        ['K', 1, 1, 2_500],
      ],
    ],
    [
      'after it was changed, with another price',
      '2025-09-01',
      '2026-01-31',
      [
        ['?', 1, 1, 0],
        ['I', 1, 2, 5_000],
        ['T', 1, 1, 4_000],
      ],
    ],
    [
      'while a copy was lost',
      '2026-02-01',
      '2026-03-20',
      [
        ['?', 1, 1, 0],
        ['I', 1, 2, 5_000],
      ],
    ],
    [
      'after a copy went to another school',
      '2026-04-01',
      '2026-04-01',
      [
        ['?', 1, 1, 0],
        ['I', 1, 1, 2_500],
      ],
    ],
    ['after a withdrawal', '2026-05-01', '2026-05-31', [['I', 1, 1, 2_500]]],
    [
      'when the lost copy is found',
      '2026-05-01',
      '2026-06-01',
      [
        ['I', 1, 1, 2_500],
        ['T', 1, 1, 4_000],
      ],
    ],
  ])('[RPT-012] shows the stock as it stood, %s', async (_, from, to, stock) => {
    const rows = await rowsOf('holdings-by-clc', from, to);
    expect(rows.map((row) => [row['mainClass'], row['titles'], row['copies'], row['valueFen']])).toEqual(
      stock,
    );
  });

  it('[RPT-012] counts a title of the county once, wherever its copies are', async () => {
    const before = await rowsOf('holdings-by-clc', '2026-03-01', '2026-03-31', county);
    const after = await rowsOf('holdings-by-clc', '2026-04-01', '2026-04-30', county);
    for (const rows of [before, after])
      expect(rows.find(({ mainClass }) => mainClass === 'I')).toMatchObject({
        titles: 1,
        copies: 2,
        copiesPerTitle: 2,
      });
  });

  it('[RPT-046] compares schools by what they had and were called, and leaves out who joined later', async () => {
    expect(await rowsOf('schools-compared', '2025-09-01', '2026-01-05', county)).toEqual([
      expect.objectContaining({
        school: '第1小学',
        readers: 5,
        pupils: 4,
        titles: 3,
        copies: 4,
        copiesPerPupil: 1,
        loans: 1,
        loansPerReader: 0.2,
        loansRank: 1,
        copiesRank: 1,
        openLoans: 1,
        overdueLoans: 1,
      }),
    ]);
    const [first, second] = await rowsOf('schools-compared', '2026-09-01', '2026-10-12', county);
    expect(first).toMatchObject({
      school: '实验小学',
      readers: 4,
      pupils: 3,
      copies: 2,
      loans: 0,
      loansPerReader: 0,
      loansRank: 1,
      copiesRank: 1,
      openLoans: 0,
    });
    expect(second).toMatchObject({
      readers: 0,
      copies: 1,
      copiesPerPupil: null,
      loans: 0,
      loansPerReader: null,
      loansRank: null,
      copiesRank: null,
    });
  });

  it.each([
    ['when the first books came', '2025-10-31', 4, 2, 0.5],
    ['a year later, with one copy of its own lost and found', '2026-10-12', 3, 2, 0.7],
  ])('[RPT-013] has copies for each pupil, to one decimal, %s', async (_, to, pupils, copies, perPupil) => {
    const [row] = await rowsOf('schools-compared', '2025-06-01', to);
    expect([row?.['pupils'], row?.['copies'], row?.['copiesPerPupil']]).toEqual([pupils, copies, perPupil]);
  });

  it.each([
    ['on its due day', '2025-11-30', 1, 0],
    ['the day after', '2025-12-01', 1, 1],
    ['the day before it was renewed', '2025-12-09', 1, 1],
    ['the day it was renewed', '2025-12-10', 1, 0],
    ['on the new due day', '2026-01-01', 1, 0],
    ['and late again', '2026-01-02', 1, 1],
    ['the day it came back', '2026-02-20', 1, 0],
  ])('says which loans were open and overdue, %s', async (_, to, openLoans, overdueLoans) => {
    const [row] = await rowsOf('schools-compared', '2025-11-01', to);
    expect(row).toMatchObject({ openLoans: to < '2026-02-01' ? openLoans : 1, overdueLoans });
  });

  it.each([
    ['2025-09-01', '2025-11-30', { loans: 1, renewals: 0, returns: 0, losses: 0 }],
    ['2025-12-01', '2025-12-31', { loans: 0, renewals: 1, returns: 0, losses: 0 }],
    ['2026-02-01', '2026-02-28', { loans: 1, renewals: 0, returns: 1, losses: 0 }],
    ['2026-03-01', '2026-03-31', { loans: 0, renewals: 0, returns: 0, losses: 1 }],
  ])(
    '[RPT-023] from %s to %s counts what happened in it, whenever the loan began',
    async (from, to, counts) => {
      const rows = await rowsOf('loans-per-reader-kind', from, to);
      expect(rows.find(({ readerKind }) => readerKind === 'student')).toMatchObject(counts);
      expect(rows.find(({ readerKind }) => readerKind === 'teacher')).toMatchObject({
        readers: 1,
        loans: 0,
        loansPerReader: 0,
      });
    },
  );

  it('[RPT-021] calls classes as on its last day, and asks who of them borrowed, wherever they were then', async () => {
    const shown = async (from: string, to: string): Promise<unknown[]> =>
      (await rowsOf('loans-per-class', from, to)).map((row) =>
        ['className', 'readers', 'loans', 'returns', 'borrowers', 'borrowingRate', 'loansPerReader'].map(
          (key) => row[key],
        ),
      );
    // Class 2 has nobody who borrowed: 0, not nothing.
    expect(await shown('2025-09-01', '2026-01-31')).toEqual([
      ['二年级1班', 3, 1, 0, 1, 33.3, 0.3],
      ['六年级2班', 1, 0, 0, 0, 0, 0],
    ]);
    // Reader 2 borrowed on 1 February in class 1, and is in class 3 since the 10th.
    expect(await shown('2026-02-01', '2026-02-28')).toEqual([
      ['二年级1班', 2, 1, 1, 0, 0, 0.5],
      ['二年级3班', 1, 0, 0, 1, 100, 0],
      ['六年级2班', 1, 0, 0, 0, 0, 0],
    ]);
    // From 1 September another grade; class 2 has graduated, and class 1 changed its number in March.
    expect(await shown('2026-08-01', '2026-08-31')).toEqual([
      ['二年级3班', 1, 0, 0, 0, 0, 0],
      ['二年级3班', 1, 0, 0, 0, 0, 0],
      ['六年级2班', 1, 0, 0, 0, 0, 0],
    ]);
    expect(await shown('2026-09-01', '2026-09-04')).toEqual([
      ['三年级3班', 1, 0, 0, 0, 0, 0],
      ['三年级3班', 1, 0, 0, 0, 0, 0],
    ]);
  });

  it('does not count a graduate of an earlier year as an active reader', async () => {
    const readers = async (to: string): Promise<unknown> =>
      (await rowsOf('loans-per-reader-kind', '2026-08-01', to)).find(
        ({ readerKind }) => readerKind === 'student',
      )?.['readers'];
    expect(await readers('2026-08-31')).toBe(3);
    expect(await readers('2026-09-01')).toBe(2);
    const figures = (await ask('/figures', librarian)).body as unknown as { readers: number };
    expect(figures.readers).toBe(4);
  });
});

describe('a period', () => {
  it('that goes on says as of which day it shows what stands', async () => {
    const { body } = await ask('/reports/holdings-by-clc?from=2026-09-01&to=2027-01-20', librarian);
    expect(body.parameters).toMatchObject({ from: '2026-09-01', to: '2027-01-20', stoodOn: '2026-10-12' });
  });

  it.each([
    ['ten years', '2016-10-12', '2026-10-12', 200],
    ['a day more', '2016-10-11', '2026-10-12', 400],
    ['not begun', '2026-10-13', '2026-12-31', 400],
    ['of no calendar', '2026-02-30', '2026-12-31', 400],
    ['before all libraries', '0000-01-01', '0001-01-01', 400],
  ])('%s long is answered or refused', async (_, from, to, status) => {
    expect((await ask(`/reports/loans-per-class?from=${from}&to=${to}`, librarian)).status).toBe(status);
  });

  it.each([
    ['2024-10-13', 200],
    ['2024-10-12', 200],
    ['2024-10-11', 400],
  ])('of the classes of the county goes back to %s: %d', async (from, status) => {
    expect((await ask(`/reports/loans-per-class?from=${from}&to=2026-10-12`, county)).status).toBe(status);
    expect((await ask(`/reports/schools-compared?from=${from}&to=2026-10-12`, county)).status).toBe(200);
  });
});
