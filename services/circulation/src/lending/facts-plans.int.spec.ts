import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests } from '../a-county.builder.js';
import { GATHER, GATHER_AND_LOCK, GATHER_TYPES } from './check-out.facts.js';
import { LEND, LEND_TYPES } from './new-loan.effects.js';
import { GATHER_FOR_RETURN } from './return.facts.js';

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('facts_plans');
  county = await CountyForTests.open(database.ownerUrl);
  // A school of twenty thousand copies and five thousand readers, with some history.
  await county.service.sql(`
    insert into known_copy select gen_random_uuid(), gen_random_uuid(), '${county.schoolId}', 'P' || n, 'book', 'lendable', null, 1
      from generate_series(1, 20000) n;
    insert into lent_copy (copy_id) select copy_id from known_copy;
    insert into title_queue (title_id) select title_id from known_copy;
    insert into known_reader select gen_random_uuid(), '${county.schoolId}', 'student', null, null, null, 'active', false, null, 1
      from generate_series(1, 5000);
    insert into borrower (reader_id) select reader_id from known_reader;
    insert into known_card select gen_random_uuid(), md5(reader_id::text) || md5(reader_id::text), reader_id, school_id, 'active', 1
      from known_reader;
    insert into loan (id, copy_id, title_id, reader_id, lending_school_id, owning_school_id, reader_school_id, reader_kind,
        loaned_on, loaned_at, due_on, terms, lent_by, closed_how, closed_at, closed_on)
      select gen_random_uuid(), k.copy_id, k.title_id, r.reader_id, k.school_id, k.school_id, k.school_id, 'student',
        '2026-01-01', '2026-01-01', '2026-02-01', '{}', 'x', 'returned', '2026-01-15', '2026-01-15'
      from (select *, row_number() over () n from known_copy) k
      join (select *, row_number() over () n from known_reader) r on r.n = k.n % 5000 + 1;
    insert into desk_request select 'c', 'r', n::text, '', 201, '{}' from generate_series(1, 5000) n;
  `);
  await county.service.sql('analyze');
});
afterAll(async () => {
  await county.stop();
  await database.drop();
});

/** Tables a generic plan reads from end to end, but for those that are small in every county. */
async function readsWhole(name: string, text: string, types: readonly string[]): Promise<string[]> {
  await county.service.sql('set plan_cache_mode = force_generic_plan');
  await county.service.sql(`prepare ${name} (${types.join(', ')}) as ${text}`);
  const [row] = await county.service.sql<{ 'QUERY PLAN': object }>(
    `explain (format json) execute ${name}(${types.map(() => 'null').join(', ')})`,
  );
  const whole = [
    ...JSON.stringify(row?.['QUERY PLAN']).matchAll(/"Node Type":"Seq Scan"[^{}]*?"Relation Name":"(\w+)"/g),
  ];
  const small = ['lending_policy_stamp', 'known_calendar', 'known_class', 'hold'];
  return whole.flatMap((match) => (small.includes(match[1] ?? '') ? [] : [match[1] ?? '']));
}

describe('the reads of a desk', () => {
  it('and its writes find copy, reader and answer by indexes', async () => {
    const uuid = 'uuid';
    expect(await readsWhole('plan_check_out', GATHER.text, GATHER_TYPES)).toEqual([]);
    expect(await readsWhole('plan_check_out_locked', GATHER_AND_LOCK.text, GATHER_TYPES)).toEqual([]);
    expect(await readsWhole('plan_lend', LEND.text, LEND_TYPES)).toEqual([]);
    expect(
      await readsWhole('plan_return', GATHER_FOR_RETURN.text, [
        uuid,
        'text',
        'uuid[]',
        'text',
        'text',
        'text',
      ]),
    ).toEqual([]);
  });
});
