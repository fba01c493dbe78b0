import type { CalendarDay, LoanId, TitleId } from '@shulian/contracts/ids';

/** An open loan as the locked borrower row remembers it. */
export type OpenLoan = {
  readonly loanId: LoanId;
  readonly titleId: TitleId;
  readonly dueOn: CalendarDay;
  /** Read in the room today: it counts for no limit of what is at home. */
  readonly inRoom: boolean;
  /** Stands in a corner or a box: it counts for no limit, and what is overdue of it refuses nothing else. */
  readonly inBlock: boolean;
};

/**
 * What the rules ask about a reader's standing at the desk. It all lies on the one row that a checkout locks: counts
 * taken from other tables in the locking statement would be older than the lock, and limits would leak.
 */
export type Borrower = {
  readonly version: number;
  readonly openLoans: readonly OpenLoan[];
  readonly openHolds: number;
  /** Loans made under the reading-note gate since the last accepted note. */
  readonly loansSinceNote: number;
  readonly compensationsOwed: number;
};

/** @param underGate whether the loan counts for the reading-note gate */
export const withLoan = (borrower: Borrower, loan: OpenLoan, underGate: boolean): Borrower => ({
  ...borrower,
  version: borrower.version + 1,
  openLoans: [...borrower.openLoans, loan],
  loansSinceNote: borrower.loansSinceNote + (underGate ? 1 : 0),
});

export const withDueDay = (borrower: Borrower, loanId: LoanId, dueOn: CalendarDay): Borrower => ({
  ...borrower,
  version: borrower.version + 1,
  openLoans: borrower.openLoans.map((loan) => (loan.loanId === loanId ? { ...loan, dueOn } : loan)),
});

export const withoutLoan = (borrower: Borrower, loanId: LoanId): Borrower => ({
  ...borrower,
  version: borrower.version + 1,
  openLoans: borrower.openLoans.filter((loan) => loan.loanId !== loanId),
});

/** The copy of the loan is lost: the loan is gone, a compensation is owed (CIR-060). */
export const withLoss = (borrower: Borrower, loanId: LoanId): Borrower => ({
  ...withoutLoan(borrower, loanId),
  compensationsOwed: borrower.compensationsOwed + 1,
});

/** One compensation more is owed. */
export const withDebt = (borrower: Borrower): Borrower => ({
  ...borrower,
  version: borrower.version + 1,
  compensationsOwed: borrower.compensationsOwed + 1,
});

/** One compensation less is owed. */
export const withSettlement = (borrower: Borrower): Borrower => ({
  ...borrower,
  version: borrower.version + 1,
  compensationsOwed: borrower.compensationsOwed - 1,
});

/** What is at home with the borrower. */
export const atHome = (borrower: Pick<Borrower, 'openLoans'>): OpenLoan[] =>
  borrower.openLoans.filter(({ inRoom, inBlock }) => !inRoom && !inBlock);

/** What stands in corners and boxes of the borrower. */
export const inBlocks = (borrower: Pick<Borrower, 'openLoans'>): OpenLoan[] =>
  borrower.openLoans.filter(({ inBlock }) => inBlock);

/** What the borrower reads in the room. */
export const inTheRoom = (borrower: Pick<Borrower, 'openLoans'>): OpenLoan[] =>
  borrower.openLoans.filter(({ inRoom }) => inRoom);

export const overdueLoans = (borrower: Borrower, today: CalendarDay): OpenLoan[] =>
  borrower.openLoans.filter((loan) => loan.dueOn < today && !loan.inBlock);
