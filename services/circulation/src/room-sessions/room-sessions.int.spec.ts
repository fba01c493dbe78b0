import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SchoolId, TitleId } from '@shulian/contracts/ids';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, type Pupil, type Reply } from '../a-county.builder.js';
import type { RoomSessionView, SessionTotal } from './room-sessions.http.js';
import type { RoomVisitView, TeacherReading, VisitTotal } from './room-visits.http.js';

let database: FreshDatabase;
let county: CountyForTests;
let stranger: string;
let teacher: string;
let pupils: Pupil[];
beforeAll(async () => {
  database = await freshDatabase('circulation_room_sessions');
  county = await CountyForTests.open(database.ownerUrl);
  const other = randomUUID() as SchoolId;
  await county.openSchool(other);
  stranger = await county.account({ role: 'librarian', schoolId: other });
  teacher = await county.account({ role: 'teacher', schoolId: county.schoolId, classId: county.classId });
  pupils = [await county.enrol(), await county.enrol(), await county.enrol()];
}, 60_000);
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const room = async (more: object = {}): Promise<string> => {
  const input = { name: `室${randomUUID().slice(0, 6)}`, purposes: ['reading', 'activity'], ...more };
  const { status, body } = await county.ask('POST', '/library-rooms', input);
  expect(status).toBe(201);
  return body['id'] as string;
};
const lesson = { kind: 'reading-lesson', on: '2026-10-13', from: '14:00', to: '14:40' };
const book = (roomId: string, more: object = {}, as = county.librarian): Promise<Reply> =>
  county.ask('POST', '/room-sessions', { roomId, ...lesson, ...more }, { as });
const booked = async (roomId: string, more: object = {}): Promise<RoomSessionView> => {
  const answer = await book(roomId, more);
  expect(answer).toMatchObject({ status: 201 });
  return (answer.body['items'] as RoomSessionView[])[0] as RoomSessionView;
};
const codesOf = ({ body }: Reply): string[] =>
  ((body['reasons'] ?? []) as { code: string }[]).map(({ code }) => code);
const post = (path: string, body: object = {}, as = county.librarian): Promise<Reply> =>
  county.ask('POST', path, body, { as });
const itemsOf = async <Item>(path: string, as = county.librarian): Promise<Item[]> => {
  const answer = await county.ask('GET', path, undefined, { as });
  expect({ path, ...answer }).toMatchObject({ path, status: 200 });
  return answer.body['items'] as Item[];
};
const headOf = async (path: string): Promise<string | undefined> => {
  const answer = await fetch(`${county.service.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${county.librarian}`, 'accept-language': 'zh' },
  });
  return (await answer.text()).replace('\ufeff', '').split('\r\n')[0];
};

