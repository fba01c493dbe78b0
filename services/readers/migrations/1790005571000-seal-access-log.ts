import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What personal data was read for, in which request; and a chain of hashes for each school over what was logged. */
export class SealAccessLog1790005571000 implements MigrationInterface {
  readonly name = 'SealAccessLog1790005571000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table access_log
        add column purpose text not null default 'membership',
        add column request_id text;
      create index access_log_of_school on access_log (school_id, id);
      create index access_log_by_time on access_log (school_id, seen_at);

      create table access_seal (
        school_id uuid not null,
        number int not null,
        after_id bigint not null,
        up_to_id bigint not null,
        entries int not null,
        previous bytea not null,
        hash bytea not null,
        sealed_at timestamptz not null,
        primary key (school_id, number)
      );
      create trigger access_seal_only_grows before update or delete or truncate on access_seal
        for each statement execute function refuse_change();
      create table access_seal_point (one bool primary key default true check (one), up_to_id bigint not null);
      insert into access_seal_point (up_to_id) values (0);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table access_seal_point, access_seal;
      drop index access_log_by_time, access_log_of_school;
      alter table access_log drop column request_id, drop column purpose;
    `);
  }
}
