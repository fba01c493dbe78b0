import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SchoolId } from '@shulian/contracts/ids';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Copy, type Pupil, type Reply } from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;
const elsewhere = randomUUID() as SchoolId;

beforeAll(async () => {
  database = await freshDatabase('return_and_renew');
  county = await CountyForTests.open(database.ownerUrl);
  await county.openSchool(elsewhere);
});
beforeEach(() => county.itIs('2026-10-12'));
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const lent = async (
  given: Parameters<CountyForTests['accession']>[0] = {},
): Promise<{ pupil: Pupil; copy: Copy; loanId: string }> => {
  const [pupil, copy] = [await county.enrol(), await county.accession(given)];
  const told = await county.lend(copy, pupil);
  return { pupil, copy, loanId: (told.body['loan'] as { id: string }).id };
};
const renew = (loanId: string, key?: string): Promise<Reply> =>
  county.ask('POST', '/renewals', { loanId }, key === undefined ? {} : { key });
const codesOf = (told: Reply): string[] =>
  (told.body['reasons'] as { code: string }[]).map((reason) => reason.code);

describe('a return', () => {
  it('[CIR-001] closes the loan and sends the copy to the shelf', async () => {
    const { copy, loanId, pupil } = await lent();
    const told = await county.giveBack(copy);
    expect([told.status, told.body]).toMatchObject([
      200,
      {
        loan: { id: loanId, status: 'closed', closedHow: 'returned', closedOn: '2026-10-12' },
        next: 'shelf',
      },
    ]);
    const [event] = await county.announced('shulian.circulation.loan.returned.v1', copy.copyId);
    expect(event).toMatchObject({ version: 2, data: { daysLate: 0, next: 'shelf' } });
    expect((await county.lend(copy, pupil)).status).toBe(201);
  });
  it('of a copy that is not on loan changes nothing and says where it belongs', async () => {
    const copy = await county.accession();
    const told = await county.giveBack(copy);
    expect([told.status, told.body]).toMatchObject([200, { loan: null, next: 'shelf' }]);
    expect(await county.announced('shulian.circulation.loan.returned.v1', copy.copyId)).toEqual([]);
  });
  it('counts the days it is late', async () => {
    const { copy } = await lent();
    await county.itIs('2026-11-13');
    await county.giveBack(copy);
    const [event] = await county.announced('shulian.circulation.loan.returned.v1', copy.copyId);
    expect(event).toMatchObject({ data: { dueOn: '2026-11-11', daysLate: 2 } });
  });
  it('of a copy that was withdrawn meanwhile says so', async () => {
    const { copy } = await lent();
    await county.changeCopy(copy, { stockState: 'withdrawn' });
    expect((await county.giveBack(copy)).body).toMatchObject({
      loan: { status: 'closed' },
      next: 'withdrawn',
    });
  });
  it('is the same return under the same key', async () => {
    const { copy, pupil } = await lent();
    const key = randomUUID();
    const back = () => county.ask('POST', '/returns', { copyBarcode: copy.barcode }, { key });
    const first = await back();
    await county.lend(copy, pupil);
    expect((await back()).body).toEqual(first.body);
    const [row] = await county.service.sql<{ state: string }>(
      'select state from lent_copy where copy_id = $1',
      [copy.copyId],
    );
    expect(row?.state).toBe('on-loan');
  });
  it('takes a copy on open loan first when two schools use the barcode, and none of a foreign school', async () => {
    const barcode = `D${randomUUID().slice(0, 8).toUpperCase()}`;
    await county.accession({ schoolId: elsewhere, barcode });
    const { loanId } = await lent({ barcode });
    expect((await county.giveBack({ barcode })).body).toMatchObject({ loan: { id: loanId }, next: 'shelf' });

    const foreign = await county.accession({ schoolId: elsewhere });
    const there = await county.account({ role: 'librarian', schoolId: elsewhere });
    const reader = await county.enrol({ schoolId: elsewhere });
    const body = { copyBarcode: foreign.barcode, cardNumber: reader.cardNumber };
    expect((await county.ask('POST', '/checkouts', body, { as: there })).status).toBe(201);
    const told = await county.giveBack(foreign);
    expect([told.status, told.body['code'], codesOf(told)]).toEqual([
      409,
      'return.refused',
      ['copy.of-another-school'],
    ]);
  });
  it('at another school sends the copy home, where it can be lent again', async () => {
    const { copy, loanId } = await lent();
    const both = await county.account(
      { role: 'librarian', schoolId: county.schoolId },
      { role: 'librarian', schoolId: elsewhere },
    );
    const told = await county.ask(
      'POST',
      '/returns',
      { copyBarcode: copy.barcode, schoolId: elsewhere },
      { as: both },
    );
    expect(told.body).toMatchObject({ loan: { id: loanId, status: 'closed' }, next: 'transfer' });
    const pupil = await county.enrol();
    expect(codesOf(await county.lend(copy, pupil))).toEqual(['copy.not-lendable']);
    expect((await county.giveBack(copy)).body).toMatchObject({ loan: null, next: 'shelf' });
    expect(await county.announced('shulian.circulation.copy.released.v1', copy.copyId)).toHaveLength(1);
    expect((await county.lend(copy, pupil)).status).toBe(201);
  });
  it('of a copy that was not on loan says where it went, each time it moved and only then (decision 6)', async () => {
    const both = await county.account(
      { role: 'librarian', schoolId: county.schoolId },
      { role: 'librarian', schoolId: elsewhere },
    );
    const [copy, waiting] = [await county.accession(), await county.enrol()];
    const scan = (schoolId: SchoolId): Promise<Reply> =>
      county.ask('POST', '/returns', { copyBarcode: copy.barcode, schoolId }, { as: both });
    const moves = async (): Promise<unknown[]> =>
      (await county.announced('shulian.circulation.copy.released.v1', copy.copyId)).map((told) => [
        told.version,
        told.data['next'],
      ]);
    expect((await scan(county.schoolId)).body).toMatchObject({ loan: null, next: 'shelf' });
    expect(await moves()).toEqual([]);
    expect((await scan(elsewhere)).body).toMatchObject({ loan: null, next: 'transfer' });
    expect((await scan(elsewhere)).body).toMatchObject({ loan: null, next: 'transfer' });
    expect(await moves()).toEqual([[1, 'transfer']]);
    const placed = await county.ask('POST', '/holds', {
      titleId: copy.titleId,
      readerId: waiting.readerId,
      pickupSchoolId: county.schoolId,
    });
    expect(placed.body).toMatchObject({ status: 'waiting' });
    const home = { loan: null, next: 'hold', holdId: placed.body['id'] };
    expect((await scan(county.schoolId)).body).toMatchObject(home);
    expect((await scan(county.schoolId)).body).toMatchObject(home);
    expect(await moves()).toEqual([
      [1, 'transfer'],
      [2, 'hold'],
    ]);
    expect(await county.announced('shulian.circulation.copy.released.v1', copy.copyId)).toMatchObject([
      {},
      { data: { copyId: copy.copyId, titleId: copy.titleId, owningSchoolId: county.schoolId } },
    ]);
  });
  it('of a barcode nobody knows is refused', async () => {
    const told = await county.giveBack({ barcode: 'NOBODY' });
    expect([told.status, codesOf(told)]).toEqual([409, ['copy.unknown']]);
  });
});

