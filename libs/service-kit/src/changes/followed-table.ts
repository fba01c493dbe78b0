import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A table of which others keep a copy: what of it belongs together, and when a row is no more. */
export type FollowedTable = {
  readonly table: string;
  /** Columns that name the schools whose copy has the row; none: the copy of the county. */
  readonly schools: readonly string[];
  /** When a row that is kept is told as deleted. */
  readonly goneWhen?: string;
};

/**
 * The transaction that changed a row last, so that whoever keeps a copy asks for what changed since. A time or a sequence
 * would pass over what commits late; of transactions it is known which have ended (`pg_snapshot_xmin`). What is deleted
 * leaves its id behind.
 */
export abstract class FollowChanges implements MigrationInterface {
  protected abstract readonly followed: FollowedTable;

  async up(runner: QueryRunner): Promise<void> {
    const { table, schools, goneWhen } = this.followed;
    const isOfSchools = schools.length > 0;
    const school = isOfSchools ? 'school_id, ' : '';
    const into = `insert into ${table}_tombstone (${school}id)`;
    const again = `on conflict (${school}id) do update set deleted_at = excluded.deleted_at, changed_in = excluded.changed_in`;
    const of = (row: string, column: string | undefined): string =>
      column === undefined ? `${row}.id` : `${row}.${column}, ${row}.id`;
    const columns = isOfSchools ? schools : [undefined];
    await runner.query(`
      alter table ${table} add column changed_in xid8 not null default pg_current_xact_id();
      ${columns
        .map(
          (column, n) =>
            `create index ${table}_changed_${n + 1} on ${table} (${column === undefined ? '' : `${column}, `}changed_in, id);`,
        )
        .join('\n')}
      create table ${table}_tombstone (
        id uuid not null,
        ${isOfSchools ? 'school_id uuid not null,' : ''}
        deleted_at timestamptz not null default statement_timestamp(),
        changed_in xid8 not null default pg_current_xact_id(),
        primary key (${school}id)
      );
      create index ${table}_tombstone_changed on ${table}_tombstone (${school}changed_in, id);

      create function note_${table}_changed() returns trigger language plpgsql set search_path from current as $$
      begin
        new.changed_in := pg_current_xact_id();
        return new;
      end $$;
      create trigger ${table}_changed before insert or update on ${table} for each row execute function note_${table}_changed();

      create function note_${table}_gone() returns trigger language plpgsql set search_path from current as $$
      begin
        ${columns.map((column) => `${into} select ${of('was', column)} from was ${again};`).join('\n')}
        return null;
      end $$;
      create trigger ${table}_gone after delete on ${table} referencing old table as was
        for each statement execute function note_${table}_gone();
    `);
    if (goneWhen === undefined) return;
    const kept = columns.map(
      (column) => `
        ${into} select ${of('became', column)} from became where ${goneWhen} ${again};
        delete from ${table}_tombstone where id in (select id from became where not (${goneWhen}));`,
    );
    await runner.query(`
      create function note_${table}_kept() returns trigger language plpgsql set search_path from current as $$
      begin
        ${kept.join('\n')}
        return null;
      end $$;
      create trigger ${table}_kept after update on ${table} referencing new table as became
        for each statement execute function note_${table}_kept();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    const { table, goneWhen } = this.followed;
    await runner.query(`
      ${goneWhen === undefined ? '' : `drop trigger ${table}_kept on ${table}; drop function note_${table}_kept;`}
      drop trigger ${table}_gone on ${table};
      drop trigger ${table}_changed on ${table};
      drop function note_${table}_gone, note_${table}_changed;
      drop table ${table}_tombstone;
      alter table ${table} drop column changed_in;
    `);
  }
}
