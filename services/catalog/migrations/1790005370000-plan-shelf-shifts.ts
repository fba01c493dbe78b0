import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Projects of several moves (倒架): planned step by step, carried out and undone step by step. */
export class PlanShelfShifts1790005370000 implements MigrationInterface {
  readonly name = 'PlanShelfShifts1790005370000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table shelf_shift (
        id uuid primary key,
        version int not null,
        school_id uuid not null,
        name text not null,
        begins_on date not null,
        ends_on date not null,
        note text,
        planned_by text not null,
        ended_on date,
        check (ends_on >= begins_on)
      );
      create index shelf_shift_by_school on shelf_shift (school_id, begins_on desc, id desc);
      create table shelf_shift_step (
        shift_id uuid not null references shelf_shift on delete cascade,
        number int not null check (number >= 1),
        to_id uuid references location,
        stands_in uuid references location,
        from_call_number text,
        to_call_number text,
        even_if_full boolean not null,
        -- The move that carried it out last; it counts while nobody has undone it.
        move_id uuid references copy_move,
        primary key (shift_id, number),
        check (stands_in is not null or from_call_number is not null or to_call_number is not null)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table shelf_shift_step, shelf_shift');
  }
}
