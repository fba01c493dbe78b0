import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The themes that the requirements name (CAT-098); each school adds its own. */
const THEMES = ['拼音', '历史', '军事', '科技', '科幻', '童话', '散文', '民间故事', '儿童小说', '名著'];

/** For whom titles are: bands of grades, a level of reading, themes; what was marked at once, and how it was before. */
export class MarkTitlesForReaders1790004910000 implements MigrationInterface {
  readonly name = 'MarkTitlesForReaders1790004910000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reading_theme (
        id uuid primary key,
        version int not null default 1,
        -- Null: of the county.
        school_id uuid,
        name text not null,
        closed boolean not null default false
      );
      create unique index reading_theme_once on reading_theme (coalesce(school_id, '00000000-0000-0000-0000-000000000000'), name);
      create table title_audience (
        title_id uuid primary key references title,
        bands text[] not null default '{}',
        level smallint check (level between 1 and 9),
        themes uuid[] not null default '{}'
      );
      create index title_audience_of_band on title_audience using gin (bands);
      create index title_audience_of_theme on title_audience using gin (themes);
      create index title_audience_of_level on title_audience (level);
      create table audience_change (
        id uuid primary key,
        -- Whose people did it; null: the county's.
        school_id uuid,
        titles int not null,
        changed_at timestamptz not null,
        changed_by text not null,
        undone_at timestamptz,
        undone_by text
      );
      create index audience_change_of_school on audience_change (school_id, id);
      create table audience_changed (
        change_id uuid not null references audience_change,
        title_id uuid not null references title,
        before jsonb not null,
        after jsonb not null,
        primary key (change_id, title_id)
      );
      create table wish_audience (
        suggestion_id uuid primary key references suggestion,
        bands text[] not null,
        level smallint check (level between 1 and 9),
        themes uuid[] not null
      );
    `);
    await runner.query(
      `insert into reading_theme (id, name)
       select ('01940000-0000-7000-8000-0000000a' || lpad(place::text, 4, '0'))::uuid, name
       from unnest($1::text[]) with ordinality as t(name, place)`,
      [THEMES],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table wish_audience, audience_changed, audience_change, title_audience, reading_theme',
    );
  }
}
