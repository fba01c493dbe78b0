import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schools with a name in common, at which a grant can hold. */
export class JoinSchoolsInClusters1790005560000 implements MigrationInterface {
  readonly name = 'JoinSchoolsInClusters1790005560000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table school_cluster (
        id uuid primary key,
        version int not null,
        name text not null constraint school_cluster_name unique,
        created_by text not null,
        created_at timestamptz not null
      );
      create table school_cluster_member (
        cluster_id uuid not null references school_cluster on delete cascade,
        school_id uuid not null references school,
        primary key (cluster_id, school_id)
      );
      create index school_cluster_member_of_school on school_cluster_member (school_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table school_cluster_member, school_cluster');
  }
}
