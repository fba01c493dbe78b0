import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Announcement } from '@shulian/contracts/envelope';
import {
  announceForTests,
  announceWholeForTests,
  eventually,
  startForTests,
  type ServiceForTests,
} from '@shulian/service-kit/testing';
import { freshDatabase, pdfTexts, type FreshDatabase } from '@shulian/test-kit';
import {
  checkedOut,
  classId,
  classOpened,
  copyAccessioned,
  copyChanged,
  copyWithdrawn,
  lost,
  readerEnrolled,
  readerLeft,
  released,
  renewed,
  returned,
  schoolId,
  schoolOpened,
  termOpened,
} from '../a-county-history.builder.js';
import { reportingService } from '../reporting.module.js';

let database: FreshDatabase;
let reporting: ServiceForTests;
let county: string;
let librarian: string;

type Answer = {
  readonly status: number;
  readonly body: Record<string, unknown> & { readonly items?: { name: string }[]; readonly rows?: object[] };
  readonly text: string;
  readonly headers: Headers;
};
const get = async (path: string, token: string): Promise<Answer> => {
  const answer = await fetch(`${reporting.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${token}`, 'accept-language': 'en' },
  });
  const text = await answer.text();
  const body = (answer.headers.get('content-type') ?? '').includes('json')
    ? (JSON.parse(text) as never)
    : ({} as never);
  return { status: answer.status, body, text, headers: answer.headers };
};
const put = async (...events: Announcement[]): Promise<void> => {
  for (const event of events) await announceForTests(reporting, event);
};
const inClass = { school: 1, inClass: 1 };

beforeAll(async () => {
  database = await freshDatabase('reporting_figures');
  // Noon of 12 October in Shanghai.
  reporting = await startForTests(reportingService, {
    ownerUrl: database.ownerUrl,
    settings: { SHULIAN_CLOCK: '2026-10-12T04:00:00Z' },
  });
  county = await reporting.signer.account({ role: 'county-viewer' });
  librarian = await reporting.signer.account({ role: 'librarian', schoolId: schoolId(1) });
  await put(
    schoolOpened(1),
    schoolOpened(2),
    termOpened(1, 1, '2026-10-02', '2027-01-20'),
    classOpened(1, 1),
    classOpened(2, 1),
    readerEnrolled(1, 1, 1),
    readerEnrolled(2, 1, 1),
    readerEnrolled(3, 1, 2),
    readerEnrolled(4, 1, null, 'teacher'),
    readerEnrolled(5, 1, 2),
    readerLeft(5, 1, 2),
    readerEnrolled(6, 2, null),
    // Two copies of one title, one withdrawn, one lost, one of the other school.
    copyAccessioned(1, 1, { titleId: '01940000-0000-7000-8071-000000000009' }),
    copyAccessioned(2, 1, { titleId: '01940000-0000-7000-8071-000000000009' }),
    copyAccessioned(3, 1, { clc: 'TP312' }),
    copyAccessioned(4, 1),
    copyWithdrawn(4, 1, 2),
    copyAccessioned(5, 1),
    copyAccessioned(6, 2),
    // Today: 3 loans, 1 returned, 1 lost; before: one of this term, overdue since yesterday; one before the term.
    checkedOut({ loan: 1, copy: 1, reader: 1, ...inClass }),
    returned({ loan: 1, copy: 1, reader: 1, ...inClass }, 2),
    checkedOut({ loan: 2, copy: 2, reader: 2, ...inClass }),
    checkedOut({ loan: 3, copy: 5, reader: 3, school: 1, inClass: 2 }),
    lost({ loan: 3, copy: 5, reader: 3, school: 1, inClass: 2 }, 2),
    checkedOut({
      loan: 4,
      copy: 3,
      reader: 4,
      school: 1,
      kind: 'teacher',
      clc: 'TP312',
      loanedOn: '2026-10-02',
      dueOn: '2026-10-11',
    }),
    checkedOut({ loan: 5, copy: 1, reader: 1, ...inClass, loanedOn: '2026-10-01', dueOn: '2026-10-12' }, 3),
    checkedOut({ loan: 6, copy: 6, reader: 6, school: 2 }),
  );
  await eventually(async () =>
    expect((await get('/figures', county)).body).toMatchObject({ loansToday: 4, readers: 5 }),
  );
  await eventually(async () => expect((await get('/figures', county)).body).toMatchObject({ copies: 4 }));
});
afterAll(async () => {
  await reporting?.stop();
  await database?.drop();
});

