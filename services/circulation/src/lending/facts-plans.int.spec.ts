import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CopyId, SchoolId, TitleId } from '@shulian/contracts/ids';
import { mayGoHome } from '@shulian/lending-rules/desk/reading-room';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests } from '../a-county.builder.js';
import { MAY_GO_HOME } from '../desk/lent-copies.repository.js';
import { waitsFor } from '../desk/queues.repository.js';
import { isFor } from '../holds/rules/queue.js';
import { GATHER, GATHER_AND_LOCK, GATHER_TYPES } from './check-out.facts.js';
import { LEND, LEND_TYPES } from './new-loan.effects.js';
import { TAKE_BACK, TAKE_BACK_TYPES } from './return.effects.js';
import { LOCK_FOR_RETURN, SEE } from './return.facts.js';

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('facts_plans');
  county = await CountyForTests.open(database.ownerUrl);
  // A school of twenty thousand copies and five thousand readers, with some history.
  await county.service.sql(`
    insert into known_copy (copy_id, title_id, school_id, barcode, kind, stock_state, version)
      select gen_random_uuid(), gen_random_uuid(), '${county.schoolId}', 'P' || n, 'book', 'lendable', 1
      from generate_series(1, 20000) n;
    insert into known_title (title_id, version) select title_id, 1 from known_copy;
    insert into lent_copy (copy_id) select copy_id from known_copy;
    insert into title_queue (title_id) select title_id from known_copy;
    insert into known_reader select gen_random_uuid(), '${county.schoolId}', 'student', null, null, null, 'active', false, null, 1
      from generate_series(1, 5000);
    insert into borrower (borrower_id) select reader_id from known_reader;
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
  const small = ['lending_policy_stamp', 'rotation_stamp', 'known_calendar', 'known_class', 'hold'];
  return whole.flatMap((match) => (small.includes(match[1] ?? '') ? [] : [match[1] ?? '']));
}

describe('the reads of a desk', () => {
  it('and its writes find copy, reader and answer by indexes', async () => {
    expect(await readsWhole('plan_check_out', GATHER.text, GATHER_TYPES)).toEqual([]);
    expect(await readsWhole('plan_check_out_locked', GATHER_AND_LOCK.text, GATHER_TYPES)).toEqual([]);
    expect(await readsWhole('plan_lend', LEND.text, LEND_TYPES)).toEqual([]);
    const texts = ['text[]', 'text[]', 'text[]', 'text[]'];
    expect(await readsWhole('plan_see_return', SEE.text, ['uuid[]', ...texts, 'bigint'])).toEqual([]);
    expect(await readsWhole('plan_take_back', TAKE_BACK.text, TAKE_BACK_TYPES)).toEqual([]);
    expect(await readsWhole('plan_return', LOCK_FOR_RETURN.text, ['uuid'])).toEqual([]);
  });
});

describe('what a statement must ask without the rule', () => {
  const [here, there] = [randomUUID() as SchoolId, randomUUID() as SchoolId];
  const [one, other] = [randomUUID() as TitleId, randomUUID() as TitleId];
  const [copyId, anotherCopy] = [randomUUID() as CopyId, randomUUID() as CopyId];

  it('is for whom a copy lies there: the same as the rule of the queue says', async () => {
    const statuses = ['waiting', 'ready', 'fulfilled', 'cancelled', 'expired'] as const;
    const copy = { copyId, titleId: one, schoolId: here, kind: 'book' as const };
    for (const titleId of [one, other])
      for (const pickupSchoolId of [here, there])
        for (const wantedCopyId of [null, copyId, anotherCopy])
          for (const status of statuses) {
            const [row] = await county.service.sql<{ waits: boolean }>(
              `select ${waitsFor({ title: '$5::uuid', school: '$6::uuid', id: '$7::uuid' })} as waits
               from (select $1::uuid as title_id, $2::uuid as pickup_school_id, $3::uuid as wanted_copy_id, $4 as status) h`,
              [titleId, pickupSchoolId, wantedCopyId, status, copy.titleId, copy.schoolId, copy.copyId],
            );
            expect([titleId, pickupSchoolId, wantedCopyId, status, row?.waits]).toEqual([
              ...[titleId, pickupSchoolId, wantedCopyId, status],
              status === 'waiting' && isFor({ titleId, pickupSchoolId, wantedCopyId }, copy),
            ]);
          }
  });

  it('is whether a copy may go home: the same as the rule of the reading room says', async () => {
    const kinds = ['book', 'reference', 'periodical', 'audiovisual', 'textbook', 'other'] as const;
    const states = ['processing', 'lendable', 'reading-room', 'repair', 'missing', 'withdrawn'] as const;
    for (const kind of kinds)
      for (const stockState of states) {
        const [row] = await county.service.sql<{ may: boolean }>(
          `select ${MAY_GO_HOME} as may from (select $1 as kind, $2 as stock_state) k`,
          [kind, stockState],
        );
        expect([kind, stockState, row?.may]).toEqual([kind, stockState, mayGoHome({ kind, stockState })]);
      }
  });
});
