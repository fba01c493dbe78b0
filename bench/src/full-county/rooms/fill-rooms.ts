import type { Client } from 'pg';

import { byChance } from '../by-chance.js';
import { inAHurry, schoolBySchool } from '../in-a-hurry.js';
import { accounts } from './accounts.js';
import { archives } from './archives.js';
import { bibliographies } from './bibliographies.js';
import { buying } from './buying.js';
import { careOfStock } from './care-of-stock.js';
import { classLoans } from './class-loans.js';
import { eResources } from './e-resources.js';
import { lentDays } from './lent-days.js';
import { locations } from './locations.js';
import { newBooks } from './new-books.js';
import { roomsOfCounty } from './of-the-county.js';
import { ownershipTransfers } from './ownership-transfers.js';
import { registerPeriods } from './register-periods.js';
import { repairs } from './repairs.js';
import type { Room } from './room.js';
import { serials, subscriptions } from './serials.js';
import { stocktakes } from './stocktakes.js';
import { weeding } from './weeding.js';

/** In this order: books come in after the books were closed, and are placed and counted with the others. */
const rooms: readonly Room[] = [
  lentDays,
  classLoans,
  registerPeriods,
  buying,
  newBooks,
  locations,
  stocktakes,
  weeding,
  repairs,
  careOfStock,
  ownershipTransfers,
  bibliographies,
  accounts,
  ...roomsOfCounty,
  serials,
  subscriptions,
  eResources,
  archives,
];

export const roomNames: readonly string[] = rooms.map(({ name }) => name);

/** The schools of a county that stands, by their codes; the largest, and every fiftieth, whole. */
const PLACES = `
  create table bench.place (n int primary key, id uuid, code text, copies int, lent int, whole boolean);
  insert into bench.place
  select row_number() over (order by code) - 1, id, code, copies, copies / 4,
         (row_number() over (order by code) - 1) % 50 = 0 or copies = max(copies) over ()
  from (
    select s.school_id as id, s.code, coalesce((
      select min(c.accession_number) from catalog.copy c
      where c.school_id = s.school_id and c.accessioned_on > date '2026-01-01' and c.stock_state <> 'withdrawn'), a.next) - 1 as copies
    from catalog.known_school s join catalog.accession_counter a using (school_id)) s`;

const run = async (client: Client, room: Room, values: readonly number[]): Promise<void> => {
  const { rows } = await client.query<{ filled: boolean }>(room.isFilled, [...values]);
  if (rows[0]?.filled === true) return;
  await client.query('begin');
  for (const statement of room.fill)
    await client.query(statement, statement.includes('$1') ? [...values] : []);
  await client.query('commit');
};

/**
 * Fills the newer rooms of a county that stands, school by school; what is filled is left. Services must be stopped. It
 * leaves the schema `bench` behind, and the sums of reporting as they were before.
 */
export const fillRooms = async (
  ownerUrl: string,
  seed: number,
  said: (what: string) => void,
): Promise<void> => {
  await inAHurry(ownerUrl, async (client) => {
    await client.query(byChance(seed));
    await client.query(PLACES);
    const { rows } = await client.query<{ schools: number }>(
      'select count(*)::int as schools from bench.place',
    );
    const schools = rows[0]?.schools ?? 0;
    for (const room of rooms) {
      if (room.of === 'county') await run(client, room, []);
      else
        await schoolBySchool(
          ownerUrl,
          schools,
          () => Promise.resolve(),
          (session, number) => run(session, room, [number]),
          () => undefined,
        );
      await client.query(`analyze ${room.tables.join(', ')}`);
      said(room.name);
    }
  });
};

/** The tables that rooms wrote into, for those who tidy up after them. */
export const tablesOfRooms: readonly string[] = [...new Set(rooms.flatMap(({ tables }) => tables))];
