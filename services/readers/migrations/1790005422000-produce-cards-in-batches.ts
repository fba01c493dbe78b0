import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Cards are made by the class, step by step, as schools do it by hand (RDR-006). A number is given when the barcodes are
 * stuck on, and a card is there, active, when it is entered.
 */
export class ProduceCardsInBatches1790005422000 implements MigrationInterface {
  readonly name = 'ProduceCardsInBatches1790005422000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table card_batch (
        id uuid primary key,
        school_id uuid not null references school,
        class_id uuid not null references school_class,
        window_id uuid references card_window,
        cancelled_on date,
        created_on date not null,
        created_by text not null
      );
      create index card_batch_of_school on card_batch (school_id, id);
      create index card_batch_of_class on card_batch (class_id);

      create table card_batch_step (
        batch_id uuid not null references card_batch,
        position int not null check (position between 1 and 6),
        done_on date not null,
        done_by text not null,
        primary key (batch_id, position)
      );

      create table card_batch_reader (
        batch_id uuid not null references card_batch,
        reader_id uuid not null references reader,
        number text,
        card_id uuid references card,
        primary key (batch_id, reader_id)
      );
      create index card_batch_reader_of_reader on card_batch_reader (reader_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table card_batch_reader, card_batch_step, card_batch');
  }
}
