import { randomUUID } from 'node:crypto';
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
  copyAccessioned,
  eBooks,
  readerEnrolled,
  schoolId,
  schoolOpened,
  subscribed,
  titleId,
} from '../a-county-history.builder.js';
import { reportingService } from '../reporting.module.js';
import { roomChanged } from '../room-use.builder.js';

let database: FreshDatabase;
let reporting: ServiceForTests;
let admin: string;
let county: string;
let librarian: string;
const PUPILS = 31;

type Row = Record<string, string | number | null>;
type Reply = { readonly status: number; readonly text: string; readonly body: { rows: Row[]; items: Row[] } };
const call = async (method: string, path: string, token: string, body?: object): Promise<Reply> => {
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
  return { status: answer.status, text, body: text.startsWith('{') ? JSON.parse(text) : {} };
};
const seats = async (to = '2026-10-12', token = librarian): Promise<Row[]> =>
  (await call('GET', `/reports/seats-per-pupil?from=${to}&to=${to}`, token)).body.rows;
const figures = async (token = librarian, to = '2026-10-12'): Promise<unknown[]> =>
  (await call('GET', `/reports/inspection-figures?from=${to}&to=${to}`, token)).body.rows.map((row) =>
    ['school', 'figure', 'amount', 'pupils', 'is', 'asked', 'met', 'wanting'].map((key) => row[key]),
  );
const on = async (day: string, ...events: Announcement[]): Promise<void> => {
  for (const event of events) await announceForTests(reporting, event, undefined, `${day}T04:00:00.000Z`);
};
const heard = (): Promise<void> =>
  eventually(async () => {
    const [row] = await reporting.sql<{ waiting: number }>(
      `select coalesce(sum(p.next_offset - g.committed), 1)::int as waiting from bus.grp g join bus.part p using (topic, part)`,
    );
    expect(row?.waiting).toBe(0);
  }, 20_000);

beforeAll(async () => {
  database = await freshDatabase('reporting_inspection');
  reporting = await startForTests(reportingService, {
    ownerUrl: database.ownerUrl,
    settings: { SHULIAN_CLOCK: '2026-10-12T04:00:00Z' },
  });
  admin = await reporting.signer.account({ role: 'county-admin' });
  county = await reporting.signer.account({ role: 'county-viewer' });
  librarian = await reporting.signer.account({ role: 'librarian', schoolId: schoolId(1) });
  await on('2025-09-01', schoolOpened(1), schoolOpened(2, { kind: 'senior' }));
  for (let n = 1; n <= PUPILS; n += 1) await on('2025-09-02', readerEnrolled(n, 1, null));
  for (let n = 1; n <= 3; n += 1)
    await on('2026-03-01', copyAccessioned(n, 1, { accessionedOn: '2026-03-01', source: 'purchase', titleId: titleId(n), kind: n === 1 ? 'reference' : 'book' })); // prettier-ignore
  // One seat in March, two in April, three in May; a room for lending has seats that nobody reads at; one is out of use since June.
  await on(
    '2026-03-02',
    roomChanged(1, 1, 1, { seats: 1 }),
    roomChanged(2, 1, 1, { purposes: ['lending'], seats: 9 }),
  );
  await on(
    '2026-04-01',
    roomChanged(1, 1, 2, { seats: 2 }),
    roomChanged(3, 1, 1, { seats: null, purposes: ['electronic'] }),
  );
  await on('2026-05-01', roomChanged(3, 1, 2, { seats: 1, purposes: ['electronic'] }));
  await on(
    '2026-06-01',
    roomChanged(3, 1, 3, { seats: 1, purposes: ['electronic'], retiredOn: '2026-06-01' }),
  );
  await on(
    '2026-06-02',
    subscribed(1, 1, 2026, { newspapers: 20, periodicals: 230 }),
    eBooks(1, null, 1_000),
    eBooks(2, 1, 5),
  );
  await heard();
  expect(await reporting.sql('select error from parked_event')).toEqual([]);
});
afterAll(async () => {
  await reporting?.stop();
  await database?.drop();
});

