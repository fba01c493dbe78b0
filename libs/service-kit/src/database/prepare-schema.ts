import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import type { Topic } from '@shulian/contracts/envelope';
import { Connection } from './connection.js';
import { dataSourceOptions, type Migration } from './database.js';
import { codeOf } from './sql-state.js';

const SAFE = /^[a-z][a-z0-9_]*$/;

/** The role of a service: it owns nothing but what its migrations make in its own schema. */
export const roleOf = (service: string): string => `shulian_${service}`;

async function asOwner(ownerUrl: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Connection({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
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
    await keepRole(client, role, password);
    await client.query(`create schema if not exists ${service}`);
    await client.query(`revoke all on schema public from public`);
    await mayAnalyze(client, service, role);
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

/** A lock is of one database, a role of all of them: who makes it in another one at the same moment is met here. */
async function keepRole(client: Client, role: string, password: string, attempt = 1): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(
    'select exists (select from pg_roles where rolname = $1) as there',
    [role],
  );
  const secret = client.escapeLiteral(password);
  try {
    await client.query(
      `${rows[0]?.there === true ? 'alter' : 'create'} role ${role} login password ${secret}`,
    );
  } catch (error) {
    // The role is there meanwhile, or somebody changes it in this moment ("tuple concurrently updated").
    const isMet = ['42710', '23505', 'XX000'].includes(codeOf(error));
    if (!isMet || attempt === 10) throw error;
    await pause(attempt * 20);
    await keepRole(client, role, password, attempt + 1);
  }
}

/** New statistics for all tables, as their owner. */
export const renewStatistics = (ownerUrl: string): Promise<void> =>
  asOwner(ownerUrl, async (client) => {
    await client.query('analyze');
  });

/** Since PostgreSQL 17 a role can be allowed to renew the statistics of tables it does not own. */
async function mayAnalyze(client: Client, service: string, role: string): Promise<void> {
  const { rows } = await client.query<{ can: boolean }>(
    `select current_setting('server_version_num')::int >= 170000 as can`,
  );
  if (rows[0]?.can !== true) return;
  await client.query(`alter default privileges in schema ${service} grant maintain on tables to ${role}`);
  await client.query(`grant maintain on all tables in schema ${service} to ${role}`);
}

/**
 * Runs the migrations of a service as the owner, in the schema of the service. Its role has no right to alter tables.
 * Answers how many were new.
 */
export async function migrateSchema(
  ownerUrl: string,
  service: string,
  migrations: readonly Migration[],
): Promise<number> {
  if (!SAFE.test(service)) throw new Error('a service name is lower-case letters, digits and underscores');
  const options = dataSourceOptions({ url: ownerUrl, service, pool: 2, migrations });
  const dataSource = new DataSource({
    ...options,
    extra: { Client: Connection, options: `-c search_path=${service}` },
    schema: service,
  } as typeof options);
  await dataSource.initialize();
  try {
    return (await dataSource.runMigrations()).length;
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
    for (const { name, keptForMs } of topics)
      await client.query(
        `update bus.part set kept_for = $2::float8 * interval '1 millisecond'
         where topic = $1 and kept_for is distinct from $2::float8 * interval '1 millisecond'`,
        [topicPrefix + name, keptForMs ?? null],
      );
    for (const service of services) {
      if (!SAFE.test(service))
        throw new Error('a service name is lower-case letters, digits and underscores');
      const role = roleOf(service);
      await client.query(`grant usage on schema bus to ${role}`);
      await client.query(`grant select, insert, update on bus.grp to ${role}`);
      await client.query(`grant select on bus.log, bus.part, bus.identity to ${role}`);
      await client.query(`grant execute on function bus.append, bus.sweep to ${role}`);
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
alter table bus.part add column if not exists kept_for interval;
create table if not exists bus.log (
  topic text not null, part int not null, "offset" bigint not null, event_id uuid not null, key text not null,
  type text not null, payload json not null, at timestamptz not null default clock_timestamp(),
  primary key (topic, part, "offset"), unique (topic, event_id));
create table if not exists bus.grp (
  grp text not null, topic text not null, part int not null, committed bigint not null default 0,
  primary key (grp, topic, part));
-- Tells this log from one that is made in its place.
create table if not exists bus.identity (id uuid not null default gen_random_uuid(), one bool primary key default true check (one));
insert into bus.identity default values on conflict do nothing;
create or replace function bus.append(
  topics text[], parts int[], event_ids uuid[], keys text[], types text[], payloads text[]) returns int
language plpgsql security definer set search_path = pg_catalog as $append$
declare
  missing record;
  written int;
begin
  -- All lanes at once, always in the same order: two writers cannot lock each other out.
  perform 1 from bus.part p
  where (p.topic, p.part) in (select i.t, i.p from unnest(topics, parts) as i(t, p))
  order by p.topic, p.part for update;
  select i.t as topic, i.p as part into missing from unnest(topics, parts) as i(t, p)
  where not exists (select from bus.part p where p.topic = i.t and p.part = i.p) order by 1, 2 limit 1;
  if found then
    raise exception 'topic % has no partition %', missing.topic, missing.part using errcode = 'no_data_found';
  end if;
  -- A statement of its own, begun after the locks: it sees what the writer before us has appended.
  with incoming as (
    select distinct on (e.topic, e.event_id) e.*
    from unnest(topics, parts, event_ids, keys, types, payloads) with ordinality
      as e(topic, part, event_id, key, type, payload, ord)
    where not exists (select from bus.log l where l.topic = e.topic and l.event_id = e.event_id)
    order by e.topic, e.event_id, e.ord
  ), numbered as (
    select i.*, row_number() over (partition by i.topic, i.part order by i.ord) - 1 as n from incoming i
  ), appended as (
    insert into bus.log (topic, part, "offset", event_id, key, type, payload)
    select n.topic, n.part, p.next_offset + n.n, n.event_id, n.key, n.type, n.payload::json
    from numbered n join bus.part p on p.topic = n.topic and p.part = n.part
    returning topic, part
  ), moved as (
    update bus.part p set next_offset = p.next_offset + a.fresh
    from (select topic, part, count(*) as fresh from appended group by topic, part) a
    where p.topic = a.topic and p.part = a.part
    returning a.fresh
  ) select coalesce(sum(fresh), 0) into written from moved;
  return written;
end $append$;
create or replace function bus.sweep() returns void
language sql security definer set search_path = pg_catalog as $sweep$
  delete from bus.log l using bus.part p
  where p.kept_for is not null and l.topic = p.topic and l.part = p.part and l.at < clock_timestamp() - p.kept_for
$sweep$;
revoke all on function bus.append, bus.sweep from public;
`;
