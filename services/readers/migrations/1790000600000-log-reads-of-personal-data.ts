import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who saw which reader, when, and by which operation (个人信息保护法; children's data). Rows can only be added. */
export class LogReadsOfPersonalData1790000600000 implements MigrationInterface {
  readonly name = 'LogReadsOfPersonalData1790000600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table access_log (
        id bigint generated always as identity primary key,
        seen_at timestamptz not null,
        caller_kind text not null,
        caller text not null,
        operation text not null,
        reader_id uuid not null,
        school_id uuid not null
      );
      create index access_log_of_reader on access_log (reader_id, id);
      create index access_log_of_caller on access_log (caller, id);
      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'rows of % can only be added', tg_table_name using errcode = 'insufficient_privilege';
      end $$;
      create trigger access_log_only_grows before update or delete or truncate on access_log
        for each statement execute function refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table access_log; drop function refuse_change');
  }
}
