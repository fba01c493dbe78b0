import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { ClassOpenedV1 } from '@shulian/contracts/readers';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, day, type Reply } from '../a-county.builder.js';
import { rotationSent, rotationSlotChanged } from './rotation.events.js';
import type { ClassRotationView, GenerationView, RotationDay, SlotView, TimetableClass, TimetableView } from './rotation.http.js'; // prettier-ignore

let database: FreshDatabase;
let county: CountyForTests;
let stranger: string;
let teacher: string;
/** Classes 1 and 2 of each grade from 1 to 6, by `grade.number`. */
const classes = new Map<string, SchoolClassId>();
let lendingRoom: string;
let readingRoom: string;
beforeAll(async () => {
  database = await freshDatabase('circulation_rotation');
  county = await CountyForTests.open(database.ownerUrl);
  const other = randomUUID() as SchoolId;
  await county.openSchool(other);
  stranger = await county.account({ role: 'librarian', schoolId: other });
  const opened = [1, 2, 3, 4, 5, 6].flatMap((grade) =>
    [1, 2].map((classNo) => {
      const classId = grade === 5 && classNo === 2 ? county.classId : (randomUUID() as SchoolClassId);
      classes.set(`${String(grade)}.${String(classNo)}`, classId);
      return ClassOpenedV1.announce(
        {
          classId,
          schoolId: county.schoolId,
          section: 'primary',
          entryYear: 2027 - grade,
          classNo,
          grade,
          name: 'x',
        },
        county.next(classId),
      );
    }),
  );
  await county.tell(...opened);
  teacher = await county.account({ role: 'teacher', schoolId: county.schoolId, classId: classOf('5.2') });
  lendingRoom = await made('/library-rooms', { name: '借书室', purposes: ['lending'], place: '一楼' });
  readingRoom = await made('/library-rooms', { name: '阅览室', purposes: ['reading'], classesAtOnce: 2 });
  const bell = await county.ask('PUT', '/bell-schedules', {
    lessons: [
      { code: 'pm-1', name: '下午第一节', from: '13:50', to: '14:30' },
      { code: 'pm-2', name: '下午第二节', from: '14:40', to: '15:20' },
      { code: 'pm-3', name: '下午第三节', from: '15:40', to: '16:20' },
    ],
    windows: [
      { code: 'noon', name: '午间', weekdays: [1, 2, 3, 4, 5], from: '12:00', to: '12:50' },
      { code: 'evening', name: '傍晚', weekdays: [1, 2, 3, 4, 5], from: '17:30', to: '18:30' },
      { code: 'after-pm-2', name: '下午第二节课后', weekdays: [1, 2, 3, 4, 5], afterLesson: 'pm-2' },
      { code: 'break', name: '课间', weekdays: [1, 3], afterLesson: 'pm-1', beforeLesson: 'pm-2' },
      { code: 'extra', name: '课外活动', weekdays: [1, 2, 3, 4, 5], afterLesson: 'pm-3', minutes: 50 },
      { code: 'saturday', name: '周六', weekdays: [6], from: '08:30', to: '11:30' },
    ],
  });
  expect(bell.status).toBe(200);
}, 60_000);
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const classOf = (name: string): SchoolClassId => classes.get(name) ?? (randomUUID() as SchoolClassId);
const nameOf = (classId: string): string => [...classes].find(([, id]) => id === classId)?.[0] ?? '';
const made = async (path: string, body: object): Promise<string> => {
  const answer = await county.ask('POST', path, body);
  expect({ path, ...answer }).toMatchObject({ path, status: 201 });
  return answer.body['id'] as string;
};
/** A term of its own for each test: one has one timetable. */
let terms = 0;
const begin = async (more: object = {}): Promise<string> => {
  terms += 1;
  const termId = randomUUID();
  await county.service.sql(
    `insert into known_term (term_id, school_id, starts_on, ends_on, version) values ($1, $2, '2026-09-01', '2027-01-22', 1)`,
    [termId, county.schoolId],
  );
  return made('/rotation-timetables', { termId, name: `轮借表${String(terms)}`, ...more });
};
/** Its term is over, so that it is in nobody's way. */
const end = (id: string): Promise<unknown> =>
  county.service.sql(
    `update known_term set starts_on = '2020-09-01', ends_on = '2020-09-02'
     where term_id = (select term_id from rotation_timetable where id = $1)`,
    [id],
  );
