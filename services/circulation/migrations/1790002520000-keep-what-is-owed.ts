import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a compensation amounts to is fixed at the loss (decision 37), and what was settled is kept with it; null where the
 * loss was declared before that. The schools that may see it lie on its own row, so that lists need no other.
 */
export class KeepWhatIsOwed1790002520000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table compensation
        add column owed_fen int check (owed_fen >= 0),
        add column settled_fen int check (settled_fen >= 0),
        add column lending_school_id uuid,
        add column reader_school_id uuid,
        add check (status = 'paid' or settled_fen is null);
      update compensation c set lending_school_id = l.lending_school_id, reader_school_id = l.reader_school_id
        from loan l where l.id = c.loan_id;
      alter table compensation
        alter column lending_school_id set not null,
        alter column reader_school_id set not null;
      create index compensation_by_school_status on compensation (school_id, status, id);
      create index compensation_of_visitor on compensation (reader_school_id, id) where reader_school_id <> school_id;
      create index compensation_by_lender on compensation (lending_school_id, id) where lending_school_id <> school_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index compensation_by_lender, compensation_of_visitor, compensation_by_school_status;
      alter table compensation drop column reader_school_id, drop column lending_school_id, drop column settled_fen,
        drop column owed_fen;
    `);
  }
}
