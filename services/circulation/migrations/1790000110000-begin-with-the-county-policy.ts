import type { MigrationInterface, QueryRunner } from 'typeorm';

const POLICY = '01900000-0000-7000-8000-000000000001';
const row = (place: number): string => `01900000-0000-7000-8000-0000000001${String(place).padStart(2, '0')}`;

/** County policy v1: what holds in a county that has not said anything else yet. */
const rows: readonly { readerKind?: string; copyKind?: string; sets: object }[] = [
  {
    sets: {
      mayBorrow: true,
      mayLeaveRoom: true,
      endsWithTerm: true,
      whenClosed: 'back-before',
      holdShelfDays: 7,
      readingNoteEvery: null,
      blockOnOverdue: true,
      sameTitle: 'confirm',
      windows: null,
    },
  },
  { readerKind: 'student', sets: { loanLimit: 5, loanDays: 30, renewals: 1, holdLimit: 3 } },
  { readerKind: 'teacher', sets: { loanLimit: 20, loanDays: 90, renewals: 2, holdLimit: 10 } },
  { readerKind: 'staff', sets: { loanLimit: 10, loanDays: 60, renewals: 1, holdLimit: 5 } },
  { readerKind: 'external', sets: { loanLimit: 2, loanDays: 30, renewals: 0, holdLimit: 1 } },
  // Reference books are never lent (policy P-01 of the schools, a fixed rule everywhere).
  { copyKind: 'reference', sets: { mayLeaveRoom: false } },
];

export class BeginWithTheCountyPolicy1790000110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `insert into lending_policy (id, scope, school_id, version, effective_on, activated_at, activated_by)
       values ($1, 'county', null, 1, '2000-01-01', '2000-01-01T00:00:00Z', 'migration')`,
      [POLICY],
    );
    for (const [place, { readerKind, copyKind, sets }] of rows.entries())
      await runner.query(
        `insert into lending_policy_row (id, policy_id, place, reader_kind, copy_kind, sets)
         values ($1, $2, $3, $4, $5, $6)`,
        [row(place), POLICY, place, readerKind ?? null, copyKind ?? null, JSON.stringify(sets)],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from lending_policy_row where policy_id = $1', [POLICY]);
    await runner.query('delete from lending_policy where id = $1', [POLICY]);
  }
}
