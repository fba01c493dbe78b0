import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SchoolClassId, TitleId } from '@shulian/contracts/ids';
import { ClassOpenedV1 } from '@shulian/contracts/readers';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Copy, type Reply } from '../a-county.builder.js';
import type { ManifestLine } from '../block-loans/block-manifests.http.js';
import type { CornerView } from './book-corners.http.js';

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('book_corners');
  county = await CountyForTests.open(database.ownerUrl);
});
beforeEach(() => county.itIs('2026-10-12'));
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

let classNo = 10;
const aClass = async (entryYear = 2022, grade = 5): Promise<SchoolClassId> => {
  const classId = randomUUID() as SchoolClassId;
  classNo += 1;
  const told = { classId, schoolId: county.schoolId, section: 'primary' as const, entryYear, classNo, grade };
  await county.tell(ClassOpenedV1.announce({ ...told, name: `${String(classNo)}班` }, 1));
  return classId;
};
const aCorner = async (more: object = {}, given?: SchoolClassId): Promise<CornerView> => {
  const classId = given ?? (await aClass());
  const asked = { kind: 'class', classId, name: `图书角 ${classId.slice(0, 4)}`, ...more };
  const made = await county.ask('POST', '/book-corners', asked);
  expect(made).toMatchObject({ status: 201 });
  return made.body as unknown as CornerView;
};
const barcodes = (copies: readonly Copy[]): string[] => copies.map(({ barcode }) => barcode);
const fill = ({ id }: CornerView, copies: readonly Copy[], more: object = {}): Promise<Reply> =>
  county.ask('POST', `/book-corners/${id}/fillings`, { copyBarcodes: barcodes(copies), ...more });
const read = async ({ id }: CornerView): Promise<CornerView> =>
  (await county.ask('GET', `/book-corners/${id}`)).body as unknown as CornerView;
const itemsOf = (told: Reply): Readonly<Record<string, unknown>>[] =>
  told.body['items'] as Readonly<Record<string, unknown>>[];
const codesOf = (told: Reply): string[] =>
  (told.body['reasons'] as { code: string }[]).map(({ code }) => code);
const csv = async (path: string): Promise<string[]> => {
  const answer = await fetch(`${county.service.url}/api/v1${path}format=csv`, {
    headers: { authorization: `Bearer ${county.librarian}`, 'accept-language': 'zh' },
  });
  return (await answer.text()).replace('\ufeff', '').trim().split('\r\n');
};

