import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  announceForTests,
  eventually,
  startForTests,
  type ServiceForTests,
} from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aCountyHistory, seededNumbers, shuffledTopics, type Happened } from './a-county-history.builder.js';
import { projections } from './projections.config.js';
import { reportingService } from './reporting.module.js';
import { aTermInRooms } from './room-use.builder.js';

const SEEDS = [1, 20_260_901, Date.now() % 1_000_000];
const sums = projections.filter(
  (table) => table.endsWith('_sum') || table === 'borrower_year',
) as readonly string[];
const databases: FreshDatabase[] = [];
afterAll(() => Promise.all(databases.map((database) => database.drop())));

const aDatabase = async (): Promise<FreshDatabase> => {
  const database = await freshDatabase('reporting_rebuild');
  databases.push(database);
  return database;
};
const put = async (reporting: ServiceForTests, events: readonly Happened[]): Promise<void> => {
  for (const event of events) await announceForTests(reporting, event, undefined, event.time);
};
/** Waits until every group has read all there is. */
const drained = (reporting: ServiceForTests): Promise<void> =>
  eventually(async () => {
    const [row] = await reporting.sql<{ waiting: number }>(
      `select coalesce(sum(p.next_offset - g.committed), 1)::int as waiting from bus.grp g join bus.part p using (topic, part)`,
    );
    expect(row?.waiting).toBe(0);
  }, 20_000);
/** Every byte of every projection, in an order of its own; a row of zeros is no row of sums. */
const tablesOf = async (reporting: ServiceForTests): Promise<Record<string, string[]>> => {
  const tables: Record<string, string[]> = {};
  expect(await reporting.sql('select sums from differing_sums() where differing > 0')).toEqual([]);
  for (const table of projections) {
    const from = sums.includes(table) ? `${table}_anew` : table;
    const rows = await reporting.sql<{ row: string }>(`select t::text as row from ${from} t order by 1`);
    tables[table] = rows.map(({ row }) => row);
  }
  return tables;
};

const inRooms = (next: (below: number) => number): Happened[] =>
  [...aTermInRooms(1, next), ...aTermInRooms(2, next)].map((event, at) => ({
    ...event,
    time: new Date(Date.UTC(2026, 9, 1) + at * 3_600_000).toISOString(),
  }));

describe.each(SEEDS)('a history made with seed %i', (seed) => {
  const history = [...aCountyHistory(seededNumbers(seed)), ...inRooms(seededNumbers(seed))];
  let told: Record<string, string[]>;
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await aDatabase();
    const reporting = await startForTests(reportingService, { ownerUrl: database.ownerUrl });
    try {
      await put(reporting, history);
      await drained(reporting);
      told = await tablesOf(reporting);
      expect(await reporting.sql('select error from parked_event')).toEqual([]);
    } finally {
      await reporting.stop();
    }
  });

  it('tells something of every table', () => {
    for (const table of projections) expect([table, told[table]?.length]).not.toEqual([table, 0]);
  });

  it('gives the same tables when it is told once more, though its inbox has forgotten everything', async () => {
    const reporting = await startForTests(reportingService, { ownerUrl: database.ownerUrl, migrated: true });
    try {
      await reporting.sql('delete from inbox');
      await reporting.sql('update bus.grp set committed = 0');
      await drained(reporting);
      expect(await tablesOf(reporting)).toEqual(told);
    } finally {
      await reporting.stop();
    }
  });

  it('gives the same tables when all is thrown away and made again from the log', async () => {
    const owner = await startForTests(reportingService, { ownerUrl: database.ownerUrl, migrated: true });
    await owner.sql('delete from known_loan');
    await owner.sql('update lending_sum set loans = loans + 1');
    await owner.stop();
    const rebuilt = await startForTests(reportingService, {
      ownerUrl: database.ownerUrl,
      migrated: true,
      rebuild: true,
    });
    try {
      await drained(rebuilt);
      expect(await tablesOf(rebuilt)).toEqual(told);
    } finally {
      await rebuilt.stop();
    }
  });

  it('gives the same tables when the topics come in another order', async () => {
    const other = await aDatabase();
    const reporting = await startForTests(reportingService, { ownerUrl: other.ownerUrl });
    try {
      const shuffled = shuffledTopics(history, seededNumbers(seed + 1));
      expect(shuffled).not.toEqual(history);
      await put(reporting, shuffled);
      await drained(reporting);
      expect(await tablesOf(reporting)).toEqual(told);
    } finally {
      await reporting.stop();
    }
  });
});
