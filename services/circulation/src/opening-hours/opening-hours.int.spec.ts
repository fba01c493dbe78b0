import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SchoolId } from '@shulian/contracts/ids';
import { CalendarChangedV1 } from '@shulian/contracts/readers';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, day, weekendsOf, type Reply } from '../a-county.builder.js';
import type { OpeningDay, OpeningTotal, OpenRoom } from './opening-hours.http.js';
import type { DutyShiftView, PunctualityLine } from './room-openings.http.js';

let database: FreshDatabase;
let county: CountyForTests;
let stranger: string;
let head: string;
let admin: string;
beforeAll(async () => {
  database = await freshDatabase('circulation_opening_hours');
  county = await CountyForTests.open(database.ownerUrl);
  const other = randomUUID() as SchoolId;
  await county.openSchool(other);
  stranger = await county.account({ role: 'librarian', schoolId: other });
  head = await county.account({ role: 'school-head', schoolId: county.schoolId });
  admin = await county.account({ role: 'county-admin' });
  await county.tell(
    CalendarChangedV1.announce(
      {
        schoolId: county.schoolId,
        year: 2026,
        closedOn: [...weekendsOf(2026), day('2026-10-01')],
        holidaysKnown: true,
      },
      county.next(`calendar ${county.schoolId}`),
    ),
  );
}, 60_000);
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const made = async (path: string, body: object): Promise<string> => {
  const answer = await county.ask('POST', path, body);
  expect({ path, ...answer }).toMatchObject({ path, status: 201 });
  return answer.body['id'] as string;
};
const room = (more: object = {}): Promise<string> =>
  made('/library-rooms', {
    name: `室${randomUUID().slice(0, 6)}`,
    purposes: ['lending', 'reading'],
    ...more,
  });
const retire = (id: string): Promise<unknown> =>
  county.service.sql(`update library_room set retired_on = '2020-01-01' where id = $1`, [id]);
const WORKDAYS = [1, 2, 3, 4, 5];
const every = (weekdays: readonly number[], from: string, to: string, more: object = {}) =>
  weekdays.map((weekday) => ({ weekday, from, to, ...more }));
const setHours = (id: string, hours: object[], version?: number, as = county.librarian): Promise<Reply> =>
  county.ask('PUT', `/library-rooms/${id}/opening-hours`, { hours }, { as, headers: version === undefined ? {} : { 'if-match': `"v${String(version)}"` } }); // prettier-ignore
const itemsOf = async <Item>(path: string, as = county.librarian): Promise<Item[]> => {
  const answer = await county.ask('GET', path, undefined, { as });
  expect({ path, ...answer }).toMatchObject({ path, status: 200 });
  return answer.body['items'] as Item[];
};
const daysOf = async (id: string, from: string, to: string): Promise<string[]> =>
  (await itemsOf<OpeningDay>(`/opening-days?roomId=${id}&from=${from}&to=${to}`)).map(
    ({ on, state, why, spans }) =>
      [on, state, why, ...spans.map((span) => `${span.from}-${span.to}`)].join(' '),
  );
const openNow = async (id: string): Promise<OpenRoom | undefined> =>
  ((await county.ask('GET', '/open-rooms')).body['rooms'] as OpenRoom[]).find(({ roomId }) => roomId === id);
const csvOf = async (path: string): Promise<string[]> => {
  const answer = await fetch(`${county.service.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${county.librarian}`, 'accept-language': 'zh' },
  });
  return (await answer.text()).replace('\ufeff', '').split('\r\n');
};

