import type { CalendarDay, CompensationId, CopyId, LoanId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { Loan } from '@shulian/lending-rules/desk/loan';
import type { Reason } from '@shulian/lending-rules/desk/reason';
import type { WhoBorrows } from '@shulian/lending-rules/desk/who-borrows';

/** In money, by another copy of the book, or forgiven: because the copy was found, or by grace. */
export const settlements = ['paid', 'replaced', 'waived'] as const;
export type Settlement = (typeof settlements)[number];

export type CompensationState =
  | { readonly is: 'owed' }
  | {
      readonly is: Settlement;
      readonly settledOn: CalendarDay;
      /** Account or client. */
      readonly settledBy: string;
      readonly note: string | null;
      /** What was paid; null when it was settled otherwise. */
      readonly settledFen: number | null;
    };

/** What a reader owes for a lost copy (CIR-060). The amount is its price on the day of the loss, whatever that becomes later. */
export type Compensation = {
  readonly id: CompensationId;
  readonly loanId: LoanId;
  readonly copyId: CopyId;
  /** Kept of the loan. */
  readonly titleId: TitleId;
  readonly borrower: WhoBorrows;
  /** The school that owns the copy. */
  readonly schoolId: SchoolId;
  readonly lendingSchoolId: SchoolId;
  /** On the day of the loan. */
  readonly readerSchoolId: SchoolId;
  readonly owedOn: CalendarDay;
  /** null: the loss was declared when amounts were not kept. */
  readonly owedFen: number | null;
  readonly note: string | null;
  readonly state: CompensationState;
  /** Raised with every event. */
  readonly version: number;
};

/**
 * The price of a copy as the catalogue has it, or as whoever declares the loss says where the catalogue has none
 * (decision 37); refusals where neither or both say it.
 */
export function priceOwed(
  knownFen: number | null,
  saidFen: number | null,
): { readonly owedFen: number } | { readonly refusals: Reason[] } {
  if (knownFen === null)
    return saidFen === null ? { refusals: [deny('loss.price-needed', {})] } : { owedFen: saidFen };
  return saidFen === null || saidFen === knownFen
    ? { owedFen: knownFen }
    : { refusals: [deny('loss.price-known', { priceFen: knownFen })] };
}

export const owedFor = (
  loan: Loan,
  id: CompensationId,
  owedOn: CalendarDay,
  owedFen: number,
  note: string | null,
): Compensation => ({
  id,
  loanId: loan.id,
  copyId: loan.copyId,
  titleId: loan.titleId,
  borrower: loan.borrower,
  schoolId: loan.owningSchoolId,
  lendingSchoolId: loan.lendingSchoolId,
  readerSchoolId: loan.readerSchoolId,
  owedOn,
  owedFen,
  note,
  state: { is: 'owed' },
  version: 1,
});

/** @param paidFen what was paid; else what is owed. Only of what is settled in money */
export function settled(
  compensation: Compensation,
  how: Settlement,
  by: { readonly settledOn: CalendarDay; readonly settledBy: string; readonly note: string | null },
  paidFen: number | null,
): Compensation {
  if (compensation.state.is !== 'owed') throw new Error('a compensation is settled once');
  const settledFen = how === 'paid' ? (paidFen ?? compensation.owedFen) : null;
  if (how === 'paid' && settledFen === null) throw new Error('the amount is asked for before');
  return { ...compensation, state: { is: how, ...by, settledFen }, version: compensation.version + 1 };
}

/** A settlement that was a mistake, taken back. */
export function reopened(compensation: Compensation): Compensation {
  if (compensation.state.is === 'owed') throw new Error('what is owed was not settled');
  return { ...compensation, state: { is: 'owed' }, version: compensation.version + 1 };
}

/** Only a settlement can be taken back. */
export const reopeningRefusals = ({ state }: Pick<Compensation, 'state'>): Reason[] =>
  state.is === 'owed' ? [deny('compensation.owed', {})] : [];

/** Only what is in a reader's hands can be lost by the reader. */
export const lossRefusals = ({ state }: Pick<Loan, 'state'>): Reason[] =>
  state.is === 'open' ? [] : [deny('loan.closed', { closedHow: state.how, closedOn: state.closedOn })];

/** @param paidFen what is said to be paid, or null */
export function settlementRefusals(
  { state, owedFen }: Pick<Compensation, 'state' | 'owedFen'>,
  how: Settlement,
  paidFen: number | null,
): Reason[] {
  if (state.is !== 'owed')
    return [deny('compensation.settled', { status: state.is, settledOn: state.settledOn })];
  return how === 'paid' && owedFen === null && paidFen === null ? [deny('settlement.amount-needed', {})] : [];
}

const deny = (code: Reason['code'], facts: NonNullable<Reason['facts']>): Reason => ({
  code,
  severity: 'deny',
  overridable: false,
  facts,
});
