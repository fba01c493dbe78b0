import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { SchoolId, TermId } from '@shulian/contracts/ids';
import { ReaderLeftV1, TermOpenedV1 } from '@shulian/contracts/readers';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import {
  announcedReader,
  CountyForTests,
  day,
  disagreements,
  type Copy,
  type Pupil,
  type Reply,
} from '../a-county.builder.js';
import { ForgetReaders } from './forget-readers.use-case.js';
import type { DueToForget, ForgettingRun, LegalHoldView } from './forgetting.http.js';

let database: FreshDatabase;
let county: CountyForTests;
let head: string;
let headElsewhere: string;
let teacher: string;

beforeAll(async () => {
  database = await freshDatabase('forgetting');
  county = await CountyForTests.open(database.ownerUrl);
  const other = randomUUID() as SchoolId;
  await county.openSchool(other);
  head = await county.account({ role: 'school-head', schoolId: county.schoolId });
  headElsewhere = await county.account({ role: 'school-head', schoolId: other });
  teacher = await county.account({ role: 'teacher', schoolId: county.schoolId, classId: county.classId });
});
afterEach(async () => {
  expect(await disagreements(county.service)).toEqual([]);
  // The next one begins with nothing that is still to be forgotten.
  await county.service.sql('update loan set forgotten_on = loaned_on where closed_on is not null');
  await county.service.sql('delete from reader_stand_in');
});
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const itemsOf = <Item>(told: Reply): Item[] => told.body['items'] as Item[];
const night = (on: string): Promise<number> => county.service.app.get(ForgetReaders).execute(day(on));
const get = (path: string, as = head): Promise<Reply> => county.ask('GET', path, undefined, { as });
const due = async (what: DueToForget['what']): Promise<DueToForget | undefined> =>
  itemsOf<DueToForget>(await get('/forgetting/preview')).find((one) => one.what === what);
const lentOn = async (on: string, pupil: Pupil, backOn: string, copy?: Copy): Promise<string> => {
  const lent = copy ?? (await county.accession());
  await county.itIs(on);
  const told = await county.lend(lent, pupil);
  expect(told.status).toBe(201);
  await county.itIs(backOn);
  expect((await county.giveBack(lent)).status).toBe(200);
  return (told.body['loan'] as { id: string }).id;
};
const readerOf = async (loanId: string): Promise<unknown> =>
  (await county.service.sql<{ reader_id: string }>('select reader_id from loan where id = $1', [loanId]))[0]
    ?.reader_id;
const putPolicy = (daysAfter: number, version: number, as = head): Promise<Reply> =>
  county.ask(
    'PUT',
    '/forgetting/policy',
    { daysAfter },
    { as, headers: { 'if-match': `"v${String(version)}"` } },
  );

/** What people count of the time before, and never by name. */
const sums = async (): Promise<unknown[]> => {
  const days = 'from=2026-09-01&to=2027-08-31';
  const [distinct] = await county.service.sql(
    `select count(*)::int as loans, count(distinct reader_id)::int as readers,
       count(distinct (reader_id, loaned_on))::int as "personTimes" from loan where loaned_on < '2027-09-01'`,
  );
  return [
    distinct,
    (await get(`/loan-registers/classes?${days}`)).body,
    (await get(`/loan-registers/magazines?${days}`)).body,
    (await get('/loan-target-progress/classes')).body,
    itemsOf<{ loanId: string }>(await get(`/loan-registers/entries?register=pupils&${days}&limit=500`)).map(
      ({ loanId }) => loanId,
    ),
  ];
};