describe('the hours of a room', () => {
  it('[CIR-035] add up for a week, weekends too, and schools and rooms below 74 hours are listed', async () => {
    const [stacks, reading] = [await room({ name: '书库' }), await room({ name: '阅览室' })];
    // 14 hours on five days make 70; the other room adds four hours on Saturday, and says the rest twice.
    expect((await setHours(stacks, every(WORKDAYS, '08:00', '22:00'))).status).toBe(200);
    expect(
      (await setHours(reading, [...every([6], '08:00', '12:00'), ...every([1], '09:00', '10:00')])).status,
    ).toBe(200);
    const totals = async (query = ''): Promise<(string | number | null)[][]> =>
      (await itemsOf<OpeningTotal>(`/opening-totals?${query}`)).map((each) => [each.roomName, each.hours, each.weekendHours, each.missingHours]); // prettier-ignore
    const school = async (): Promise<unknown> => (await totals()).find(([name]) => name === null);
    expect(await school()).toEqual([null, 74, 4, 0]);
    expect(await totals('below=true')).toEqual(expect.arrayContaining([['书库', 70, 0, 4], ['阅览室', 5, 4, 69]])); // prettier-ignore
    expect((await totals('below=true')).some(([name]) => name === null)).toBe(false);
    expect((await totals('below=true&minimumHours=75')).find(([name]) => name === null)).toEqual([
      null,
      74,
      4,
      1,
    ]);
    await setHours(reading, [...every([6], '08:00', '11:59'), ...every([1], '09:00', '10:00')], 1);
    expect(await school()).toEqual([null, 73.98, 3.98, 0.02]);
    const ofCounty = await itemsOf<OpeningTotal>('/opening-totals?below=true', admin);
    expect(ofCounty.filter(({ roomId }) => roomId === null).map(({ schoolName }) => schoolName)).toEqual(['School', 'School']); // prettier-ignore
    expect((await csvOf('/opening-totals?format=csv'))[0]).toBe(
      '学校,馆室,周开放小时,其中周末,最低要求,尚差',
    );
    await Promise.all([retire(stacks), retire(reading)]);
  });

  it('are changed on their version, do not overlap, and are the own school’s', async () => {
    const id = await room();
    expect((await setHours(id, every([1], '12:00', '12:00'))).status).toBe(400);
    expect(
      (await setHours(id, [...every([1], '08:00', '12:00'), ...every([1], '11:59', '13:00')])).status,
    ).toBe(400);
    expect(
      (await setHours(id, [...every([1], '08:00', '12:00'), ...every([1], '12:00', '13:00')])).status,
    ).toBe(200);
    expect((await setHours(id, [])).status).toBe(428);
    expect((await setHours(id, [], 2)).status).toBe(412);
    expect((await setHours(id, [], 1, stranger)).status).toBe(404);
    expect((await setHours(id, [...every([1], '08:00', '12:00', { audience: 'pupils' }), ...every([1], '08:00', '18:00', { audience: 'teachers' })], 1)).status).toBe(200); // prettier-ignore
    await retire(id);
  });

  it('[CIR-048] follow the calendar: a holiday is closed, Saturday has its hours, and single days are otherwise', async () => {
    const id = await room();
    await setHours(id, [...every(WORKDAYS, '08:00', '17:00'), ...every([6], '08:30', '11:30')]);
    expect(await daysOf(id, '2026-09-30', '2026-10-04')).toEqual([
      '2026-09-30 open planned 08:00-17:00',
      '2026-10-01 closed holiday',
      '2026-10-02 open planned 08:00-17:00',
      '2026-10-03 open planned 08:30-11:30',
      '2026-10-04 closed no-hours',
    ]);
    expect(await daysOf(id, '2027-01-23', '2027-01-25')).toEqual([
      '2027-01-23 closed vacation',
      '2027-01-24 closed vacation',
      '2027-01-25 open planned 08:00-17:00',
    ]);
    const except = (body: object, as = county.librarian): Promise<Reply> =>
      county.ask('POST', '/opening-exceptions', body, { as });
    const programme = { roomId: id, from: '2026-10-01', to: '2026-10-03', spans: [{ from: '09:00', to: '11:00' }], reason: '国庆读书活动' }; // prettier-ignore
    const answer = await except(programme);
    expect(answer.status).toBe(201);
    expect((await except(programme)).body).toMatchObject({ code: 'opening-exception.there-already' });
    await except({ from: '2026-10-02', spans: [], reason: '各室闭馆' });
    // What is said of a room comes before what is said of all.
    expect(await daysOf(id, '2026-10-01', '2026-10-03')).toEqual(['2026-10-01', '2026-10-02', '2026-10-03'].map((on) => `${on} open exception 09:00-11:00`)); // prettier-ignore
    const items = answer.body['items'] as { id: string }[];
    expect((await county.ask('DELETE', `/opening-exceptions/${items[1]?.id ?? ''}`, undefined, { as: stranger })).status).toBe(404); // prettier-ignore
    expect((await county.ask('DELETE', `/opening-exceptions/${items[1]?.id ?? ''}`)).status).toBe(204);
    expect(await daysOf(id, '2026-10-02', '2026-10-02')).toEqual(['2026-10-02 closed exception']);
    const sheet = await csvOf('/opening-exceptions?format=csv');
    expect(sheet).toContain('2026-10-02,各室,闭馆,各室闭馆');
    expect((await except({ ...programme, to: '2027-01-02' })).status).toBe(400);
    await retire(id);
  });

  it('[CIR-043] open all rooms at extracurricular time, and end that again', async () => {
    const four = await Promise.all([1, 2, 3, 4].map(() => room()));
    const together = (times: object[]): Promise<Reply> =>
      county.ask('PUT', '/opening-hours/extracurricular', { times });
    const { body } = await together([{ weekdays: WORKDAYS, from: '16:20', to: '17:10' }]);
    expect(body['roomIds']).toEqual(expect.arrayContaining(four));
    for (const id of four) expect(await daysOf(id, '2026-10-12', '2026-10-12')).toEqual(['2026-10-12 open planned 16:20-17:10']); // prettier-ignore
    await county.itIs('2026-10-12', '16:20');
    expect(await openNow(four[0] ?? '')).toMatchObject({ open: true, audience: 'all', until: '17:10' });
    await together([]);
    expect(await openNow(four[0] ?? '')).toMatchObject({ open: false, next: null });
    await county.itIs('2026-10-12');
    await Promise.all(four.map(retire));
  });

  it('[CIR-047] are the whole day for pupils and staff, with the slots of classes inside', async () => {
    const id = await room({ allDay: true });
    await setHours(id, [...every(WORKDAYS, '07:30', '11:30'), ...every(WORKDAYS, '13:00', '21:00')]);
    const [term] = await county.service.sql<{ term_id: string }>('select term_id from known_term where school_id = $1', [county.schoolId]); // prettier-ignore
    const timetable = await made('/rotation-timetables', { termId: term?.term_id, name: '轮借表' });
    await made(`/rotation-timetables/${timetable}/slots`, { classId: county.classId, roomId: id, purpose: 'lending', weekday: 1, from: '12:00', to: '12:50' }); // prettier-ignore
    await county.ask('POST', `/rotation-timetables/${timetable}/publication`);
    const [monday] = await itemsOf<OpeningDay>(`/opening-days?roomId=${id}&from=2026-10-12&to=2026-10-12`);
    expect(monday).toMatchObject({
      spans: [{ from: '07:30', to: '21:00', audience: 'all' }],
      minutes: 810,
      classes: [{ from: '12:00', to: '12:50', className: '五年级2班', purpose: 'lending' }],
    });
    const pupil = await county.enrol();
    for (const at of ['07:30', '12:10', '20:59']) {
      await county.itIs('2026-10-13', at);
      expect(await openNow(id)).toMatchObject({ open: true, until: '21:00' });
      const { barcode } = await county.accession();
      expect((await county.lend({ barcode }, pupil)).status).toBe(201);
    }
    await county.itIs('2026-10-12');
    expect((await csvOf('/opening-days?format=csv'))[0]).toBe(
      '日期,星期,馆室,开放时间,情况,说明,代借处,代借说明',
    );
    await retire(id);
  });

  it('[CIR-050] tell where to go while the room is closed', async () => {
    const stand = await room({ name: '学生书屋', place: '图书楼三楼' });
    const main = await room({ name: '总借书处', alternativeId: stand, alternativeNote: '下午课间可去' });
    await setHours(main, every(WORKDAYS, '08:00', '11:30'));
    await setHours(stand, every(WORKDAYS, '12:00', '17:00'));
    const reader = await county.account({ role: 'reader', readerId: (await county.enrol()).readerId });
    const ask = async (): Promise<OpenRoom | undefined> =>
      ((await county.ask('GET', `/open-rooms?schoolId=${county.schoolId}`, undefined, { as: reader })).body['rooms'] as OpenRoom[]).find(({ roomId }) => roomId === main); // prettier-ignore
    await county.itIs('2026-10-12', '11:29');
    expect(await ask()).toMatchObject({ open: true, alternative: null });
    await county.itIs('2026-10-12', '12:30');
    expect(await ask()).toMatchObject({
      open: false,
      next: { on: '2026-10-13', from: '08:00' },
      alternative: {
        name: '学生书屋',
        place: '图书楼三楼',
        open: true,
        until: '17:00',
        note: '下午课间可去',
      },
    });
    await county.itIs('2026-10-12', '17:00');
    expect(await ask()).toMatchObject({ alternative: { open: false, until: null } });
    const [today] = await itemsOf<OpeningDay>(`/opening-days?roomId=${main}&from=2026-10-17&to=2026-10-17`);
    expect(today).toMatchObject({
      state: 'closed',
      alternativeName: '学生书屋',
      alternativeNote: '下午课间可去',
    });
    await county.itIs('2026-10-12');
    await Promise.all([retire(main), retire(stand)]);
  });
});

