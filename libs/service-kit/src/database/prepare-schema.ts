import { Client } from 'pg';
import { DataSource } from 'typeorm';
import type { Topic } from '@shulian/contracts/envelope';
import { dataSourceOptions, type Migration } from './database.js';

const SAFE = /^[a-z][a-z0-9_]*$/;

/** The role of a service: it owns nothing but what its migrations make in its own schema. */
export const roleOf = (service: string): string => `shulian_${service}`;

async function asOwner(ownerUrl: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    // Several migrators may start at once; roles are of the whole cluster.
    await client.query(`select pg_advisory_lock(hashtext('shulian.prepare'))`);
    await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Makes the role and the schema of a service, or brings them up to date; safe to repeat.
 * @param password of the role; given anew at each call, so that secrets can be rotated
 */
export async function prepareSchema(ownerUrl: string, service: string, password: string): Promise<void> {
  if (!SAFE.test(service)) throw new Error('a service name is lower-case letters, digits and underscores');
  const role = roleOf(service);
  await asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(
      'select exists (select from pg_roles where rolname = $1) as there',
      [role],
    );
    const secret = client.escapeLiteral(password);
    await client.query(
      `${rows[0]?.there === true ? 'alter' : 'create'} role ${role} login password ${secret}`,
    );
    await client.query(`create schema if not exists ${service}`);
    await client.query(`revoke all on schema public from public`);
    await client.query(`grant usage on schema ${service} to ${role}`);
    const database = client.escapeIdentifier(client.database ?? 'postgres');
    await client.query(`alter role ${role} in database ${database} set search_path = ${service}`);
    await client.query(
      `alter default privileges in schema ${service} grant select, insert, update, delete, truncate on tables to ${role}`,
    );
    await client.query(
      `alter default privileges in schema ${service} grant usage, select on sequences to ${role}`,
    );
    await client.query(`alter default privileges in schema ${service} grant execute on functions to ${role}`);
  });
}

/** Runs the migrations of a service as the owner, in the schema of the service. Its role has no right to alter tables. */
export async function migrateSchema(
  ownerUrl: string,
  service: string,
  migrations: readonly Migration[],
): Promise<void> {
  if (!SAFE.test(service)) throw new Error('a service name is lower-case letters, digits and underscores');
  const options = dataSourceOptions({ url: ownerUrl, service, pool: 2, migrations });
  const dataSource = new DataSource({
    ...options,
    extra: { options: `-c search_path=${service}` },
    schema: service,
  } as typeof options);
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
}

/**
 * Makes the event log of the embedded edition (schema `bus`) and opens it to the services; safe to repeat.
 * @param topics with their fixed numbers of partitions
 */
export async function prepareBus(
  ownerUrl: string,
  services: readonly string[],
  topics: readonly Topic[],
  topicPrefix = '',
): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    await client.query(busTables);
    for (const topic of topics)
      await client.query(
        `insert into bus.part (topic, part) select $1, generate_series(0, $2::int - 1) on conflict do nothing`,
        [topicPrefix + topic.name, topic.partitions],
      );
    for (const service of services) {
      if (!SAFE.test(service))
        throw new Error('a service name is lower-case letters, digits and underscores');
      const role = roleOf(service);
      await client.query(`grant usage on schema bus to ${role}`);
      await client.query(`grant select, insert, update on bus.grp to ${role}`);
      await client.query(`grant select on bus.log, bus.part to ${role}`);
      await client.query(`grant execute on function bus.append to ${role}`);
    }
  });
}

/**
 * Offsets are handed out under a row lock that is held to the commit, so a partition has no gaps and readers need no
 * window. The function runs with the owner's rights: a service can append to the log and read it, never change it.
 */
const busTables = `
create schema if not exists bus;
create table if not exists bus.part (
  topic text not null, part int not null, next_offset bigint not null default 0, primary key (topic, part));
create table if not exists bus.log (
  topic text not null, part int not null, "offset" bigint not null, event_id uuid not null, key text not null,
  type text not null, payload json not null, at timestamptz not null default clock_timestamp(),
  primary key (topic, part, "offset"), unique (topic, event_id));
create table if not exists bus.grp (
  grp text not null, topic text not null, part int not null, committed bigint not null default 0,
  primary key (grp, topic, part));
create or replace function bus.append(
  topics text[], parts int[], event_ids uuid[], keys text[], types text[], payloads text[]) returns int
language plpgsql security definer set search_path = pg_catalog as $append$
declare
  lane record;
  written int := 0;
  fresh int;
begin
  -- One lane after the other, always in the same order: two writers cannot lock each other out.
  for lane in
    select distinct t as topic, p as part from unnest(topics, parts) as i(t, p) order by 1, 2
  loop
    perform 1 from bus.part p where p.topic = lane.topic and p.part = lane.part for update;
    if not found then
      raise exception 'topic % has no partition %', lane.topic, lane.part using errcode = 'no_data_found';
    end if;
    with incoming as (
      select e.*, row_number() over (order by e.ord) - 1 as n
      from unnest(topics, parts, event_ids, keys, types, payloads) with ordinality
        as e(topic, part, event_id, key, type, payload, ord)
      where e.topic = lane.topic and e.part = lane.part
        and not exists (select 1 from bus.log l where l.topic = e.topic and l.event_id = e.event_id)
    ), written_rows as (
      insert into bus.log (topic, part, "offset", event_id, key, type, payload)
      select i.topic, i.part, p.next_offset + i.n, i.event_id, i.key, i.type, i.payload::json
      from incoming i join bus.part p on p.topic = i.topic and p.part = i.part
      returning 1
    ) select count(*) into fresh from written_rows;
    update bus.part p set next_offset = next_offset + fresh where p.topic = lane.topic and p.part = lane.part;
    written := written + fresh;
  end loop;
  return written;
end $append$;
revoke all on function bus.append from public;
`;
