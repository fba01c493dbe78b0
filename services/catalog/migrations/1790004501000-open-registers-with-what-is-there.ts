import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Copies that are there get the line of their accession on its day, struck ones that of their withdrawal, too. Indexes
 * come after the rows: eight million lines are written in minutes.
 */
export class OpenRegistersWithWhatIsThere1790004501000 implements MigrationInterface {
  readonly name = 'OpenRegistersWithWhatIsThere1790004501000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local work_mem = '256MB';
      set local maintenance_work_mem = '512MB';
      create temp table opening on commit drop as
      select m.*,
             dense_rank() over (partition by school_id order by day, volumes desc, source, import_id)::int as batch,
             row_number() over (partition by school_id order by day, volumes desc, source, import_id, accession_number)::int
               as number
      from (
        select c.school_id, c.id as copy_id, c.title_id, c.clc, c.accession_number, 1 as volumes,
               coalesce(c.price_fen, 0) as fen, c.accessioned_on as day, 'not-recorded' as source, i.import_id
        from copy c
        left join (select distinct on (copy_id) copy_id, import_id from imported_copy order by copy_id, import_id) i
          on i.copy_id = c.id
        union all
        select c.school_id, c.id, c.title_id, c.clc, c.accession_number, -1, -coalesce(c.price_fen, 0),
               c.withdrawn_on, c.withdrawal_reason, null
        from copy c where c.withdrawn_on is not null
      ) m;

      insert into register_batch (school_id, number, period, day, side, source, import_id)
      select distinct school_id, batch, 1, day, case volumes when 1 then 'in' else 'out' end, source, import_id
      from opening;

      insert into register_line
        (school_id, number, batch, period, day, kind, copy_id, title_id, volumes, titles, fen, clc)
      select school_id, number, batch, 1, day, case volumes when 1 then 'accession' else 'withdrawal' end,
             copy_id, title_id, volumes,
             case when volumes = 1 and standing = 1 then 1 when volumes = -1 and standing = 0 then -1 else 0 end,
             fen, clc
      from (
        select o.*, sum(volumes) over (
                 partition by school_id, title_id, case when clc ~ '^[A-KN-VXZ]' then left(clc, 1) else '-' end
                 order by number) as standing
        from opening o
      ) o;

      insert into register (school_id, next_line, next_batch)
      select school_id, max(number) + 1, max(batch) + 1 from opening group by school_id;

      -- The books by kind and day; a batch's lines; and no copy comes in or goes out twice.
      create index register_line_by_day on register_line (school_id, kind, day, number);
      create index register_line_by_batch on register_line (school_id, batch);
      create unique index register_line_once on register_line (copy_id, kind) where kind in ('accession', 'withdrawal');
      create index register_line_of_value on register_line (copy_id) where kind in ('reprice', 'correction');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index register_line_by_day, register_line_by_batch, register_line_once, register_line_of_value;
      truncate register_line, register_batch, register;
    `);
  }
}
