import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who works in the library of a school, with title, education and certificate (RDR-036). */
export class RegisterLibraryStaff1790005435000 implements MigrationInterface {
  readonly name = 'RegisterLibraryStaff1790005435000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table library_staff (
        id uuid primary key,
        version int not null,
        school_id uuid not null references school,
        name text not null,
        -- As a reader of the school, where the person is one.
        reader_id uuid references reader,
        title text not null check (title in ('research-librarian', 'associate-research-librarian', 'librarian',
          'assistant-librarian', 'clerk', 'none')),
        education text not null check (education in ('doctor', 'master', 'bachelor', 'college', 'secondary')),
        post text not null,
        is_head boolean not null,
        weekly_hours int check (weekly_hours between 0 and 60),
        certificate_number text,
        certificate_issued_on date,
        certificate_expires_on date,
        starts_on date not null,
        ends_on date,
        entered_on date not null,
        entered_by text not null,
        check (ends_on >= starts_on),
        check (certificate_number is not null or (certificate_issued_on is null and certificate_expires_on is null))
      );
      create index library_staff_of_school on library_staff (school_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table library_staff');
  }
}