describe('sessions in a room', () => {
  it('[CIR-039] are reading lessons of classes, weekly, never two in one place, and count for the term', async () => {
    const id = await room();
    const series = await book(id, { classId: county.classId, subject: 'chinese', repeatUntil: '2026-11-03' });
    const days = (series.body['items'] as RoomSessionView[]).map(({ on }) => on);
    expect(days).toEqual(['2026-10-13', '2026-10-20', '2026-10-27', '2026-11-03']);
    expect(codesOf(await book(id, { on: '2026-10-20', from: '14:39', to: '15:00' }))).toEqual([
      'room-session.room-taken',
    ]);
    expect((await book(id, { on: '2026-10-20', from: '14:40', to: '15:00' })).status).toBe(201);
    const elsewhere = await room();
    expect(codesOf(await book(elsewhere, { classId: county.classId }))).toEqual(['room-session.class-busy']);
    const race = await Promise.all([1, 2, 3].map(() => book(id, { from: '16:00', to: '16:40' })));
    expect(race.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const [first] = series.body['items'] as RoomSessionView[];
    await county.itIs('2026-10-14');
    await post('/room-visits', { sessionId: first?.id, persons: 45 });
    const third = (series.body['items'] as RoomSessionView[])[2];
    expect((await post(`/room-sessions/${third?.id ?? ''}/cancellation`, { restOfSeries: true, note: '期中考试' })).body).toMatchObject({ status: 'cancelled', statusNote: '期中考试' }); // prettier-ignore
    expect((await post(`/room-sessions/${third?.id ?? ''}/cancellation`)).body).toMatchObject({
      code: 'room-session.over',
    });
    expect((await post(`/room-sessions/${first?.id ?? ''}/cancellation`)).body).toMatchObject({
      code: 'room-session.over',
    });
    const states = await itemsOf<RoomSessionView>(`/room-sessions?classId=${county.classId}&roomId=${id}`);
    expect(states.map(({ status }) => status)).toEqual(['booked', 'booked', 'cancelled', 'cancelled']);
    const totals = await itemsOf<SessionTotal>('/room-session-totals?from=2026-09-01&to=2027-01-22');
    expect(totals.find(({ classId }) => classId === county.classId)).toEqual({ classId: county.classId, className: '五年级2班', kind: 'reading-lesson', subject: 'chinese', sessions: 2, persons: 45 }); // prettier-ignore
    expect(await headOf('/room-session-totals?from=2026-09-01&to=2027-01-22&format=csv')).toBe(
      '班级,类别,学科,班次,人次',
    );
    expect(await headOf('/room-sessions?format=csv')).toBe(
      '日期,时间,馆室,类别,学科,班级,主题,所用馆室与资源,情况,人次',
    );
    await county.itIs('2026-10-12');
  });

  it('[CIR-039] and slots of the rotation keep out of each other’s way', async () => {
    const id = await room();
    const [term] = await county.service.sql<{ term_id: string }>('select term_id from known_term where school_id = $1', [county.schoolId]); // prettier-ignore
    const timetable = (await post('/rotation-timetables', { termId: term?.term_id, name: '轮借表' })).body[
      'id'
    ] as string;
    const place = {
      classId: county.classId,
      roomId: id,
      purpose: 'reading',
      weekday: 4,
      from: '12:00',
      to: '12:50',
    };
    const slot = (await post(`/rotation-timetables/${timetable}/slots`, place)).body['id'] as string;
    await post(`/rotation-timetables/${timetable}/publication`);
    const thursday = { on: '2026-10-15', from: '12:30', to: '13:10' };
    expect(codesOf(await book(id, thursday))).toEqual(['room-session.room-taken']);
    await booked(id, { ...thursday, on: '2026-10-16' });
    const move = { on: '2026-10-15', moveTo: { on: '2026-10-16' } };
    expect(codesOf(await post(`/rotation-slots/${slot}/changes`, move))).toEqual(['rotation.room-taken']);
    expect((await post(`/rotation-slots/${slot}/changes`, { on: '2026-10-15' })).status).toBe(201);
    expect((await book(id, thursday)).status).toBe(201);
  });

  it('[CIR-046] are lessons, debates, writing and activities, too, beside those who read', async () => {
    const id = await room();
    const at = { on: '2026-10-14', from: '15:30', to: '16:30' };
    for (const kind of ['debate', 'reading-lesson'])
      expect((await book(id, { ...at, kind })).status).toBe(201);
    for (const kind of ['writing', 'activity', 'lesson']) expect(codesOf(await book(id, { ...at, kind }))).toEqual(['room-session.room-taken']); // prettier-ignore
    const desk = await room({ purposes: ['lending'] });
    expect(codesOf(await book(desk, { ...at, kind: 'debate' }))).toEqual(['room-session.room-not-for']);
    const [debate] = (await itemsOf<RoomSessionView>(`/room-sessions?roomId=${id}`)).filter(
      ({ kind }) => kind === 'debate',
    );
    expect((await post(`/room-sessions/${debate?.id ?? ''}/cancellation`, {}, stranger)).status).toBe(404);
    expect((await post(`/room-sessions/${debate?.id ?? ''}/cancellation`, { note: '改期' })).status).toBe(
      200,
    );
    expect((await book(id, { ...at, kind: 'writing' })).status).toBe(201);
    expect((await book(id, at, stranger)).status).toBe(404);
    expect((await book(id, { ...at, to: '15:30' })).status).toBe(400);
  });

  it('[CIR-049] are asked for by a teacher with a theme and what is wanted from which room; the library says yes or no', async () => {
    const [reading, reference] = [await room({ name: '综合阅览室' }), await room({ name: '工具书室' })];
    const wish = {
      kind: 'themed',
      classId: county.classId,
      on: '2026-10-21',
      theme: '走近航天',
      resources: [{ roomId: reference, what: '航天百科' }, { what: '剪报' }],
    };
    expect((await book(reading, { ...wish, classId: undefined }, teacher)).status).toBe(403);
    const asked = await book(reading, wish, teacher);
    const [session] = asked.body['items'] as RoomSessionView[];
    expect(session).toMatchObject({ status: 'asked', theme: '走近航天', resources: [{ roomName: '工具书室', what: '航天百科' }, { roomName: null, what: '剪报' }] }); // prettier-ignore
    const decide = (decision: string, note: string | null = null, as = county.librarian): Promise<Reply> =>
      post(`/room-sessions/${session?.id ?? ''}/decision`, { decision, note }, as);
    expect((await decide('book', null, teacher)).status).toBe(403);
    expect((await decide('book', null, stranger)).status).toBe(404);
    expect((await decide('book')).body).toMatchObject({ status: 'booked' });
    expect((await decide('decline')).body).toMatchObject({ code: 'room-session.decided' });
    const [other] = (await book(reading, { ...wish, on: '2026-10-22' }, teacher)).body[
      'items'
    ] as RoomSessionView[];
    await post(`/room-sessions/${other?.id ?? ''}/decision`, { decision: 'decline', note: '当日闭馆' });
    const seen = await county.ask('GET', `/room-sessions/${other?.id ?? ''}`, undefined, { as: teacher });
    expect(seen.body).toMatchObject({ status: 'declined', statusNote: '当日闭馆', className: '五年级2班' });
    expect((await book(reading, { ...wish, resources: [{ roomId: randomUUID() }] }, teacher)).status).toBe(
      422,
    );
  });

  it('[CIR-024] know whether there is a suitable copy for everybody', async () => {
    const id = await room();
    const titleId = randomUUID() as TitleId;
    const copies = await county.accessionMany(3, { titleId });
    const session = await booked(id, { on: '2026-10-23', classId: county.classId, titleIds: [titleId] });
    const check = async (query = ''): Promise<Reply['body']> =>
      (await county.ask('GET', `/room-sessions/${session.id}/copies?${query}`)).body;
    expect(await check()).toMatchObject({ readers: 3, wanted: 3, available: 3, enough: true, missing: 0 });
    await county.lend(copies[0] ?? { barcode: '' }, pupils[0] as Pupil);
    expect(await check()).toMatchObject({
      available: 2,
      enough: false,
      missing: 1,
      titles: [{ copies: 3, available: 2 }],
    });
    expect(await check('perReader=2')).toMatchObject({ wanted: 6, missing: 4 });
    const bare = await booked(id, { on: '2026-10-26', classId: county.classId });
    const ofShelf = async (clc: string): Promise<unknown> =>
      (await county.ask('GET', `/room-sessions/${bare.id}/copies?clc=${clc}`)).body['available'];
    expect(await ofShelf('Z9')).toBe(0);
    expect(await ofShelf('Z9,I287')).toBe(2);
  });
});

describe('who reads in the room', () => {
  it('[CIR-041] is counted by session and class, one by one or as a number, and adds up for the term', async () => {
    const id = await room();
    const session = await booked(id, {
      on: '2026-10-12',
      from: '10:00',
      to: '10:40',
      classId: county.classId,
    });
    const helper = await county.account({
      role: 'class-helper',
      schoolId: county.schoolId,
      classId: county.classId,
    });
    const visit = (body: object, as = county.librarian): Promise<Reply> => post('/room-visits', body, as);
    const [one, two, three] = pupils;
    expect((await visit({ sessionId: session.id, readerIds: [one?.readerId, two?.readerId] }, helper)).body).toMatchObject({ already: 0 }); // prettier-ignore
    const card = await visit({ sessionId: session.id, cardNumber: one?.cardNumber });
    expect(card.body).toMatchObject({ items: [], already: 1 });
    const stray = await visit({
      sessionId: session.id,
      cardNumber: three?.cardNumber,
      minutes: 40,
      note: '《海底两万里》',
    });
    expect(stray.body).toMatchObject({
      items: [{ readerId: three?.readerId, at: '10:00', className: '五年级2班' }],
    });
    expect((await visit({ roomId: id, persons: 20, classId: county.classId })).status).toBe(201);
    expect((await visit({ roomId: id, persons: 7 })).body).toMatchObject({ items: [{ on: '2026-10-12', at: '12:00', persons: 7 }] }); // prettier-ignore
    expect((await visit({ roomId: id, persons: 7 }, helper)).status).toBe(403);
    expect((await visit({ roomId: id, persons: 7 }, stranger)).status).toBe(404);
    expect((await visit({ roomId: id, cardNumber: 'NOBODY' })).body).toMatchObject({
      code: 'reader.unknown',
    });
    const later = await booked(id, { on: '2026-10-30' });
    expect((await visit({ sessionId: later.id, persons: 1 })).body).toMatchObject({
      code: 'room-visit.not-held',
    });
    const term = 'from=2026-10-12&to=2026-10-12';
    const by = async (what: string): Promise<[string, number][]> =>
      (await itemsOf<VisitTotal>(`/visit-totals?${term}&by=${what}`)).map(({ name, persons }) => [
        name,
        persons,
      ]);
    expect(await by('class')).toEqual([['', 7], ['五年级2班', 23]]); // prettier-ignore
    expect(await by('session')).toEqual([['2026-10-12 10:00 ', 3]]);
    expect(await by('month')).toEqual([['2026-10', 30]]);
    const register = await itemsOf<RoomVisitView>(`/room-visits?sessionId=${session.id}`);
    expect(register).toHaveLength(3);
    expect((await county.ask('DELETE', `/room-visits/${register[0]?.id ?? ''}`)).status).toBe(204);
    expect(await by('month')).toEqual([['2026-10', 29]]);
    expect(await headOf('/room-visits?format=csv')).toBe('日期,时间,馆室,班级,人次,分钟,所阅书刊');
    expect(await headOf(`/visit-totals?${term}&format=csv`)).toBe('项目,学生人次,教师人次,合计人次');
  });

  it('[CIR-042] are teachers week by week, those who did not come, too', async () => {
    const id = await room();
    const [keen, absent] = await Promise.all(
      [1, 2].map(() => county.enrol({ kind: 'teacher', section: null, entryYear: null })),
    );
    for (const on of ['2026-09-14', '2026-09-20', '2026-09-21'])
      await post('/room-visits', { roomId: id, readerIds: [keen?.readerId], on, at: '16:00', minutes: 30 });
    const weeks = async (query = ''): Promise<unknown[]> =>
      (await itemsOf<TeacherReading>(`/teacher-readings?from=2026-09-16&to=2026-09-22${query}`))
        .sort((a, b) => (a.week + String(b.visits) < b.week + String(a.visits) ? -1 : 1))
        .map(({ week, readerId, visits, minutes, met }) => [
          week,
          readerId === keen?.readerId,
          visits,
          minutes,
          met,
        ]);
    expect(await weeks()).toEqual([
      ['2026-09-14', true, 2, 60, true],
      ['2026-09-14', false, 0, 0, false],
      ['2026-09-21', true, 1, 30, true],
      ['2026-09-21', false, 0, 0, false],
    ]);
    expect((await weeks('&perWeek=2')).map((week) => (week as unknown[])[4])).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(absent).toBeDefined();
    expect(await headOf('/teacher-readings?from=2026-09-16&to=2026-09-22&format=csv')).toBe(
      '周一,次数,分钟,达标',
    );
  });

  it('[CIR-029] is to come once a week, or as often as the school says, class by class and pupil by pupil', async () => {
    const id = await room();
    const on = '2026-09-09';
    const come = (pupil: Pupil | undefined, day: string): Promise<Reply> =>
      post('/room-visits', { roomId: id, readerIds: [pupil?.readerId], on: day });
    await come(pupils[0], '2026-09-07');
    await come(pupils[0], '2026-09-13');
    await come(pupils[1], '2026-09-06');
    await come(pupils[1], '2026-09-14');
    await come(pupils[2], '2026-09-10');
    const ofClass = async (): Promise<unknown> =>
      (await itemsOf<{ classId: string }>(`/visit-progress?on=${on}`)).find(
        ({ classId }) => classId === county.classId,
      );
    expect(await ofClass()).toMatchObject({
      className: '五年级2班',
      target: 1,
      pupils: 3,
      met: 2,
      percent: 66.7,
    });
    const put = (targets: object[]): Promise<Reply> => county.ask('PUT', '/visit-targets', { targets });
    await put([{ grade: null, perWeek: 1 }, { grade: 5, perWeek: 2 }]); // prettier-ignore
    expect(await ofClass()).toMatchObject({ target: 2, met: 1, percent: 33.3 });
    const own = await itemsOf<{ readerId: string; visits: number; met: boolean }>(`/visit-progress/pupils?classId=${county.classId}&on=${on}`, teacher); // prettier-ignore
    expect(own.find(({ readerId }) => readerId === pupils[0]?.readerId)).toMatchObject({
      visits: 2,
      target: 2,
      met: true,
    });
    expect(own.find(({ readerId }) => readerId === pupils[1]?.readerId)).toMatchObject({
      visits: 0,
      met: false,
    });
    expect((await county.ask('GET', `/visit-progress/pupils?classId=${county.classId}`, undefined, { as: stranger })).status).toBe(403); // prettier-ignore
    expect((await put([{ grade: 5, perWeek: 1 }, { grade: 5, perWeek: 2 }])).status).toBe(400); // prettier-ignore
    expect(await headOf('/visit-progress?format=csv')).toBe('班级,每周目标,学生数,达标人数,达标率%');
    expect(await headOf(`/visit-progress/pupils?classId=${county.classId}&format=csv`)).toBe(
      '本周次数,目标,达标',
    );
    await put([]);
  });
});

describe('seats of an electronic reading room', () => {
  it('[CIR-044] are booked as many as there are, however many ask at once, and one for each', async () => {
    const id = await room({ purposes: ['electronic'], seats: 2 });
    const at = { roomId: id, on: '2026-10-13', from: '12:00', to: '13:00' };
    const seat = (pupil: Pupil | undefined, more: object = {}, as = county.librarian): Promise<Reply> =>
      post('/seat-bookings', { ...at, readerId: pupil?.readerId, ...more }, as);
    const asked = await Promise.all(pupils.map((pupil) => seat(pupil)));
    expect(asked.map(({ status }) => status).sort()).toEqual([201, 201, 409]);
    expect(asked.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'seat-booking.full' });
    const left = pupils[asked.findIndex(({ status }) => status === 409)];
    const reader = await county.account({ role: 'reader', readerId: left?.readerId ?? '' });
    expect((await seat(left, { from: '13:00', to: '14:00', seat: 2 }, reader)).body).toMatchObject({
      seat: 2,
      status: 'booked',
    });
    expect((await seat(left, { from: '13:30', to: '14:30' }, reader)).body).toMatchObject({ code: 'seat-booking.reader-busy' }); // prettier-ignore
    const first = asked.find(({ status }) => status === 201)?.body;
    const free = async (from: string, to: string): Promise<Reply['body']> =>
      (await county.ask('GET', `/seat-availability?roomId=${id}&on=2026-10-13&from=${from}&to=${to}`)).body;
    expect(await free('12:30', '13:30')).toEqual({ seats: 2, free: 0, freeSeats: [] });
    expect(await free('13:00', '14:00')).toEqual({ seats: 2, free: 1, freeSeats: [1] });
    expect((await post(`/seat-bookings/${first?.['id'] as string}/cancellation`, {}, reader)).status).toBe(
      404,
    );
    expect((await post(`/seat-bookings/${first?.['id'] as string}/cancellation`)).body).toMatchObject({
      status: 'cancelled',
    });
    expect(await free('12:00', '13:00')).toMatchObject({ free: 1, freeSeats: [first?.['seat']] });
    expect((await seat(left, { seat: 3 })).body).toMatchObject({ code: 'seat-booking.seat-taken' });
    expect(
      (await seat(left, { readerId: undefined, cardNumber: left?.cardNumber }, county.librarian)).status,
    ).toBe(201);
    expect((await seat(pupils[0], { on: '2026-10-12', from: '11:00', to: '12:00' })).body).toMatchObject({ code: 'seat-booking.past' }); // prettier-ignore
    const someone = pupils.find((pupil) => pupil !== left);
    expect((await seat(someone, { on: '2026-10-14' }, reader)).status).toBe(403);
    const plain = await room();
    expect((await seat(someone, { roomId: plain, on: '2026-10-14' })).body).toMatchObject({
      code: 'seat-booking.no-seats',
    });
    expect(await itemsOf(`/seat-bookings?roomId=${id}`)).toHaveLength(4);
    expect(await headOf(`/seat-bookings?roomId=${id}&format=csv`)).toBe('日期,时间,馆室,座位,情况');
  });
});

