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
    expect(body['asOf']).toMatch(/^2026-10-12T04:/);
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

  it('come as CSV, too, and in no other form yet', async () => {
    const csv = await report('loans-per-class', '?from=2026-10-12&to=2026-10-12&format=csv');
    expect(csv.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(csv.text.split('\r\n')).toHaveLength(4);
    for (const format of ['xlsx', 'pdf', 'doc'])
      expect(await report('loans-per-class', `?format=${format}`)).toMatchObject({
        status: 415,
        body: { code: 'report.format-unsupported' },
      });
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
  it('[CIR-060] is no open loan and no holding; found again it is a holding, and the loan stays closed', async () => {
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
