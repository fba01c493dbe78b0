import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reachOf, type Grant, type Operation, type TokenClaims } from '@shulian/contracts/access';
import { Caller } from '@shulian/service-kit';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, day } from '../a-county.builder.js';
import { DUE_DAYS } from '../due-days/due-days.repository.js';
import { holdsAsked } from '../holds/holds.query.js';
import { compensationsAsked } from '../losses/compensations.query.js';
import { PASSED, SCHOOLS } from '../overdue/overdue.repository.js';
import { loansAsked } from './loans-page.query.js';

/** Schools, readers of each, and loans of two years in all. */
const [SCHOOLS_N, READERS, LOANS] = [30, 400, 300_000];
const TODAY = day('2026-10-12');
const id = (kind: number, n: number | string): string =>
  `lpad(to_hex(${n}), 12, '0') || '7${String(kind).padStart(3, '0')}8000000000000000'`;
const idOf = (kind: number, n: number): string =>
  `${n.toString(16).padStart(8, '0')}`.padStart(12, '0').replace(/^(.{8})(.{4})$/, '$1-$2') +
  `-7${String(kind).padStart(3, '0')}-8000-000000000000`;
const [SCHOOL, READER, CLASS, COPY, TITLE, LOAN, HOLD, OWED] = [1, 2, 3, 4, 5, 6, 7, 8];

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('list_plans');
  county = await CountyForTests.open(database.ownerUrl);
  const { sql } = county.service;
  const run = (text: string): Promise<unknown> => sql.call(county.service, text);
  // Every tenth reader of a school is lent to at the next one. A fortieth of the loans is out, a third of that overdue.
  await run(`
    insert into known_school select (${id(SCHOOL, 's')})::uuid, 1 from generate_series(0, ${SCHOOLS_N - 1}) s;
    insert into known_reader (reader_id, school_id, kind, class_id, section, entry_year, standing, suspended, suspended_until, version)
      select (${id(READER, 'n')})::uuid, (${id(SCHOOL, `n / ${READERS}`)})::uuid, 'student', (${id(CLASS, 'n / 40')})::uuid,
        'primary', 2022, 'active', false, null, 1
      from generate_series(0, ${SCHOOLS_N * READERS - 1}) n;
    insert into loan (id, copy_id, title_id, reader_id, lending_school_id, owning_school_id, reader_school_id, reader_kind,
        loaned_on, loaned_at, due_on, terms, lent_by, closed_how, closed_at, closed_on)
      select (${id(LOAN, 'n')})::uuid, (${id(COPY, 'n % 100000')})::uuid, (${id(TITLE, 'n % 20000')})::uuid,
        (${id(READER, 'reader')})::uuid, (${id(SCHOOL, 'lender')})::uuid, (${id(SCHOOL, 'lender')})::uuid,
        (${id(SCHOOL, `reader / ${READERS}`)})::uuid, 'student', lent_on, lent_on, lent_on + 30, '{}', 'x',
        case when is_back then 'returned' end, case when is_back then lent_on + 20 end, case when is_back then lent_on + 20 end
      from (
        select n, reader, (reader / ${READERS} + (reader % 10 = 0)::int) % ${SCHOOLS_N} as lender,
          date '2024-10-12' + (n * 730 / ${LOANS})::int as lent_on, n % 40 > 0 or n < ${LOANS} / 3 as is_back
        from (select n, ((n::bigint * 7919 + n / 11) % ${SCHOOLS_N * READERS})::int as reader from generate_series(0, ${LOANS - 1}) n) numbered
      ) lent
      on conflict do nothing;
    insert into borrower (borrower_id, open_loans, open_loan_ids, open_title_ids, open_dues)
      select r.reader_id, count(l.id), coalesce(array_agg(l.id) filter (where l.id is not null), '{}'),
        coalesce(array_agg(l.title_id) filter (where l.id is not null), '{}'),
        coalesce(array_agg(l.due_on) filter (where l.id is not null), '{}')
      from known_reader r left join loan l on l.reader_id = r.reader_id and l.closed_how is null group by r.reader_id;
    insert into hold (id, title_id, reader_id, reader_school_id, pickup_school_id, status, placed_at, placed_by, ended_on)
      select (${id(HOLD, 'n')})::uuid, (${id(TITLE, 'n % 500')})::uuid, (${id(READER, 'reader')})::uuid,
        (${id(SCHOOL, `reader / ${READERS}`)})::uuid, (${id(SCHOOL, `(reader / ${READERS} + (reader % 10 = 0)::int) % ${SCHOOLS_N}`)})::uuid,
        case when n % 30 > 0 then 'fulfilled' when n % 60 = 0 then 'waiting' else 'expired' end, '2026-01-01', 'x',
        case when n % 60 > 0 then date '2026-02-01' end
      from (select n, ((n::bigint * 7919) % ${SCHOOLS_N * READERS})::int as reader from generate_series(0, 59999) n) held;
    insert into compensation (id, loan_id, copy_id, reader_id, school_id, owed_on, declared_by, status, settled_on, settled_by,
        owed_fen, lending_school_id, reader_school_id)
      select (${id(OWED, 'n')})::uuid, l.id, l.copy_id, l.reader_id, l.owning_school_id, l.loaned_on, 'x',
        case when n % 20 = 0 then 'owed' else 'waived' end, case when n % 20 > 0 then l.loaned_on end,
        case when n % 20 > 0 then 'x' end, 1, l.lending_school_id, l.reader_school_id
      from (select *, row_number() over (order by id) as n from loan where closed_how is not null limit 20000) l;
  `);
  await run('analyze');
  await run('set enable_seqscan = off');
}, 180_000);
afterAll(async () => {
  await county?.stop();
  await database?.drop();
});

