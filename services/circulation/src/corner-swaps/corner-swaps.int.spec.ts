import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { SchoolClassId, TitleId } from '@shulian/contracts/ids';
import { ClassOpenedV1 } from '@shulian/contracts/readers';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Reply } from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('corner_swaps');
  county = await CountyForTests.open(database.ownerUrl);
});
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

type Side = {
  readonly id: string;
  readonly classId: string;
  readonly teacher: string;
  readonly barcodes: string[];
};

/** A corner of a class with three books. */
async function aSide(entryYear = 2022, grade = 5): Promise<Side> {
  const [classId, { schoolId }] = [randomUUID() as SchoolClassId, county];
  const told = { classId, schoolId, section: 'primary' as const, entryYear, classNo: 3, grade };
  await county.tell(ClassOpenedV1.announce({ ...told, name: '3班' }, 1));
  const made = await county.ask('POST', '/book-corners', {
    kind: 'class',
    classId,
    name: `图书角 ${classId.slice(0, 4)}`,
  });
  const id = String(made.body['id']);
  const copies = await county.accessionMany(3, { titleId: randomUUID() as TitleId });
  const barcodes = copies.map(({ barcode }) => barcode);
  expect((await county.ask('POST', `/book-corners/${id}/fillings`, { copyBarcodes: barcodes })).status).toBe(
    201,
  );
  return { id, classId, barcodes, teacher: await county.account({ role: 'teacher', schoolId, classId }) };
}
const propose = (one: Side, other: Side, as = one.teacher): Promise<Reply> =>
  county.ask('POST', '/corner-swaps', { cornerId: one.id, otherCornerId: other.id, copyBarcodes: one.barcodes.slice(0, 2), otherCopyBarcodes: other.barcodes.slice(0, 1) }, { as }); // prettier-ignore
const act = (swap: Reply, what: string, as?: string, body?: object): Promise<Reply> =>
  county.ask(
    'POST',
    `/corner-swaps/${String(swap.body['id'])}/${what}`,
    body,
    as === undefined ? {} : { as },
  );
const standsIn = async ({ id }: Side): Promise<string[]> => {
  const told = await county.ask('GET', `/book-corners/${id}/copies`);
  return (told.body['items'] as { copyBarcode: string }[]).map(({ copyBarcode }) => copyBarcode).toSorted();
};
const codeOf = ({ status, body }: Reply): unknown => [status, body['code']];

describe('a swap between two corners', () => {
  it('[CIR-067] of one grade is done in one step when the other class agrees', async () => {
    const [one, other] = [await aSide(), await aSide()];
    const swap = await propose(one, other);
    expect([swap.status, swap.body]).toMatchObject([
      201,
      { state: 'proposed', otherAgreedBy: null, endedOn: null },
    ]);
    expect(await standsIn(one)).toEqual(one.barcodes.toSorted());
    expect(codeOf(await act(swap, 'agreement', one.teacher, { cornerId: other.id }))).toEqual([403, 'permission.denied']); // prettier-ignore
    const done = await act(swap, 'agreement', other.teacher, { cornerId: other.id });
    expect([done.status, done.body]).toMatchObject([200, { state: 'done', endedOn: '2026-10-12' }]);
    const [a, b, c] = one.barcodes;
    const [x, ...rest] = other.barcodes;
    expect(await standsIn(one)).toEqual([c, x].toSorted());
    expect(await standsIn(other)).toEqual([a, b, ...rest].toSorted());
    const loans = await county.ask('GET', `/loans?classId=${other.classId}&status=open`);
    expect(loans.body['items']).toHaveLength(4);
    expect(codeOf(await act(swap, 'agreement', other.teacher, { cornerId: other.id }))).toEqual([409, 'corner-swap.not-open']); // prettier-ignore
  });

  it('[CIR-067] is undone while all its books stand there, and not after one went on', async () => {
    const [one, other] = [await aSide(), await aSide()];
    const swap = await propose(one, other);
    expect(codeOf(await act(swap, 'undoing'))).toEqual([409, 'corner-swap.not-done']);
    await act(swap, 'agreement', other.teacher, { cornerId: other.id });
    const undone = await act(swap, 'undoing');
    expect([undone.status, undone.body['state']]).toEqual([200, 'undone']);
    expect([await standsIn(one), await standsIn(other)]).toEqual([
      one.barcodes.toSorted(),
      other.barcodes.toSorted(),
    ]);
    const again = await propose(one, other);
    await act(again, 'agreement', other.teacher, { cornerId: other.id });
    await county.giveBack({ barcode: one.barcodes[0] ?? '' });
    expect(codeOf(await act(again, 'undoing'))).toEqual([409, 'block.refused']);
    expect(await standsIn(one)).toHaveLength(2);
  });

  it('[CIR-067] is refused by the other class, and its books stay', async () => {
    const [one, other, stranger] = [await aSide(), await aSide(), await aSide()];
    const swap = await propose(one, other);
    expect((await act(swap, 'refusal', stranger.teacher)).status).toBe(404);
    expect((await act(swap, 'refusal', other.teacher)).body).toMatchObject({ state: 'refused' });
    expect(codeOf(await act(swap, 'agreement', other.teacher, { cornerId: other.id }))).toEqual([409, 'corner-swap.not-open']); // prettier-ignore
    const list = await county.ask('GET', '/corner-swaps', undefined, { as: stranger.teacher });
    expect(list.body['items']).toEqual([]);
  });

  it('[CIR-067] is not proposed to another grade, nor for a class that is not the own', async () => {
    const [one, older] = [await aSide(), await aSide(2021, 6)];
    expect(codeOf(await propose(one, older))).toEqual([409, 'corner-swap.other-grade']);
    const other = await aSide();
    expect((await propose(one, other, other.teacher)).status).toBe(422);
    expect((await propose(one, one)).status).toBe(422);
  });

  it('[CIR-067] is nothing where a book does not stand any more; the register is printed', async () => {
    const [one, other] = [await aSide(), await aSide()];
    const swap = await propose(one, other);
    await county.giveBack({ barcode: other.barcodes[0] ?? '' });
    const told = await act(swap, 'agreement', other.teacher, { cornerId: other.id });
    expect(told.body).toMatchObject({
      code: 'block.refused',
      reasons: [{ code: 'block.copy-elsewhere', facts: { barcode: other.barcodes[0] } }],
    });
    expect(await standsIn(one)).toHaveLength(3);
    const answer = await fetch(`${county.service.url}/api/v1/corner-swaps?format=csv`, {
      headers: { authorization: `Bearer ${county.librarian}`, 'accept-language': 'zh' },
    });
    const [head, line] = (await answer.text()).replace('\ufeff', '').split('\r\n');
    expect(head).toBe('提出日期,图书角,换出册数,对方图书角,换入册数,状态,办理日期');
    expect(line).toMatch(/^2026-10-12,图书角 .{4},2,图书角 .{4},1,待对方同意,$/);
  });
});
