import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where circulation has a copy stands on the copy, too: the row is written at each lending anyway, since school systems follow
 * it. So what asks all copies of a school where they are reads one table, and sums over them cannot miss a change.
 */
export class KnowOnCopiesWhereTheyAre1790004760000 implements MigrationInterface {
  readonly name = 'KnowOnCopiesWhereTheyAre1790004760000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table copy add column lending text not null default 'in'
        constraint copy_lending check (lending in ('in', 'on-loan', 'hold-shelf', 'in-transit', 'lost'));
      update copy set lending = k.state from known_lending k where k.copy_id = copy.id and k.state <> 'in';
    `);
    await this.note(runner, ', lending = told.state');
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.note(runner, '');
    await runner.query('alter table copy drop column lending');
  }

  private async note(runner: QueryRunner, besides: string): Promise<void> {
    await runner.query(`
      create or replace function note_lending_changed() returns trigger language plpgsql set search_path from current as $$
      begin
        -- In one order for everybody, as all who lock many copies.
        update copy set changed_in = pg_current_xact_id()${besides} from
          (select c.id, k.state from copy c join changed k on k.copy_id = c.id order by c.id for no key update of c) told
          where copy.id = told.id;
        return null;
      end $$;
    `);
  }
}
