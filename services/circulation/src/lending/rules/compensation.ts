import type { CalendarDay, CopyId, LoanId, ReaderId, SchoolId } from '@shulian/contracts/ids';
import type { Loan } from './loan.js';
import type { Reason } from './reason.js';

/** Nobody outside circulation refers to a compensation. */
export type CompensationId = string & { readonly ofCompensation: true };

/** In money at the price of the copy, by another copy of the book, or forgiven: because the copy was found, or by grace. */
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
    };

/** What a reader owes for a lost copy (CIR-060). The amount is its price, which is the catalogue's to say. */
export type Compensation = {
  readonly id: CompensationId;
  readonly loanId: LoanId;
  readonly copyId: CopyId;
  readonly readerId: ReaderId;
  /** The school that owns the copy. */
  readonly schoolId: SchoolId;
  readonly owedOn: CalendarDay;
  readonly note: string | null;
  readonly state: CompensationState;
};

export const owedFor = (
  loan: Loan,
  id: CompensationId,
  owedOn: CalendarDay,
  note: string | null,
): Compensation => ({
  id,
  loanId: loan.id,
  copyId: loan.copyId,
  readerId: loan.readerId,
  schoolId: loan.owningSchoolId,
  owedOn,
  note,
  state: { is: 'owed' },
});

export function settled(
  compensation: Compensation,
  how: Settlement,
  by: { readonly settledOn: CalendarDay; readonly settledBy: string; readonly note: string | null },
): Compensation {
  if (compensation.state.is !== 'owed') throw new Error('a compensation is settled once');
  return { ...compensation, state: { is: how, ...by } };
}

/** Only what is in a reader's hands can be lost by the reader. */
export const lossRefusals = ({ state }: Pick<Loan, 'state'>): Reason[] =>
  state.is === 'open' ? [] : [no('loan.closed', { closedHow: state.how, closedOn: state.closedOn })];

export const settlementRefusals = ({ state }: Pick<Compensation, 'state'>): Reason[] =>
  state.is === 'owed' ? [] : [no('compensation.settled', { status: state.is, settledOn: state.settledOn })];

const no = (code: string, facts: NonNullable<Reason['facts']>): Reason => ({
  code,
  severity: 'deny',
  overridable: false,
  facts,
});