describe('a renewal', () => {
  it('counts the period from today, as often as the rule allows', async () => {
    const { copy, loanId } = await lent();
    await county.itIs('2026-11-09');
    const told = await renew(loanId);
    expect([told.status, told.body]).toMatchObject([
      200,
      { loan: { dueOn: '2026-12-09', renewals: 1, status: 'open' } },
    ]);
    const [event] = await county.announced('shulian.circulation.loan.renewed.v1', copy.copyId);
    expect(event).toMatchObject({ version: 2, data: { previouslyDueOn: '2026-11-11', dueOn: '2026-12-09' } });
    const again = await renew(loanId);
    expect([again.status, again.body['code'], codesOf(again)]).toEqual([
      409,
      'renewal.refused',
      ['loan.renewals-used-up', 'loan.not-later'],
    ]);
  });
  it('that would give no later day is refused, and burns none: on the last day of the term, and a day too early', async () => {
    const [pupil, copy] = [await county.enrol(), await county.accession()];
    await county.itIs('2027-01-04');
    const told = await county.lend(copy, pupil);
    const { id, dueOn } = told.body['loan'] as { id: string; dueOn: string };
    expect(dueOn).toBe('2027-01-22');
    for (const on of ['2027-01-21', '2027-01-22']) {
      await county.itIs(on);
      const refusedOnce = await renew(id);
      expect([refusedOnce.status, codesOf(refusedOnce)]).toEqual([409, ['loan.not-later']]);
      expect((await county.ask('GET', `/loans/${id}`)).body).toMatchObject({
        dueOn: '2027-01-22',
        renewals: 0,
      });
    }
    expect(await county.announced('shulian.circulation.loan.renewed.v1', copy.copyId)).toEqual([]);
    await county.itIs('2026-10-12');
    await county.giveBack(copy);
  });
  it('[CIR-023] keeps the rule the loan was made under', async () => {
    const teacher = await county.enrol({ kind: 'teacher', section: null, entryYear: null });
    const copy = await county.accession();
    const told = await county.lend(copy, teacher);
    const { id, dueOn } = told.body['loan'] as { id: string; dueOn: string };
    expect(dueOn).toBe('2027-01-08');
    const admin = await county.account({ role: 'county-admin' });
    const rows = [{ readerKind: 'teacher', sets: { renewals: 0, loanDays: 1 } }];
    expect(
      (await county.ask('PUT', '/lending-policies', { schoolId: county.schoolId, rows }, { as: admin }))
        .status,
    ).toBe(200);
    await county.itIs('2026-10-26');
    expect((await renew(id)).body).toMatchObject({ loan: { dueOn: '2027-01-22', renewals: 1 } });
    const anew = await county.lend(await county.accession(), teacher);
    expect(anew.body).toMatchObject({ loan: { dueOn: '2026-10-27' } });
  });
  it('is refused when it is late, when the loan is over, and when somebody waits', async () => {
    const { copy, loanId } = await lent();
    const other = await county.enrol();
    const hold = { titleId: copy.titleId, readerId: other.readerId, pickupSchoolId: county.schoolId };
    expect((await county.ask('POST', '/holds', hold)).status).toBe(201);
    await county.itIs('2026-11-12');
    expect(codesOf(await renew(loanId))).toEqual(['loan.overdue', 'title.held-by-others']);
    await county.giveBack(copy);
    expect(codesOf(await renew(loanId))).toEqual(['loan.closed']);
  });
  it('is done by readers for themselves and for nobody else', async () => {
    const { loanId, pupil } = await lent();
    await county.itIs('2026-10-26');
    const self = await county.account({ role: 'reader', readerId: pupil.readerId });
    const other = await county.account({ role: 'reader', readerId: randomUUID() });
    expect((await county.ask('POST', '/renewals', { loanId }, { as: other })).status).toBe(422);
    expect((await county.ask('POST', '/renewals', { loanId: randomUUID() }, { as: self })).status).toBe(422);
    expect((await county.ask('POST', '/renewals', { loanId }, { as: self })).status).toBe(200);
  });
  it('is one renewal under one key, fifty times pressed', async () => {
    const { loanId } = await lent();
    await county.itIs('2026-10-26');
    const key = randomUUID();
    const told = await Promise.all(Array.from({ length: 50 }, () => renew(loanId, key)));
    expect(new Set(told.map((answer) => JSON.stringify([answer.status, answer.body]))).size).toBe(1);
    expect(told[0]?.body).toMatchObject({ loan: { renewals: 1 } });
  });
});
