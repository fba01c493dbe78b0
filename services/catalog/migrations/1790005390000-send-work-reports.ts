import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports of the library to the leaders of its school: figures as they stood on a day, kept as they were sent. */
export class SendWorkReports1790005390000 implements MigrationInterface {
  readonly name = 'SendWorkReports1790005390000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table work_report (
        id uuid primary key,
        school_id uuid not null,
        kind text not null check (kind in ('ledgers', 'cataloguing')),
        from_day date,
        as_of date not null,
        to_whom text not null,
        words text,
        lines jsonb not null,
        sent_on date not null,
        sent_by text not null,
        status text not null check (status in ('sent', 'acknowledged', 'withdrawn')),
        settled_on date,
        settled_by text,
        remark text,
        check ((status = 'sent') = (settled_on is null)),
        check ((kind = 'cataloguing') = (from_day is not null))
      );
      create index work_report_by_school on work_report (school_id, sent_on desc, id desc);
      create function refuse_to_edit_reports() returns trigger language plpgsql as $$
      begin
        raise exception 'a report stands as it was sent';
      end $$;
      create trigger work_report_stands before update of lines, as_of, from_day, kind, sent_on, sent_by on work_report
        for each row when ((old.lines, old.as_of, old.from_day, old.kind, old.sent_on, old.sent_by)
          is distinct from (new.lines, new.as_of, new.from_day, new.kind, new.sent_on, new.sent_by))
        execute function refuse_to_edit_reports();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table work_report; drop function refuse_to_edit_reports()');
  }
}
