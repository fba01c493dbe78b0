import { FollowChanges } from '@shulian/service-kit';
import type { QueryRunner } from 'typeorm';

/** School systems keep copies of the copies of a school. Where circulation has one is a change of it: its status says so. */
export class KnowWhenCopiesChanged1790004721000 extends FollowChanges {
  protected readonly followed = { table: 'copy', schools: ['school_id'] };

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await runner.query(`
      create function note_lending_changed() returns trigger language plpgsql set search_path from current as $$
      begin
        -- In one order for everybody, as all who lock many copies.
        update copy set changed_in = pg_current_xact_id() from
          (select c.id from copy c join changed k on k.copy_id = c.id order by c.id for no key update of c) told
          where copy.id = told.id;
        return null;
      end $$;
      create trigger lending_told after insert on known_lending referencing new table as changed
        for each statement execute function note_lending_changed();
      create trigger lending_changed after update on known_lending referencing new table as changed
        for each statement execute function note_lending_changed();
    `);
  }

  override async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger lending_changed on known_lending;
      drop trigger lending_told on known_lending;
      drop function note_lending_changed;
    `);
    await super.down(runner);
  }
}
