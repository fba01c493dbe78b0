import type { Borrower } from '@shulian/lending-rules/desk/borrower';
import type { Loan } from '@shulian/lending-rules/desk/loan';
import type { Override } from '@shulian/lending-rules/desk/reason';
import { readerIdOf } from '@shulian/lending-rules/desk/who-borrows';
import { statement, type OutboxColumns, type Rows } from '@shulian/service-kit';
import type { AnswerToRemember } from '../desk/loan.effects.js';
import { DeskBatch } from './desk-batch.effects.js';

/** A loan to be made, with all that belongs to it. */
export type Lending = {
  readonly loan: Loan;
  readonly by: string;
  /** Of the copy, raised by this loan. */
  readonly copyVersion: number;
  /** The reader with this loan. */
  readonly borrower: Borrower;
  readonly events: OutboxColumns;
  readonly answer: AnswerToRemember | null;
};

/** What a loan is written from in the statement. */
const batch = new DeskBatch<Lending>([
  ['id', 'uuid', ({ loan }) => loan.id],
  ['copy_id', 'uuid', ({ loan }) => loan.copyId],
  ['title_id', 'uuid', ({ loan }) => loan.titleId],
  ['reader_id', 'uuid', ({ loan }) => readerIdOf(loan.borrower)],
  ['borrower_id', 'uuid', ({ loan }) => loan.borrower.id],
  ['mode', 'text', ({ loan }) => loan.mode],
  ['lending_school_id', 'uuid', ({ loan }) => loan.lendingSchoolId],
  ['owning_school_id', 'uuid', ({ loan }) => loan.owningSchoolId],
  ['reader_school_id', 'uuid', ({ loan }) => loan.readerSchoolId],
  ['reader_kind', 'text', ({ loan }) => loan.readerKind],
  ['class_id', 'uuid', ({ loan }) => loan.classId],
  ['grade', 'int', ({ loan }) => loan.grade],
  ['clc', 'text', ({ loan }) => loan.clc],
  ['loaned_on', 'date', ({ loan }) => loan.loanedOn],
  ['loaned_at', 'timestamptz', ({ loan }) => loan.loanedAt],
  ['due_on', 'date', ({ loan }) => loan.dueOn],
  ['terms', 'text', ({ loan }) => JSON.stringify(loan.terms)],
  ['lent_by', 'text', ({ by }) => by],
  ['copy_version', 'int', ({ copyVersion }) => copyVersion],
  ['borrower_version', 'int', ({ borrower }) => borrower.version],
  ['open_holds', 'int', ({ borrower }) => borrower.openHolds],
  ['loans_since_note', 'int', ({ borrower }) => borrower.loansSinceNote],
]);

/**
 * Makes loans, each only if copy and reader are still of the versions it was decided on and nobody else has them in
 * hand; tells which were made. `for update` looks at the newest row, whatever the snapshot says, and so does the
 * comparison of versions; it waits for nobody, so that one slow desk keeps no other waiting. About `limit`, see the
 * read for a checkout.
 */
export const LEND = statement(
  'loan.lend',
  `with fit as materialized (
     select a.* from (
       ${batch.given}) a
     cross join lateral (
       select from lent_copy c where c.copy_id = a.copy_id and c.version = a.copy_version - 1
       for update skip locked) copy_held
     cross join lateral (
       select from borrower b where b.borrower_id = a.borrower_id and b.version = a.borrower_version - 1
       for update skip locked) borrower_held
   ), lent as (
     insert into loan (id, copy_id, title_id, reader_id, mode, lending_school_id, owning_school_id, reader_school_id,
       reader_kind, class_id, grade, clc, loaned_on, loaned_at, due_on, terms, lent_by)
     select id, copy_id, title_id, reader_id, mode, lending_school_id, owning_school_id, reader_school_id,
       reader_kind, class_id, grade, clc, loaned_on, loaned_at, due_on, terms::json, lent_by
     from fit
   ), moved as (
     update lent_copy c set version = fit.copy_version, state = 'on-loan', loan_id = fit.id, hold_id = null,
       held_for = null
     from fit where c.copy_id = fit.copy_id
   ), counted as (
     update borrower b set version = fit.borrower_version, open_loans = b.open_loans + 1,
       open_loan_ids = b.open_loan_ids || fit.id, open_title_ids = b.open_title_ids || fit.title_id,
       open_dues = b.open_dues || fit.due_on,
       in_room_ids = case fit.mode when 'in-room' then b.in_room_ids || fit.id else b.in_room_ids end, open_holds = fit.open_holds, loans_since_note = fit.loans_since_note
     from fit where b.borrower_id = fit.borrower_id
   ), ${batch.remembered}`,
);

/** Types of the parameters, in order; for those who prepare the statement themselves. */
export const LEND_TYPES = batch.types;

const OVERRIDE = statement(
  'loan.override',
  `insert into desk_override (loan_id, code, reason, overridden_by, overridden_at)
   select $1, o.code, o.reason, $2, $3 from unnest($4::text[], $5::text[]) as o(code, reason)`,
);

/** Makes loans in one statement: loan, copy, reader, remembered answer and events. */
export class NewLoanEffects {
  constructor(private readonly rows: Rows) {}

  /**
   * Tells of each whether it was made. Of two for the same copy or reader only the first is tried: both were decided on
   * the same version. Outside a transaction the statement is one by itself.
   */
  async lend(lendings: readonly Lending[]): Promise<boolean[]> {
    const copies = new Set<string>();
    const borrowers = new Set<string>();
    const tried = lendings.filter(({ loan: { copyId, borrower } }) => {
      if (copies.has(copyId) || borrowers.has(borrower.id)) return false;
      copies.add(copyId);
      borrowers.add(borrower.id);
      return true;
    });
    const done = await batch.write(this.rows, LEND, tried);
    return lendings.map((lending) => done.has(lending));
  }

  /** Keeps who passed over which refusal of a loan, and why. */
  async overridden(loan: Loan, by: string, overrides: readonly Override[]): Promise<void> {
    await this.rows.rows(OVERRIDE, [
      loan.id,
      by,
      loan.loanedAt,
      overrides.map(({ code }) => code),
      overrides.map(({ reason }) => reason),
    ]);
  }
}