const place = (id: string, body: object, as = county.librarian): Promise<Reply> =>
  county.ask(
    'POST',
    `/rotation-timetables/${id}/slots`,
    { roomId: lendingRoom, purpose: 'lending', ...body },
    { as },
  );
const noon = (name: string, weekday: number, more: object = {}) => ({
  classId: classOf(name),
  weekday,
  window: 'noon',
  ...more,
});
const generate = async (id: string, body: object): Promise<GenerationView> => {
  const answer = await county.ask('POST', `/rotation-timetables/${id}/generation`, body);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body as unknown as GenerationView;
};
const slotsOf = async (id: string, query = ''): Promise<SlotView[]> =>
  (await county.ask('GET', `/rotation-timetables/${id}/slots?limit=500&${query}`)).body[
    'items'
  ] as SlotView[];
const publish = async (id: string): Promise<TimetableView> =>
  (await county.ask('POST', `/rotation-timetables/${id}/publication`)).body as unknown as TimetableView;
const codesOf = ({ body }: Reply): string[] =>
  ((body['reasons'] ?? []) as { code: string }[]).map(({ code }) => code);
const csvOf = async (path: string): Promise<string[]> => {
  const answer = await fetch(`${county.service.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${county.librarian}`, 'accept-language': 'zh' },
  });
  return (await answer.text()).replace('\ufeff', '').split('\r\n');
};

