import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posts of a school or of the county: what is asked of who holds one, and the operations of a role that it needs (GTW-009). */
export class DescribePosts1790005560100 implements MigrationInterface {
  readonly name = 'DescribePosts1790005560100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table post (
        id uuid primary key,
        version int not null,
        -- Null: of the county, for every school.
        school_id uuid references school,
        name text not null,
        role text not null,
        responsibilities text not null,
        operations text[] not null check (cardinality(operations) > 0),
        created_by text not null,
        created_at timestamptz not null
      );
      create unique index post_name on post (coalesce(school_id, '00000000-0000-0000-0000-000000000000'), name);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table post');
  }
}
