import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { freshDatabase, pdfTexts, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, type Pupil, type Reply } from '../a-county.builder.js';
import { SERVICE_KINDS } from './rules/service-request.js';
import type { ServiceCountView, ServiceRequestSummary, ServiceRequestView } from './service-requests.http.js';

let database: FreshDatabase;
let county: CountyForTests;
let [pupil, other] = [undefined, undefined] as unknown as [Pupil, Pupil];
let [self, classTeacher, otherTeacher, elsewhere] = ['', '', '', ''];

beforeAll(async () => {
  database = await freshDatabase('circulation_service_requests');
  county = await CountyForTests.open(database.ownerUrl);
  const { schoolId } = county;
  pupil = await county.enrol();
  other = await county.enrol({ classId: randomUUID() as never });
  self = await county.account({ role: 'reader', readerId: pupil.readerId });
  classTeacher = await county.account({ role: 'teacher', schoolId, classId: pupil.classId });
  otherTeacher = await county.account({ role: 'teacher', schoolId, classId: other.classId });
  elsewhere = await county.account({ role: 'librarian', schoolId: randomUUID() });
}, 120_000);
afterAll(async () => {
  await county?.stop();
  await database?.drop();
});

const ask = (body: object, as?: string): Promise<Reply> =>
  county.ask(
    'POST',
    '/service-requests',
    { kind: 'photocopy', subject: '复印第三章', ...body },
    as === undefined ? {} : { as },
  );
const asked = async (body: object, as?: string): Promise<string> => {
  const { status, body: made } = await ask(body, as);
  expect([status, made]).toMatchObject([201, { status: 'open' }]);
  return String(made['id']);
};
const go = (id: string, step: string, body: object = {}, as?: string): Promise<Reply> =>
  county.ask('POST', `/service-requests/${id}/${step}`, body, as === undefined ? {} : { as });
const seen = async (query = '', as?: string): Promise<ServiceRequestSummary[]> =>
  (
    (
      await county.ask(
        'GET',
        `/service-requests?limit=500${query}`,
        undefined,
        as === undefined ? {} : { as },
      )
    ).body as unknown as { items: ServiceRequestSummary[] }
  ).items;
const printed = (path: string): Promise<Response> =>
  fetch(`${county.service.url}/api/v1/${path}`, { headers: { authorization: `Bearer ${county.librarian}` } }); // prettier-ignore