describe('the figures', () => {
  it('[RPT-019] of a school, as decided: holdings, active readers, loans by lending school, today, this term', async () => {
    const { status, body } = await get('/figures', librarian);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      schoolId: schoolId(1),
      today: '2026-10-12',
      titles: 2,
      copies: 3,
      readers: 4,
      openLoans: 3,
      // Due on the 11th is overdue on the 12th, due on the 12th is not.
      overdueLoans: 1,
      loansToday: 3,
      returnsToday: 1,
      // The term began on the 2nd: the loan of the 1st is not of it, the one of the 2nd is.
      loansThisTerm: 4,
      returnsThisTerm: 1,
    });
  });

  it('say up to when they are whole: as long as no source has said so, nothing is', async () => {
    const asOf = async (): Promise<unknown> => (await get('/figures', county)).body['asOf'];
    expect(await asOf()).toBe('1970-01-01T00:00:00.000Z');
    const [catalog, readers, circulation, activities] = reportingService.follows ?? [];
    if (
      catalog === undefined ||
      readers === undefined ||
      circulation === undefined ||
      activities === undefined
    )
      throw new Error('four');
    await announceWholeForTests(reporting, [catalog, readers, activities], '2026-10-12T04:00:00.500Z');
    await announceWholeForTests(reporting, [circulation], '2026-10-12T03:59:59.250Z');
    await eventually(async () => expect(await asOf()).toBe('2026-10-12T03:59:59.250Z'));
    await announceWholeForTests(reporting, [circulation], '2026-10-12T04:00:01.000Z');
    await eventually(async () => expect(await asOf()).toBe('2026-10-12T04:00:00.500Z'));
  });

  it('[RPT-046] of the county are those of all schools', async () => {
    expect((await get('/figures', county)).body).toMatchObject({
      schoolId: null,
      titles: 3,
      copies: 4,
      readers: 5,
      openLoans: 4,
      loansToday: 4,
    });
    expect((await get(`/figures?schoolId=${schoolId(2)}`, county)).body).toMatchObject({
      copies: 1,
      openLoans: 1,
    });
  });

  it('are refused for another school, and to those who may not', async () => {
    expect((await get(`/figures?schoolId=${schoolId(2)}`, librarian)).status).toBe(403);
    const reader = await reporting.signer.account({
      role: 'reader',
      schoolId: schoolId(1),
      readerId: schoolId(9),
    });
    expect((await get('/figures', reader)).status).toBe(403);
    expect((await get('/figures?schoolId=x', county)).status).toBe(400);
  });

  it('refuse an older version of a thing that comes late', async () => {
    await put(copyChanged(3, 1, 5, { clc: 'K82' }));
    await put(copyChanged(3, 1, 4, { clc: 'A1', stockState: 'withdrawn' }), copyAccessioned(7, 1));
    await eventually(async () =>
      expect((await get('/figures', librarian)).body).toMatchObject({ copies: 4 }),
    );
    const [row] = await reporting.sql<{ clc: string; version: number }>(
      `select clc, version from known_copy where clc = 'K82'`,
    );
    expect(row).toEqual({ clc: 'K82', version: 5 });
  });

  it('take a lost copy for found when it is lent again', async () => {
    await put(checkedOut({ loan: 7, copy: 5, reader: 3, school: 1, inClass: 2, loanedOn: '2026-09-01' }, 3));
    await eventually(async () =>
      expect((await get('/figures', librarian)).body).toMatchObject({ copies: 5 }),
    );
  });

  it('park what is broken, and say that they are not as fresh as the rest', async () => {
    const broken = copyAccessioned(8, 1);
    await put({ ...broken, data: { copyId: 'no' } });
    await put(copyChanged(8, 1, 2, {}));
    await eventually(async () => {
      const parked = await reporting.sql<{ error: string }>('select error from parked_event order by id');
      expect(parked.map(({ error }) => error.split(':')[0])).toEqual([
        'SchemaMismatch',
        'behind a parked event of the same key',
      ]);
    });
    expect((await get('/figures', librarian)).body).toMatchObject({ copies: 5 });
    expect(((await (await fetch(`${reporting.url}/readyz`)).json()) as { status: string }).status).toBe(
      'degraded',
    );
  });
});

