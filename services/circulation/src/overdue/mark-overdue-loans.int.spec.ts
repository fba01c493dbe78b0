import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OncePerDay } from '@shulian/service-kit';
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

const mark = async (): Promise<number> =>
  (await county.service.app.get(MarkOverdueLoans).execute()).announced;
const said = (copyId: string) => county.announced('shulian.circulation.loan.overdue.v1', copyId);

/** Another process has the night's lock, for so many seconds. */
const otherNight = async (seconds: number): Promise<() => Promise<unknown>> => {
  const held = county.service.sql(
    `select pg_advisory_xact_lock(hashtext('circulation.overdue')), pg_sleep($1)`,
    [seconds],
  );
  await pause(100);
  return () => held;
};

describe('what the night does', () => {
  it('is not done with the day while another process is at it, which may die before it is through', async () => {
    const [pupil, copy] = [await county.enrol(), await county.accession()];
    await county.lend(copy, pupil);
    await county.itIs('2026-11-12');
    const schedule = county.service.app.get(OncePerDay);
    await county.service.sql('delete from daily_run');
    const other = await otherNight(1);
    expect(await county.service.app.get(MarkOverdueLoans).execute()).toEqual({ announced: 0, done: false });
    await schedule.look();
    await other();
    expect(await said(copy.copyId)).toHaveLength(0);
    await county.service.sql(`update daily_run set held_until = clock_timestamp()`);
    await schedule.look();
    expect(await said(copy.copyId)).toHaveLength(1);
    expect(await county.service.app.get(MarkOverdueLoans).execute()).toEqual({ announced: 0, done: true });
    await county.giveBack(copy);
  });
  it('goes on to the last of many loans, though one comes back while its lock is waited for', async () => {
    const teachers = await Promise.all(
      Array.from({ length: 11 }, () => county.enrol({ kind: 'teacher', section: null, entryYear: null })),
    );
    const copies = (await county.accessionMany(202)).sort((a, b) => (a.copyId < b.copyId ? -1 : 1));
    await Promise.all(
      teachers.map(async (teacher, place) => {
        for (const copy of copies.slice(place * 20, (place + 1) * 20))
          expect((await county.lend(copy, teacher)).status).toBe(201);
      }),
    );
    await county.itIs('2027-01-12');
    const [first] = copies;
    if (first === undefined) throw new Error('many were entered');
    const held = county.service.sql(
      'with held as materialized (select 1 from lent_copy where copy_id = $1 for update) select pg_sleep(1) from held',
      [first.copyId],
    );
    await pause(100);
    const back = county.giveBack(first);
    await pause(200);
    const told = await county.service.app.get(MarkOverdueLoans).execute();
    await Promise.all([held, back]);
    expect(told).toEqual({ announced: 201, done: true });
    expect(await said(first.copyId)).toHaveLength(0);
    for (const copy of copies.slice(1)) expect(await said(copy.copyId)).toHaveLength(1);
    for (const copy of copies.slice(1)) await county.giveBack(copy);
  });
  it('says of a loan that its day has passed, the day after and once', async () => {
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