describe('a rotation timetable', () => {
  it('[CIR-031] is made for a term and sent to every class, whose teacher reads it and says so; each class once', async () => {
    const id = await begin();
    await place(id, noon('5.2', 1));
    await place(id, { ...noon('5.2', 4), purpose: 'reading', roomId: readingRoom });
    await place(id, noon('5.1', 2));
    const ofClass = async (as = teacher): Promise<ClassRotationView> =>
      (await county.ask('GET', `/class-rotations/${classOf('5.2')}`, undefined, { as })).body as never;
    expect(await ofClass()).toMatchObject({ timetableId: null, slots: [], days: [] });
    expect((await county.ask('POST', `/class-rotations/${classOf('5.2')}/receipt`, undefined, { as: teacher })).body).toMatchObject({ code: 'rotation.not-sent' }); // prettier-ignore
    expect(await publish(id)).toMatchObject({ status: 'published', publishedOn: '2026-10-12', inTime: false, slots: 3, classes: 2 }); // prettier-ignore
    const sent = () => county.announced('shulian.circulation.rotation.sent.v1', classOf('5.2'));
    expect((await sent()).at(-1)?.data).toMatchObject({ timetableId: id, slots: [{ weekday: 1, from: '12:00' }, { weekday: 4, purpose: 'reading' }] }); // prettier-ignore
    const view = await ofClass();
    expect(view).toMatchObject({ className: '五年级2班', sentOn: '2026-10-12', seenOn: null });
    expect(view.days.map(({ on, from, purpose }) => [on, from, purpose])).toEqual([
      ['2026-10-12', '12:00', 'lending'],
      ['2026-10-15', '12:00', 'reading'],
      ['2026-10-19', '12:00', 'lending'],
      ['2026-10-22', '12:00', 'reading'],
    ]);
    await county.ask('POST', `/class-rotations/${classOf('5.2')}/receipt`, undefined, { as: teacher });
    const list = (await county.ask('GET', `/rotation-timetables/${id}/classes`)).body[
      'items'
    ] as TimetableClass[];
    expect(list).toHaveLength(12);
    expect(list.find(({ classId }) => classId === classOf('5.2'))).toMatchObject({ className: '五年级2班', borrows: 'weekly', lendingSlots: 2, readingSlots: 2, seenOn: '2026-10-12' }); // prettier-ignore
    expect(list.find(({ classId }) => classId === classOf('6.1'))).toMatchObject({
      borrows: 'none',
      sentOn: null,
    });
    // What changes goes to those it concerns.
    const before = (await sent()).length;
    await place(id, noon('6.1', 3));
    expect((await county.ask('GET', `/rotation-timetables/${id}`)).body).toMatchObject({ status: 'changed' });
    await publish(id);
    expect((await sent()).length).toBe(before);
    expect((await county.announced('shulian.circulation.rotation.sent.v1', classOf('6.1'))).length).toBe(1);
    expect((await county.ask('DELETE', `/rotation-timetables/${id}`)).body).toMatchObject({
      code: 'rotation.published',
    });
    expect((await csvOf(`/rotation-timetables/${id}/classes?format=csv`))[0]).toBe('班级,借书,两周借书次数,两周阅览次数,发放日期,确认日期'); // prettier-ignore
    await end(id);
  });

  it('[CIR-031] hangs in each class as a sheet, and is a workbook and a document for the school', async () => {
    const id = await begin();
    await place(id, noon('3.1', 2, { everyWeeks: 2, firstWeek: 2 }));
    await place(id, noon('4.1', 3));
    const sheet = await csvOf(`/rotation-timetables/${id}/slots?format=csv&classId=${classOf('3.1')}`);
    expect(sheet.slice(0, 2)).toEqual([
      '星期,时间,时段,周次,班级,内容,馆室,地点',
      '星期二,12:00-12:50,午间,双周,三年级1班,借还书,借书室,一楼',
    ]);
    for (const format of ['pdf', 'xlsx']) {
      const answer = await fetch(
        `${county.service.url}/api/v1/rotation-timetables/${id}/slots?format=${format}`,
        {
          headers: { authorization: `Bearer ${county.librarian}` },
        },
      );
      expect(answer.status).toBe(200);
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(1_000);
    }
    await county.ask('DELETE', `/rotation-timetables/${id}`);
    expect((await county.ask('GET', `/rotation-timetables/${id}`)).status).toBe(404);
  });

  it('[CIR-032] is made by rule: grades 1 and 2 read on Monday and Wednesday, 3 to 6 borrow every second week, or all every week', async () => {
    const id = await begin();
    const young = await generate(id, { purpose: 'reading', roomIds: [readingRoom], times: [{ weekdays: [1, 3], from: '14:40', to: '15:20' }, { weekdays: [1, 3], from: '15:40', to: '16:20' }], grades: [1, 2], timesAWeek: 2 }); // prettier-ignore
    expect(young).toMatchObject({ placed: 8, unplacedClassIds: [] });
    expect((await slotsOf(id, `classId=${classOf('2.1')}`)).map(({ weekday }) => weekday)).toEqual([1, 3]);
    const old = await generate(id, { purpose: 'lending', roomIds: [lendingRoom], windows: ['noon'], grades: [3, 4, 5, 6], everyWeeks: 2 }); // prettier-ignore
    expect(old).toMatchObject({ placed: 8, unplacedClassIds: [] });
    const monday = (await slotsOf(id, 'weekday=1')).filter(({ purpose }) => purpose === 'lending');
    expect(monday.map(({ classId, firstWeek }) => [nameOf(classId), firstWeek])).toEqual([
      ['3.1', 1],
      ['3.2', 2],
    ]);
    const weekly = await generate(id, { purpose: 'lending', roomIds: [lendingRoom], windows: ['noon', 'evening'], replace: true }); // prettier-ignore
    // Ten windows a week for twelve classes: the last two of the school find none.
    expect(weekly).toMatchObject({ placed: 10, removed: 8 });
    expect(weekly.unplacedClassIds.map(nameOf)).toEqual(['6.1', '6.2']);
    await county.ask('DELETE', `/rotation-timetables/${id}`);
  });

  it('[CIR-033] lends at noon and in the evening, by one list of windows a school', async () => {
    const { body } = await county.ask('GET', '/bell-schedules');
    const onTheClock = body['onTheClock'] as { code: string; from: string; to: string }[];
    expect(onTheClock.filter(({ code }) => ['noon', 'evening'].includes(code)).map(({ from, to }) => `${from}-${to}`)).toEqual(['12:00-12:50', '17:30-18:30']); // prettier-ignore
    const id = await begin();
    await generate(id, { purpose: 'lending', roomIds: [lendingRoom], windows: ['noon', 'evening'] });
    const times = new Set((await slotsOf(id)).map(({ from, to }) => `${from}-${to}`));
    expect([...times].sort()).toEqual(['12:00-12:50', '17:30-18:30']);
    await county.ask('DELETE', `/rotation-timetables/${id}`);
    const other = await county.ask('GET', '/bell-schedules', undefined, { as: stranger });
    expect(other.body).toMatchObject({ windows: [], version: 0 });
  });

  it('[CIR-034] has windows after a lesson, in a break, in extracurricular time and on Saturday; slots move with the bell', async () => {
    const bell = await county.ask('GET', '/bell-schedules');
    const onTheClock = bell.body['onTheClock'] as { code: string; from: string; to: string }[];
    expect(onTheClock.map(({ code, from, to }) => `${code} ${from}-${to}`).slice(2)).toEqual([
      'after-pm-2 15:20-15:40',
      'break 14:30-14:40',
      'extra 16:20-17:10',
      'saturday 08:30-11:30',
    ]);
    const id = await begin();
    const slot = (await place(id, { classId: classOf('4.2'), weekday: 2, window: 'after-pm-2' })).body;
    expect(slot).toMatchObject({ from: '15:20', to: '15:40', windowName: '下午第二节课后' });
    expect((await place(id, { classId: classOf('4.2'), weekday: 2, window: 'break' })).status).toBe(422);
    const { lessons, windows } = bell.body as { lessons: { code: string }[]; windows: object[] };
    const later = lessons.map((lesson) =>
      lesson.code === 'pm-2' ? { ...lesson, from: '14:45', to: '15:25' } : lesson,
    );
    const put = (body: object, version: unknown) =>
      county.ask('PUT', '/bell-schedules', body, { headers: { 'if-match': `"v${String(version)}"` } });
    expect((await put({ lessons: later, windows }, bell.body['version'])).status).toBe(200);
    expect((await slotsOf(id)).map(({ from, to }) => [from, to])).toEqual([['15:25', '15:40']]);
    expect((await put({ lessons, windows }, bell.body['version'])).status).toBe(412);
    expect((await county.ask('PUT', '/bell-schedules', { lessons, windows })).status).toBe(428);
    const endless = { code: 'x', name: 'x', weekdays: [1], afterLesson: 'pm-9' };
    expect((await put({ lessons, windows: [endless] }, 2)).body).toMatchObject({
      errors: [{ pointer: '/windows/0' }],
    });
    await put({ lessons, windows }, 2);
    await county.ask('DELETE', `/rotation-timetables/${id}`);
  });

  it('[CIR-040] lets classes read one after the other, an hour at noon', async () => {
    const id = await begin();
    const hour = { weekdays: [1, 2, 3, 4, 5], from: '12:00', to: '13:00' };
    await generate(id, { purpose: 'reading', roomIds: [readingRoom], times: [hour], grades: [3, 4, 5] });
    await publish(id);
    const { body } = await county.ask(
      'GET',
      `/rotation-days?roomId=${readingRoom}&from=2026-10-12&to=2026-10-16`,
    );
    const days = body['items'] as RotationDay[];
    // Two classes at once is what the room takes.
    expect(days.map(({ on, classId, from, to }) => `${on} ${nameOf(classId)} ${from}-${to}`)).toEqual(
      expect.arrayContaining([
        '2026-10-12 3.1 12:00-13:00',
        '2026-10-12 3.2 12:00-13:00',
        '2026-10-13 4.1 12:00-13:00',
      ]),
    );
    expect(days).toHaveLength(6);
    expect((await csvOf('/rotation-days?format=csv'))[0]).toBe(
      '日期,星期,周次,时间,班级,内容,馆室,情况,调至,原因',
    );
    await end(id);
  });
});

