import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { Lists } from '@shulian/service-kit';
import { startForTests, type ServiceForTests } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { schoolId } from '../a-county-history.builder.js';
import { FIGURES } from '../figures/figures.query.js';
import { reports } from '../reports/all.report.js';
import { reportingService } from '../reporting.module.js';

const SCHOOLS = 30;
const READERS = 9_000;
const COPIES = 100_000;
const LOANS = 300_000;
const TODAY = '2026-10-12' as CalendarDay;

let database: FreshDatabase;
let reporting: ServiceForTests;

/** Two school years: loans on 400 days, copies that were bought on 2,000, two copies a title. */
const FILL = `
  create function pg_temp.id(what text, n bigint) returns uuid language sql immutable as
    $$ select ('01940000-0000-7000-80' || what || '-' || lpad(n::text, 12, '0'))::uuid $$;
  insert into known_school (school_id, code, name, kind, since, version)
  select pg_temp.id('5c', n), 'S' || n, 'S' || n, 'primary', '2024-09-01', 1 from generate_series(1, ${SCHOOLS}) n;
  insert into known_term select pg_temp.id('7e', n), pg_temp.id('5c', n), 'x', '2026-09-01', '2027-01-20', 1
  from generate_series(1, ${SCHOOLS}) n;
  insert into known_class (class_id, school_id, section, entry_year, class_no, since, version)
  select pg_temp.id('c1', n), pg_temp.id('5c', 1 + n % ${SCHOOLS}), 'primary', 2024, n, '2024-09-01', 1
  from generate_series(1, ${READERS / 30}) n;
  insert into known_reader (reader_id, school_id, kind, class_id, active, since, version)
  select pg_temp.id('4e', n), pg_temp.id('5c', 1 + n % ${SCHOOLS}), 'student', pg_temp.id('c1', 1 + n % ${READERS / 30}),
         true, '2024-09-02', 1 from generate_series(1, ${READERS}) n;
  insert into known_copy (copy_id, school_id, title_id, clc, kind, price_fen, since, version, lendable, stock_state, entered_on,
    entered_at, source)
  select pg_temp.id('b0', n), pg_temp.id('5c', 1 + n % ${SCHOOLS}), pg_temp.id('71', n / 2), chr((65 + n % 20)::int), 'book', 2500,
         date '2020-01-01' + (n % 2000)::int, 1, true, 'lendable', date '2020-01-01' + (n % 2000)::int,
         pg_temp.id('5c', 1 + n % ${SCHOOLS}), 'purchase' from generate_series(1, ${COPIES}) n;
  insert into known_loan (loan_id, copy_id, reader_id, lending_school_id, owning_school_id, reader_kind, class_id, loaned_on, due_on, renewals,
    state, closed_on, since, version)
  select pg_temp.id('10', n), pg_temp.id('b0', n % ${COPIES}), pg_temp.id('4e', 1 + n % ${READERS}),
         pg_temp.id('5c', 1 + n % ${SCHOOLS}), pg_temp.id('5c', 1 + n % ${SCHOOLS}), 'student', pg_temp.id('c1', 1 + n % ${READERS / 30}), day, day + 30, 0,
         case when n % 50 = 0 then 'open' else 'returned' end, case when n % 50 > 0 then day + (n % 40)::int end, day, 1
  from (select n, date '2024-09-02' + (n % 770)::int as day from generate_series(1, ${LOANS}) n) l;
  select make_sums_anew();
  analyze`;

type Node = {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Node[];
};
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** The rows that a statement reads from each table, those included that it looks at and leaves. */
async function rowsRead(text: string, values: readonly unknown[]): Promise<Readonly<Record<string, number>>> {
  const [explained] = await reporting.app
    .get(Lists)
    .rows<{ 'QUERY PLAN': { Plan: Node }[] }>(`explain (analyze, buffers, format json) ${text}`, values);
  const read: Record<string, number> = {};
  for (const node of nodesOf(explained?.['QUERY PLAN'][0]?.Plan as Node)) {
    const table = node['Relation Name'];
    if (table === undefined) continue;
    const rows = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
    read[table] = (read[table] ?? 0) + Math.round(rows);
  }
  return read;
}

beforeAll(async () => {
  database = await freshDatabase('reporting_plans');
  reporting = await startForTests(reportingService, { ownerUrl: database.ownerUrl });
  await reporting.sql(FILL);
}, 300_000);
afterAll(async () => {
  await reporting?.stop();
  await database?.drop();
});

const FACTS = ['known_loan', 'known_copy', 'former_copy', 'lost_copy', 'known_compensation', 'known_visit'];
const scopes = [
  ['a school', schoolId(1) as SchoolId],
  ['the county', null],
] as const;
const periods = [
  ['this term', '2026-09-01', TODAY],
  ['last school year', '2025-09-01', '2026-08-31'],
] as const;

describe.each(scopes)('for %s', (_, school) => {
  const schools = school === null ? SCHOOLS : 1;

  it('figures read sums and never the loans and copies themselves', async () => {
    const read = await rowsRead(FIGURES.text, [school, TODAY]);
    for (const table of FACTS) expect(read).not.toHaveProperty(table);
    // Months since the first loan and the days of this month, with what will become overdue in it.
    expect(read['lending_sum']).toBeLessThan(schools * 150);
    expect(read['reader_sum']).toBeLessThan(schools * 10);
    expect(read['stock_sum']).toBeLessThan(150);
  });

  it.each(
    reports.flatMap((report) => periods.map(([name, from, to]) => [report.name, name, from, to] as const)),
  )('%s of %s reads sums and never the loans and copies themselves', async (name, _name, from, to) => {
    const report = reports.find((one) => one.name === name);
    if (report === undefined) throw new Error('no such report');
    const scope = { schoolId: school, from, to, on: to } as never;
    const read = await rowsRead(report.statement.text, report.values(scope));
    for (const table of FACTS) expect(read).not.toHaveProperty(table);
    expect(read['lending_sum'] ?? 0).toBeLessThan(schools * 250);
    expect(read['stock_sum'] ?? 0).toBeLessThan(school === null ? SCHOOLS * 350 : 2_500);
    // By the month of the loan before: some for each month of the period.
    expect(read['use_sum'] ?? 0).toBeLessThan(schools * 900);
    expect(read['movement_sum'] ?? 0).toBeLessThan(schools * 250);
    // Who borrowed is asked of each reader and school year, not of each loan.
    expect(read['borrower_year'] ?? 0).toBeLessThanOrEqual((2 * READERS * schools) / SCHOOLS);
    expect(read['known_reader'] ?? 0).toBeLessThanOrEqual((3 * READERS * schools) / SCHOOLS);
    expect(read['class_sum'] ?? 0).toBeLessThan(((schools * READERS) / SCHOOLS / 30) * 80);
  });
});
