import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SchoolClassId, TitleId } from '@shulian/contracts/ids';
import { ClassOpenedV1 } from '@shulian/contracts/readers';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Copy, type Reply } from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('loans_to_classes');
  county = await CountyForTests.open(database.ownerUrl);
});
beforeEach(() => county.itIs('2026-10-12'));
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

/** A class of the school that has borrowed nothing yet. */
const aClass = async (entryYear = 2022): Promise<SchoolClassId> => {
  const classId = randomUUID() as SchoolClassId;
  const { schoolId } = county;
  const told = { classId, schoolId, section: 'primary' as const, entryYear, classNo: 7, grade: 5 };
  await county.tell(ClassOpenedV1.announce({ ...told, name: '五年级7班' }, 1));
  return classId;
};
const lend = (copy: Copy, classId: string, more: object = {}, as?: string): Promise<Reply> =>
  county.ask(
    'POST',
    '/checkouts',
    { copyBarcode: copy.barcode, classId, ...more },
    as === undefined ? {} : { as },
  );
const codesOf = (told: Reply): string[] =>
  (told.body['reasons'] as { code: string }[]).map(({ code }) => code);
const loanOf = (told: Reply): { id: string } => told.body['loan'] as { id: string };
const forty = { titleId: randomUUID() as TitleId };