describe('what is announced', () => {
  const about = async (type: string, key: string) =>
    (await county.announced(`shulian.circulation.${type}.v1`, key)).map(({ version, data }) => ({
      version,
      ...(data as object),
    }));

  it('tells lessons with what became of them, and visits that were counted and taken back, with ids alone', async () => {
    const roomId = await room();
    const session = await booked(roomId, { on: '2026-10-14', classId: county.classId });
    await county.itIs('2026-10-14');
    const made = await post('/room-visits', { sessionId: session.id, readerIds: [pupils[0]?.readerId] });
    const visitId = (made.body['items'] as RoomVisitView[])[0]?.id ?? '';
    await post('/room-visits', { sessionId: session.id, readerIds: [pupils[0]?.readerId] });
    expect((await county.ask('DELETE', `/room-visits/${visitId}`)).status).toBe(204);
    expect(await about('room-visit.counted', visitId)).toEqual([
      {
        version: 1,
        visitId,
        schoolId: county.schoolId,
        roomId,
        sessionId: session.id,
        on: '2026-10-14',
        readerId: pupils[0]?.readerId,
        readerKind: 'student',
        classId: county.classId,
        persons: 1,
        minutes: null,
      },
    ]);
    expect(await about('room-visit.taken-back', visitId)).toEqual([
      { version: 2, visitId, schoolId: county.schoolId },
    ]);
    await post(`/room-sessions/${session.id}/cancellation`);
    expect(await about('room-session.changed', session.id)).toMatchObject([
      { version: 1, roomId, kind: 'reading-lesson', on: '2026-10-14', from: '14:00', status: 'booked' },
      { version: 2, status: 'cancelled' },
    ]);
    // Beside targets of loans, which are counted by school as well.
    const ofLoans = { targets: [{ of: 'pupil', grade: null, loans: 10 }] };
    const loanTargets = await county.ask('PUT', '/loan-targets', ofLoans, {
      headers: { 'if-match': '"v1"' },
    });
    expect(loanTargets.status).toBe(200);
    const targets = { targets: [{ grade: null, perWeek: 2 }] };
    for (let times = 0; times < 3; times += 1)
      expect((await county.ask('PUT', '/visit-targets', targets)).status).toBe(200);
    expect((await about('pupil-visit-targets.set', county.schoolId)).at(-1)).toMatchObject(targets);
  });
});
