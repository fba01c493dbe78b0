import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type ReadersForTests } from '../a-readers-service.builder.js';
import { READERS_PAGE, searchOf } from './readers.query.js';

const SCHOOLS = 300;
const READERS_OF_A_SCHOOL = 1_000;
const minutes = 60_000;

let database: FreshDatabase;
let readers: ReadersForTests;
let school: string;
let schoolClass: string;

beforeAll(async () => {
  database = await freshDatabase('readers_plans');
  readers = await aReadersService(database.ownerUrl);
  await readers.sql(`set synchronous_commit = off`);
  await readers.sql(`
    insert into school (id, code, name, kind, version, announced, opened_at)
      select gen_random_uuid(), 'P' || n, 'P' || n, 'primary', 1, 1, now() from generate_series(1, ${SCHOOLS}) n`);
  await readers.sql(`
    insert into school_class (id, school_id, section, entry_year, class_no, version, announced, opened_at)
      select gen_random_uuid(), s.id, 'primary', 2020 + n % 6, 1 + n / 6, 1, 1, now()
      from school s, generate_series(1, 24) n`);
  await readers.sql(`
    insert into reader (id, school_id, kind, name, class_id, version, announced, enrolled_on, has_words)
      select gen_random_uuid(), s.id, 'student', 'N' || n, s.classes[1 + n % 24], 1, 1, '2026-09-01', true
      from (select school_id as id, array_agg(id) as classes from school_class group by 1) s,
           generate_series(1, ${READERS_OF_A_SCHOOL}) n`);
  // Three letters each, as initials are: some forty pupils of a school share a first letter, hardly two all of them.
  await readers.sql(`
    insert into reader_word (school_id, word, reader_id)
      select school_id, chr(97 + n % 26) || chr(97 + n / 26 % 26) || chr(97 + n / 7 % 26), id
      from (select id, school_id, substr(name, 2)::int as n from reader) r`);
  await readers.sql(`
    insert into card (id, reader_id, school_id, number, card_key, status, issued_on)
      select gen_random_uuid(), id, school_id, name, name, 'active', '2026-09-01' from reader`);
  await readers.sql('analyze');
  const [one] = await readers.sql<{ school: string; class: string }>(
    // Of a class that has not graduated: its pupils are active.
    `select r.school_id as school, r.class_id as class from reader r join school_class k on k.id = r.class_id
     where k.entry_year = 2023 limit 1`,
  );
  [school, schoolClass] = [one?.school ?? '', one?.class ?? ''];
}, 6 * minutes);
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

type Node = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Node[];
};
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** Rows that the scans of a question read, rows it gives, and tables it reads from end to end. */
async function planOf(text: string, values: readonly unknown[]) {
  const [row] = await readers.sql<{ 'QUERY PLAN': readonly [{ readonly Plan: Node }] }>(
    `explain (analyze, format json) ${text}`,
    [...values],
  );
  const plan = row?.['QUERY PLAN'][0].Plan;
  if (plan === undefined) throw new Error('no plan');
  const scans = nodesOf(plan).filter((node) => node['Node Type'].includes('Scan'));
  return {
    returned: plan['Actual Rows'],
    read: scans.reduce(
      (sum, node) =>
        sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
      0,
    ),
    whole: scans.flatMap((node) => (node['Node Type'] === 'Seq Scan' ? [node['Relation Name']] : [])),
  };
}

describe('among 300,000 readers', () => {
  const page = (status: string, classId: string | null = null): unknown[] => [
    school,
    null,
    classId,
    status,
    null,
    51,
    2026,
  ];

  it.each([
    ['three initials', searchOf(true, false), ['abd', 'abd\u{10ffff}']],
    ['one letter', searchOf(true, false), ['a', 'a\u{10ffff}']],
    ['a card number', searchOf(false, true), ['N77']],
    ['a letter and a card number', searchOf(true, true), ['a', 'a\u{10ffff}', 'N78']],
  ])('a search by %s reads little more than it gives, all by indexes', async (_what, text, further) => {
    const plan = await planOf(text, [...page('active'), ...further]);
    expect(plan.whole).toEqual([]);
    expect(plan.read).toBeLessThanOrEqual(100 * Math.max(1, plan.returned));
  });

  it.each([
    ['a school', null],
    ['a class', 'class'],
  ])('a page of %s does, too', async (_what, ofClass) => {
    const plan = await planOf(READERS_PAGE, page('active', ofClass === null ? null : schoolClass));
    expect(plan.returned).toBeGreaterThan(10);
    expect(plan.whole).toEqual([]);
    expect(plan.read).toBeLessThanOrEqual(100 * plan.returned);
  });
});