describe('what is asked of the library besides loans', () => {
  it('[CIR-020] every kind is asked by readers, teachers and at the desk, promised, answered, and ends with what became of it', async () => {
    const id = await asked({ kind: 'document-delivery', subject: '《校园植物志》论文', neededBy: '2026-10-30' }, self);
    expect((await go(id, 'promise', { dueOn: '2026-10-20' })).body).toMatchObject({ dueOn: '2026-10-20', late: false, readerId: pupil.readerId });
    expect((await go(id, 'answers', { words: '市图书馆传来全文', partner: '市图书馆', items: 2 })).body as unknown as ServiceRequestView).toMatchObject({
      status: 'answered', answeredOn: '2026-10-12', answers: 1, items: 2, partner: '市图书馆', given: [{ words: '市图书馆传来全文', items: 2 }],
    });
    expect((await go(id, 'answers', { words: '再来' })).body).toMatchObject({ code: 'service-request.not-now' });
    expect((await go(id, 'closing', { fate: 'sent' })).body).toMatchObject({ status: 'closed', fate: 'sent', endedOn: '2026-10-12' });
    // The answer was not the right one: open again, and answered anew.
    expect((await go(id, 'reopening')).body).toMatchObject({ status: 'open', fate: null, answers: 0, given: [] });
    expect((await go(id, 'answers', { items: 3 })).body).toMatchObject({ answers: 1, items: 3 });
    await go(id, 'closing', { fate: 'handed-over' });

    // A topic is followed: answered again and again until it ends.
    const topic = await asked({ kind: 'topic-service', subject: '新课标作文教学' }, classTeacher);
    for (const items of [5, 4]) expect((await go(topic, 'answers', { items })).status).toBe(200);
    expect((await go(topic, 'closing', { fate: 'sent' })).body).toMatchObject({ answers: 2, items: 9 });
    // A book of another library has to go back there.
    const lent = await asked({ kind: 'inter-library', subject: '《昆虫记》全集', readerId: other.readerId });
    await go(lent, 'promise', { dueOn: '2026-10-12' });
    await county.itIs('2026-10-13');
    expect((await seen('&kind=inter-library'))[0]).toMatchObject({ late: true, status: 'open' });
    expect((await go(lent, 'answers', { partner: '县图书馆' })).body).toMatchObject({ late: true, items: 1 });
    await go(lent, 'closing', { fate: 'given-back' });
    const declined = await asked({ kind: 'novelty-search', subject: '太阳能小车' }, classTeacher);
    expect((await go(declined, 'refusal', { why: '须向省情报所申请' })).body).toMatchObject({ status: 'declined', why: '须向省情报所申请' });
    const withdrawn = await asked({ kind: 'reference', subject: '校史年份' }, self);
    expect((await go(withdrawn, 'withdrawal', { why: '已找到' }, self)).body).toMatchObject({ status: 'withdrawn', endedOn: '2026-10-13' });
    expect((await go(withdrawn, 'answers')).body).toMatchObject({ code: 'service-request.not-now' });

    for (const kind of ['photocopy', 'reading', 'current-awareness'] as const) await asked({ kind });
    const { body } = await county.ask('GET', '/service-request-counts?from=2026-10-12&to=2026-10-13');
    const counts = (body as unknown as { items: ServiceCountView[] }).items;
    expect(counts.map(({ kind }) => kind)).toEqual(SERVICE_KINDS);
    expect(counts.map((each) => [each.asked, each.open, each.answered, each.declined, each.withdrawn, each.late, each.answers, each.items, each.longestDays])).toEqual([
      [1, 0, 1, 0, 0, 1, 1, 1, 1],
      [1, 0, 1, 0, 0, 0, 1, 3, 0],
      [1, 1, 0, 0, 0, 0, 0, 0, null],
      [1, 1, 0, 0, 0, 0, 0, 0, null],
      [1, 0, 0, 0, 1, 0, 0, 0, null],
      [1, 0, 1, 0, 0, 0, 2, 9, 0],
      [1, 1, 0, 0, 0, 0, 0, 0, null],
      [1, 0, 0, 1, 0, 0, 0, 0, null],
    ]);
    const { body: before } = await county.ask('GET', '/service-request-counts?from=2026-10-01&to=2026-10-11');
    expect((before as unknown as { items: ServiceCountView[] }).items.every((each) => each.asked === 0)).toBe(true);
    const [head, ...lines] = (await (await printed('service-requests?format=csv')).text()).trimEnd().split('\r\n');
    expect(head).toBe('申请日期,服务类型,内容,需用日期,承诺日期,状态,答复日期,逾期,来源单位,件数,结果,说明');
    expect(lines).toContain('2026-10-12,文献传递,《校园植物志》论文,2026-10-30,2026-10-20,已办结,2026-10-12,否,,3,已取,');
    expect(lines).toContain('2026-10-12,馆际互借,《昆虫记》全集,,2026-10-12,已办结,2026-10-13,是,县图书馆,1,已归还来源,');
    const [sheet] = await pdfTexts(new Uint8Array(await (await printed('service-request-counts?from=2026-10-12&to=2026-10-13&format=pdf')).arrayBuffer()));
    expect(sheet).toContain('读者服务分类统计');
    await county.itIs('2026-10-12');
  }); // prettier-ignore

  it('each sees what is theirs: the reader, the teacher of the class, the library of the school, nobody else', async () => {
    const id = await asked({ subject: '我的申请' }, self);
    const read = async (as: string): Promise<number> =>
      (await county.ask('GET', `/service-requests/${id}`, undefined, { as })).status;
    expect([await read(self), await read(classTeacher), await read(county.librarian)]).toEqual([200, 200, 200]);
    expect([await read(otherTeacher), await read(elsewhere)]).toEqual([404, 404]);
    const mine = (requests: readonly ServiceRequestSummary[]): boolean => requests.some((each) => each.id === id);
    expect([mine(await seen('', self)), mine(await seen('', classTeacher)), mine(await seen('', otherTeacher))]).toEqual([true, true, false]);
    expect((await seen('', self)).every(({ readerId }) => readerId === pupil.readerId)).toBe(true);
    expect(await seen('', elsewhere)).toEqual([]);
    expect((await go(id, 'answers', {}, self)).status).toBe(403);
    expect((await go(id, 'withdrawal', { why: '我' }, otherTeacher)).status).toBe(404);
    for (const step of ['promise', 'answers', 'refusal', 'closing', 'reopening'])
      expect((await go(id, step, { dueOn: '2026-10-20', why: '无', fate: 'sent' }, elsewhere)).status).toBeGreaterThanOrEqual(400);
    expect((await ask({ readerId: other.readerId }, self)).status).toBe(403);
    expect((await ask({ readerId: other.readerId }, classTeacher)).status).toBe(403);
    expect((await ask({ readerId: randomUUID() })).status).toBe(422);
    expect((await ask({ subject: '' })).status).toBe(400);
    for (const [length, status] of [[200, 201], [201, 400]] as const) expect((await ask({ subject: '问'.repeat(length) })).status).toBe(status);
    const key = randomUUID();
    const [once, twice] = [await county.ask('POST', '/service-requests', { kind: 'reading', subject: '善本' }, { key }), await county.ask('POST', '/service-requests', { kind: 'reading', subject: '善本' }, { key })];
    expect(twice.body).toEqual(once.body);
  }); // prettier-ignore
});
