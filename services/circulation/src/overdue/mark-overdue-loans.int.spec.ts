import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements } from '../a-county.builder.js';
import { MarkOverdueLoans } from './mark-overdue-loans.use-case.js';

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('overdue');
  county = await CountyForTests.open(database.ownerUrl);
});
beforeEach(() => county.itIs('2026-10-12'));
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const mark = (): Promise<number> => county.service.app.get(MarkOverdueLoans).execute();
const said = (copyId: string) => county.announced('shulian.circulation.loan.overdue.v1', copyId);

describe('what the night does', () => {
  it('[CIR-022] says of a loan that its day has passed, the day after and once', async () => {
    const [pupil, copy] = [await county.enrol(), await county.accession()];
    await county.lend(copy, pupil);
    await county.itIs('2026-11-10');
    expect(await mark()).toBe(0);
    await county.itIs('2026-11-11');
    expect(await mark()).toBe(0);
    await county.itIs('2026-11-12');
    expect(await mark()).toBe(1);
    expect(await mark()).toBe(0);
    expect(await said(copy.copyId)).toMatchObject([
      { version: 2, data: { dueOn: '2026-11-11', overdueSinceOn: '2026-11-12' } },
    ]);
    const late = await county.ask('GET', `/loans?copyId=${copy.copyId}&status=overdue`);
    expect(late.body['items']).toMatchObject([{ status: 'overdue' }]);
    expect((await county.lend(await county.accession(), pupil)).body).toMatchObject({
      reasons: [{ code: 'reader.has-overdue', facts: { overdue: 1 }, rule: { parameter: 'blockOnOverdue' } }],
    });
    await county.giveBack(copy);
    expect((await county.lend(await county.accession(), pupil)).status).toBe(201);
  });
  it('says it again for a later due day', async () => {
    const [pupil, copy] = [await county.enrol(), await county.accession()];
    const told = await county.lend(copy, pupil);
    await county.itIs('2026-11-09');
    const { id } = told.body['loan'] as { id: string };
    expect((await county.ask('POST', '/renewals', { loanId: id })).status).toBe(200);
    await county.itIs('2026-12-10');
    expect(await mark()).toBeGreaterThan(0);
    expect(await said(copy.copyId)).toMatchObject([{ version: 3, data: { overdueSinceOn: '2026-12-10' } }]);
  });
  it('does it once though three nights begin at once, while desks go on lending', async () => {
    const teacher = await county.enrol({ kind: 'teacher', section: null, entryYear: null });
    const copies = await county.accessionMany(20);
    for (const copy of copies.slice(0, 15)) expect((await county.lend(copy, teacher)).status).toBe(201);
    await county.itIs('2027-01-12');
    const [nights] = await Promise.all([
      Promise.all([mark(), mark(), mark()]),
      ...copies.slice(0, 5).map((copy) => county.giveBack(copy)),
    ]);
    await mark();
    expect(Math.max(...nights)).toBeLessThanOrEqual(17);
    for (const copy of copies.slice(5, 15)) expect(await said(copy.copyId)).toHaveLength(1);
    for (const copy of copies.slice(0, 5)) expect((await said(copy.copyId)).length).toBeLessThanOrEqual(1);
  });
});
