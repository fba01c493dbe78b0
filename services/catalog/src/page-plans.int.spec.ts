import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from './a-catalog.builder.js';
import { COPIES_OF_PLACES, COPIES_OF_SHELF } from './locations/locations.query.js';
import { REPAIRS } from './repair/repairs.query.js';
import { LIVE_PAGE } from './stocktake/stocktakes.query.js';

/** A school with so many copies on so many shelves, in the order of their call numbers; nine of ten were scanned. */
const [COPIES, SHELVES] = [12_000, 4];
const [SHELF, STOCKTAKE] = ['00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-00000000abcd'];
const PAGE = 51;

let catalog: CatalogForTests;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_page_plans'));
  const { body: title } = await catalog.call('POST', '/titles', { title: '草房子', clc: 'I287.47' });
  const values = `'${(title as { id: string }).id}', '${catalog.schools[0]}'`;
  const id = (n: string): string => `('00000000-0000-7000-8000-' || lpad((${n})::text, 12, '0'))::uuid`;
  await catalog.sql(`insert into location (id, school_id, kind, name, ancestors, path)
    select ${id('n')}, '${catalog.schools[0]}', 'shelf', '架' || n, array[${id('n')}], '架' || n from generate_series(1, ${SHELVES}) n`);
  await catalog.sql(`insert into copy (id, title_id, school_id, barcode, accession_number, clc, call_number, kind, stock_state,
      accessioned_on, location_id)
    select ${id('100000 + n')}, ${values}, 'B' || n, n, 'I287', 'I287/' || n, 'book', 'lendable', '2026-01-01',
      ${id(`1 + (n - 1) * ${SHELVES} / ${COPIES}`)}
    from generate_series(1, ${COPIES}) n`);
  await catalog.sql(`insert into stocktake (id, school_id, name, first_number, through_number, opened_on, opened_by, expected)
    values ('${STOCKTAKE}', '${catalog.schools[0]}', '清点', 1, ${COPIES}, '2026-06-01', 'x', ${COPIES})`);
  await catalog.sql(`insert into stocktake_scan (stocktake_id, barcode, copy_id, scanned_at, scanned_by)
    select '${STOCKTAKE}', barcode, id, now(), 'x' from copy where accession_number % 10 > 0`);
  await catalog.sql(`insert into repair (id, school_id, copy_id, damage, source, was, state, taken_on, taken_by, ended_on, ended_by)
    select ${id('200000 + accession_number')}, school_id, id, 'x', 'triage', 'lendable', 'mended',
      date '2026-01-01' + accession_number % 100, 'x', '2026-06-01', 'x'
    from copy`);
  await catalog.sql('analyze');
}, 120_000);
afterAll(() => catalog?.end());

type Plan = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
};
const readFrom = (table: string, plan: Plan): number =>
  (plan.Plans ?? []).reduce((sum, part) => sum + readFrom(table, part), 0) +
  (plan['Relation Name'] === table
    ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
    : 0);

/** Rows that a statement returns, and those that it takes from a table, shown or not. */
const explained = async (
  table: string,
  text: string,
  values: readonly unknown[],
): Promise<{ readonly returned: number; readonly read: number }> => {
  const [row] = await catalog.sql<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `explain (analyze, format json) ${text}`,
    [...values],
  );
  const plan = row?.['QUERY PLAN'][0].Plan;
  if (plan === undefined) throw new Error('no plan');
  return { returned: plan['Actual Rows'], read: Math.round(readFrom(table, plan)) };
};

describe('a page of a list', () => {
  it.each([
    ['of the last shelf of a school', COPIES_OF_SHELF],
    ['of all that is below a place', COPIES_OF_PLACES],
  ])('%s begins with the first copy there', async (_, statement) => {
    const { returned, read } = await explained('copy', statement, [catalog.schools[0], SHELF, null, PAGE]);
    expect(returned).toBe(PAGE);
    expect(read).toBeLessThan(4 * PAGE);
  });

  it.each([
    ['of all findings', null, 4 * PAGE],
    // One copy of ten is missing: ten are looked at for each.
    ['of missing copies', 'missing', 15 * PAGE],
  ])('%s of a stocktake ends where it is full', async (_, finding, most) => {
    const { returned, read } = await explained('copy', LIVE_PAGE, [STOCKTAKE, finding, null, null, PAGE]);
    expect(returned).toBe(PAGE);
    expect(read).toBeLessThan(most);
  });

  it('of repairs of the county walks along their days', async () => {
    const { returned, read } = await explained('repair', REPAIRS, [
      ...Array.from({ length: 7 }, () => null),
      PAGE,
      null,
    ]);
    expect(returned).toBe(PAGE);
    expect(read).toBeLessThan(4 * PAGE);
  });
});
