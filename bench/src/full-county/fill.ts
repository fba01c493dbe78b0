import { Client } from 'pg';

import { copyRows } from './copied-rows.js';
import { MAKE_HOLDS, QUEUES_OF_TITLES } from './holds.js';
import { MAKE_LENT, MAKE_LOANS, SPREAD_LOANS, TABLES_OF_LENDING, TEMPORARY_LENDING } from './lending.js';
import type { OpenedSchool } from './opened-schools.js';
import { copyReaders, SPREAD_READERS, TABLES_OF_READERS } from './readers.js';
import { schoolDays, TODAY } from './school-days.js';
import type { CountySize, SchoolShare } from './size.js';
import { MAKE_COPIES, SPREAD_COPIES, TABLES_OF_STOCK, TEMPORARY_STOCK } from './stock.js';
import { describedTitles, SPREAD_TITLES, TABLES_OF_TITLES, TITLE_COLUMNS } from './described-titles.js';
import { withoutIndexes } from './without-indexes.js';

export type Filling = {
  readonly ownerUrl: string;
  readonly size: CountySize;
  readonly shares: readonly SchoolShare[];
  readonly schools: readonly OpenedSchool[];
  readonly cardKey: string;
  readonly seed: number;
  readonly said: (what: string) => void;
};

/** Schools filled at the same time: one a core. */
const AT_ONCE = 2;

/** What a loader may do and a county never: nothing of it is kept on disk before the end. */
const HURRY = [
  'fsync = off',
  'full_page_writes = off',
  'synchronous_commit = off',
  'autovacuum = off',
  "max_wal_size = '8GB'",
  "maintenance_work_mem = '1GB'",
  "work_mem = '256MB'",
];

const prepare = async (client: Client, { seed, size, shares, schools }: Filling): Promise<void> => {
  await client.query(`
    drop schema if exists bench cascade;
    create schema bench;
    create function bench.chance(kind int, n bigint) returns bigint language sql immutable parallel safe
      return hashint8extended(n, ${seed} * 1000::bigint + kind) & 9007199254740991;
    create function bench.id(ms bigint, kind int, n bigint) returns uuid language sql immutable parallel safe
      return (lpad(to_hex(ms), 12, '0') || '7' || lpad(to_hex(bench.chance(kind + 100, n) & 4095), 3, '0') || '8' ||
        lpad(to_hex(hashint8extended(n, ${seed} * 1000::bigint + kind + 200) & 1152921504606846975), 15, '0'))::uuid;
    create function bench.today() returns date language sql immutable parallel safe return date '${TODAY}';
    create function bench.titles() returns int language sql immutable parallel safe return ${size.titles};
    create table bench.day (n int primary key, day date, due_in_30 date, due_in_90 date);
    create table bench.school (n int primary key, id uuid, code text, readers int, copies int, first_copy int, lent_copies int,
      loans_a_day int, holds int)`);
  await copyRows(
    client,
    'bench.day',
    ['n', 'day', 'due_in_30', 'due_in_90'],
    schoolDays().map(({ number, day, dueIn30, dueIn90 }) => [number, day, dueIn30, dueIn90]),
  );
  await copyRows(
    client,
    'bench.school',
    ['n', 'id', 'code', 'readers', 'copies', 'first_copy', 'lent_copies', 'loans_a_day', 'holds'],
    shares.map((share) => [
      share.number,
      schools[share.number]?.id ?? '',
      schools[share.number]?.code ?? '',
      share.readers,
      share.copies,
      share.firstCopy,
      share.lentCopies,
      share.loansADay,
      share.holds,
    ]),
  );
};

const connected = async (ownerUrl: string): Promise<Client> => {
  const client = new Client({ connectionString: ownerUrl, application_name: 'bench' });
  await client.connect();
  return client;
};

const fillSchool = async (client: Client, number: number): Promise<void> => {
  await client.query('begin; truncate pg_temp.stock, pg_temp.lending, pg_temp.lent');
  await client.query(MAKE_COPIES, [number]);
  await client.query('analyze pg_temp.stock');
  await client.query(MAKE_LOANS, [number]);
  await client.query('analyze pg_temp.lending');
  await client.query(MAKE_LENT);
  await client.query('analyze pg_temp.lent');
  for (const statement of [...MAKE_HOLDS, ...SPREAD_COPIES, ...SPREAD_LOANS])
    await client.query(statement, statement.includes('$1') ? [number] : []);
  await client.query('commit');
};

const fillSchools = async ({ ownerUrl, schools, said }: Filling): Promise<void> => {
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    const client = await connected(ownerUrl);
    try {
      await client.query(`${TEMPORARY_STOCK}${TEMPORARY_LENDING}`);
      for (let number = next++; number < schools.length; number = next++) {
        await fillSchool(client, number);
        done += 1;
        if (done % 10 === 0) said(`${done} of ${schools.length} schools`);
      }
    } finally {
      await client.end();
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, schools.length) }, work));
};

/** Titles, readers, copies, loans, holds and notes into the tables of every service, as if their events had been digested. */
export const fill = async (filling: Filling): Promise<void> => {
  const { ownerUrl, size, seed, said } = filling;
  const client = await connected(ownerUrl);
  try {
    for (const setting of HURRY) await client.query(`alter system set ${setting}`);
    await client.query('select pg_reload_conf()');
    await prepare(client, filling);
    const tables = [...TABLES_OF_TITLES, ...TABLES_OF_READERS, ...TABLES_OF_STOCK, ...TABLES_OF_LENDING];
    await withoutIndexes(
      client,
      tables,
      async () => {
        await copyRows(
          client,
          'catalog.title',
          TITLE_COLUMNS,
          describedTitles(size.titles, seed),
          (written) => said(`${written} of ${size.titles} titles`),
        );
        for (const statement of SPREAD_TITLES) await client.query(statement);
        await copyReaders(client, filling);
        for (const statement of SPREAD_READERS) await client.query(statement);
        said(`${size.readers} readers`);
        await fillSchools(filling);
        await client.query(QUEUES_OF_TITLES);
      },
      said,
    );
  } finally {
    await client.query('alter system reset all').catch(() => undefined);
    await client.query('select pg_reload_conf()').catch(() => undefined);
    await client.end();
  }
};
