import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why an event is set aside that the bus will not take; what comes later for its key waits behind it. */
export abstract class SetEventsAside implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table outbox add column set_aside text;
      create index outbox_set_aside on outbox (topic, key) where set_aside is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outbox drop column set_aside');
  }
}