describe('the reports', () => {
  const report = async (name: string, query = '', token = librarian): Promise<Answer> =>
    get(`/reports/${name}${query}`, token);

  it('are listed with what they can', async () => {
    const { body } = await get('/reports', librarian);
    expect(body.items?.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['loans-per-class', 'loans-per-reader-kind', 'holdings-by-clc']),
    );
  });

  it('[RPT-021] count loans per class and the share of its readers who borrowed', async () => {
    const { body } = await report('loans-per-class', '?from=2026-10-12&to=2026-10-12');
    expect(body.rows).toEqual([
      expect.objectContaining({
        classId: classId(1),
        readers: 2,
        loans: 2,
        returns: 1,
        borrowers: 2,
        borrowingRate: 100,
        loansPerReader: 1,
      }),
      expect.objectContaining({ classId: classId(2), readers: 1, loans: 1, returns: 0, borrowers: 1 }),
    ]);
    expect(body).toMatchObject({
      parameters: { schoolId: schoolId(1), from: '2026-10-12', to: '2026-10-12' },
    });
  });

  it('[RPT-023] count pupils and teachers apart', async () => {
    const { body } = await report('loans-per-reader-kind', '?from=2026-10-01&to=2026-10-12');
    expect(body.rows).toEqual([
      expect.objectContaining({ readerKind: 'student', readers: 3, loans: 4, losses: 1 }),
      expect.objectContaining({ readerKind: 'teacher', readers: 1, loans: 1 }),
    ]);
  });

  it('[RPT-020] say how many loans there were for each pupil in the term that runs, and of which days that is', async () => {
    const { body } = await report('loans-per-reader-kind');
    expect(body).toMatchObject({ parameters: { from: '2026-10-02', to: '2026-10-12' } });
    expect(body.rows?.find((row) => 'readerKind' in row && row.readerKind === 'student')).toMatchObject({
      readers: 3,
      loans: 3,
      loansPerReader: 1,
    });
    // The loan of the day before the term counts when it is asked for.
    const year = await report('loans-per-reader-kind', '?from=2026-09-01&to=2026-10-12');
    expect(year.body).toMatchObject({ parameters: { from: '2026-09-01', to: '2026-10-12' } });
    expect(year.body.rows?.find((row) => 'readerKind' in row && row.readerKind === 'student')).toMatchObject({
      readers: 3,
      loans: 5,
      loansPerReader: 1.7,
    });
  });

  it('[RPT-012] count holdings by main class', async () => {
    const { body } = await report('holdings-by-clc', `?schoolId=${schoolId(2)}`, county);
    expect(body.rows).toEqual([
      expect.objectContaining({
        mainClass: 'I',
        titles: 1,
        copies: 1,
        copiesPerTitle: 1,
        valueFen: 2_500,
        sharePercent: 100,
      }),
    ]);
  });

  it.each([
    ['csv', /^text\/csv/, /^[^,\r]+,[^,]+/],
    ['xlsx', /spreadsheetml/, /^PK/],
    ['pdf', /^application\/pdf$/, /^%PDF-1/],
  ])(
    'of every name are printed as %s, with the moment they are true for',
    async (format, type, beginning) => {
      for (const name of [
        'loans-per-class',
        'loans-per-reader-kind',
        'holdings-by-clc',
        'schools-compared',
      ]) {
        const file = await report(name, `?from=2026-10-12&to=2026-10-12&format=${format}`);
        expect([name, file.status]).toEqual([name, 200]);
        expect(file.headers.get('content-type')).toMatch(type);
        expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${name}.${format}"`);
        expect(file.headers.get('x-as-of')).toMatch(/^2026-/);
        expect(file.text).toMatch(beginning);
      }
    },
  );

  it('are printed with words for what programs read, in the language of the caller, and without ids', async () => {
    const csv = await report('loans-per-reader-kind', '?from=2026-10-01&to=2026-10-12&format=csv');
    expect(csv.text.split('\r\n').slice(1, 3)).toEqual([
      expect.stringMatching(/^Students,3,4,/),
      expect.stringMatching(/^Teachers,1,1,/),
    ]);
    const answer = await fetch(`${reporting.url}/api/v1/reports/loans-per-class?from=2026-10-12&format=pdf`, {
      headers: { authorization: `Bearer ${librarian}`, 'accept-language': 'zh-CN' },
    });
    const [page = ''] = await pdfTexts(new Uint8Array(await answer.arrayBuffer()));
    for (const words of ['班级借阅统计', '学校: ', '统计时段: 2026-10-12', '在册人数', '第 1 页'])
      expect(page).toContain(words);
    expect(page).not.toContain(classId(1));
  });

  it('in a form that there is not are not valid', async () => {
    expect(await report('loans-per-class', '?format=doc')).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
  });

  it('show the county no row of fewer than five readers, and the school all of its own', async () => {
    const input = `?schoolId=${schoolId(1)}&from=2026-10-12&to=2026-10-12`;
    const rowsFor = async (token: string): Promise<object[]> =>
      (await report('loans-per-class', input, token)).body.rows ?? [];
    expect(await rowsFor(librarian)).toContainEqual(expect.objectContaining({ readers: 2, loans: 2 }));
    expect(await rowsFor(county)).toContainEqual(
      expect.objectContaining({ classId: classId(1), readers: 2, loans: null, borrowingRate: null }),
    );
  });

  it('tell what they are asked for, what their columns are, and how rows may look', async () => {
    const { body } = await get('/reports', librarian);
    expect(body.items).toContainEqual(
      expect.objectContaining({
        name: 'holdings-by-clc',
        parameters: expect.arrayContaining([{ name: 'from', title: 'First day', type: 'day' }]) as unknown,
        columns: expect.arrayContaining([{ key: 'valueFen', title: 'Value', type: 'fen' }]) as unknown,
        formats: ['json', 'csv', 'xlsx', 'pdf'],
        sample: [expect.objectContaining({ copiesPerTitle: 2.648 })],
      }),
    );
  });

  it('refuse what is no report, no period and no school of the caller', async () => {
    expect(await report('no-such')).toMatchObject({ status: 404, body: { code: 'report.unknown' } });
    expect(await report('loans-per-class', '?from=2026-10-13&to=2026-10-12')).toMatchObject({ status: 400 });
    expect(await report('loans-per-class', '?from=2026-02-30')).toMatchObject({ status: 400 });
    expect(await report('loans-per-class', `?schoolId=${schoolId(2)}`)).toMatchObject({ status: 403 });
  });

  it('follow a renewal', async () => {
    await put(renewed({ loan: 2, copy: 2, reader: 2, ...inClass }, 2, '2026-12-11'));
    await eventually(async () =>
      expect((await report('loans-per-reader-kind', '?from=2026-10-12&to=2026-10-12')).body).toMatchObject({
        rows: expect.arrayContaining([
          expect.objectContaining({ readerKind: 'student', renewals: 1 }),
        ]) as unknown,
      }),
    );
  });
});

describe('a lost copy', () => {
  it('is no open loan and no holding; found again it is a holding, and the loan stays closed', async () => {
    const numbers = async (): Promise<{ copies: number; openLoans: number }> =>
      (await get('/figures', librarian)).body as never;
    const before = await numbers();
    await put(lost({ loan: 4, copy: 3, reader: 4, school: 1, kind: 'teacher' }, 2));
    const without = { copies: before.copies - 1, openLoans: before.openLoans - 1 };
    await eventually(async () => expect(await numbers()).toMatchObject(without));
    await put(released(3, 1, 3));
    await eventually(async () =>
      expect(await numbers()).toMatchObject({ copies: before.copies, openLoans: without.openLoans }),
    );
  });
});
