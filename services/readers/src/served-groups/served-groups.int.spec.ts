import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type Answered, type ReadersForTests } from '../a-readers-service.builder.js';
import type { ReaderView } from '../enrolment/readers.http.js';
import type {
  MembersPage,
  ServedGroupsPage,
  ServedGroupView,
  ServicesPage,
  ServiceView,
} from './served-groups.http.js';

let database: FreshDatabase;
let readers: ReadersForTests;
let librarian: string;
let head: string;
let otherLibrarian: string;

beforeAll(async () => {
  database = await freshDatabase('readers_served_groups');
  readers = await aReadersService(database.ownerUrl);
  const open = async (code: string): Promise<string> => {
    const body = { code, name: `学校 ${code}`, kind: 'primary' };
    return (await readers.done<{ id: string }>('POST', '/api/v1/schools', readers.admin, body)).id;
  };
  const [schoolId, other] = [await open('A'), await open('B')];
  librarian = await readers.as({ role: 'librarian', schoolId });
  head = await readers.as({ role: 'school-head', schoolId });
  otherLibrarian = await readers.as({ role: 'librarian', schoolId: other });
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

const ask = <Body = Record<string, unknown>>(
  method: string,
  path: string,
  body?: unknown,
  as = librarian,
): Promise<Answered<Body>> => readers.ask(method, `/api/v1${path}`, as, body === undefined ? {} : { body });
const get = <Body>(path: string, as = head): Promise<Body> => readers.done('GET', `/api/v1${path}`, as);
const found = (body: object): Promise<ServedGroupView> =>
  readers.done('POST', '/api/v1/served-groups', librarian, body);
const enrol = (kind: string, name: string): Promise<ReaderView> =>
  readers.done('POST', '/api/v1/readers', librarian, { kind, name });
const serve = (groupId: string, body: object = {}): Promise<Answered<ServiceView>> =>
  ask('POST', '/group-services', { groupId, givenOn: '2026-10-12', kind: 'reading', people: 3, ...body });
const members = ({ id }: ServedGroupView, body: object): Promise<Answered<ServedGroupView>> =>
  ask('POST', `/served-groups/${id}/members`, body);
const change = ({ id, version }: ServedGroupView, body: object): Promise<Answered<ServedGroupView>> =>
  readers.ask('PATCH', `/api/v1/served-groups/${id}`, librarian, {
    body,
    headers: { 'if-match': `"v${String(version)}"` },
  });
const csvOf = async (path: string): Promise<string[]> => {
  const answer = await fetch(`${readers.url}/api/v1${path}format=csv`, {
    headers: { authorization: `Bearer ${head}`, 'accept-language': 'zh' },
  });
  return (await answer.text()).replace('\ufeff', '').trimEnd().split('\r\n');
};
const agreed = { sort: 'outside', agreedFrom: '2026-09-01', agreedTo: '2026-10-12', agreementNumber: '协1' };

describe('outsiders whom the library serves', () => {
  it('[RDR-014] come by an agreement, with their readers and a log of what was done for them', async () => {
    const group = await found({
      ...agreed,
      kind: 'army-unit',
      name: '某部官兵',
      needs: '借阅、咨询',
      contact: '李干事',
    });
    const [soldier, pupil] = [await enrol('external', '战士甲'), await enrol('student', '学生乙')];
    expect((await members(group, { add: [pupil.id] })).status).toBe(422);
    expect((await members(group, { add: [soldier.id] })).body).toMatchObject({ members: 1 });
    expect((await members(group, { add: [soldier.id] })).body).toMatchObject({ members: 1 });
    expect((await serve(group.id)).status).toBe(201);
    const slip = await serve(group.id, { givenOn: '2026-09-01', kind: 'delivery', people: 20, note: '送书' });
    expect((await serve(group.id, { givenOn: '2026-08-31' })).body).toMatchObject({
      code: 'served-group.not-served',
    });
    expect((await serve(group.id, { givenOn: '2026-10-13' })).status).toBe(400);
    const sum = async (): Promise<ServedGroupView | undefined> =>
      (await get<ServedGroupsPage>('/served-groups?sort=outside')).items[0];
    expect(await sum()).toMatchObject({ services: 2, people: 23, lastServedOn: '2026-10-12' });
    const strike = (struck: boolean) => ask('POST', `/group-services/${slip.body.id}/striking`, { struck });
    expect((await strike(true)).body).toMatchObject({ struckOn: '2026-10-12' });
    expect(await sum()).toMatchObject({ services: 1, people: 3 });
    expect((await strike(false)).body).toMatchObject({ struckOn: null, struckBy: null });
    expect(await sum()).toMatchObject({ services: 2, people: 23 });
    const { items } = await get<ServicesPage>('/group-services?sort=outside&from=2026-09-01&to=2026-09-30');
    expect(items).toMatchObject([{ groupName: '某部官兵', kind: 'delivery', people: 20, note: '送书' }]);
    expect(await get<MembersPage>(`/served-groups/${group.id}/members`)).toMatchObject({
      items: [{ name: '战士甲', kind: 'external', since: '2026-10-12' }],
    });
    expect(await csvOf('/served-groups?sort=outside&')).toEqual([
      '类别,对象,名称,需求、约定,协议编号,协议起,协议止,读者数,服务次数,服务人次,最近服务',
      '校外服务,部队,某部官兵,借阅、咨询,协1,2026-09-01,2026-10-12,1,2,23,2026-10-12',
    ]);
    expect((await members(group, { remove: [soldier.id] })).body).toMatchObject({ members: 0 });
  });

  it('[RDR-014] are served until the agreement ends, or is ended, and again when it is prolonged', async () => {
    const group = await found({ ...agreed, kind: 'community', name: '桃溪社区', agreedTo: '2026-10-11' });
    expect((await serve(group.id)).status).toBe(409);
    expect((await serve(group.id, { givenOn: '2026-10-11' })).status).toBe(201);
    const longer = await change(group, { agreedTo: '2027-08-31' });
    expect(longer.body).toMatchObject({ version: 2, agreedTo: '2027-08-31' });
    expect((await serve(group.id)).status).toBe(201);
    expect((await change(group, { ended: true })).status).toBe(412);
    expect((await change(longer.body, { agreedTo: '2026-08-31' })).status).toBe(400);
    const ended = await change(longer.body, { ended: true });
    expect(ended.body).toMatchObject({ endedOn: '2026-10-12' });
    const names = async (query: string) =>
      (await get<ServedGroupsPage>(`/served-groups?sort=outside${query}`)).items.map(({ name }) => name);
    expect(await names('')).not.toContain('桃溪社区');
    expect(await names('&all=true')).toContain('桃溪社区');
    expect((await change(ended.body, { ended: false })).body).toMatchObject({ endedOn: null });
    expect((await ask('POST', '/served-groups', { ...agreed, kind: 'disabled', name: 'x' })).status).toBe(
      400,
    );
    expect((await ask('GET', `/served-groups/${group.id}`, undefined, otherLibrarian)).status).toBe(404);
    const foreign = { groupId: group.id, givenOn: '2026-10-12', kind: 'reading', people: 1 };
    expect((await ask('POST', '/group-services', foreign, otherLibrarian)).status).toBe(422);
  });
});

describe('special readers', () => {
  it('[RDR-016] are a group with the service that was given, and only school head and library see who they are', async () => {
    const group = await found({ sort: 'special', kind: 'left-behind', name: '留守学生', needs: '周末陪读' });
    const child = await enrol('student', '留守娃');
    expect((await members(group, { add: [child.id] })).body).toMatchObject({ members: 1 });
    await serve(group.id, { kind: 'training', people: 1, note: '亲情陪读', servedBy: '王老师' });
    const { items } = await get<ServicesPage>(`/group-services?groupId=${group.id}`);
    expect(items).toMatchObject([{ kind: 'training', servedBy: '王老师', sort: 'special' }]);
    const teacher = await readers.as({
      role: 'teacher',
      schoolId: group.schoolId,
      classId: (
        await readers.done<{ id: string }>('POST', '/api/v1/classes', readers.admin, {
          schoolId: group.schoolId,
          section: 'primary',
          entryYear: 2024,
          classNo: 1,
        })
      ).id,
    });
    expect((await ask('GET', `/served-groups/${group.id}/members`, undefined, teacher)).status).toBe(403);
    expect((await csvOf(`/served-groups/${group.id}/members?`))[1]).toMatch(/^留守娃,学生,R\d+,2026-10-12$/);
    const seen = await readers.sql<{ n: number }>(
      `select count(*)::int as n from access_log where operation = 'served-groups.members' and reader_id = $1`,
      [child.id],
    );
    expect(seen).toEqual([{ n: 1 }]);
  });
});

describe('profiles of departments and projects', () => {
  it('[RDR-048] say what they want to be told, and what was sent to them', async () => {
    const group = await found({
      sort: 'profile',
      kind: 'project',
      name: '作文教学课题',
      needs: '小学作文、读写结合',
    });
    const [teacher, pupil] = [await enrol('teacher', '课题负责人'), await enrol('student', '不是成员')];
    expect((await members(group, { add: [teacher.id] })).body).toMatchObject({ members: 1 });
    expect((await members(group, { add: [pupil.id] })).status).toBe(422);
    const items = ['《作文教学论》 G623.24', 'https://example.org/article'];
    const sent = await serve(group.id, { kind: 'sent', people: 4, items });
    expect(sent.body).toMatchObject({ kind: 'sent', items });
    expect((await serve(group.id, { kind: 'sent', items: Array(101).fill('x') })).status).toBe(400);
    expect((await serve(group.id, { kind: 'sent', people: 0, items: Array(100).fill('x') })).status).toBe(
      201,
    );
    const lines = await csvOf(`/group-services?groupId=${group.id}&`);
    expect(lines[0]).toBe('日期,服务对象,类别,服务方式,人次,资料,服务人,备注,作废日期');
    expect(lines[2]).toContain('作文教学课题,信息服务用户,推送资料,4,《作文教学论》 G623.24；https');
    const body = { sort: 'profile', kind: 'project', name: 'x', agreedFrom: '2026-09-01' };
    expect((await ask('POST', '/served-groups', body)).status).toBe(400);
  });
});
