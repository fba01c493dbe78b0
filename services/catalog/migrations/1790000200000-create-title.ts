import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One record for a title in the whole county, the sources that described it, and the words it is found by. */
export class CreateTitle1790000200000 implements MigrationInterface {
  readonly name = 'CreateTitle1790000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table title (
        id uuid primary key,
        version int not null default 1,
        title text not null,
        subtitle text,
        part_number text,
        part_title text,
        other_titles text[] not null default '{}',
        statement text,
        contributors text[] not null default '{}',
        edition text,
        isbns text[] not null default '{}',
        other_numbers text[] not null default '{}',
        publisher text,
        published_in text,
        published_year int,
        languages text[] not null default '{}',
        extent text,
        series text[] not null default '{}',
        subjects text[] not null default '{}',
        clc text,
        other_classes text[] not null default '{}',
        summary text,
        audience text,
        binding text,
        price_fen int check (price_fen >= 0),
        level text not null,
        carrier text not null,
        title_key text not null,
        fingerprint text not null,
        words tsvector not null,
        described_at timestamptz not null,
        changed_at timestamptz not null
      );
      create index title_by_words on title using gin (words);
      create index title_by_isbn on title using gin (isbns);
      create index title_by_fingerprint on title (fingerprint);
      create index title_by_class on title (clc text_pattern_ops);

      create table title_source (
        agency text not null,
        number text not null,
        title_id uuid not null references title,
        content_hash text not null,
        primary key (agency, number, title_id)
      );
      create index title_source_by_title on title_source (title_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table title_source, title');
  }
}