describe('slots that meet', () => {
  it('are refused where the class or the room is taken, and not one minute before', async () => {
    const id = await begin();
    const slot = (name: string, from: string, to: string, more: object = {}) =>
      place(id, { classId: classOf(name), weekday: 1, from, to, ...more });
    expect((await slot('1.1', '12:00', '12:50')).status).toBe(201);
    expect((await slot('1.2', '12:50', '13:30')).status).toBe(201);
    expect(codesOf(await slot('2.1', '12:49', '13:00'))).toEqual(['rotation.room-taken']);
    const reading = { purpose: 'reading', roomId: readingRoom };
    expect(codesOf(await slot('1.1', '12:30', '13:00', reading))).toEqual(['rotation.class-busy']);
    for (const [name, status] of [
      ['2.1', 201],
      ['2.2', 201],
      ['3.1', 409],
    ] as const)
      // prettier-ignore
      expect((await slot(name, '14:00', '14:40', reading)).status).toBe(status);
    expect(codesOf(await slot('3.1', '08:00', '08:40', { roomId: readingRoom }))).toEqual([
      'rotation.room-not-for',
    ]);
    // Odd and even weeks do not meet.
    expect((await slot('4.1', '09:00', '09:40', { everyWeeks: 2, firstWeek: 1 })).status).toBe(201);
    expect((await slot('4.2', '09:00', '09:40', { everyWeeks: 2, firstWeek: 2 })).status).toBe(201);
    expect((await slot('5.1', '09:00', '09:40', { everyWeeks: 2, firstWeek: 2 })).status).toBe(409);
    const at = await Promise.all(['5.1', '6.1', '6.2'].map((name) => slot(name, '10:00', '10:40')));
    expect(at.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const [first] = await slotsOf(id, `classId=${classOf('1.1')}`);
    expect((await county.ask('DELETE', `/rotation-slots/${first?.id ?? ''}`)).status).toBe(204);
    expect((await slot('2.1', '12:10', '12:50')).status).toBe(201);
    await county.ask('DELETE', `/rotation-timetables/${id}`);
  });

  it('[CIR-007] lend and read side by side in a room for both, where books go home and are read at the table', async () => {
    const both = await made('/library-rooms', { name: '借阅合一室', purposes: ['lending', 'reading'] });
    const id = await begin();
    expect((await place(id, noon('3.1', 1, { roomId: both }))).status).toBe(201);
    expect((await place(id, noon('3.2', 1, { roomId: both, purpose: 'reading' }))).status).toBe(201);
    expect(codesOf(await place(id, noon('4.1', 1, { roomId: both, purpose: 'reading' })))).toEqual([
      'rotation.room-taken',
    ]);
    const pupil = await county.enrol();
    const [home, table] = await county.accessionMany(2);
    expect((await county.lend(home ?? { barcode: '' }, pupil)).status).toBe(201);
    const read = await county.lend(table ?? { barcode: '' }, pupil, { mode: 'in-room' });
    expect(read).toMatchObject({ status: 201, body: { loan: { mode: 'in-room', dueOn: '2026-10-12' } } });
    await county.ask('DELETE', `/rotation-timetables/${id}`);
  });
});

describe('a slot on one day', () => {
  it('[CIR-031] is moved or cancelled for once, told to its class, and back again', async () => {
    const id = await begin();
    await place(id, noon('5.2', 3));
    const taken = (await place(id, noon('5.1', 4))).body['id'] as string;
    const [slot] = await slotsOf(id, `classId=${classOf('5.2')}`);
    const change = (body: object, as = county.librarian): Promise<Reply> =>
      county.ask('POST', `/rotation-slots/${slot?.id ?? ''}/changes`, body, { as });
    expect((await change({ on: '2026-10-14' })).body).toMatchObject({ code: 'rotation.not-held' });
    await publish(id);
    expect((await change({ on: '2026-10-13' })).body).toMatchObject({ code: 'rotation.not-held' });
    expect((await change({ on: '2026-10-14' }, stranger)).status).toBe(404);
    expect(codesOf(await change({ on: '2026-10-14', moveTo: { on: '2026-10-15' } }))).toEqual([
      'rotation.room-taken',
    ]);
    const moved = await change({ on: '2026-10-14', moveTo: { on: '2026-10-16' }, reason: '期中考试' });
    expect(moved).toMatchObject({
      status: 201,
      body: { movedOn: '2026-10-16', from: '12:00', roomId: lendingRoom },
    });
    expect((await change({ on: '2026-10-14' })).body).toMatchObject({ code: 'rotation.changed-already' });
    expect((await change({ on: '2026-10-21' })).status).toBe(201);
    const days = async (): Promise<string[]> =>
      ((await county.ask('GET', `/rotation-days?classId=${classOf('5.2')}&from=2026-10-12&to=2026-10-25`)).body['items'] as RotationDay[]).map(({ on, state }) => `${on} ${state}`); // prettier-ignore
    expect(await days()).toEqual(['2026-10-14 moved-away', '2026-10-16 moved-here', '2026-10-21 cancelled']);
    const told = await county.announced('shulian.circulation.rotation.slot-changed.v1', classOf('5.2'));
    expect(told.map(({ data }) => data['how'])).toEqual(['moved', 'cancelled']);
    expect((await county.ask('DELETE', `/rotation-changes/${moved.body['id'] as string}`)).status).toBe(204);
    expect(await days()).toEqual(['2026-10-14 held', '2026-10-21 cancelled']);
    expect((await county.ask('DELETE', `/rotation-slots/${taken}`, undefined, { as: stranger })).status).toBe(
      404,
    );
    await end(id);
  });
});

describe('a desk', () => {
  it('[CIR-005] lends to a class in its slot; outside it freely, with a word, or not at all, as the school says', async () => {
    const id = await begin();
    await place(id, noon('5.2', 1));
    const [slot] = await slotsOf(id);
    await publish(id);
    const outside = async (says: string): Promise<unknown> => {
      const { headers } = await county.ask('GET', `/rotation-timetables/${id}`);
      return county.ask('PATCH', `/rotation-timetables/${id}`, { outside: says }, { headers: { 'if-match': headers.get('etag') ?? '' } }); // prettier-ignore
    };
    const pupil = await county.enrol();
    const ask = async (
      on: string,
      at: string,
      who: object = { cardNumber: pupil.cardNumber },
    ): Promise<unknown> => {
      await county.itIs(on, at);
      const { barcode } = await county.accession();
      const { body } = await county.ask('POST', '/checkouts/dry-run', { copyBarcode: barcode, ...who });
      return [body['outcome'], ...(body['reasons'] as { code: string }[]).map(({ code }) => code)];
    };
    expect(await ask('2026-10-13', '12:10')).toEqual(['allow']);
    await outside('warn');
    expect(await ask('2026-10-13', '12:10')).toEqual(['allow', 'window.outside-class-slot']);
    await outside('deny');
    expect(await ask('2026-10-12', '11:59')).toEqual(['deny', 'window.outside-class-slot']);
    expect(await ask('2026-10-12', '12:00')).toEqual(['allow']);
    expect(await ask('2026-10-12', '12:49')).toEqual(['allow']);
    expect(await ask('2026-10-12', '12:50')).toEqual(['deny', 'window.outside-class-slot']);
    expect(await ask('2026-10-12', '12:50', { classId: classOf('5.2') })).toEqual([
      'deny',
      'window.outside-class-slot',
    ]);
    expect(await ask('2026-10-12', '12:50', { classId: classOf('5.1') })).toEqual(['allow']);
    const grownUp = await county.enrol({ kind: 'teacher', section: null, entryYear: null });
    expect(await ask('2026-10-12', '12:50', { cardNumber: grownUp.cardNumber })).toEqual(['allow']);
    const { barcode } = await county.accession();
    const overrides = [{ code: 'window.outside-class-slot', reason: '补借' }];
    expect((await county.lend({ barcode }, pupil)).body).toMatchObject({ code: 'checkout.refused' });
    expect((await county.lend({ barcode }, pupil, { overrides })).status).toBe(201);
    const moveTo = { on: '2026-10-20', from: '16:20', to: '17:10' };
    await county.ask('POST', `/rotation-slots/${slot?.id ?? ''}/changes`, { on: '2026-10-19', moveTo });
    expect(await ask('2026-10-19', '12:10')).toEqual(['deny', 'window.outside-class-slot']);
    expect(await ask('2026-10-20', '16:20')).toEqual(['allow']);
    await county.itIs('2026-10-12');
    await end(id);
  });
});

describe('what is announced', () => {
  const golden = (type: string): Record<string, unknown> =>
    JSON.parse(readFileSync(new URL(`../../../../libs/contracts/examples/shulian.circulation.rotation.${type}.v1.json`, import.meta.url), 'utf8')) as Record<string, unknown>; // prettier-ignore
  const [schoolId, classId] = [
    '01940000-0000-7000-8000-000000000001',
    '01940000-0000-7000-8000-000000000031',
  ];
  const [slotId, roomId] = ['01940000-0000-7000-8000-000000000911', '01940000-0000-7000-8000-000000000921'];

  it('is as the examples say', () => {
    const slots = [{ slotId, purpose: 'lending' as const, weekday: 3, from: '12:00', to: '12:50', everyWeeks: 2, firstWeek: 1, roomId }]; // prettier-ignore
    const timetable = { id: '01940000-0000-7000-8000-000000000901', schoolId: schoolId as SchoolId, termId: '01940000-0000-7000-8000-000000000021' }; // prettier-ignore
    expect(rotationSent(timetable, classId, slots, 1)).toMatchObject({ key: classId, schoolId, data: golden('sent')['data'] }); // prettier-ignore
    const movedTo = { on: day('2026-10-15'), from: '12:00', to: '12:50', roomId };
    const slot = { id: slotId, schoolId: schoolId as SchoolId, classId };
    expect(rotationSlotChanged(slot, day('2026-10-14'), 'moved', movedTo, 2).data).toEqual(golden('slot-changed')['data']); // prettier-ignore
  });
});