describe('what is over', () => {
  it('loses its reader so many days after the return, not a day before; registers, figures and targets stay as they were', async () => {
    const [one, two] = [await county.enrol(), await county.enrol()];
    const before = await lentOn('2026-10-12', one, '2026-10-19');
    const onDay = await lentOn('2026-10-13', one, '2026-10-20');
    const after = await lentOn('2026-10-14', one, '2026-10-21');
    const others = await lentOn('2026-10-13', two, '2026-10-20');
    await county.tell(
      TermOpenedV1.announce(
        { termId: randomUUID() as TermId, schoolId: county.schoolId, name: '2027 autumn', startsOn: day('2027-09-01'), endsOn: day('2028-01-21') },
        100,
      ),
    ); // prettier-ignore
    await lentOn('2027-09-06', two, '2027-09-13');
    await county.itIs('2027-10-20');
    const counted = await sums();
    expect(await due('loans')).toEqual({ what: 'loans', due: 3, kept: 0 });
    expect(await night('2027-10-20')).toBe(3);
    expect(await due('loans')).toEqual({ what: 'loans', due: 0, kept: 0 });
    const [first, second, third] = await Promise.all([before, onDay, after].map(readerOf));
    expect(third).toBe(one.readerId);
    expect([first, second]).not.toContain(one.readerId);
    expect(second).toBe(first);
    expect(await readerOf(others)).not.toBe(first);
    // A day later the third follows, under the same stand-in, and then nobody knows whose it was.
    await county.itIs('2027-10-21');
    expect(await night('2027-10-21')).toBe(1);
    expect(await readerOf(after)).toBe(first);
    expect(await sums()).toEqual(counted);
    expect(await county.service.sql('select * from reader_stand_in')).toEqual([]);
    expect(itemsOf(await get(`/loans?readerId=${one.readerId}`, county.librarian))).toEqual([]);
    expect(
      itemsOf<ForgettingRun>(await get('/forgetting/runs')).map(({ onDay, loans }) => [onDay, loans]),
    ).toEqual([
      ['2027-10-21', 1],
      ['2027-10-20', 3],
    ]);
    expect(await night('2027-10-21')).toBe(0);
  });

  it('is forgotten by the days of the school, 180 to 3650', async () => {
    const pupil = await county.enrol();
    const loanId = await lentOn('2027-10-25', pupil, '2027-11-01');
    const { body, headers } = await get('/forgetting/policy');
    expect([body, headers.get('etag')]).toEqual([
      { schoolId: county.schoolId, version: 1, daysAfter: 365, isDefault: true },
      '"v1"',
    ]);
    for (const [days, status] of [
      [179, 400],
      [3651, 400],
    ] as const)
      expect((await putPolicy(days, 1)).status).toBe(status);
    expect((await putPolicy(180, 2)).status).toBe(412);
    expect((await putPolicy(180, 1, county.librarian)).status).toBe(403);
    expect((await putPolicy(180, 1)).body).toMatchObject({ version: 2, daysAfter: 180, isDefault: false });
    expect(await night('2028-04-28')).toBe(0);
    expect(await readerOf(loanId)).toBe(pupil.readerId);
    expect(await night('2028-04-29')).toBe(1);
    expect((await putPolicy(365, 2)).status).toBe(200);
  });

  it('stays while the reader is kept, the copy is owed for, or a case is open; what was paid is not owed again', async () => {
    const [kept, owing] = [await county.enrol(), await county.enrol()];
    const ofKept = await lentOn('2028-05-08', kept, '2028-05-15');
    const copy = await county.accession();
    await county.itIs('2028-05-08');
    const lost = (await county.lend(copy, owing)).body['loan'] as { id: string };
    const owed = (await county.lose(lost.id)).body['compensation'] as { id: string };
    const asked = { readerId: kept.readerId, reason: '家长申诉' };
    const hold = (body: object, as = head): Promise<Reply> =>
      county.ask('POST', '/legal-holds', body, { as });
    expect((await hold(asked, county.librarian)).status).toBe(403);
    expect((await hold(asked, headElsewhere)).status).toBe(422);
    const placed = await hold(asked);
    expect(placed.status).toBe(201);
    const { id } = placed.body as unknown as LegalHoldView;
    expect((await hold(asked)).body['code']).toBe('legal-hold.placed');
    await county.itIs('2029-06-01');
    expect(await due('loans')).toEqual({ what: 'loans', due: 0, kept: 2 });
    expect(await night('2029-06-01')).toBe(0);
    expect([await readerOf(ofKept), await readerOf(lost.id)]).toEqual([kept.readerId, owing.readerId]);
    // Settled: the night may have it, and a mistake cannot be taken back any more.
    expect((await county.settle(owed.id, 'paid', { paidFen: 2_000 })).status).toBe(200);
    expect(await night('2029-06-02')).toBe(1);
    const again = await county.ask('POST', `/compensations/${owed.id}/reopening`, {});
    expect([again.status, again.body['code']]).toEqual([409, 'compensation.forgotten']);
    const lift = (as = head): Promise<Reply> => county.ask('POST', `/legal-holds/${id}/lifting`, {}, { as });
    expect((await lift(headElsewhere)).status).toBe(404);
    expect((await lift()).body).toMatchObject({ liftedOn: '2029-06-01' });
    expect((await lift()).body['code']).toBe('legal-hold.lifted');
    expect(await night('2029-06-02')).toBe(1);
    const list = itemsOf<LegalHoldView>(await get('/legal-holds?lifted=true'));
    expect(list.map((one) => [one.readerId, one.reason])).toEqual([[kept.readerId, '家长申诉']]);
    expect(itemsOf(await get('/legal-holds?lifted=false'))).toEqual([]);
  });

  it('of who has left is forgotten the same night, unless something is out or owed', async () => {
    const [gone, owing] = [await county.enrol(), await county.enrol()];
    const ofGone = await lentOn('2026-11-02', gone, '2026-11-09');
    const ofOwing = await lentOn('2026-11-02', owing, '2026-11-09');
    const out = await county.accession();
    expect((await county.lend(out, owing)).status).toBe(201);
    await county.tell(
      ...[gone, owing].map(({ readerId }) =>
        ReaderLeftV1.announce(
          { ...announcedReader(readerId, county.schoolId), leftOn: day('2026-11-09'), leftWhy: 'graduated' },
          county.next(readerId),
        ),
      ),
    );
    expect(await due('loans')).toEqual({ what: 'loans', due: 1, kept: 0 });
    expect(await night('2026-11-10')).toBe(1);
    expect(await readerOf(ofGone)).not.toBe(gone.readerId);
    expect(await readerOf(ofOwing)).toBe(owing.readerId);
    await county.giveBack(out);
    expect(await night('2026-11-11')).toBe(2);
    expect(await county.service.sql('select * from reader_stand_in')).toEqual([]);
    // Nothing that is left of them in the tables of loans says who they were.
    for (const { readerId } of [gone, owing])
      for (const table of ['loan', 'hold', 'compensation', 'dunning_line', 'room_visit'])
        expect(await county.service.sql(`select from ${table} where reader_id = $1`, [readerId])).toEqual([]);
  });

  it('comes in slices, which two processes may take at once, and stops when it is told to', async () => {
    const pupil = await county.enrol();
    const loanId = await lentOn('2026-11-16', pupil, '2026-11-23');
    // As many as would need three slices, as a school has them.
    await county.service.sql(
      `insert into loan (id, copy_id, title_id, reader_id, lending_school_id, owning_school_id, reader_school_id, reader_kind, class_id,
         loaned_on, loaned_at, due_on, terms, lent_by, closed_how, closed_at, closed_on, closed_school_id)
       select gen_random_uuid(), l.copy_id, l.title_id, l.reader_id, l.lending_school_id, l.owning_school_id, l.reader_school_id,
         l.reader_kind, l.class_id, l.loaned_on, l.loaned_at, l.due_on, l.terms, l.lent_by, l.closed_how, l.closed_at, l.closed_on,
         l.closed_school_id from loan l, generate_series(1, 449) where l.id = $1`,
      [loanId],
    );
    const stopped = AbortSignal.abort();
    expect(await county.service.app.get(ForgetReaders).execute(day('2027-11-23'), stopped)).toBe(0);
    const both = await Promise.all([night('2027-11-23'), night('2027-11-23')]);
    expect(both[0] + both[1]).toBe(450);
    const [left] = await county.service.sql<{ readers: number }>(
      `select count(distinct reader_id)::int as readers from loan where loaned_on = '2026-11-16' and reader_id <> $1`,
      [pupil.readerId],
    );
    expect(left?.readers).toBe(1);
  });

  it('is seen and printed by the school, and by nobody who only teaches', async () => {
    expect((await get('/forgetting/preview', teacher)).status).toBe(403);
    const office = await county.account({ role: 'county-admin' });
    expect((await get(`/forgetting/runs?schoolId=${county.schoolId}`, office)).status).toBe(200);
    expect((await get(`/legal-holds?schoolId=${county.schoolId}`, office)).status).toBe(403);
    expect((await get(`/forgetting/runs?schoolId=${county.schoolId}`, headElsewhere)).status).toBe(403);
    const answer = await fetch(`${county.service.url}/api/v1/forgetting/runs?format=csv`, {
      headers: { authorization: `Bearer ${head}`, 'accept-language': 'zh' },
    });
    expect((await answer.text()).split('\r\n')[0]).toContain('日期,借阅,预约,阅览,占座,催还联系,读者咨询');
  });
});
