import type { Client } from 'pg';

import { byChance } from './by-chance.js';
import { copyRows } from './copied-rows.js';
import { MAKE_HOLDS, QUEUES_OF_TITLES } from './holds.js';
import { inAHurry, schoolBySchool } from './in-a-hurry.js';
import { MAKE_LENT, MAKE_LOANS, SPREAD_LOANS, TABLES_OF_LENDING, TEMPORARY_LENDING } from './lending.js';
import type { OpenedSchool } from './opened-schools.js';
import { copyReaders, SPREAD_READERS, TABLES_OF_READERS } from './readers.js';
import { schoolDays } from './school-days.js';
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

const prepare = async (client: Client, { seed, size, shares, schools }: Filling): Promise<void> => {
  await client.query(`
    ${byChance(seed)}
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

/** Titles, readers, copies, loans, holds and notes into the tables of every service, as if their events had been digested. */
export const fill = async (filling: Filling): Promise<void> => {
  const { ownerUrl, size, seed, schools, said } = filling;
  await inAHurry(ownerUrl, async (client) => {
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
        const begin = (session: Client) => session.query(`${TEMPORARY_STOCK}${TEMPORARY_LENDING}`);
        await schoolBySchool(ownerUrl, schools.length, begin, fillSchool, said);
        await client.query(QUEUES_OF_TITLES);
      },
      said,
    );
  });
};
