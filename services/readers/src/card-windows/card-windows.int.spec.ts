import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type Answered, type ReadersForTests } from '../a-readers-service.builder.js';
import type { ReaderView } from '../enrolment/readers.http.js';
import type {
  ApplicationsPage,
  NewcomersPage,
  WindowClass,
  WindowClassesPage,
  WindowIssued,
  WindowsPage,
  WindowView,
} from './card-windows.http.js';

let database: FreshDatabase;
let readers: ReadersForTests;
let schoolId: string;
let librarian: string;
let teacher: string;
let otherLibrarian: string;
let fifth: string;
let sixth: string;
let first: string;

// Monday, 12 October 2026: both windows of the school year are open.
beforeAll(async () => {
  database = await freshDatabase('readers_card_windows');
  readers = await aReadersService(database.ownerUrl);
  const open = (code: string): Promise<{ id: string }> =>
    readers.done('POST', '/api/v1/schools', readers.admin, { code, name: `学校 ${code}`, kind: 'primary' });
  schoolId = (await open('A')).id;
  const other = (await open('B')).id;
  librarian = await readers.as({ role: 'librarian', schoolId });
  otherLibrarian = await readers.as({ role: 'librarian', schoolId: other });
  const openClass = async (entryYear: number): Promise<string> => {
    const body = { schoolId, section: 'primary', entryYear, classNo: 1 };
    return (await readers.done<{ id: string }>('POST', '/api/v1/classes', readers.admin, body)).id;
  };
  [first, fifth, sixth] = [await openClass(2026), await openClass(2022), await openClass(2021)];
  teacher = await readers.as({ role: 'teacher', schoolId, classId: fifth });
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
/** A reader whose card was handed in, as one who never applied for one. */
const withoutCard = async (body: object): Promise<ReaderView> => {
  const reader = await readers.done<ReaderView>('POST', '/api/v1/readers', librarian, {
    kind: 'student',
    ...body,
  });
  await readers.done('POST', '/api/v1/card-returns', librarian, { cardIds: [reader.cardId] });
  return reader;
};
const openWindow = async (body: object = {}): Promise<WindowView> =>
  readers.done('POST', '/api/v1/card-windows', librarian, { kind: 'application', ...body });
const change = (window: WindowView, body: object, version = window.version) =>
  readers.ask<WindowView>('PATCH', `/api/v1/card-windows/${window.id}`, librarian, {
    body,
    headers: { 'if-match': `"v${String(version)}"` },
  });
const csvOf = async (path: string): Promise<string[]> => {
  const answer = await fetch(`${readers.url}/api/v1${path}format=csv`, {
    headers: { authorization: `Bearer ${librarian}`, 'accept-language': 'zh' },
  });
  return (await answer.text()).replace('\ufeff', '').trimEnd().split('\r\n');
};
const codeOf = ({ status, body }: Answered<object>): unknown => [status, 'code' in body ? body.code : null];

describe('a window in which pupils apply for cards', () => {
  it('[RDR-005] opens on 15 September for a month, and each class teacher of its grades has a notice', async () => {
    const window = await openWindow({ grades: [5, 6], note: '自愿办证' });
    expect(window).toMatchObject({
      opensOn: '2026-09-15',
      closesOn: '2026-10-15',
      state: 'open',
      grades: [5, 6],
      version: 1,
    });
    const { items } = await get<WindowClassesPage>(`/card-windows/${window.id}/classes`);
    expect(items.map(({ className }) => className)).toEqual(['六年级1班', '五年级1班']);
    const own = await get<WindowClassesPage>(`/card-windows/${window.id}/classes`, teacher);
    expect(own.items).toMatchObject([{ classId: fifth, acknowledgedOn: null, confirmedOn: null }]);
    const seen = (classId: string) =>
      ask<WindowClass>('POST', `/card-windows/${window.id}/acknowledgements`, { classId }, teacher);
    expect(await seen(fifth)).toMatchObject({ status: 200, body: { acknowledgedOn: '2026-10-12' } });
    expect((await seen(sixth)).status).toBe(422);
    expect(
      codeOf(await ask('POST', `/card-windows/${window.id}/acknowledgements`, { classId: first })),
    ).toEqual([409, 'card-window.other-class']);
    const [heading, sixthLine] = await csvOf(`/card-windows/${window.id}/classes?`);
    expect(heading).toBe('班级,学生数,已有证,申请办证,已撤回,未批准,通知签收,名单确认');
    expect(sixthLine).toBe('六年级1班,0,0,0,0,0,,');
    const page = await get<WindowsPage>('/card-windows?kind=application', teacher);
    expect(page.items).toMatchObject([{ id: window.id }]);
  });

  it('[RDR-005] takes who wants a card from the class teacher, who confirms the list; some withdraw, one is declined', async () => {
    const window = await openWindow({ grades: [5] });
    const pupils = await Promise.all(['甲', '乙', '丙'].map((name) => withoutCard({ name, classId: fifth })));
    const readerIds = pupils.map(({ id }) => id);
    const apply = (body: object = {}, as = teacher) =>
      ask('POST', '/card-applications', { windowId: window.id, classId: fifth, readerIds, ...body }, as);
    expect(await apply()).toMatchObject({ status: 200, body: { applied: 3, pupils: 3, withCard: 0 } });
    expect(await apply()).toMatchObject({ status: 200, body: { applied: 3 } });
    const stranger = await withoutCard({ name: '外班', classId: sixth });
    expect((await apply({ readerIds: [stranger.id] })).status).toBe(422);
    expect((await apply({ readerIds: [] })).status).toBe(400);
    const listed = (as = teacher) =>
      get<ApplicationsPage>(`/card-applications?windowId=${window.id}&classId=${fifth}`, as);
    const idOf = new Map((await listed()).items.map(({ name, id }) => [name, id]));
    const settle = (name: string, how: string, body?: object, as = teacher) =>
      ask('POST', `/card-applications/${String(idOf.get(name))}/${how}`, body, as);
    expect(await settle('甲', 'withdrawal')).toMatchObject({ status: 200, body: { state: 'withdrawn' } });
    expect(codeOf(await settle('甲', 'withdrawal'))).toEqual([409, 'card-application.settled']);
    expect((await settle('乙', 'decision', { declined: true, why: '未还清图书' })).status).toBe(403);
    const decide = (declined: boolean) => settle('乙', 'decision', { declined, why: '未还清' }, librarian);
    expect((await decide(true)).body).toMatchObject({ state: 'declined' });
    expect(codeOf(await decide(true))).toEqual([409, 'card-application.settled']);
    expect(await apply()).toMatchObject({ body: { applied: 2, withdrawn: 0, declined: 1 } });
    expect((await decide(false)).body).toMatchObject({ state: 'applied' });
    expect(await settle('甲', 'withdrawal')).toMatchObject({ status: 200 });
    const confirm = (confirmed: boolean) =>
      ask('POST', `/card-windows/${window.id}/confirmations`, { classId: fifth, confirmed }, teacher);
    expect((await confirm(true)).body).toMatchObject({ confirmedOn: '2026-10-12', applied: 2 });
    expect(codeOf(await apply())).toEqual([409, 'card-window.list-confirmed']);
    expect(codeOf(await settle('丙', 'withdrawal'))).toEqual([409, 'card-window.list-confirmed']);
    expect((await confirm(false)).body).toMatchObject({ confirmedOn: null });
    expect((await settle('丙', 'withdrawal')).status).toBe(200);
    const states = (await listed(librarian)).items.map(({ name, state, why }) => [name, [state, why]]);
    expect(Object.fromEntries(states)).toEqual({
      甲: ['withdrawn', null],
      乙: ['applied', null],
      丙: ['withdrawn', null],
    });
    expect((await csvOf(`/card-applications?windowId=${window.id}&classId=${fifth}&`))[0]).toBe(
      '姓名,状态,申请日期,借书证号,说明',
    );
  });

  it('[RDR-005] is open from its first day to its last, and may be moved or called off', async () => {
    const pupil = await withoutCard({ name: '按时', classId: fifth });
    const window = await openWindow({ grades: [5], opensOn: '2026-10-12', closesOn: '2026-10-12' });
    const apply = () =>
      ask(
        'POST',
        '/card-applications',
        { windowId: window.id, classId: fifth, readerIds: [pupil.id] },
        teacher,
      );
    expect((await apply()).status).toBe(200);
    expect((await change(window, { opensOn: '2026-10-13', closesOn: '2026-10-14' })).status).toBe(200);
    expect(codeOf(await apply())).toEqual([409, 'card-window.not-open']);
    expect((await change(window, { closesOn: '2026-10-14' })).status).toBe(412);
    expect((await change(window, { closesOn: '2026-10-01' }, 2)).status).toBe(400);
    expect((await change(window, { opensOn: '2026-10-01', closesOn: '2026-10-11' }, 2)).status).toBe(200);
    expect(codeOf(await apply())).toEqual([409, 'card-window.not-open']);
    expect((await change(window, { closesOn: '2026-10-12', cancelled: true }, 3)).body).toMatchObject({
      state: 'cancelled',
    });
    expect(codeOf(await apply())).toEqual([409, 'card-window.not-open']);
    const confirm = { classId: fifth };
    expect(codeOf(await ask('POST', `/card-windows/${window.id}/confirmations`, confirm, teacher))).toEqual([
      409,
      'card-window.cancelled',
    ]);
    expect((await change(window, { cancelled: false }, 4)).body).toMatchObject({ state: 'open', version: 5 });
    expect((await apply()).status).toBe(200);
    expect((await ask('GET', `/card-windows/${window.id}`, undefined, otherLibrarian)).status).toBe(404);
  });
});

describe('the intake of freshmen and new teachers', () => {
  it('[RDR-007] lists who has no card yet, and gives cards to a class and to the new teachers while it is open', async () => {
    const pupils = await Promise.all(['新甲', '新乙'].map((name) => withoutCard({ name, classId: first })));
    const old = await withoutCard({ name: '老生', classId: sixth });
    const newTeacher = await withoutCard({ kind: 'teacher', name: '新老师' });
    const early = await withoutCard({ kind: 'teacher', name: '老教师' });
    await readers.sql(`update reader set enrolled_on = '2026-06-30' where id = '${early.id}'`);
    const window = await openWindow({ kind: 'intake' });
    expect(window).toMatchObject({
      opensOn: '2026-09-01',
      closesOn: '2026-11-01',
      enrolledSince: '2026-07-01',
      grades: null,
    });
    const waiting = async (): Promise<string[]> =>
      (await get<NewcomersPage>(`/card-windows/${window.id}/newcomers?without=true`)).items.map(
        ({ name }) => name,
      );
    expect((await waiting()).sort()).toEqual(['新乙', '新甲', '新老师'].sort());
    const issue = (body: object, as = librarian) =>
      ask<WindowIssued>('POST', `/card-windows/${window.id}/issues`, body, as);
    expect((await issue({ readerIds: [old.id] })).status).toBe(422);
    expect((await issue({ readerIds: [early.id] })).status).toBe(422);
    expect((await issue({})).status).toBe(400);
    expect((await issue({ classId: first })).body).toMatchObject({
      items: [{ status: 'active' }, { status: 'active' }],
      passedOver: 0,
    });
    expect(await waiting()).toEqual(['新老师']);
    expect((await issue({ classId: first })).body).toEqual({ items: [], passedOver: 0 });
    expect((await issue({ readerIds: [newTeacher.id] })).body.items).toMatchObject([
      { readerId: newTeacher.id },
    ]);
    expect(await waiting()).toEqual([]);
    const { items } = await get<NewcomersPage>(`/card-windows/${window.id}/newcomers?classId=${first}`);
    expect(items.map(({ readerId }) => readerId).sort()).toEqual(pupils.map(({ id }) => id).sort());
    expect(items).toMatchObject([
      { className: '一年级1班', issuedOn: '2026-10-12', entitled: true },
      { className: '一年级1班', issuedOn: '2026-10-12', entitled: true },
    ]);
    const { items: classes } = await get<WindowClassesPage>(`/card-windows/${window.id}/classes`);
    expect(classes).toMatchObject([{ className: '一年级1班', pupils: 2, withCard: 2 }]);
    expect((await csvOf(`/card-windows/${window.id}/newcomers?`))[0]).toBe(
      '姓名,类型,班级,登记日期,借书证号,发证日期,办证资格',
    );
    expect((await change(window, { closesOn: '2026-10-11' })).status).toBe(200);
    expect(codeOf(await issue({ classId: first }))).toEqual([409, 'card-window.not-open']);
    expect((await issue({ classId: first }, otherLibrarian)).status).toBe(404);
  });

  it('has nothing of a window in which pupils apply', async () => {
    expect((await ask('POST', '/card-windows', { kind: 'intake', grades: [1] })).status).toBe(400);
    const since = { kind: 'application', enrolledSince: '2026-07-01' };
    expect((await ask('POST', '/card-windows', since)).status).toBe(400);
    const window = await openWindow();
    expect(window.grades).toEqual([1, 2, 3, 4, 5, 6]);
    expect(codeOf(await ask('POST', `/card-windows/${window.id}/issues`, { classId: first }))).toEqual([
      409,
      'card-window.not-open',
    ]);
  });
});
