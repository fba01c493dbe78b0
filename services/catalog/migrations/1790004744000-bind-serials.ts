import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Issues of a month or a year that were bound: from then on the volumes are copies in the registers. */
export class BindSerials1790004744000 implements MigrationInterface {
  readonly name = 'BindSerials1790004744000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table serial_binding (
        id uuid primary key,
        school_id uuid not null,
        title_id uuid not null references serial,
        year int not null,
        -- 0: the whole year.
        month int not null check (month between 0 and 12),
        issues int not null check (issues > 0),
        missing int not null check (missing >= 0),
        incomplete_reason text,
        bound_on date not null,
        bound_by text not null,
        constraint serial_binding_once unique (school_id, title_id, year, month),
        check (missing = 0 or incomplete_reason is not null)
      );
      create table serial_bound_volume (
        copy_id uuid primary key references copy,
        binding_id uuid not null references serial_binding
      );
      create index serial_bound_volume_of_binding on serial_bound_volume (binding_id);
      alter table serial_receipt add column binding_id uuid references serial_binding;
      create index serial_receipt_of_binding on serial_receipt (binding_id) where binding_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table serial_receipt drop column binding_id;
      drop table serial_bound_volume, serial_binding;
    `);
  }
}
