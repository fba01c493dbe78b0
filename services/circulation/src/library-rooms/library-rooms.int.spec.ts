import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SchoolId } from '@shulian/contracts/ids';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, type Reply } from '../a-county.builder.js';
import type { LibraryRoomView } from './library-rooms.http.js';

let database: FreshDatabase;
let county: CountyForTests;
let stranger: string;
beforeAll(async () => {
  database = await freshDatabase('circulation_library_rooms');
  county = await CountyForTests.open(database.ownerUrl);
  const other = randomUUID() as SchoolId;
  await county.openSchool(other);
  stranger = await county.account({ role: 'librarian', schoolId: other });
}, 60_000);
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const add = async (more: object = {}): Promise<LibraryRoomView> => {
  const input = { name: `借书室${randomUUID().slice(0, 6)}`, purposes: ['lending', 'reading'], ...more };
  const { status, body } = await county.ask('POST', '/library-rooms', input);
  expect({ status, body }).toMatchObject({ status: 201 });
  return body as unknown as LibraryRoomView;
};
const change = (
  room: LibraryRoomView,
  body: object,
  version = room.version,
  as = county.librarian,
): Promise<Reply> =>
  county.ask('PATCH', `/library-rooms/${room.id}`, body, {
    as,
    headers: { 'if-match': `"v${String(version)}"` },
  });

describe('the rooms of a library', () => {
  it('are entered, changed on their version, taken out of use and printed', async () => {
    const stand = await add({ name: '学生书屋', place: '图书楼三楼' });
    const room = await add({
      name: '一楼借书室',
      campus: '东校区',
      department: '流通部',
      seats: 60,
      alternativeId: stand.id,
      alternativeNote: '下午课间',
    });
    expect(room).toMatchObject({ alternativeName: '学生书屋', classesAtOnce: 1, allDay: false, version: 1 });
    expect((await county.ask('POST', '/library-rooms', { name: '一楼借书室', purposes: ['lending'] })).body).toMatchObject({ code: 'library-room.name-taken' }); // prettier-ignore
    expect((await change(room, { seats: 80 })).body).toMatchObject({ seats: 80, place: null, version: 2 });
    expect((await change(room, { seats: 81 })).status).toBe(412);
    expect((await change(stand, { name: '一楼借书室' })).body).toMatchObject({
      code: 'library-room.name-taken',
    });
    expect((await change(room, { retired: true }, 2)).body).toMatchObject({ retiredOn: '2026-10-12' });
    const { body } = await county.ask('GET', '/library-rooms');
    expect((body['items'] as { name: string }[]).map(({ name }) => name)).not.toContain('一楼借书室');
    const sheet = await fetch(`${county.service.url}/api/v1/library-rooms?format=csv&retired=true`, {
      headers: { authorization: `Bearer ${county.librarian}`, 'accept-language': 'zh' },
    });
    const lines = (await sheet.text()).replace('\ufeff', '').split('\r\n');
    expect(lines[0]).toBe('馆室,用途,地点,校区,部门,座位,同时容纳班级,闭馆时代借处,说明');
    expect(lines).toContain('一楼借书室,外借、阅览,,东校区,流通部,80,1,学生书屋,下午课间');
    const told = await county.announced('shulian.circulation.library-room.changed.v1', room.id);
    expect(told.map(({ data }) => data)).toMatchObject([
      { name: '一楼借书室', campus: '东校区', department: '流通部', seats: 60, retiredOn: null },
      { seats: 80, retiredOn: null },
      { seats: 80, retiredOn: '2026-10-12' },
    ]);
  });

  it('answer to no other school, and need a use', async () => {
    const room = await add();
    expect((await change(room, { seats: 5 }, 1, stranger)).status).toBe(404);
    expect((await county.ask('GET', `/library-rooms/${room.id}`, undefined, { as: stranger })).status).toBe(
      404,
    );
    expect((await county.ask('POST', '/library-rooms', { name: 'x', purposes: [] })).status).toBe(400);
    expect((await county.ask('POST', '/library-rooms', { name: 'x', purposes: ['lending'], alternativeId: randomUUID() })).status).toBe(422); // prettier-ignore
  });

  it('[CIR-008] open their shelves step by step: teachers from the first day, pupils grade by grade, each told at the door', async () => {
    const room = await add({ name: '开架书库' });
    const steps = [
      { readerKind: 'teacher', access: 'open', beginsOn: '2026-09-01' },
      { readerKind: 'student', grades: [5, 6], access: 'partly', beginsOn: '2026-10-12' },
      { readerKind: 'student', access: 'open', beginsOn: '2026-11-02' },
    ];
    const put = await county.ask('PUT', `/library-rooms/${room.id}/shelf-access`, { steps });
    expect(put.status).toBe(200);
    const pupil = await county.enrol();
    const teacher = await county.enrol({ kind: 'teacher', section: null, entryYear: null });
    const ask = async (who: object, as = county.librarian): Promise<Reply> =>
      county.ask('POST', `/library-rooms/${room.id}/shelf-access/search`, who, { as });
    await county.itIs('2026-10-11');
    expect((await ask({ cardNumber: pupil.cardNumber })).body).toMatchObject({ grade: 5, access: 'closed' });
    await county.itIs('2026-10-12');
    expect((await ask({ cardNumber: pupil.cardNumber })).body).toMatchObject({ readerId: pupil.readerId, access: 'partly' }); // prettier-ignore
    expect((await ask({ readerId: teacher.readerId })).body).toMatchObject({ access: 'open' });
    const holds = async (on: string) =>
      (await county.ask('GET', `/library-rooms/${room.id}/shelf-access?on=${on}`)).body['holds'] as { grade: number; access: string }[]; // prettier-ignore
    const ofGrade = async (on: string, grade: number) =>
      (await holds(on)).find((each) => each.grade === grade)?.access;
    expect(await ofGrade('2026-11-01', 4)).toBe('closed');
    expect(await ofGrade('2026-11-02', 4)).toBe('open');
    await county.itIs('2026-11-02');
    expect((await ask({ cardNumber: pupil.cardNumber })).body).toMatchObject({ access: 'open' });
    await county.itIs('2026-10-12');
    expect((await ask({ cardNumber: 'NOBODY' })).body).toMatchObject({ status: 422, code: 'reader.unknown' });
    expect((await ask({})).status).toBe(400);
    expect((await ask({ readerId: pupil.readerId }, stranger)).status).toBe(404);
  });
});
