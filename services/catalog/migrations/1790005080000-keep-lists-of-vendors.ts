import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What vendors and publishers issue, as the files that they send. */
export class KeepListsOfVendors1790005080000 implements MigrationInterface {
  readonly name = 'KeepListsOfVendors1790005080000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table issue_list (
        id uuid primary key,
        school_id uuid not null,
        vendor_id uuid not null references vendor,
        name text not null,
        file_id uuid not null unique references stored_file,
        media_type text not null,
        size int not null,
        received_on date not null,
        received_by text not null
      );
      create index issue_list_of_vendor on issue_list (vendor_id, id);
      create index delivery_of_campaign on delivery (school_id, campaign, settled_on) where source = 'donation' and status = 'accepted';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index delivery_of_campaign; drop table issue_list');
  }
}
