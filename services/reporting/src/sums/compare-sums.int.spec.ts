import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { OncePerDay } from '@shulian/service-kit';
import { startForTests, type ServiceForTests } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { schoolId } from '../a-county-history.builder.js';
import { reportingService } from '../reporting.module.js';
import { CompareSums } from './compare-sums.use-case.js';

const NIGHT = '2026-10-12T18:30:00Z';
let database: FreshDatabase;
let one: ServiceForTests;
let other: ServiceForTests;
const day = (text: string): CalendarDay => text as CalendarDay;
const nights = (): Promise<unknown[]> => one.sql('select day::text, differing from sums_compared order by 1');

beforeAll(async () => {
  database = await freshDatabase('reporting_compare');
  const settings = { SHULIAN_CLOCK: NIGHT };
  one = await startForTests(reportingService, { ownerUrl: database.ownerUrl, settings });
  other = await startForTests(reportingService, { ownerUrl: database.ownerUrl, settings, migrated: true });
});
afterAll(async () => {
  await other?.stop();
  await one?.stop();
  await database?.drop();
});

describe('the nightly comparison of the sums', () => {
  it('is made once a night, whichever of two instances looks', async () => {
    await Promise.all([one, other].map(({ app }) => app.get(OncePerDay).look()));
    await one.app.get(OncePerDay).look();
    // Half past two in Shanghai is the next day there.
    expect(await nights()).toEqual([{ day: '2026-10-13', differing: 0 }]);
  });

  it('says which sums are not what the known rows add up to', async () => {
    await one.sql(`insert into lending_sum values ($1, 'student', 'day', '2026-10-12', 1, 0, 0, 0, 0, 0)`, [
      schoolId(1),
    ]);
    await one.sql(`insert into reader_sum values ($1, 'student', 'month', '2026-10-01', 0)`, [schoolId(1)]);
    const differing = await one.app.get(CompareSums).execute(day('2026-10-14'));
    expect(differing).toEqual([{ sums: 'lending_sum', differing: 1 }]);
    expect(await nights()).toContainEqual({ day: '2026-10-14', differing: 1 });
  });
});
