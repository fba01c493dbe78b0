import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Many titles changed at once, each with what it was before, so that it can be undone; and what such a change asks for. */
export class EditManyTitles1790005130000 implements MigrationInterface {
  readonly name = 'EditManyTitles1790005130000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table title_edit (
        id uuid primary key,
        edited_at timestamptz not null,
        edited_by text not null,
        selection jsonb not null,
        change jsonb not null,
        remark text,
        undone_at timestamptz,
        undone_by text,
        check ((undone_at is null) = (undone_by is null))
      );
      create table title_edit_line (
        edit_id uuid not null references title_edit,
        title_id uuid not null references title,
        -- The fields that changed, as they were and as they became.
        before jsonb not null,
        after jsonb not null,
        -- done; restored by the undoing, or kept because somebody changed it since
        state text not null default 'done' check (state in ('done', 'restored', 'kept')),
        primary key (edit_id, title_id)
      );
      create index title_by_publisher on title (publisher, id) where merged_into is null;
      create index title_by_audience on title (audience, id) where merged_into is null and audience is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index title_by_audience, title_by_publisher;
      drop table title_edit_line, title_edit;
    `);
  }
}