describe('what was kept of them', () => {
  it('[CIR-051] is compared with the plan: on time, late, missed, closed early, and how many per cent', async () => {
    const id = await room({ name: '准时室' });
    await setHours(id, every(WORKDAYS, '12:00', '13:00'));
    const open = (on: string, at: string, more: object = {}): Promise<Reply> =>
      county.ask('POST', '/room-openings', { roomId: id, on, at, ...more });
    const close = (opening: Reply, at: string): Promise<Reply> =>
      county.ask('POST', `/room-openings/${opening.body['id'] as string}/closing`, { at });
    await county.itIs('2026-10-08', '18:00');
    const monday = await open('2026-10-05', '12:05');
    expect((await open('2026-10-05', '12:30')).body).toMatchObject({ code: 'room-opening.open-already' });
    expect((await close(monday, '12:04')).status).toBe(400);
    expect((await close(monday, '13:00')).status).toBe(200);
    expect((await close(monday, '13:00')).body).toMatchObject({ code: 'room-opening.closed-already' });
    await close(await open('2026-10-06', '12:06'), '12:50');
    const wrong = await open('2026-10-07', '12:00');
    expect((await county.ask('DELETE', `/room-openings/${wrong.body['id'] as string}`)).status).toBe(204);
    expect((await open('2026-10-09', '12:00')).body).toMatchObject({ code: 'room-opening.in-the-future' });
    const now = await county.ask('POST', '/room-openings', { roomId: id });
    expect(now.body).toMatchObject({ on: '2026-10-08', openedAt: '18:00', closedAt: null });
    const path = `/opening-punctuality?roomId=${id}&from=2026-10-05&to=2026-10-09`;
    const { body } = await county.ask('GET', path, undefined, { as: head });
    expect((body['items'] as PunctualityLine[]).map(({ on, status, minutesLate, minutesEarly }) => [on, status, minutesLate, minutesEarly])).toEqual([
      ['2026-10-05', 'on-time', 5, 0],
      ['2026-10-06', 'late', 6, 10],
      ['2026-10-07', 'missed', null, null],
      ['2026-10-08', 'missed', null, null],
      ['2026-10-09', 'due', null, null],
    ]); // prettier-ignore
    expect(body['summary']).toEqual({ planned: 4, onTime: 1, late: 1, missed: 2, onTimePercent: 25 });
    expect((await county.ask('GET', `${path}&tolerance=6`)).body['summary']).toMatchObject({
      onTime: 2,
      late: 0,
    });
    expect((await csvOf(`${path}&format=csv`)).slice(0, 2)).toEqual(['日期,馆室,计划,开门,关门,情况,迟开分钟,早关分钟', '2026-10-05,准时室,12:00-13:00,12:05,13:00,准时,5,0']); // prettier-ignore
    expect((await csvOf('/room-openings?format=csv'))[0]).toBe('日期,馆室,开门,关门');
    expect((await county.ask('POST', '/room-openings', { roomId: id }, { as: stranger })).status).toBe(404);
    await county.itIs('2026-10-12');
    await retire(id);
  });
});

