import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SchoolId } from '@shulian/contracts/ids';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, type Copy, type Pupil, type Reply } from '../a-county.builder.js';
import type { PolicyTrialView } from './policy-trials.http.js';

let database: FreshDatabase;
let county: CountyForTests;
let pupil: Pupil;
let copies: Copy[];
const elsewhere = randomUUID() as SchoolId;
const usual = { mayBorrow: true, loanDays: 14, loanLimit: 3, renewals: 1 };

beforeAll(async () => {
  database = await freshDatabase('policy_trials');
  county = await CountyForTests.open(database.ownerUrl);
  await county.openSchool(elsewhere);
  expect((await county.ask('PUT', '/lending-policies', { rows: [{ sets: usual }] })).status).toBe(200);
  pupil = await county.enrol();
  copies = await county.accessionMany(3);
  for (const copy of copies) expect((await county.lend(copy, pupil)).status).toBe(201);
});
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const run = async (body: object, as?: string): Promise<Reply & { readonly body: PolicyTrialView }> =>
  (await county.ask('POST', '/policy-trials', body, as === undefined ? {} : { as })) as never;
const draft = (sets: object, more: object = {}) => ({ rows: [{ sets: { ...usual, ...sets } }], ...more });
const faults = ({ body }: Reply): unknown => [body['code'], body['errors']];

describe('a draft of the lending rules', () => {
  it('is tried on the loans of last month: what would be refused, what would be due on another day', async () => {
    const same = await run(draft({}));
    expect([same.status, same.body.loans, same.body.changed, same.body.items]).toEqual([200, 3, 0, []]);
    const tighter = await run(draft({ loanDays: 7, loanLimit: 2 }));
    expect(tighter.body).toMatchObject({
      scope: 'school',
      from: '2026-09-13',
      to: '2026-10-12',
      loans: 3,
      changed: 3,
    });
    expect(tighter.body.changes.filter(({ loans }) => loans > 0)).toEqual([
      { change: 'refused', loans: 1 },
      { change: 'due-earlier', loans: 2 },
    ]);
    expect(tighter.body.items.at(2)).toMatchObject({
      copyBarcode: copies[2]?.barcode,
      borrower: { kind: 'reader', id: pupil.readerId },
      borrowerKind: 'student',
      grade: 5,
      changes: ['refused'],
      before: { refusals: [], dueOn: '2026-10-26', renewals: 1 },
      after: { refusals: [{ code: 'reader.at-limit', severity: 'deny' }], dueOn: '2026-10-19' },
    });
  });

  it('counts a book that came back before the next was lent no more', async () => {
    const reader = await county.enrol();
    const [first, second] = await county.accessionMany(2);
    if (first === undefined || second === undefined) throw new Error('two were asked for');
    await county.lend(first, reader);
    await county.giveBack(first);
    await county.lend(second, reader);
    const { body } = await run(draft({ loanLimit: 1 }));
    const refused = body.items.filter(({ borrower }) => borrower.id === reader.readerId);
    expect(refused).toEqual([]);
    expect(body.items.filter(({ changes }) => changes.includes('refused'))).toHaveLength(2);
  });

  it('takes the place of the rules of the county only where that is asked', async () => {
    // The school has rules of its own, which stand above those of the county.
    const ofCounty = await run(draft({ loanDays: 7 }, { scope: 'county' }));
    expect(ofCounty.body).toMatchObject({ scope: 'county', changed: 0 });
  });

  it('changes nothing: no version, no loan', async () => {
    const before = [(await county.ask('GET', '/lending-policies')).body, await loans()];
    await run(draft({ loanDays: 1, loanLimit: 0 }));
    expect([(await county.ask('GET', '/lending-policies')).body, await loans()]).toEqual(before);
  });

  it('is refused where it could not be put in force, and for more days than are looked at', async () => {
    const twice = { rows: [{ sets: { loanDays: 1 } }, { sets: { loanDays: 2 } }] };
    expect(faults(await run(twice))).toEqual([
      'request.invalid',
      [expect.objectContaining({ code: 'contradicts-another-row' })],
    ]);
    expect((await run({ rows: [{ classId: randomUUID(), sets: { loanDays: 1 } }] })).status).toBe(422);
    for (const [from, status] of [
      ['2026-08-12', 200],
      ['2026-08-11', 400],
    ] as const)
      expect([from, (await run(draft({}, { from, to: '2026-10-12' }))).status]).toEqual([from, status]);
    expect(faults(await run(draft({}, { from: '2026-10-13', to: '2026-10-12' })))).toEqual([
      'request.invalid',
      [{ pointer: '/to', code: 'before-from' }],
    ]);
  });

  it('is for those who may put rules in force, at their school', async () => {
    const { schoolId } = county;
    const other = await county.account({ role: 'librarian', schoolId: elsewhere });
    expect((await run(draft({}, { schoolId }), other)).status).toBe(403);
    expect((await run(draft({}), other)).body.loans).toBe(0);
    const teacher = await county.account({ role: 'teacher', schoolId, classId: county.classId });
    expect((await run(draft({}, { schoolId }), teacher)).status).toBe(403);
    const office = await county.account({ role: 'county-admin' });
    expect((await run(draft({}, { schoolId }), office)).body.loans).toBeGreaterThan(0);
  });
});

const loans = (): Promise<unknown[]> => county.service.sql('select * from loan order by id');
