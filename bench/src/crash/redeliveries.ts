import type { Client } from 'pg';

/**
 * Notes every event that comes to an inbox that has digested it before. A trigger, because the services rightly say
 * nothing of what they drop; it fires before the conflict is found, and its note commits with the delivery.
 */
export const noteRedeliveries = async (client: Client, schemas: readonly string[]): Promise<void> => {
  await client.query(`
    create schema crash;
    create table crash.redelivery (handler text not null, event_id uuid not null, at timestamptz not null);
    create function crash.note() returns trigger language plpgsql security definer set search_path = pg_catalog as $note$
    declare
      known bool;
    begin
      execute format('select exists (select from %I.inbox where handler = $1 and event_id = $2)', tg_table_schema)
        into known using new.handler, new.event_id;
      if known then
        insert into crash.redelivery values (new.handler, new.event_id, clock_timestamp());
      end if;
      return new;
    end $note$;
  `);
  for (const schema of schemas)
    await client.query(
      `create trigger note_redelivery before insert on ${schema}.inbox for each row execute function crash.note()`,
    );
};

export const redeliveries = async (client: Client): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await client.query<{ handler: string; count: number }>(
    'select handler, count(*)::int as count from crash.redelivery group by handler order by handler',
  );
  return new Map(rows.map(({ handler, count }) => [handler, count]));
};