describe('a book corner', () => {
  it('[CIR-066] is set up once in every class, with its keeper; classes without one are named', async () => {
    const [with1, without] = [await aClass(), await aClass()];
    const keeper = await county.enrol({ classId: with1 });
    const corner = await aCorner({ readerId: keeper.readerId, place: '教室后' }, with1);
    expect(corner).toMatchObject({
      readerId: keeper.readerId,
      target: 50,
      copies: 0,
      borrowed: 0,
      closed: false,
    });
    const again = { kind: 'class', classId: with1, name: '又一个' };
    expect((await county.ask('POST', '/book-corners', again)).body).toMatchObject({
      code: 'book-corner.class-has-one',
    });
    const lacking = itemsOf(await county.ask('GET', '/book-corners/classes-without'));
    expect(lacking).toContainEqual({ classId: without, section: 'primary', grade: 5 });
    expect(lacking.map(({ classId }) => classId)).not.toContain(with1);
    const stranger = { ...again, classId: randomUUID() };
    expect((await county.ask('POST', '/book-corners', stranger)).status).toBe(422);
  });

  it('[CIR-066] is filled by one call with a list, which stays in the ledger, apart from what the class borrows', async () => {
    const corner = await aCorner();
    const copies = await county.accessionMany(61, { titleId: randomUUID() as TitleId });
    const sent = await fill(corner, copies);
    expect([sent.status, sent.body]).toMatchObject([
      201,
      { purpose: 'corner', targetId: corner.id, copies: 61, out: 61, state: 'sent', dueOn: '2027-01-22' },
    ]);
    const [first] = copies;
    const loans = itemsOf(await county.ask('GET', `/loans?classId=${corner.classId}&mode=corner&limit=100`));
    expect(loans).toHaveLength(61);
    const events = await county.announced('shulian.circulation.loan.checked-out.v1', first?.copyId);
    expect(events[0]?.data).toMatchObject({ mode: 'corner', readerId: null, classId: corner.classId });
    // Sixty are what a class may borrow; what stands in its corner is none of them.
    const own = await county.accession();
    const lent = await county.ask('POST', '/checkouts', {
      copyBarcode: own.barcode,
      classId: corner.classId,
    });
    expect([lent.status, lent.body['loan']]).toMatchObject([201, { mode: 'collective' }]);
    expect(await read(corner)).toMatchObject({ copies: 61, borrowed: 61, reached: true });
  });

  it('[CIR-066] takes 200 copies at once and not one more', async () => {
    const corner = await aCorner();
    const copies = await county.accessionMany(201, { titleId: randomUUID() as TitleId });
    expect((await fill(corner, copies)).status).toBe(400);
    expect((await fill(corner, copies.slice(0, 200))).body).toMatchObject({ copies: 200 });
    expect(await read(corner)).toMatchObject({ copies: 200 });
  });

  it('[CIR-066] gets nothing of a list in which one copy cannot go, and every reason with its barcode', async () => {
    const corner = await aCorner();
    const [free, lentOut, reference] = [
      await county.accession(),
      await county.accession(),
      await county.accession({ kind: 'reference' }),
    ];
    await county.lend(lentOut, await county.enrol());
    const awaited = await county.accession();
    await county.lend(awaited, await county.enrol());
    const waiting = await county.enrol();
    await county.ask('POST', '/holds', { titleId: awaited.titleId, readerId: waiting.readerId, pickupSchoolId: county.schoolId }); // prettier-ignore
    const told = await fill(corner, [free, lentOut, reference, awaited, { ...free, barcode: 'NOBODY' }]);
    expect([told.status, told.body['code']]).toEqual([409, 'block.refused']);
    expect(codesOf(told).toSorted()).toEqual([
      'copy.already-on-loan',
      'copy.already-on-loan',
      'copy.reading-room-only',
      'copy.unknown',
    ]);
    expect(told.body['reasons']).toContainEqual(
      expect.objectContaining({ code: 'copy.reading-room-only', facts: { barcode: reference.barcode } }),
    );
    expect(await read(corner)).toMatchObject({ copies: 0, borrowed: 0 });
    expect((await fill(corner, [free])).status).toBe(201);
  });

  it('[CIR-066] is received by the teacher of the class, who says what is missing; a wrong receipt is put right', async () => {
    const corner = await aCorner();
    const { schoolId } = county;
    const teacher = await county.account({ role: 'teacher', schoolId, classId: corner.classId });
    const stranger = await county.account({ role: 'teacher', schoolId, classId: await aClass() });
    const copies = await county.accessionMany(3);
    const sent = await fill(corner, copies);
    const path = `/block-manifests/${String(sent.body['id'])}`;
    const [first, second] = barcodes(copies);
    expect((await county.ask('POST', `${path}/receipt`, {}, { as: stranger })).status).toBe(404);
    expect(
      (await county.ask('POST', `${path}/receipt`, { missing: ['NOBODY'] }, { as: teacher })).status,
    ).toBe(422);
    const input = { missing: [first], damaged: [second], handedTo: '王老师' };
    const received = await county.ask('POST', `${path}/receipt`, input, { as: teacher });
    expect(received.body).toMatchObject({
      state: 'received',
      foundMissing: 1,
      damaged: 1,
      handedTo: '王老师',
    });
    expect(await read(corner)).toMatchObject({ borrowed: 2 });
    expect((await county.ask('POST', `${path}/receipt`, {}, { as: teacher })).status).toBe(428);
    const headers = { 'if-match': received.headers.get('etag') ?? '' };
    const right = await county.ask(
      'POST',
      `${path}/receipt`,
      { damaged: [second] },
      { as: teacher, headers },
    );
    expect(right.body).toMatchObject({ foundMissing: 0, damaged: 1 });
    const lines = itemsOf(await county.ask('GET', `${path}/lines`, undefined, { as: teacher })) as unknown as ManifestLine[]; // prettier-ignore
    expect(lines.map(({ position, copyBarcode, finding }) => [position, copyBarcode, finding])).toEqual([
      [1, first, null],
      [2, second, 'damaged'],
      [3, copies[2]?.barcode, null],
    ]);
    const printed = await csv(`${path}/lines?`);
    expect(printed[0]).toBe('序号,条码,索书号,题名,签收情况,状态');
    expect(printed[2]).toContain(`${String(second)},I287.45/1`);
    const list = await county.ask('GET', `/block-manifests?targetId=${corner.id}`, undefined, {
      as: stranger,
    });
    expect(itemsOf(list)).toEqual([]);
  });

  it('[CIR-066] gives some copies back and keeps the rest; who waited for one is served', async () => {
    const corner = await aCorner();
    const copies = await county.accessionMany(3);
    await fill(corner, copies);
    const [first, second, third] = copies;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three');
    const waiting = await county.enrol();
    const hold = { titleId: second.titleId, readerId: waiting.readerId, pickupSchoolId: county.schoolId };
    expect((await county.ask('POST', '/holds', hold)).status).toBe(201);
    const back = { copyBarcodes: barcodes([first, second]) };
    const told = await county.ask('POST', `/book-corners/${corner.id}/returns`, back);
    expect([told.status, told.body]).toEqual([200, { returned: 2, left: 1 }]);
    const twice = await county.ask('POST', `/book-corners/${corner.id}/returns`, back);
    expect(codesOf(twice)).toEqual(['block.copy-elsewhere', 'block.copy-elsewhere']);
    const list = await csv(`/book-corners/${corner.id}/copies?`);
    expect([list[0], list.length]).toEqual(['条码,索书号,题名,配送日期,应还日期', 2]);
    expect(list[1]).toContain(third.barcode);
    // Over the desk the last one comes back as any other.
    expect((await county.giveBack(third)).body).toMatchObject({ loan: { mode: 'corner', status: 'closed' } });
    expect(await read(corner)).toMatchObject({ copies: 0, borrowed: 3 });
    const { version } = await read(corner);
    const headers = { 'if-match': `"v${String(version)}"` };
    const closed = await county.ask('PATCH', `/book-corners/${corner.id}`, { closed: true }, { headers });
    expect(closed.body).toMatchObject({ closed: true });
    expect((await fill(corner, [first])).body).toMatchObject({ code: 'book-corner.closed' });
  });

  it('[CIR-066] sent by mistake is cancelled until it is received', async () => {
    const corner = await aCorner();
    const copies = await county.accessionMany(2);
    const sent = await fill(corner, copies);
    const path = `/block-manifests/${String(sent.body['id'])}`;
    const cancelled = await county.ask('POST', `${path}/cancellation`);
    expect([cancelled.status, cancelled.body]).toMatchObject([200, { state: 'cancelled', out: 0 }]);
    expect(await read(corner)).toMatchObject({ copies: 0, borrowed: 0 });
    const again = await county.ask('POST', `${path}/cancellation`);
    expect(again.body).toMatchObject({ code: 'block-manifest.not-open' });
    expect((await county.ask('POST', `${path}/receipt`, {})).body).toMatchObject({
      code: 'block-manifest.cancelled',
    });
    const anew = await fill(corner, copies);
    await county.ask('POST', `/block-manifests/${String(anew.body['id'])}/receipt`, {});
    const late = await county.ask('POST', `/block-manifests/${String(anew.body['id'])}/cancellation`);
    expect(late.body).toMatchObject({ code: 'block-manifest.not-open' });
  });

  it('[CIR-066] gets each copy once, however many fill at the same time', async () => {
    const corners = [await aCorner(), await aCorner(), await aCorner()];
    const copies = await county.accessionMany(10);
    const told = await Promise.all(
      corners.map((corner, n) => fill(corner, n === 1 ? copies.toReversed() : copies)),
    );
    expect(told.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    const stand = await Promise.all(corners.map(read));
    expect(stand.reduce((sum, { copies: there }) => sum + there, 0)).toBe(10);
  });

  it('[CIR-030] shows class by class what was borrowed in the term against fifty volumes', async () => {
    const corner = await aCorner();
    await fill(corner, await county.accessionMany(49, { titleId: randomUUID() as TitleId }));
    expect(await read(corner)).toMatchObject({ borrowed: 49, target: 50, reached: false });
    await county.itIs('2026-10-13');
    await fill(corner, [await county.accession()]);
    expect(await read(corner)).toMatchObject({ borrowed: 50, reached: true });
    await fill(corner, [await county.accession()]);
    expect(await read(corner)).toMatchObject({ borrowed: 51, reached: true });
    const head = await county.account({ role: 'school-head', schoolId: county.schoolId });
    const listed = await county.ask('GET', '/book-corners?from=2026-10-13&limit=100', undefined, {
      as: head,
    });
    expect(itemsOf(listed)).toContainEqual(
      expect.objectContaining({ id: corner.id, borrowed: 2, copies: 51 }),
    );
    expect((await csv('/book-corners?'))[0]).toBe('图书角,种类,地点,现有册数,逾期册数,本期借书册数,目标册数');
    const before = await county.ask('GET', '/book-corners?to=2026-08-31&limit=100');
    expect(itemsOf(before).every(({ borrowed }) => borrowed === 0)).toBe(true);
  });

  it('[CIR-071] of a grade stands outside its classrooms, and another class of the grade answers for it', async () => {
    const [first, next, other] = [await aClass(), await aClass(), await aClass(2023, 4)];
    const corner = await aCorner({ kind: 'grade', place: '五楼走廊' }, first);
    expect(corner).toMatchObject({ kind: 'grade', grade: 5, place: '五楼走廊' });
    await aCorner({}, first);
    await fill(corner, await county.accessionMany(4));
    const path = `/book-corners/${corner.id}/hand-overs`;
    expect((await county.ask('POST', path, { classId: other })).status).toBe(422);
    expect((await county.ask('POST', path, { classId: next })).body).toMatchObject({
      classId: next,
      copies: 4,
    });
    const loans = itemsOf(await county.ask('GET', `/loans?classId=${next}&status=open`));
    expect(loans).toHaveLength(4);
    expect(itemsOf(await county.ask('GET', `/loans?classId=${first}&status=open`))).toEqual([]);
  });

  it('[CIR-072] may be an open gallery, whose books its grade keeps without a desk', async () => {
    const corner = await aCorner({ kind: 'gallery', place: '书廊' });
    await fill(corner, await county.accessionMany(2));
    const { schoolId, classId } = { ...corner };
    const helper = await county.account({ role: 'class-helper', schoolId, classId });
    const seen = await county.ask('GET', `/book-corners/${corner.id}/copies`, undefined, { as: helper });
    expect(itemsOf(seen)).toHaveLength(2);
    const refused = await county.ask(
      'POST',
      `/book-corners/${corner.id}/fillings`,
      { copyBarcodes: ['B1'] },
      { as: helper },
    );
    expect(refused.status).toBe(403);
  });

  it('is nothing that another school knows of', async () => {
    const corner = await aCorner();
    const foreign = await county.account({ role: 'librarian', schoolId: randomUUID() });
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['GET', '/copies', undefined],
      ['POST', '/fillings', { copyBarcodes: ['B1'] }],
      ['POST', '/returns', { copyBarcodes: ['B1'] }],
      ['POST', '/hand-overs', { classId: corner.classId }],
    ] as const)
      expect(
        (await county.ask(method, `/book-corners/${corner.id}${path}`, body, { as: foreign })).status,
      ).toBe(404);
  });
});
