import { afterAll, beforeAll, expect, it } from '@jest/globals';
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
  readerEnrolled,
  readerId,
  readerLeft,
  readInRoom,
  schoolId,
  schoolOpened,
} from '../a-county-history.builder.js';
import { reportingService } from '../reporting.module.js';
import { visitCounted } from '../room-use.builder.js';
import type { TeacherReadingPage } from './teacher-reading.http.js';

let database: FreshDatabase;
let reporting: ServiceForTests;
let head: string;
const ask = (query: string, token = head): Promise<Response> =>
  fetch(`${reporting.url}/api/v1/teacher-reading?${query}`, {
    headers: { authorization: `Bearer ${token}`, 'accept-language': 'zh' },
  });
const pageOf = async (query: string): Promise<TeacherReadingPage> =>
  (await (await ask(query)).json()) as TeacherReadingPage;
const TERM = 'from=2026-09-01&to=2026-10-12';

beforeAll(async () => {
  database = await freshDatabase('reporting_teachers');
  reporting = await startForTests(reportingService, {
    ownerUrl: database.ownerUrl,
    settings: { SHULIAN_CLOCK: '2026-10-12T04:00:00Z' },
  });
  head = await reporting.signer.account({ role: 'school-head', schoolId: schoolId(1) });
  const teacher = (n: number, school = 1): Announcement => readerEnrolled(n, school, null, 'teacher');
  const lent = (loan: number, reader: number, loanedOn: string): Announcement =>
    checkedOut({ loan, copy: loan, reader, school: 1, kind: 'teacher', loanedOn });
  const told = [
    schoolOpened(1),
    schoolOpened(2),
    teacher(1),
    teacher(2),
    teacher(3),
    teacher(4),
    teacher(5, 2),
    readerEnrolled(6, 1, null),
    readerLeft(4, 1, 2, '2026-09-15'),
    // Five, four, and what is read in the room or was borrowed before is none.
    ...['02', '02', '09', '16', '23'].map((day, at) => lent(10 + at, 1, `2026-09-${day}`)),
    ...['02', '09', '16', '23'].map((day, at) => lent(20 + at, 2, `2026-09-${day}`)),
    lent(30, 2, '2026-08-31'),
    readInRoom({ loan: 31, copy: 31, reader: 2, school: 1, kind: 'teacher' }),
    visitCounted(1, 1, { reader: 1, kind: 'teacher' }, { on: '2026-09-03', minutes: 50 }),
    visitCounted(2, 1, { reader: 1, kind: 'teacher' }, { on: '2026-09-10' }),
    visitCounted(3, 1, { reader: 6 }, { on: '2026-09-10' }),
  ];
  for (const event of told) await announceForTests(reporting, event, undefined, '2026-09-01T04:00:00.000Z');
  await eventually(async () => {
    expect(await reporting.sql('select 1 from known_loan')).toHaveLength(11);
    expect(await reporting.sql('select 1 from known_visit')).toHaveLength(3);
    expect(await reporting.sql('select 1 from known_reader')).toHaveLength(6);
  });
});
afterAll(async () => {
  await reporting?.stop();
  await database?.drop();
});

it('[RPT-028] each teacher is listed with loans against five a term, times and visits of rooms, those who did nothing, too', async () => {
  expect((await pageOf(TERM)).items).toEqual([
    { readerId: readerId(1), loans: 5, times: 4, target: 5, reached: true, visits: 2, minutes: 50 },
    { readerId: readerId(2), loans: 4, times: 4, target: 5, reached: false, visits: 0, minutes: 0 },
    { readerId: readerId(3), loans: 0, times: 0, target: 5, reached: false, visits: 0, minutes: 0 },
  ]);
  const sheet = (await (await ask(`${TERM}&format=csv`)).text()).replace('\ufeff', '');
  expect(sheet).toContain('借书册数,借书次数,指标,达标,进阅览室次数,阅览分钟');
  const first = await pageOf(`${TERM}&limit=2`);
  expect(first.items).toHaveLength(2);
  const rest = await pageOf(`${TERM}&limit=2&cursor=${encodeURIComponent(first.nextCursor ?? '')}`);
  expect(rest).toMatchObject({ items: [{ readerId: readerId(3) }], nextCursor: null });
});

it('teachers are told of to their own school alone, and for a year at most', async () => {
  const county = await reporting.signer.account({ role: 'county-admin' });
  expect((await ask(`${TERM}&schoolId=${schoolId(1)}`, county)).status).toBe(403);
  expect((await ask(`${TERM}&schoolId=${schoolId(2)}`)).status).toBe(403);
  expect((await ask('from=2025-10-12&to=2026-10-12')).status).toBe(200);
  expect((await ask('from=2025-10-11&to=2026-10-12')).status).toBe(400);
  expect((await ask('from=2026-10-12&to=2026-10-11')).status).toBe(400);
});
