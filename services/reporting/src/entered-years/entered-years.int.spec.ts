import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  announceForTests,
  eventually,
  startForTests,
  type ServiceForTests,
} from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import {
  copyAccessioned,
  copyWithdrawn,
  eBooks,
  readerEnrolled,
  reopened,
  schoolId,
  schoolOpened,
  subscribed,
  worksThere,
} from '../a-county-history.builder.js';
import { reportingService } from '../reporting.module.js';

let database: FreshDatabase;
let reporting: ServiceForTests;
let county: string;
let librarian: string;
let foreign: string;

type Row = Record<string, string | number | null>;
const call = async (
  method: string,
  path: string,
  token: string,
  body?: object,
): Promise<{
  status: number;
  body: { rows: Row[]; items: Row[]; code: string; id: string };
  text: string;
}> => {
  const answer = await fetch(`${reporting.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'accept-language': 'zh',
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : {}, text };
};
const enter = (year: number, more: object = {}, token = librarian) =>
  call('POST', '/entered-years', token, { year, copies: 10_000, source: '校志', ...more });
const trend = async (token: string, to = '2026-10-12'): Promise<unknown[]> =>
  (await call('GET', `/reports/yearly-trend?from=${to}&to=${to}`, token)).body.rows.map((row) =>
    ['school', 'year', 'how', 'copies', 'pupils', 'copiesPerPupil', 'serials', 'staff', 'source'].map(
      (key) => row[key],
    ),
  );

beforeAll(async () => {
  database = await freshDatabase('reporting_entered_years');
  reporting = await startForTests(reportingService, {
    ownerUrl: database.ownerUrl,
    settings: { SHULIAN_CLOCK: '2026-10-12T04:00:00Z' },
  });
  county = await reporting.signer.account({ role: 'county-admin' });
  librarian = await reporting.signer.account({ role: 'librarian', schoolId: schoolId(1) });
  foreign = await reporting.signer.account({ role: 'librarian', schoolId: schoolId(2) });
  const told = [
    ['2023-09-01', schoolOpened(1), schoolOpened(2), readerEnrolled(1, 1, null), readerEnrolled(2, 1, null)],
    ['2024-03-01', copyAccessioned(1, 1, { accessionedOn: '2024-03-01' }), copyAccessioned(2, 1, { accessionedOn: '2024-03-01' })],
    ['2025-03-01', copyAccessioned(3, 1, { accessionedOn: '2025-03-01', kind: 'reference', stockState: 'reading-room' })],
    ['2025-03-02', copyAccessioned(4, 1, { accessionedOn: '2025-03-02', kind: 'audiovisual' }), copyAccessioned(5, 2, { accessionedOn: '2025-03-02' })],
    ['2026-05-01', copyWithdrawn(2, 1, 2, '2026-05-01')],
    ['2026-05-02', worksThere(1, 1, '2025-09-01'), worksThere(2, 1, '2024-09-01', '2025-08-31'), worksThere(3, 2, '2026-01-01')],
    ['2026-05-03', subscribed(1, 1, 2025), subscribed(2, 1, 2026, { newspapers: 20, periodicals: 230 }), subscribed(3, 2, 2026), reopened(3, 2, 2026)],
    ['2026-05-04', eBooks(1, 1, 500), eBooks(2, null, 100_000), eBooks(3, 1, -20, '2026-10-13'), eBooks(1, 1, 500)],
  ] as const; // prettier-ignore
  for (const [day, ...events] of told)
    for (const event of events) await announceForTests(reporting, event, undefined, `${day}T04:00:00.000Z`);
  await eventually(async () => {
    expect(await reporting.sql('select 1 from known_e_books')).toHaveLength(3);
    expect(await reporting.sql('select 1 from known_staff')).toHaveLength(3);
    expect(await reporting.sql('select 1 from known_subscription where version = 4')).toHaveLength(1);
    expect(await reporting.sql('select 1 from known_copy where until is not null')).toHaveLength(1);
    expect(await reporting.sql('select 1 from known_reader')).toHaveLength(2);
  }, 20_000);
});
afterAll(async () => {
  await reporting?.stop();
  await database?.drop();
});

describe('years before the system', () => {
  it('[RPT-018] are written in with where they come from, listed, printed, and taken away', async () => {
    expect((await enter(1950)).status).toBe(201);
    expect((await enter(1958, { copies: 12_000 })).status).toBe(201);
    const sixty = await enter(1966, { copies: 20_000, serials: 40, staff: 2, pupils: 900 });
    expect(sixty.body).toMatchObject({
      school: '第1小学',
      year: 1966,
      copies: 20_000,
      serials: 40,
      titles: null,
    });
    expect(await enter(1966)).toMatchObject({ status: 409, body: { code: 'entered-year.there-already' } });
    expect(await enter(2025)).toMatchObject({ status: 409, body: { code: 'entered-year.counted-already' } });
    expect((await enter(2026)).status).toBe(400);
    expect((await enter(1799)).status).toBe(400);
    expect((await enter(1960, { schoolId: schoolId(1) }, foreign)).status).toBe(403);
    expect((await enter(1960, { schoolId: schoolId(9) }, county)).status).toBe(422);

    const listed = await call('GET', '/entered-years?limit=2', librarian);
    expect(listed.body.items.map(({ year }) => year)).toEqual([1950, 1958]);
    const { nextCursor } = listed.body as unknown as { nextCursor: string };
    const rest = await call('GET', `/entered-years?limit=2&cursor=${nextCursor}`, librarian);
    expect(rest.body.items.map(({ year }) => year)).toEqual([1966]);
    const paper = (await call('GET', '/entered-years?format=csv', librarian)).text;
    expect(paper).toContain('学校,年份,藏书册数,种数,报刊种数,工作人员,学生,出处,补录日期');
    expect(paper).toContain('第1小学,1966,20000,,40,2,900,校志');
    expect((await call('GET', '/entered-years', foreign)).body.items).toEqual([]);

    const wrong = (await enter(1949)).body.id;
    expect((await call('DELETE', `/entered-years/${wrong}`, foreign)).status).toBe(404);
    expect((await call('DELETE', `/entered-years/${wrong}`, librarian)).status).toBe(204);
    expect((await call('DELETE', `/entered-years/${wrong}`, librarian)).status).toBe(404);
  });

  it('[RPT-018] stand before the years that were counted, marked as entered, school by school and all together', async () => {
    expect(await trend(librarian)).toEqual([
      ['第1小学', 1950, 'entered', 10_000, null, null, null, null, '校志'],
      ['第1小学', 1958, 'entered', 12_000, null, null, null, null, '校志'],
      ['第1小学', 1966, 'entered', 20_000, 900, 22.2, 40, 2, '校志'],
      ['第1小学', 2024, 'counted', 2, 2, 1, null, 1, null],
      ['第1小学', 2025, 'counted', 4, 2, 2, 250, 1, null],
      ['第1小学', 2026, 'counted', 3, 2, 1.5, 250, 1, null],
    ]);
    const all = await trend(county);
    expect(all.slice(0, 3)).toEqual([
      ['*', 2024, 'counted', 2, 2, 1, null, 1, null],
      ['*', 2025, 'counted', 5, 2, 2.5, null, 1, null],
      ['*', 2026, 'counted', 4, 2, 2, null, 2, null],
    ]);
    expect(all.slice(-2)).toEqual([
      ['第2小学', 2025, 'counted', 1, 0, null, null, 0, null],
      ['第2小学', 2026, 'counted', 1, 0, null, null, 1, null],
    ]);
    expect(await trend(librarian, '1960-01-01')).toEqual((await trend(librarian)).slice(0, 2));
    const printed = await call('GET', '/reports/yearly-trend?format=csv', librarian);
    expect(printed.text).toContain('手工补录');
    expect(printed.text).toContain(
      '学校代码,学校,年份,数据来源,藏书册数,种数,学生,生均藏书,报刊种数,工作人员,出处',
    );
  });

  it('of one school are entered once, however many try at once', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => enter(1970)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
  });
});

it('[RPT-016] reference works, serials, audiovisual material and e-books are counted beside the books', async () => {
  const of = async (token: string, to = '2026-10-12'): Promise<Row[]> =>
    (await call('GET', `/reports/other-holdings?from=${to}&to=${to}`, token)).body.rows;
  const [own] = await of(librarian);
  expect(own).toMatchObject({
    referenceTitles: 1,
    referenceCopies: 1,
    serialsOf: 2026,
    newspapers: 20,
    periodicals: 230,
    serialTitles: 250,
    boundVolumes: 0,
    audiovisualTitles: 1,
    audiovisualItems: 1,
    eBooks: 500,
    eBooksOfCounty: 100_000,
  });
  expect((await of(librarian, '2025-01-01'))[0]).toMatchObject({
    referenceTitles: 0,
    serialsOf: 2025,
    serialTitles: 250,
    eBooks: 0,
  });
  const all = await of(county);
  expect(
    all.map((row) => ['school', 'referenceTitles', 'serialTitles', 'eBooks'].map((key) => row[key])),
  ).toEqual([
    ['*', 1, null, 500],
    ['第1小学', 1, 250, 500],
    ['第2小学', 0, 0, 0],
  ]);
  const printed = await call('GET', '/reports/other-holdings?format=csv', county);
  expect(printed.text).toContain(
    '工具书、参考书种数,工具书、参考书册数,报刊年度,报纸种数,期刊种数,报刊合计种数',
  );
});