describe('a duty roster', () => {
  it('[CIR-036] has staff take turns at noon in each room on open days; nobody is at two places, and somebody else may take a shift', async () => {
    const [east, west] = [await room({ name: '东校区阅览室' }), await room({ name: '西校区阅览室' })];
    const staff = await Promise.all(
      ['teacher', 'staff', 'teacher'].map((kind) =>
        county.enrol({ kind: kind as 'teacher', section: null, entryYear: null }),
      ),
    );
    const [first, second, third] = staff.map(({ readerId }) => readerId);
    const noon = { weekdays: [4, 5, 6], starts: '12:00', ends: '13:00' };
    const roster = (roomId: string, more: object): Promise<Reply> =>
      county.ask('POST', '/duty-shifts', { roomId, from: '2026-10-12', to: '2026-10-25', ...noon, ...more });
    const answer = await roster(east, { readerIds: [first, second] });
    const shifts = answer.body['items'] as DutyShiftView[];
    expect(shifts.map(({ on, readerId }) => [on, readerId])).toEqual([
      ['2026-10-15', first],
      ['2026-10-16', second],
      ['2026-10-22', first],
      ['2026-10-23', second],
    ]);
    expect((await roster(west, { readerIds: [second], weekdays: [5], starts: '12:59', ends: '14:00' })).body).toMatchObject({ code: 'duty-shift.person-busy' }); // prettier-ignore
    expect(
      (await roster(west, { readerIds: [second], weekdays: [5], starts: '13:00', ends: '14:00' })).status,
    ).toBe(201);
    const pupil = await county.enrol();
    expect((await roster(west, { readerIds: [pupil.readerId] })).status).toBe(422);
    const change = (body: object, version: number, as = county.librarian): Promise<Reply> =>
      county.ask('PATCH', `/duty-shifts/${shifts[1]?.id ?? ''}`, body, { as, headers: { 'if-match': `"v${String(version)}"` } }); // prettier-ignore
    expect((await change({ readerId: third, kept: true }, 1)).body).toMatchObject({ readerId: third, kept: true, version: 2 }); // prettier-ignore
    expect((await change({ kept: false }, 1)).status).toBe(412);
    expect((await change({ kept: false }, 2, stranger)).status).toBe(404);
    expect((await itemsOf<DutyShiftView>(`/duty-shifts?readerId=${third ?? ''}`)).map(({ on, roomName }) => [on, roomName])).toEqual([['2026-10-16', '东校区阅览室']]); // prettier-ignore
    expect((await csvOf(`/duty-shifts?roomId=${east}&format=csv`)).slice(0, 2)).toEqual(['日期,时间,馆室,到岗', '2026-10-15,12:00-13:00,东校区阅览室,']); // prettier-ignore
    expect((await county.ask('DELETE', `/duty-shifts/${shifts[0]?.id ?? ''}`)).status).toBe(204);
    const both = await Promise.all([east, west].map((id) => roster(id, { readerIds: [third], weekdays: [2], from: '2026-10-13', to: '2026-10-13' }))); // prettier-ignore
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});