describe('a loan to a class', () => {
  it('is collective, has no reader, and is announced so', async () => {
    const [classId, copy] = [await aClass(), await county.accession()];
    const told = await lend(copy, classId);
    expect([told.status, told.body['loan']]).toMatchObject([
      201,
      { borrower: { kind: 'class', id: classId }, mode: 'collective', readerId: null, dueOn: '2026-11-11' },
    ]);
    const [said] = await county.announced('shulian.circulation.loan.checked-out.v1', copy.copyId);
    expect(said?.data).toMatchObject({
      borrower: { kind: 'class', id: classId },
      mode: 'collective',
      readerId: null,
      readerKind: null,
      classId,
      grade: 5,
    });
    expect((await county.giveBack(copy)).body).toMatchObject({ loan: { status: 'closed' }, next: 'shelf' });
  });

  it('may be of many copies of one title, and counts for none of the readers of the class', async () => {
    const classId = await aClass();
    for (const copy of await county.accessionMany(6, forty))
      expect((await lend(copy, classId)).status).toBe(201);
    const pupil = await county.enrol({ classId });
    const [own, sixth] = [await county.accessionMany(5), await county.accession()];
    for (const copy of own) expect((await county.lend(copy, pupil)).status).toBe(201);
    expect(codesOf(await county.lend(sixth, pupil))).toEqual(['reader.at-limit']);
  });

  it('is refused beyond the sixty copies that the county gives a class, however many desks try at once', async () => {
    const classId = await aClass();
    const copies = await county.accessionMany(62, { titleId: randomUUID() as TitleId });
    const told: Reply[] = [];
    for (let from = 0; from < copies.length; from += 8)
      told.push(...(await Promise.all(copies.slice(from, from + 8).map((copy) => lend(copy, classId)))));
    expect(told.filter(({ status }) => status === 201)).toHaveLength(60);
    expect(told.filter(({ status }) => status === 409).map(codesOf)).toEqual([
      ['reader.at-limit'],
      ['reader.at-limit'],
    ]);
  });

  it('is refused to a class that has graduated, and to one that nobody knows', async () => {
    const copy = await county.accession();
    expect(codesOf(await lend(copy, await aClass(2019)))).toEqual(['class.graduated']);
    expect(codesOf(await lend(copy, randomUUID()))).toEqual(['class.unknown']);
    const { readerId } = await county.enrol();
    expect(codesOf(await lend(copy, readerId))).toEqual(['class.unknown']);
  });

  it('names a class alone: with a reader or a card it is a 400', async () => {
    const [classId, copy, pupil] = [await aClass(), await county.accession(), await county.enrol()];
    expect((await lend(copy, classId, { readerId: pupil.readerId })).status).toBe(400);
    expect((await lend(copy, classId, { cardNumber: pupil.cardNumber })).status).toBe(400);
    const named = { copyBarcode: copy.barcode, readerId: classId };
    expect(codesOf(await county.ask('POST', '/checkouts', named))).toEqual(['reader.unknown']);
  });

  it('is made, seen and renewed by whoever helps or teaches the class, and by no other class', async () => {
    const [classId, other, copy] = [await aClass(), await aClass(), await county.accession()];
    const { schoolId } = county;
    const helper = await county.account({ role: 'class-helper', schoolId, classId });
    const stranger = await county.account({ role: 'class-helper', schoolId, classId: other });
    expect((await lend(copy, classId, { schoolId }, stranger)).status).toBe(403);
    const made = await lend(copy, classId, { schoolId }, helper);
    expect(made.status).toBe(201);
    const { id } = loanOf(made);
    const seenBy = async (as: string): Promise<unknown> => {
      const list = await county.ask('GET', '/loans?status=open', undefined, { as });
      const one = await county.ask('GET', `/loans/${id}`, undefined, { as });
      return [(list.body['items'] as { id: string }[]).some((loan) => loan.id === id), one.status];
    };
    expect(await seenBy(helper)).toEqual([true, 200]);
    expect(await seenBy(county.librarian)).toEqual([true, 200]);
    expect(await seenBy(stranger)).toEqual([false, 404]);
    await county.itIs('2026-10-14');
    const renewed = await county.ask('POST', '/renewals', { loanId: id }, { as: helper });
    expect([renewed.status, renewed.body]).toMatchObject([
      200,
      { loan: { dueOn: '2026-11-13', renewals: 1 } },
    ]);
    expect((await county.ask('POST', '/renewals', { loanId: id }, { as: stranger })).status).toBe(422);
    expect((await county.ask('POST', '/returns', { copyBarcode: copy.barcode, schoolId }, { as: stranger })).status).toBe(403); // prettier-ignore
    expect((await county.ask('POST', '/returns', { copyBarcode: copy.barcode, schoolId }, { as: helper })).status).toBe(200); // prettier-ignore
  });

  it('[CIR-060] of a copy that is lost leaves the class with a compensation, which is said until it is settled and refuses nothing', async () => {
    const [classId, copy, next] = [await aClass(), await county.accession(), await county.accession()];
    const { id } = loanOf(await lend(copy, classId));
    const lost = await county.lose(id);
    expect([lost.status, lost.body['compensation']]).toMatchObject([
      201,
      { borrower: { kind: 'class', id: classId }, readerId: null, status: 'owed' },
    ]);
    const lent = await lend(next, classId);
    expect([lent.status, lent.body['decision']]).toMatchObject([
      201,
      {
        outcome: 'allow',
        reasons: [{ code: 'reader.owes-compensation', severity: 'warn', facts: { owed: 1 } }],
      },
    ]);
    await county.settle((lost.body['compensation'] as { id: string }).id, 'replaced');
    expect((await lend(await county.accession(), classId)).body).toMatchObject({ decision: { reasons: [] } });
  });

  it('is listed with those of the readers of its class, the longest due first where asked; and by barcode', async () => {
    const [classId, [first, second, third]] = [await aClass(), await county.accessionMany(3)];
    if (first === undefined || second === undefined || third === undefined) throw new Error('three');
    await lend(second, classId);
    await county.itIs('2026-10-09');
    const pupil = await county.enrol({ classId });
    await county.lend(first, pupil);
    await county.itIs('2026-10-14');
    await county.lend(third, pupil);
    const listed = async (query: string): Promise<unknown[]> => {
      const told = await county.ask('GET', `/loans?classId=${classId}&${query}`);
      return (told.body['items'] as { copyBarcode: string }[]).map(({ copyBarcode }) => copyBarcode);
    };
    const [a, b, c] = [first.barcode, second.barcode, third.barcode];
    expect((await listed('')).toSorted()).toEqual([a, b, c].toSorted());
    expect(await listed('status=open&sort=dueOn')).toEqual([a, b, c]);
    const page = await county.ask('GET', `/loans?classId=${classId}&status=open&sort=dueOn&limit=2`);
    expect(await listed(`status=open&sort=dueOn&cursor=${String(page.body['nextCursor'])}`)).toEqual([c]);
    expect(await listed('status=open&sort=dueOn&dueFrom=2026-11-11&dueBefore=2026-11-12')).toEqual([b]);
    expect(await listed('loanedFrom=2026-10-12&loanedTo=2026-10-12')).toEqual([b]);
    expect(await listed(`copyBarcode=${c.toLowerCase()}`)).toEqual([c]);
    expect((await county.ask('GET', '/loans?sort=dueOn')).status).toBe(400);
    expect((await county.ask('GET', '/loans?status=closed&dueFrom=2026-10-12')).status).toBe(400);
  });
});
