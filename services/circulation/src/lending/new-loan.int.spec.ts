import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { LoanId } from '@shulian/contracts/ids';
import { aBorrower, aLoan } from '@shulian/lending-rules/a-loan.builder';
import { withLoan } from '@shulian/lending-rules/desk/borrower';
import { Database, EventWriter } from '@shulian/service-kit';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Copy, type Pupil } from '../a-county.builder.js';
import { loanCheckedOut } from '../desk/loan.events.js';
import { NewLoanEffects, type Lending } from './new-loan.effects.js';

let database: FreshDatabase;
let county: CountyForTests;
let effects: NewLoanEffects;

beforeAll(async () => {
  database = await freshDatabase('new_loan');
  county = await CountyForTests.open(database.ownerUrl);
  effects = new NewLoanEffects(county.service.app.get(Database));
}, 60_000);
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

/** A loan decided on a copy and a reader of these versions. */
function decided(copy: Copy, pupil: Pupil, on = { copy: 0, reader: 0 }, key: string = randomUUID()): Lending {
  const loan = aLoan({
    id: randomUUID() as LoanId,
    copyId: copy.copyId,
    titleId: copy.titleId,
    borrower: { kind: 'reader', id: pupil.readerId },
  });
  const entry = { loanId: loan.id, titleId: loan.titleId, dueOn: loan.dueOn, inRoom: false, inBlock: false };
  const request = { caller: 'desk', route: 'POST /checkouts', key, bodyHash: Buffer.alloc(32) };
  return {
    loan,
    by: 'desk',
    copyVersion: on.copy + 1,
    borrower: withLoan(aBorrower({ version: on.reader }), entry, false),
    events: county.service.app.get(EventWriter).columns([loanCheckedOut(loan, on.copy + 1)]),
    answer: { request, status: 201, body: '{}' },
  };
}

const traces = async (lending: Lending): Promise<object | undefined> => {
  const [found] = await county.service.sql<object>(
    `select (select count(*)::int from loan where id = $1) as loans,
            (select count(*)::int from outbox where event_id = $2) as events,
            (select count(*)::int from desk_request where key = $3) as answers`,
    [lending.loan.id, lending.events[0][0], lending.answer?.request.key],
  );
  return found;
};
const made = { loans: 1, events: 1, answers: 1 };
const nothing = { loans: 0, events: 0, answers: 0 };

describe('new loans', () => {
  it('are written with event and answer, for several desks in one statement', async () => {
    const copies = await county.accessionMany(3);
    const lendings = [];
    for (const copy of copies) lendings.push(decided(copy, await county.enrol()));
    expect(await effects.lend(lendings)).toEqual([true, true, true]);
    for (const lending of lendings) expect(await traces(lending)).toEqual(made);
  });

  it.each([
    { on: { copy: -1, reader: 0 }, is: 'an older copy' },
    { on: { copy: 1, reader: 0 }, is: 'a newer copy' },
    { on: { copy: 0, reader: -1 }, is: 'an older reader' },
    { on: { copy: 0, reader: 1 }, is: 'a newer reader' },
  ])('decided on $is are not made, and leave no trace; the desk beside is served', async ({ on }) => {
    const stale = decided(await county.accession(), await county.enrol(), on);
    const beside = decided(await county.accession(), await county.enrol());
    expect(await effects.lend([stale, beside])).toEqual([false, true]);
    expect(await traces(stale)).toEqual(nothing);
    expect(await traces(beside)).toEqual(made);
  });

  it('of one copy, or to one reader, are not made on the same version twice', async () => {
    const [pupil, other, third] = [await county.enrol(), await county.enrol(), await county.enrol()];
    const [copy, second] = [await county.accession(), await county.accession()];
    const first = decided(copy, pupil);
    const [sameCopy, sameReader] = [decided(copy, other), decided(second, pupil)];
    const beside = decided(await county.accession(), third);
    expect(await effects.lend([first, sameCopy, sameReader, beside])).toEqual([true, false, false, true]);
    expect(await effects.lend([sameCopy, sameReader])).toEqual([false, false]);
    for (const refused of [sameCopy, sameReader]) expect(await traces(refused)).toEqual(nothing);
  });

  it('of a key that was answered meanwhile fail as a whole, so that each can be done alone', async () => {
    const first = decided(await county.accession(), await county.enrol());
    expect(await effects.lend([first])).toEqual([true]);
    const key = first.answer?.request.key;
    const twin = decided(await county.accession(), await county.enrol(), undefined, key);
    const beside = decided(await county.accession(), await county.enrol());
    await expect(effects.lend([twin, beside])).rejects.toMatchObject({ constraint: 'desk_request_pkey' });
    expect(await traces(beside)).toEqual(nothing);
  });
});