type Plan = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Plan[];
};

/** Rows that a plan took from tables and indexes, shown or not. */
const rowsRead = (plan: Plan): number =>
  (plan.Plans ?? []).reduce((sum, part) => sum + rowsRead(part), 0) +
  (plan['Relation Name'] === undefined || !plan['Node Type'].includes('Scan')
    ? 0
    : (plan['Actual Rows'] +
        (plan['Rows Removed by Filter'] ?? 0) +
        (plan['Rows Removed by Index Recheck'] ?? 0)) *
      plan['Actual Loops']);

async function explained(statement: { text: string; values: readonly unknown[] }): Promise<[number, number]> {
  const [row] = await county.service.sql<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `explain (analyze, buffers, format json) ${statement.text}`,
    [...statement.values],
  );
  const plan = row?.['QUERY PLAN'][0].Plan;
  if (plan === undefined) throw new Error('no plan');
  return [plan['Actual Rows'], Math.round(rowsRead(plan))];
}

const account = (...grants: Grant[]): TokenClaims => ({
  sub: 'x',
  kind: 'account',
  grants,
  scopes: [],
  schools: null,
});
const client = (schools: number | null): TokenClaims => ({
  sub: 'x',
  kind: 'client',
  grants: [],
  scopes: ['circulation.read'],
  schools: schools === null ? null : Array.from({ length: schools }, (_, n) => idOf(SCHOOL, n)),
});
const [school, classId] = [idOf(SCHOOL, 3), idOf(CLASS, 31)];
const callers: Readonly<Record<string, TokenClaims>> = {
  'a reader': account({ role: 'reader', readerId: idOf(READER, 1_241) }),
  'a teacher of two classes': account(
    { role: 'teacher', schoolId: school, classId },
    { role: 'teacher', schoolId: school, classId: idOf(CLASS, 32) },
  ),
  'a class helper': account({ role: 'class-helper', schoolId: school, classId }),
  'a librarian': account({ role: 'librarian', schoolId: school }),
  'a head': account({ role: 'school-head', schoolId: school }),
  'a librarian who teaches and reads': account(
    { role: 'librarian', schoolId: school },
    { role: 'teacher', schoolId: idOf(SCHOOL, 4), classId: idOf(CLASS, 41) },
    { role: 'reader', readerId: idOf(READER, 9) },
  ),
  'a client of three schools': client(3),
  'a client of all schools': client(SCHOOLS_N),
  'a client of the county': client(null),
};
const callerOf = (claims: TokenClaims, operation: Operation): Caller | null => {
  const reach = reachOf(claims, operation);
  return reach === null ? null : new Caller(claims, reach);
};
/**
 * A page reads about a hundred times what it shows at most; one that shows nothing, a hundred rows or two, and a few of
 * each pupil of the caller's classes (forty in each).
 */
const mostRows = (shown: number, { reach }: Caller): number =>
  100 * (shown + 2) + 20 * 40 * reach.classes.size;

