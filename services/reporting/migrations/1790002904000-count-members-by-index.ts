import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is in which class is read of a whole county from an index alone; one by one the rows of 300,000 readers cost a second. */
export class CountMembersByIndex1790002904000 implements MigrationInterface {
  readonly name = 'CountMembersByIndex1790002904000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index known_reader_of_class;
      create index known_reader_of_class on known_reader (class_id) include (reader_id, school_id, kind, since, active);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index known_reader_of_class;
      create index known_reader_of_class on known_reader (class_id);
    `);
  }
}
