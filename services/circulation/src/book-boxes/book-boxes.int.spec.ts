import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SchoolClassId, TitleId } from '@shulian/contracts/ids';
import { ClassOpenedV1 } from '@shulian/contracts/readers';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Copy, type Reply } from '../a-county.builder.js';
import type { BoxCopy, BoxView } from './book-boxes.http.js';

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('book_boxes');
  county = await CountyForTests.open(database.ownerUrl);
});
beforeEach(() => county.itIs('2026-10-12'));
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const aClass = async (): Promise<SchoolClassId> => {
  const [classId, { schoolId }] = [randomUUID() as SchoolClassId, county];
  const told = { classId, schoolId, section: 'primary' as const, entryYear: 2022, classNo: 3, grade: 5 };
  await county.tell(ClassOpenedV1.announce({ ...told, name: '3班' }, 1));
  return classId;
};
const barcodes = (copies: readonly Copy[]): string[] => copies.map(({ barcode }) => barcode);
const post = (box: { id: string }, what: string, body: object = {}, as?: string): Promise<Reply> =>
  county.ask('POST', `/book-boxes/${box.id}/${what}`, body, as === undefined ? {} : { as });
const aBox = async (copies: readonly Copy[], more: object = {}): Promise<BoxView> => {
  const made = await county.ask('POST', '/book-boxes', {
    kind: 'box',
    name: `箱 ${randomUUID().slice(0, 4)}`,
    ...more,
  });
  expect(made.status).toBe(201);
  const box = made.body as unknown as BoxView;
  if (copies.length > 0)
    expect((await post(box, 'copies', { copyBarcodes: barcodes(copies) })).status).toBe(200);
  return box;
};
const copiesOf = async ({ id }: { id: string }): Promise<BoxCopy[]> =>
  (await county.ask('GET', `/book-boxes/${id}/copies`)).body['items'] as BoxCopy[];
const codeOf = ({ status, body }: Reply): unknown => [status, body['code']];
const manifestOf = (sent: Reply): string => (sent.body['manifest'] as { id: string }).id;
const csv = async (path: string): Promise<string[]> => {
  const answer = await fetch(`${county.service.url}/api/v1${path}format=csv`, {
    headers: { authorization: `Bearer ${county.librarian}`, 'accept-language': 'zh' },
  });
  return (await answer.text()).replace('\ufeff', '').trim().split('\r\n');
};

