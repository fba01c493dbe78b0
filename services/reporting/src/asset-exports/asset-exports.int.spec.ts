import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { announceForTests, eventually, startForTests, type ServiceForTests } from '@shulian/service-kit/testing'; // prettier-ignore
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { schoolId, schoolOpened } from '../a-county-history.builder.js';
import { reportingService } from '../reporting.module.js';
import { roomChanged, sessionChanged, visitCounted } from '../room-use.builder.js';

let database: FreshDatabase;
let reporting: ServiceForTests;
let librarian: string;
let neighbour: string;
let county: string;

type Told = { readonly status: number; readonly body: Record<string, unknown>; readonly etag: string };
const ask = async (
  method: string,
  path: string,
  body?: object,
  as = librarian,
  headers = {},
): Promise<Told> => {
  const answer = await fetch(`${reporting.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${as}`,
      'content-type': 'application/json',
      'accept-language': 'zh',
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: JSON.parse(text) as never, etag: answer.headers.get('etag') ?? '' };
};
const fileOf = async (id: unknown, as = librarian): Promise<Response> =>
  fetch(`${reporting.url}/api/v1/asset-exports/${String(id)}/file`, {
    headers: { authorization: `Bearer ${as}` },
  });
const TERM = { from: '2026-09-01', to: '2026-10-12' };
const make = async (more: object = {}, as = librarian): Promise<Told> =>
  ask('POST', '/asset-exports', { ...TERM, ...more }, as);

beforeAll(async () => {
  database = await freshDatabase('reporting_assets');
  reporting = await startForTests(reportingService, {
    ownerUrl: database.ownerUrl,
    settings: { SHULIAN_CLOCK: '2026-10-12T04:00:00Z' },
  });
  librarian = await reporting.signer.account({ role: 'librarian', schoolId: schoolId(1) });
  neighbour = await reporting.signer.account({ role: 'librarian', schoolId: schoolId(2) });
  county = await reporting.signer.account({ role: 'county-admin' });
  const told = [
    schoolOpened(1),
    schoolOpened(2),
    roomChanged(1, 1),
    roomChanged(2, 2),
    sessionChanged(1, 1),
    visitCounted(1, 1, { inClass: 1 }, { persons: 45 }),
  ];
  for (const event of told) await announceForTests(reporting, event, undefined, '2026-09-01T04:00:00.000Z');
  await eventually(async () => {
    expect(await reporting.sql('select 1 from known_room')).toHaveLength(2);
    expect(await reporting.sql('select 1 from known_session')).toHaveLength(1);
    expect(await reporting.sql('select 1 from known_visit')).toHaveLength(1);
    expect(await reporting.sql('select 1 from known_school')).toHaveLength(2);
  });
});
afterAll(async () => {
  await reporting?.stop();
  await database?.drop();
});

