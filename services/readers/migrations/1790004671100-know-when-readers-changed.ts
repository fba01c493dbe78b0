import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The transaction that changed a reader last, so that whoever keeps a copy asks for what changed since. A time or a sequence
 * would pass over what commits late; of transactions it is known which have ended (`pg_snapshot_xmin`). A new card is a
 * change of its reader. What is deleted leaves its id behind.
 */
export class KnowWhenReadersChanged1790004671100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reader add column changed_in xid8 not null default pg_current_xact_id();
      create index reader_changed on reader (school_id, changed_in, id);
      create table reader_tombstone (
        id uuid primary key,
        school_id uuid not null,
        deleted_at timestamptz not null default clock_timestamp(),
        changed_in xid8 not null default pg_current_xact_id()
      );
      create index reader_tombstone_changed on reader_tombstone (school_id, changed_in, id);

      create function note_reader_changed() returns trigger language plpgsql set search_path from current as $$
      begin
        new.changed_in := pg_current_xact_id();
        return new;
      end $$;
      create trigger reader_changed before update on reader for each row execute function note_reader_changed();

      create function note_reader_gone() returns trigger language plpgsql set search_path from current as $$
      begin
        insert into reader_tombstone (id, school_id) select id, school_id from gone on conflict do nothing;
        return null;
      end $$;
      create trigger reader_gone after delete on reader referencing old table as gone
        for each statement execute function note_reader_gone();

      create function note_card_changed() returns trigger language plpgsql set search_path from current as $$
      begin
        update reader set changed_in = pg_current_xact_id() where id in (select reader_id from changed)
          and changed_in <> pg_current_xact_id();
        return null;
      end $$;
      create trigger card_added after insert on card referencing new table as changed
        for each statement execute function note_card_changed();
      create trigger card_changed after update on card referencing new table as changed
        for each statement execute function note_card_changed();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger card_changed on card;
      drop trigger card_added on card;
      drop trigger reader_gone on reader;
      drop trigger reader_changed on reader;
      drop function note_card_changed, note_reader_gone, note_reader_changed;
      drop table reader_tombstone;
      alter table reader drop column changed_in;
    `);
  }
}