describe('a book box', () => {
  it('[CIR-069] goes round its classes, each step one call with a list and the next class, and comes home', async () => {
    const route = [await aClass(), await aClass(), await aClass()];
    const copies = await county.accessionMany(4);
    const box = await aBox(copies, { route });
    const first = await post(box, 'journeys');
    expect([first.status, first.body]).toMatchObject([
      201,
      {
        box: { holder: { kind: 'class', id: route[0] }, nextClassId: route[1], dueOn: '2027-01-22' },
        manifest: { purpose: 'box', copies: 4, out: 4, fromId: null },
        leftOut: [],
      },
    ]);
    const helper = await county.account({
      role: 'class-helper',
      schoolId: county.schoolId,
      classId: route[0] ?? '',
    });
    const receipt = `/block-manifests/${manifestOf(first)}/receipt`;
    expect((await county.ask('POST', receipt, {}, { as: helper })).body).toMatchObject({ state: 'received' });
    // One is lost, two came back over the desk, one of these is lent again: the next class gets the other two.
    const [lost, back, , gone] = copies;
    const loans = await county.ask('GET', `/loans?classId=${route[0] ?? ''}&status=open`);
    const open = loans.body['items'] as { id: string; copyId: string }[];
    await county.lose(open.find(({ copyId }) => copyId === lost?.copyId)?.id ?? '');
    await county.giveBack(back ?? { barcode: '' });
    await county.giveBack(gone ?? { barcode: '' });
    await county.lend(gone ?? { barcode: '' }, await county.enrol());
    const second = await post(box, 'journeys');
    expect(second.body).toMatchObject({
      box: { holder: { id: route[1] }, nextClassId: route[2] },
      manifest: { copies: 2, fromId: route[0] },
    });
    const leftOut = second.body['leftOut'] as BoxCopy[];
    expect(leftOut.map(({ copyBarcode, lendingState }) => [copyBarcode, lendingState])).toEqual([
      [lost?.barcode, 'lost'],
      [gone?.barcode, 'on-loan'],
    ]);
    expect((await copiesOf(box)).map(({ inBox }) => inBox)).toEqual([false, true, true, false]);
    expect((await county.ask('GET', `/book-boxes/${box.id}`, undefined, { as: helper })).status).toBe(404);
    expect(codeOf(await post(box, 'journeys', { classId: route[1] }))).toEqual([
      409,
      'book-box.there-already',
    ]);
    expect((await post(box, 'return')).body).toEqual({ returned: 2, left: 0 });
    expect(codeOf(await post(box, 'return'))).toEqual([409, 'book-box.home']);
    expect((await county.ask('GET', `/book-boxes/${box.id}`)).body).toMatchObject({
      holder: null,
      nextClassId: route[2],
    });
    expect((await csv('/book-boxes?'))[0]).toBe('图书箱,种类,主题,册数,应有册数,送达日期,应还日期');
    expect((await csv(`/book-boxes/${box.id}/copies?`))[1]).toContain(`${lost?.barcode ?? ''},I287.45/1`);
  });

  it('[CIR-069] is packed and unpacked in the library; a copy belongs to one box', async () => {
    const copies = await county.accessionMany(3);
    const [box, other] = [await aBox(copies), await aBox([])];
    const [first] = barcodes(copies);
    expect(codeOf(await post(other, 'copies', { copyBarcodes: [first] }))).toEqual([
      409,
      'book-box.copy-of-another',
    ]);
    expect(codeOf(await post(other, 'copies', { copyBarcodes: ['NOBODY'] }))).toEqual([409, 'block.refused']);
    expect((await post(other, 'removals', { copyBarcodes: [first] })).status).toBe(422);
    expect((await post(box, 'removals', { copyBarcodes: [first] })).body).toMatchObject({ copies: 2 });
    expect((await post(other, 'copies', { copyBarcodes: [first] })).body).toMatchObject({ copies: 1 });
    expect(codeOf(await post(box, 'journeys'))).toEqual([409, 'book-box.no-route']);
    await post(box, 'journeys', { classId: county.classId });
    expect(codeOf(await post(box, 'copies', { copyBarcodes: [first] }))).toEqual([409, 'book-box.away']);
    const empty = await aBox([]);
    expect(codeOf(await post(empty, 'journeys', { classId: county.classId }))).toEqual([
      409,
      'book-box.empty',
    ]);
    const foreign = await county.account({ role: 'librarian', schoolId: randomUUID() });
    expect((await post(box, 'return', {}, foreign)).status).toBe(404);
  });

  it('[CIR-070] holds a hundred copies for a class and not one more, beside what the class borrows', async () => {
    const classId = await aClass();
    const copies = await county.accessionMany(101, { titleId: randomUUID() as TitleId });
    const box = await aBox(copies.slice(0, 99), { kind: 'mobile' });
    const listed = await county.ask('GET', '/book-boxes?kind=mobile');
    expect(listed.body['items']).toMatchObject([{ id: box.id, copies: 99, size: 100 }]);
    await post(box, 'copies', { copyBarcodes: barcodes(copies.slice(99, 100)) });
    const tooMany = await post(box, 'copies', { copyBarcodes: barcodes(copies.slice(100)) });
    expect(codeOf(tooMany)).toEqual([409, 'book-box.full']);
    expect((await post(box, 'journeys', { classId })).body).toMatchObject({ manifest: { copies: 100 } });
    const own = await county.accession();
    expect((await county.ask('POST', '/checkouts', { copyBarcode: own.barcode, classId })).status).toBe(201);
  });

  it('[CIR-074] is a series of new books on a theme, sent to one classroom after the other', async () => {
    const classes = [await aClass(), await aClass(), await aClass()];
    const themes = ['我爱名著', '我爱科技', '我爱文学'];
    for (const [at, theme] of themes.entries()) {
      const box = await aBox(await county.accessionMany(2), {
        kind: 'series',
        name: theme,
        theme,
        route: classes,
      });
      await post(box, 'journeys', { classId: classes[at] });
    }
    const series = async (): Promise<BoxView[]> =>
      (await county.ask('GET', '/book-boxes?kind=series')).body['items'] as BoxView[];
    const where = async (): Promise<unknown[]> =>
      (await series()).map(({ theme, holder }) => [theme, classes.findIndex((id) => id === holder?.id)]);
    expect(await where()).toEqual(expect.arrayContaining(themes.map((theme, at) => [theme, at])));
    for (const box of await series()) expect((await post(box, 'journeys')).status).toBe(201);
    expect(await where()).toEqual(expect.arrayContaining(themes.map((theme, at) => [theme, (at + 1) % 3])));
  });

  it('[CIR-021] is a set for the study of the staff, with the teacher who answers for the group, beside the own limit', async () => {
    const teacher = await county.enrol({ kind: 'teacher', section: null, entryYear: null });
    const journals = await county.accessionMany(12, { kind: 'periodical' });
    const set = await aBox(journals, { kind: 'study-set', name: '教育理论学习' });
    const sent = await post(set, 'journeys', {
      readerId: teacher.readerId,
      place: '语文组',
      dueOn: '2026-11-30',
    });
    expect([sent.status, sent.body]).toMatchObject([
      201,
      {
        box: { holder: { kind: 'reader', id: teacher.readerId }, dueOn: '2026-11-30' },
        manifest: { place: '语文组', copies: 12, readerId: teacher.readerId },
      },
    ]);
    const receipt = await county.ask('POST', `/block-manifests/${manifestOf(sent)}/receipt`, {
      handedTo: '教研组长',
    });
    expect(receipt.body).toMatchObject({ state: 'received', handedTo: '教研组长' });
    const loans = await county.ask('GET', `/loans?readerId=${teacher.readerId}&mode=box`);
    expect(loans.body['items']).toHaveLength(12);
    expect((await county.lend(await county.accession(), teacher)).status).toBe(201);
    expect((await post(set, 'journeys', { readerId: randomUUID() })).body).toMatchObject({
      reasons: [{ code: 'reader.unknown' }],
    });
    expect((await post(set, 'return')).body).toEqual({ returned: 12, left: 0 });
  });
});
