import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who approved that a copy goes, as a line of the withdrawal register says it, and the paper that shows it. */
export class NameWhoApproved1790005500000 implements MigrationInterface {
  readonly name = 'NameWhoApproved1790005500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table register_line add approved_by text;
      alter table weeding_proposal
        add approved_by text,
        add evidence_file_id uuid unique references stored_file,
        add evidence_media_type text,
        add evidence_by text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table weeding_proposal
        drop approved_by, drop evidence_file_id, drop evidence_media_type, drop evidence_by;
      alter table register_line drop approved_by;
    `);
  }
}
