import type { CalendarDay, LoanId, TitleId } from '@shulian/contracts/ids';
import type { Borrower } from '@shulian/lending-rules/desk/borrower';

/** A row of `borrower`, its columns prefixed for statements that read several tables. */
export type BorrowerRow = {
  readonly b_version: number;
  readonly b_loan_ids: LoanId[];
  readonly b_title_ids: TitleId[];
  readonly b_dues: CalendarDay[];
  readonly b_open_holds: number;
  readonly b_loans_since_note: number;
  readonly b_compensations_owed: number;
};

/** The columns of a `BorrowerRow`. @param of the table or its alias */
export const borrowerColumns = (of: string): string =>
  `${of}.version as b_version, ${of}.open_loan_ids as b_loan_ids, ${of}.open_title_ids as b_title_ids,
   ${of}.open_dues::text[] as b_dues, ${of}.open_holds as b_open_holds,
   ${of}.loans_since_note as b_loans_since_note, ${of}.compensations_owed as b_compensations_owed`;

export const toBorrower = (row: BorrowerRow): Borrower => ({
  version: row.b_version,
  openLoans: row.b_loan_ids.map((loanId, place) => ({
    loanId,
    titleId: row.b_title_ids[place] as TitleId,
    dueOn: row.b_dues[place] as CalendarDay,
  })),
  openHolds: row.b_open_holds,
  loansSinceNote: row.b_loans_since_note,
  compensationsOwed: row.b_compensations_owed,
});

/** The part of an `.effects` statement that writes a borrower: id and the eight values of `borrowerValues` from `$first` on. */
export const updateBorrower = (first: number): string => `
  update borrower set version = $${first + 1}, open_loans = cardinality($${first + 2}::uuid[]),
    open_loan_ids = $${first + 2}::uuid[], open_title_ids = $${first + 3}::uuid[], open_dues = $${first + 4}::date[],
    open_holds = $${first + 5}, loans_since_note = $${first + 6}, compensations_owed = $${first + 7}
  where borrower_id = $${first}::uuid`;

export const borrowerValues = (id: string | null, borrower: Borrower | null): unknown[] => [
  // Without a borrower nothing is written.
  borrower === null ? null : id,
  borrower?.version ?? 0,
  borrower?.openLoans.map((loan) => loan.loanId) ?? [],
  borrower?.openLoans.map((loan) => loan.titleId) ?? [],
  borrower?.openLoans.map((loan) => loan.dueOn) ?? [],
  borrower?.openHolds ?? 0,
  borrower?.loansSinceNote ?? 0,
  borrower?.compensationsOwed ?? 0,
];