describe('seats for the pupils', () => {
  it('[RPT-036] are those of the rooms for reading as they were on a day, one for fifteen pupils or not', async () => {
    expect(await seats('2026-02-01')).toMatchObject([{ readingRooms: 0, seats: 0, pupils: PUPILS, pupilsPerSeat: null, met: 'no' }]);
    expect(await seats('2026-03-15')).toMatchObject([{ seats: 1, pupilsPerSeat: 31, mostPerSeat: 15, seatsAsked: 3, met: 'no', wanting: 2 }]);
    expect(await seats('2026-04-15')).toMatchObject([{ readingRooms: 2, seats: 2, roomsUnsaid: 1, pupilsPerSeat: 15.5, met: 'no', wanting: 1 }]);
    expect(await seats('2026-05-15')).toMatchObject([{ seats: 3, pupilsPerSeat: 10.3, met: 'yes', wanting: 0 }]);
    expect(await seats('2026-06-01')).toMatchObject([{ readingRooms: 1, seats: 2, met: 'no' }]);
  }); // prettier-ignore

  it.each([
    [29, 'yes', 0],
    [30, 'yes', 0],
    [31, 'no', 1],
  ])('[RPT-036] two are enough for thirty exactly: %i pupils', async (pupils, met, wanting) => {
    await reporting.sql(`update reader_sum set readers = $1`, [pupils]);
    const rows = await seats();
    await reporting.sql('select make_sums_anew()');
    expect(rows).toMatchObject([{ pupils, seats: 2, met, wanting }]);
  });

  it('[RPT-036] are compared over the county, and printed', async () => {
    const rows = await seats('2026-10-12', county);
    expect(rows.map((row) => ['school', 'seats', 'pupils', 'met'].map((key) => row[key]))).toEqual([
      ['*', 2, 31, 'no'],
      ['第1小学', 2, 31, 'no'],
      ['第2小学', 0, 0, null],
    ]);
    for (const format of ['xlsx', 'pdf'])
      expect((await call('GET', `/reports/seats-per-pupil?format=${format}`, county)).status).toBe(200);
    expect((await call('GET', '/reports/seats-per-pupil?format=csv', county)).text).toContain(
      '学校代码,学校,阅览室（间）,座位,未登记座位的阅览室,学生,每座位学生数,标准（不超过）,应有座位,达标,尚缺座位',
    );
  });
});

describe('an inspection', () => {
  it('[RPT-042] finds holdings, seats and numbers per pupil as the system has them, beside the standard', async () => {
    expect(await figures()).toEqual([
      ['第1小学', 'copies-per-pupil', 3, 31, 0.1, 20, 'no', 617],
      ['第1小学', 'new-copies-per-pupil', 3, 31, 0.1, 1.5, 'no', 44],
      ['第1小学', 'pupils-per-seat', 2, 31, 15.5, 15, 'no', 1],
      ['第1小学', 'rooms', 2, null, 2, null, null, null],
      ['第1小学', 'reference-titles', 1, null, 1, 450, 'no', 449],
      ['第1小学', 'serial-titles', 250, null, 250, 250, 'yes', 0],
      ['第1小学', 'e-books', 1_005, null, 1_005, null, null, null],
    ]);
    expect(await figures(county)).toHaveLength(14);
    expect((await call('GET', '/reports/inspection-figures?format=csv', librarian)).text).toContain(
      '学校代码,学校,指标,数量,学生,实际,标准,达标,尚缺',
    );
  });

  it('[RPT-042] goes by standards that the county sets, for all schools or those of a kind', async () => {
    const put = (body: object, token = admin): Promise<Reply> =>
      call('PUT', '/library-standards', token, body);
    expect((await put({ figure: 'rooms', asked: 2 }, librarian)).status).toBe(403);
    expect((await put({ figure: 'rooms', asked: 2 }, county)).status).toBe(403);
    expect((await put({ figure: 'beauty', asked: 2 })).status).toBe(400);
    expect((await put({ figure: 'rooms', asked: -1 })).status).toBe(400);
    expect((await put({ figure: 'rooms', asked: 1.005 })).status).toBe(400);
    expect((await put({ figure: 'rooms', schoolKind: 'primary', asked: 2, source: '省一级馆标准' })).body).toEqual({
      figure: 'rooms', schoolKind: 'primary', asked: 2, source: '省一级馆标准',
    }); // prettier-ignore
    await put({ figure: 'reference-titles', asked: null });
    await put({ figure: 'copies-per-pupil', schoolKind: 'senior', asked: 40 });
    const rows = (await figures(county)) as string[][];
    expect(rows.filter(([, figure]) => figure === 'rooms')).toEqual([
      ['第1小学', 'rooms', 2, null, 2, 2, 'yes', 0],
      ['第2小学', 'rooms', 0, null, 0, null, null, null],
    ]);
    expect(rows.filter(([, figure]) => figure === 'copies-per-pupil').map((row) => row[5])).toEqual([20, 40]);
    expect(rows.find(([, figure]) => figure === 'reference-titles')?.slice(5)).toEqual([null, null, null]);
    const listed = await call('GET', '/library-standards', librarian);
    expect(listed.body.items).toContainEqual({
      figure: 'copies-per-pupil',
      schoolKind: 'senior',
      asked: 40,
      source: null,
    });
    expect(listed.body.items.map(({ figure }) => figure)).not.toContain('reference-titles');
    expect((await call('GET', '/library-standards?format=csv', librarian)).text).toContain(
      '馆室（间）,小学,2,省一级馆标准',
    );
  });
});
