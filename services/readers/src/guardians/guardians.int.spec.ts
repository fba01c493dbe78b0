import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type Answered, type ReadersForTests } from '../a-readers-service.builder.js';
import type { ReaderView } from '../enrolment/readers.http.js';
import type { GuardiansPage, GuardianView, ParticipationsPage, ParticipationView } from './guardians.http.js';

let database: FreshDatabase;
let readers: ReadersForTests;
let librarian: string;
let teacher: string;
let otherTeacher: string;
let otherLibrarian: string;
let classId: string;

beforeAll(async () => {
  database = await freshDatabase('readers_guardians');
  readers = await aReadersService(database.ownerUrl);
  const open = async (code: string): Promise<string> => {
    const body = { code, name: `学校 ${code}`, kind: 'primary' };
    return (await readers.done<{ id: string }>('POST', '/api/v1/schools', readers.admin, body)).id;
  };
  const [schoolId, other] = [await open('A'), await open('B')];
  const openClass = async (classNo: number): Promise<string> => {
    const body = { schoolId, section: 'primary', entryYear: 2024, classNo };
    return (await readers.done<{ id: string }>('POST', '/api/v1/classes', readers.admin, body)).id;
  };
  classId = await openClass(1);
  librarian = await readers.as({ role: 'librarian', schoolId });
  otherLibrarian = await readers.as({ role: 'librarian', schoolId: other });
  teacher = await readers.as({ role: 'teacher', schoolId, classId });
  otherTeacher = await readers.as({ role: 'teacher', schoolId, classId: await openClass(2) });
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
const get = <Body>(path: string, as = librarian): Promise<Body> => readers.done('GET', `/api/v1${path}`, as);
const pupil = (name: string): Promise<ReaderView> =>
  readers.done('POST', '/api/v1/readers', librarian, { kind: 'student', name, classId });
const enter = (readerId: string, body: object = {}, as = teacher): Promise<Answered<GuardianView>> =>
  ask('POST', '/guardians', { readerId, name: '李妈妈', relation: 'mother', ...body }, as);
const change = ({ id, version }: GuardianView, body: object, as = teacher): Promise<Answered<GuardianView>> =>
  readers.ask('PATCH', `/api/v1/guardians/${id}`, as, {
    body,
    headers: { 'if-match': `"v${String(version)}"` },
  });
const codeOf = ({ status, body }: Answered<object>): unknown => [status, 'code' in body ? body.code : null];
const csvOf = async (path: string): Promise<string[]> => {
  const answer = await fetch(`${readers.url}/api/v1${path}format=csv`, {
    headers: { authorization: `Bearer ${librarian}`, 'accept-language': 'zh' },
  });
  return (await answer.text()).replace('\ufeff', '').trimEnd().split('\r\n');
};
const takePart = (
  guardianIds: string[],
  body: object = {},
  as = librarian,
): Promise<Answered<ParticipationView>> =>
  ask(
    'POST',
    '/guardian-participations',
    { activity: '亲子阅读', tookPlaceOn: '2026-10-12', pupils: 30, guardianIds, ...body },
    as,
  );

describe('parents who take part', () => {
  it('[RDR-015] are entered by the class teacher with their consent, withdraw it, and give it again', async () => {
    const child = await pupil('李小树');
    const entered = await enter(child.id, { contact: '138', consentHow: 'signed' });
    expect(entered.body).toMatchObject({
      name: '李妈妈',
      readerName: '李小树',
      consentOn: '2026-10-12',
      consentHow: 'signed',
      version: 1,
    });
    expect(codeOf(await enter(child.id))).toEqual([409, 'guardian.known']);
    expect((await enter(child.id, { name: '别人' }, otherTeacher)).status).toBe(422);
    expect((await ask('GET', `/guardians/${entered.body.id}`, undefined, otherTeacher)).status).toBe(404);
    const without = await change(entered.body, { withdrawn: true });
    expect(without.body).toMatchObject({ withdrawnOn: '2026-10-12', contact: null, version: 2 });
    expect((await change(entered.body, { contact: '139' })).status).toBe(412);
    expect(codeOf(await takePart([entered.body.id]))).toEqual([409, 'guardian.no-consent']);
    const again = await change(without.body, { consentHow: 'in-person', contact: '139' });
    expect(again.body).toMatchObject({ consentHow: 'in-person', withdrawnOn: null, contact: '139' });
    const unasked = await enter((await pupil('还没问')).id);
    expect(unasked.body).toMatchObject({ consentOn: null, consentHow: null });
    expect(codeOf(await change(unasked.body, { withdrawn: true }))).toEqual([409, 'guardian.no-consent']);
    const names = async (query: string, as = teacher) =>
      (await get<GuardiansPage>(`/guardians?${query}`, as)).items.map(({ readerName }) => readerName);
    expect(await names('consent=false')).toEqual(['还没问']);
    expect(await names('consent=true')).toEqual(['李小树']);
    expect(await names('', otherTeacher)).toEqual([]);
    expect((await ask('GET', `/guardians?classId=${classId}`, undefined, otherTeacher)).status).toBe(403);
    expect(await csvOf('/guardians?consent=true&')).toEqual([
      '学生,家长,关系,联系方式,同意日期,撤回日期,参加次数',
      '李小树,李妈妈,母亲,139,2026-10-12,,0',
    ]);
  });

  it('[RDR-015] take part in reading activities, are counted, and are forgotten as they wish', async () => {
    const [one, two] = [await pupil('甲'), await pupil('乙')];
    const agreed = { consentHow: 'online' };
    const guardians = [await enter(one.id, agreed), await enter(two.id, agreed)].map(({ body }) => body.id);
    const activity = await takePart(guardians, { note: '读书节' });
    expect(activity.body).toMatchObject({ guardians: 2, pupils: 30, note: '读书节' });
    expect((await takePart(guardians, { tookPlaceOn: '2026-10-13' })).status).toBe(400);
    expect((await takePart(guardians, {}, otherLibrarian)).status).toBe(422);
    expect((await takePart([])).status).toBe(400);
    const slip = await takePart(guardians, { activity: '误登', tookPlaceOn: '2026-10-11' });
    const listed = async () =>
      (await get<ParticipationsPage>('/guardian-participations', teacher)).items.map((one) => [
        one.activity,
        one.guardians,
      ]);
    expect(await listed()).toEqual([
      ['亲子阅读', 2],
      ['误登', 2],
    ]);
    const remove = (as = librarian) =>
      ask('DELETE', `/guardian-participations/${slip.body.id}`, undefined, as);
    expect((await remove(otherLibrarian)).status).toBe(404);
    expect((await remove()).status).toBe(204);
    expect((await ask('DELETE', `/guardians/${String(guardians[0])}`, undefined, otherTeacher)).status).toBe(
      404,
    );
    expect((await ask('DELETE', `/guardians/${String(guardians[0])}`, undefined, teacher)).status).toBe(204);
    expect((await ask('GET', `/guardians/${String(guardians[0])}`)).status).toBe(404);
    expect(await listed()).toEqual([['亲子阅读', 1]]);
    expect(await get<GuardianView>(`/guardians/${String(guardians[1])}`)).toMatchObject({
      participations: 1,
    });
    expect(await csvOf('/guardian-participations?')).toEqual([
      '日期,活动,学生人数,家长人数,备注',
      '2026-10-12,亲子阅读,30,1,读书节',
    ]);
    const seen = await readers.sql<{ n: number }>(
      `select count(*)::int as n from access_log where operation = 'guardians.read' and reader_id = $1`,
      [two.id],
    );
    expect(seen).toEqual([{ n: 1 }]);
  });
});
