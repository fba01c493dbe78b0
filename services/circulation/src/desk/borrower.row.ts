import type { CalendarDay, LoanId, TitleId } from '@shulian/contracts/ids';
import { inBlocks, inTheRoom, type Borrower } from '@shulian/lending-rules/desk/borrower';
import type { WhoBorrows } from '@shulian/lending-rules/desk/who-borrows';
import { shared, sql, type Slot, type Sql, type ValueOf } from '@shulian/service-kit';

/** A row of `borrower`, its columns prefixed for statements that read several tables. */
export type BorrowerRow = {
  readonly b_version: number;
  readonly b_loan_ids: LoanId[];
  readonly b_title_ids: TitleId[];
  readonly b_dues: CalendarDay[];
  /** Those of them that are read in the room. */
  readonly b_in_room_ids: LoanId[];
  /** Those of them that stand in corners and boxes. */
  readonly b_block_ids: LoanId[];
  readonly b_open_holds: number;
  readonly b_loans_since_note: number;
  readonly b_compensations_owed: number;
};

/** The columns of a `BorrowerRow`. @param of the table or its alias */
export const borrowerColumns = (of: string): string =>
  `${of}.version as b_version, ${of}.open_loan_ids as b_loan_ids, ${of}.open_title_ids as b_title_ids,
   ${of}.open_dues::text[] as b_dues, ${of}.in_room_ids as b_in_room_ids, ${of}.block_ids as b_block_ids, ${of}.open_holds as b_open_holds,
   ${of}.loans_since_note as b_loans_since_note, ${of}.compensations_owed as b_compensations_owed`;

export const toBorrower = (row: BorrowerRow): Borrower => {
  const blocks = new Set(row.b_block_ids);
  return {
    version: row.b_version,
    openLoans: row.b_loan_ids.map((loanId, place) => ({
      loanId,
      titleId: row.b_title_ids[place] as TitleId,
      dueOn: row.b_dues[place] as CalendarDay,
      inRoom: row.b_in_room_ids.includes(loanId),
      inBlock: blocks.has(loanId),
    })),
    openHolds: row.b_open_holds,
    loansSinceNote: row.b_loans_since_note,
    compensationsOwed: row.b_compensations_owed,
  };
};

/** The part of an `.effects` statement that writes a borrower. @param of what is given; null: nothing is written */
export const updateBorrower = <Given>(
  value: ValueOf<Given>,
  of: (given: Given) => { readonly id: WhoBorrows['id']; readonly borrower: Borrower } | null,
): Sql => {
  const each = (one: (borrower: Borrower) => unknown): Slot<Given> =>
    value((given) => {
      const found = of(given);
      return found === null ? null : one(found.borrower);
    });
  const loanIds = shared(each(({ openLoans }) => openLoans.map(({ loanId }) => loanId)));
  return sql`
  update borrower set version = ${each(({ version }) => version)}, open_loans = cardinality(${loanIds}::uuid[]),
    open_loan_ids = ${loanIds}::uuid[],
    open_title_ids = ${each(({ openLoans }) => openLoans.map(({ titleId }) => titleId))}::uuid[],
    open_dues = ${each(({ openLoans }) => openLoans.map(({ dueOn }) => dueOn))}::date[],
    in_room_ids = ${each((borrower) => inTheRoom(borrower).map(({ loanId }) => loanId))}::uuid[],
    block_ids = ${each((borrower) => inBlocks(borrower).map(({ loanId }) => loanId))}::uuid[],
    open_holds = ${each(({ openHolds }) => openHolds)},
    loans_since_note = ${each(({ loansSinceNote }) => loansSinceNote)},
    compensations_owed = ${each(({ compensationsOwed }) => compensationsOwed)}
  where borrower_id = ${value((given) => of(given)?.id ?? null)}::uuid`;
};
