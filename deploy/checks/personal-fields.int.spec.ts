import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { personalColumns } from '@shulian/contracts/personal-data';
import { columnsOfSchema, statementsOf, type Wired } from '@shulian/service-kit/testing';
import { freshDatabase } from '@shulian/test-kit';

const folder = new URL('../../services/', import.meta.url);
const services = JSON.parse(readFileSync(new URL('services.json', folder), 'utf8')) as string[];

/** Names that mean a person, or words that may name one; a column of another name is described by hand. */
const meansAPerson =
  /(^|_)(reader|helper|stand_in|guardian|borrower)_id$|^(held|placed)_for$|(^|_)by$|^(caller|asker|who|by_whom|actor|card_key|card_number|username|phone|email)$|(^|_)(note|reason|comment|remark|contact)$/;
const ofText = new Set(['text', 'uuid', '_uuid', '_text', 'varchar']);
/** What matches and is no person: which process holds a lease; words of norms and of the collection, how works are ranked. */
const ofNobody = new Set([
  'daily_run.held_by',
  'authority.note',
  'bibliography_entry.note',
  'contest.ranked_by',
  'collection.note',
  'copy.withdrawal_reason',
]);

it.each(services)(
  'every column of %s that holds something of a person stands in the data dictionary',
  async (service) => {
    const wiring = new URL(`${service}/src/wiring.ts`, folder).href;
    const { wired } = await statementsOf(() => import(wiring) as Promise<Wired>);
    const database = await freshDatabase(`${service}_personal_fields`);
    const columns = await columnsOfSchema(database.ownerUrl, service, wired.migrations);
    await database.drop();
    const described = personalColumns.filter((one) => one.service === service);
    const names = new Set(described.map(({ table, column }) => `${table}.${column}`));
    const missing = columns.filter(
      ({ table, column, type }) =>
        meansAPerson.test(column) &&
        ofText.has(type) &&
        !names.has(`${table}.${column}`) &&
        !ofNobody.has(`${table}.${column}`),
    );
    expect(missing.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
    const there = new Set(columns.map(({ table, column }) => `${table}.${column}`));
    expect([...names].filter((name) => !there.has(name))).toEqual([]);
  },
);
