import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Files for the asset system of the city, as they were made, and every step of their hand-over. They are written here, so they are no
 * read model and outlive a rebuild; what a file says stays what it said.
 */
export class HandAssetsOver1790005541000 implements MigrationInterface {
  readonly name = 'HandAssetsOver1790005541000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table asset_profile (
        version int primary key, format text not null, columns jsonb not null, put_on date not null, put_by text not null);
      create table asset_export (
        id uuid primary key,
        -- null: of the county.
        school_id uuid, from_day date not null, to_day date not null, profile_version int not null, rooms int not null,
        format text not null, content bytea not null, sha256 text not null, made_on date not null);
      create index asset_export_of_school on asset_export (school_id, id desc);
      create table asset_export_step (
        export_id uuid not null references asset_export, place int not null,
        state text not null check (state in ('made', 'handed-over', 'accepted', 'rejected')),
        at timestamptz not null, by text not null, receipt text, note text, primary key (export_id, place));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table asset_export_step, asset_export, asset_profile');
  }
}