/** What costs more than it may, for each caller and each way to ask. */
async function tooDear<Asked extends object>(
  operation: Operation,
  asking: readonly Asked[],
  statementFor: (
    caller: Caller,
    input: Asked & { limit: number },
  ) => { text: string; values: readonly unknown[] },
): Promise<unknown[]> {
  const dear: unknown[] = [];
  for (const [name, claims] of Object.entries(callers)) {
    const caller = callerOf(claims, operation);
    if (caller === null) continue;
    for (const input of asking) {
      // A foreign school is a 403 before.
      if ('schoolId' in input && !caller.mayWorkAt(String(input.schoolId))) continue;
      const [shown, read] = await explained(statementFor(caller, { ...input, limit: 50 }));
      // For a class that is asked for, all that its pupils ever had.
      const ofClass = 'classId' in input ? 60 * 40 : 0;
      if (read > mostRows(shown, caller) + ofClass) dear.push({ name, input, shown, read });
    }
  }
  return dear;
}

describe('a page of a list reads about as much as it shows, at 300,000 loans', () => {
  it('of loans, for whoever asks, by school, status, reader and copy', async () => {
    const own = { schoolId: school };
    const statuses = (['open', 'overdue', 'closed'] as const).map((status) => ({ status }));
    const sort = 'dueOn' as const;
    const asking = [
      {},
      ...statuses,
      { status: 'open' as const, sort },
      { ...own, status: 'overdue' as const, sort },
      { ...own, status: 'open' as const, dueBefore: day('2026-10-13') },
      { classId },
      { classId, status: 'open' as const, sort },
      { copyBarcode: 'B1' },
      own,
      ...statuses.map((status) => ({ ...own, ...status })),
      { readerId: idOf(READER, 1_241) },
      { readerId: idOf(READER, 1_241), status: 'open' as const },
      { readerId: idOf(READER, 5) },
      { copyId: idOf(COPY, 77) },
      { copyId: idOf(COPY, 77), status: 'closed' as const },
    ];
    expect(await tooDear('loans.list', asking, (caller, input) => loansAsked(caller, input, TODAY))).toEqual(
      [],
    );
  }, 120_000);
  it('of loans, wherever the page begins, and each row comes once, newest first', async () => {
    for (const name of Object.keys(callers)) {
      const caller = callerOf(callers[name] ?? account(), 'loans.list');
      if (caller === null) continue;
      const { text, values } = loansAsked(caller, { limit: 50 }, TODAY);
      const rows = await county.service.sql<{ id: string }>(text, [...values]);
      const ids = rows.map((row) => row.id);
      expect([name, ids]).toEqual([name, [...new Set(ids)].sort().reverse()]);
      // The same as the plain words for it, however long that takes.
      const { county: all, schools, classes, readers } = caller.reach;
      const plain = await county.service.sql<{ id: string }>(
        `select id from loan where $1 or lending_school_id = any($2::uuid[]) or reader_school_id = any($2::uuid[])
           or reader_id = any($3::uuid[])
           or reader_id in (select reader_id from known_reader where class_id = any($4::uuid[]))
         order by id desc limit 51`,
        [all, [...schools], [...readers], [...classes.keys()]],
      );
      expect([name, ids]).toEqual([name, plain.map((row) => row.id)]);
    }
  }, 120_000);
  it('of compensations', async () => {
    const own = { schoolId: school };
    const statuses = (['owed', 'waived', 'paid'] as const).map((status) => ({ status }));
    const asking = [
      {},
      ...statuses,
      own,
      { ...own, status: 'owed' as const },
      { readerId: idOf(READER, 1_241) },
    ];
    expect(await tooDear('compensations.list', asking, compensationsAsked)).toEqual([]);
  }, 120_000);
  it('of holds, with their places in the queue', async () => {
    const own = { schoolId: school };
    const statuses = (['waiting', 'fulfilled', 'expired', 'cancelled'] as const).map((status) => ({
      status,
    }));
    const asking = [
      {},
      ...statuses,
      own,
      { ...own, status: 'waiting' as const },
      { readerId: idOf(READER, 1_241) },
      { titleId: idOf(TITLE, 60) },
      { titleId: idOf(TITLE, 60), status: 'waiting' as const },
    ];
    expect(await tooDear('holds.list', asking, holdsAsked)).toEqual([]);
  }, 120_000);
  it('and so do the sweeps of the night', async () => {
    const [schools, looked] = await explained({ text: SCHOOLS.text, values: [TODAY] });
    expect([schools, looked <= 4 * SCHOOLS_N]).toEqual([SCHOOLS_N, true]);
    const first = ['-infinity', '00000000-0000-0000-0000-000000000000'];
    const [passed, read] = await explained({ text: PASSED.text, values: [TODAY, school, ...first, 200] });
    expect([passed > 50, read <= 2 * passed]).toEqual([true, true]);
    const [days, probes] = await explained({ text: DUE_DAYS.text, values: [school] });
    expect([days > 50, probes <= 3 * days]).toEqual([true, true]);
  });
});
