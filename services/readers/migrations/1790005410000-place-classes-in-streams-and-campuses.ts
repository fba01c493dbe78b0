import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A class has a stream (文科, 理科, or by 3+1+2 历史类, 物理类) and stands on a campus; a school divides nine years as 6-3 or 5-4. */
export class PlaceClassesInStreamsAndCampuses1790005410000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table school add column system text not null default '6-3' check (system in ('6-3', '5-4'));
      alter table school_class
        add column stream text check (stream in ('arts', 'science', 'history', 'physics')),
        add column campus text,
        add check (stream is null or section = 'senior');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table school_class drop column stream, drop column campus; alter table school drop column system',
    );
  }
}
