import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names of persons, bodies and subjects in one form, with the others that are in use; the titles that point to them. */
export class CreateAuthorities1790005140000 implements MigrationInterface {
  readonly name = 'CreateAuthorities1790005140000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table authority (
        id uuid primary key,
        version int not null,
        kind text not null check (kind in ('person', 'body', 'subject')),
        preferred text not null,
        variants text[] not null,
        dates text,
        note text,
        -- The preferred form, folded: the order of the list.
        filing text collate "C" not null,
        merged_into uuid references authority check (merged_into <> id)
      );
      create index authority_in_order on authority (kind, filing, id) where merged_into is null;
      create table authority_form (
        authority_id uuid not null references authority,
        kind text not null,
        form text not null,
        folded text collate "C" not null,
        primary key (authority_id, form)
      );
      create index authority_form_as_typed on authority_form (kind, folded, authority_id);
      create index authority_form_as_written on authority_form (form);
      create table title_authority (
        title_id uuid not null references title,
        authority_id uuid not null references authority,
        primary key (title_id, authority_id)
      );
      create index title_of_authority on title_authority (authority_id, title_id);
      create table authority_merge (
        id uuid primary key,
        authority_id uuid not null references authority,
        into_authority_id uuid not null references authority,
        merged_at timestamptz not null,
        merged_by text not null,
        -- What an undoing builds on, and goes back to.
        into_version int not null,
        into_before jsonb not null,
        moved_titles uuid[] not null,
        gained_titles uuid[] not null,
        undone_at timestamptz,
        undone_by text,
        check ((undone_at is null) = (undone_by is null))
      );
      create index title_by_contributor on title using gin (contributors);
      create index title_by_subject on title using gin (subjects);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index title_by_subject, title_by_contributor;
      drop table authority_merge, title_authority, authority_form, authority;
    `);
  }
}
