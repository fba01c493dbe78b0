import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Parents and guardians who take part in what the library does (RDR-015). They are kept by consent, which may be withdrawn;
 * who is erased is gone, with what he took part in counted no more by name.
 */
export class KnowGuardians1790005425000 implements MigrationInterface {
  readonly name = 'KnowGuardians1790005425000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table guardian (
        id uuid primary key,
        school_id uuid not null references school,
        reader_id uuid not null references reader,
        name text not null,
        relation text not null,
        contact text,
        consent_on date,
        consent_how text,
        withdrawn_on date,
        version int not null,
        created_on date not null,
        created_by text not null,
        constraint guardian_once unique (reader_id, name),
        check ((consent_on is null) = (consent_how is null)),
        check (withdrawn_on is null or consent_on is not null)
      );
      create index guardian_of_school on guardian (school_id, id);

      create table participation (
        id uuid primary key,
        school_id uuid not null references school,
        activity text not null,
        took_place_on date not null,
        pupils int not null check (pupils >= 0),
        note text,
        entered_on date not null,
        entered_by text not null
      );
      create index participation_of_school on participation (school_id, took_place_on, id);
      create table participation_guardian (
        participation_id uuid not null references participation on delete cascade,
        guardian_id uuid not null references guardian on delete cascade,
        primary key (participation_id, guardian_id)
      );
      create index participation_guardian_of_guardian on participation_guardian (guardian_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table participation_guardian, participation, guardian');
  }
}
