import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startForTests, type ServiceForTests } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { copyId, schoolId, titleId } from '../a-county-history.builder.js';
import { reportingService } from '../reporting.module.js';

let database: FreshDatabase;
let reporting: ServiceForTests;
beforeAll(async () => {
  database = await freshDatabase('reporting_main_class');
  reporting = await startForTests(reportingService, { ownerUrl: database.ownerUrl });
});
afterAll(async () => {
  await reporting?.stop();
  await database?.drop();
});

describe('the main class of a copy', () => {
  it.each([
    ['I287.45', 'I'],
    ['TP312', 'T'],
    [' ｉ287', 'I'],
    ['\u3000K82', 'K'],
    ['\tk82', 'K'],
    ['[B822.98]', 'B'],
    ['{D922.59}', 'D'],
    ['21.2', '?'],
    ['', '?'],
    [null, '?'],
  ])('with the class number %p is %s', async (clc, main) => {
    const rows = await reporting.sql<{ main_class: string }>(
      `insert into known_copy (copy_id, school_id, title_id, clc, kind, since, version, lendable, stock_state,
         entered_on, entered_at, source)
       values ($1, $2, $3, $4, 'book', '2026-09-01', 1, true, 'lendable', '2026-09-01', $2, 'purchase')
       on conflict (copy_id) do update set clc = excluded.clc returning main_class`,
      [copyId(1), schoolId(1), titleId(1), clc],
    );
    expect(rows).toEqual([{ main_class: main }]);
  });
});