describe('the file for the asset system of the city', () => {
  it('[RPT-039] [GTW-016] is made of special rooms and their use, kept as it was, and handed over step by step', async () => {
    const { status, body } = await make();
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        schoolId: schoolId(1),
        ...TERM,
        profileVersion: 1,
        rooms: 1,
        format: 'csv',
        state: 'made',
        receipt: null,
      },
    });
    const { id } = body;
    const file = await fileOf(id);
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(file.headers.get('content-disposition')).toBe(
      'attachment; filename="special-rooms-2026-09-01-2026-10-12.csv"',
    );
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(body['sha256']);
    expect(bytes.toString().replace('\ufeff', '').trimEnd().split('\r\n')).toEqual([
      '学校代码,学校名称,校区,教室名称,用途,地点,座位数,统计起,统计止,使用天数,使用课次,使用课时,使用人次',
      'S1,第1小学,东校区,1号阅览室,阅览,图书馆,60,2026-09-01,2026-10-12,1,1,0.7,45',
    ]);
    const step = (state: string, more = {}, as = librarian): Promise<Told> =>
      ask('POST', `/asset-exports/${String(id)}/steps`, { state, ...more }, as);
    expect((await step('accepted')).body).toMatchObject({ code: 'asset-export.not-now' });
    const both = await Promise.all([step('handed-over', { note: '网页上传' }), step('handed-over')]);
    expect(both.map(({ status: told }) => told).sort()).toEqual([200, 409]);
    expect((await step('rejected', { note: '缺用途代码' })).status).toBe(200);
    expect((await step('handed-over')).status).toBe(200);
    expect((await step('accepted', { receipt: 'SZ-2026-118' })).body).toMatchObject({
      state: 'accepted',
      receipt: 'SZ-2026-118',
      steps: [{ state: 'made' }, { state: 'handed-over' }, { state: 'rejected', note: '缺用途代码' }, { state: 'handed-over' }, { state: 'accepted' }], // prettier-ignore
    });
    expect((await step('rejected')).status).toBe(409);
    const log = await fetch(`${reporting.url}/api/v1/asset-exports?format=csv`, {
      headers: { authorization: `Bearer ${librarian}`, 'accept-language': 'zh' },
    });
    expect((await log.text()).replace('\ufeff', '').split('\r\n').slice(0, 2)).toEqual([
      '生成日期,统计起,统计止,教室数,格式,情况,回执号,校验值',
      `2026-10-12,2026-09-01,2026-10-12,1,csv,已接收,SZ-2026-118,${String(body['sha256'])}`,
    ]);
  });

  it('[GTW-016] looks as the county has said: headers, codes, values and format, without changing what was made', async () => {
    const before = await make();
    const now = await ask('GET', '/asset-profile', undefined, county);
    const profile = {
      format: 'json',
      columns: [
        { header: 'ROOM', field: 'room' },
        { header: 'KIND', field: 'purposes', codes: [{ ours: 'reading', theirs: '02' }] },
        { header: 'UNIT', value: '3205' },
        { header: 'PERSONS', field: 'visits' },
      ],
    };
    const put = (body: object, etag = now.etag, as = county): Promise<Told> =>
      ask('PUT', '/asset-profile', body, as, { 'if-match': etag });
    expect((await put(profile, now.etag, librarian)).status).toBe(403);
    expect((await put({ ...profile, columns: [{ header: 'A' }] })).status).toBe(400);
    const race = await Promise.all([put(profile), put(profile)]);
    expect(race.map(({ status }) => status).sort()).toEqual([200, 412]);
    const after = await make();
    expect(after.body).toMatchObject({ profileVersion: 2, format: 'json' });
    expect(await (await fileOf(after.body['id'])).json()).toEqual([
      { ROOM: '1号阅览室', KIND: '02', UNIT: '3205', PERSONS: 45 },
    ]);
    expect(await (await fileOf(before.body['id'])).text()).toContain('学校代码');
  });

  it('is for its school and the county alone, and made once for one key', async () => {
    const { body } = await make();
    const path = `/asset-exports/${String(body['id'])}`;
    expect((await ask('GET', path, undefined, neighbour)).status).toBe(404);
    expect((await fileOf(body['id'], neighbour)).status).toBe(404);
    expect((await ask('POST', `${path}/steps`, { state: 'handed-over' }, neighbour)).status).toBe(404);
    expect((await ask('GET', path, undefined, county)).status).toBe(200);
    expect((await make({ schoolId: schoolId(2) })).status).toBe(403);
    expect((await ask('GET', `/asset-exports?schoolId=${schoolId(1)}`, undefined, neighbour)).status).toBe(
      403,
    );
    const all = await make({}, county);
    expect(all.body).toMatchObject({ schoolId: null, rooms: 2 });
    expect((await ask('GET', `/asset-exports/${String(all.body['id'])}`)).status).toBe(404);
    const key = { 'idempotency-key': 'asset-export-of-october' };
    const twice = [1, 2].map(() => ask('POST', '/asset-exports', TERM, librarian, key));
    const [one, other] = await Promise.all(twice);
    expect(one?.body['id']).toBe(other?.body['id']);
    expect((await make({ from: '2026-10-13', to: '2026-10-14' })).status).toBe(400);
  });
});
