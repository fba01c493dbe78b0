import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What libraries are measured against: the county writes it, so it is no read model and outlives a rebuild. A row of a kind of
 * school goes before that of all kinds. At first it says what schools say of themselves in their plans.
 */
export class KeepStandards1790005530100 implements MigrationInterface {
  readonly name = 'KeepStandards1790005530100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table library_standard (
        figure text not null, school_kind text not null, asked numeric(9, 2) not null check (asked >= 0),
        source text, version int not null default 1, written_by text,
        primary key (figure, school_kind));
      insert into library_standard (figure, school_kind, asked) values
        ('copies-per-pupil', '*', 20), ('new-copies-per-pupil', '*', 1.5), ('pupils-per-seat', '*', 15),
        ('utilisation-percent', '*', 90), ('reference-titles', '*', 450), ('serial-titles', '*', 250);
      create function standard_for(of_figure text, kind text) returns table (asked numeric) language sql stable as $$
        select s.asked from library_standard s where s.figure = of_figure and s.school_kind in (kind, '*')
        order by s.school_kind = '*' limit 1 $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function standard_for(text, text); drop table library_standard');
  }
}
