import type {
  CalendarDay,
  CopyId,
  Instant,
  LoanId,
  ReaderId,
  SchoolClassId,
  SchoolId,
  TitleId,
} from '@shulian/contracts/ids';
import { daysBetween } from './day.js';
import type { DueTerms } from './due-date.js';
import type { ReaderKind } from './loan-policy.js';

/** The lending state of a copy; its stock state is the catalogue's (decision 2). */
export type LendingState = 'in' | 'on-loan' | 'hold-shelf' | 'in-transit' | 'lost';

/** Where a copy that came back goes next. */
export type NextPlace = 'shelf' | 'hold' | 'transfer' | 'withdrawn';

/** The rules a loan was made under; they stay with it when the policy changes (CIR-023). */
export type LoanTerms = DueTerms & { readonly renewals: number };

export type LoanState =
  | { readonly is: 'open' }
  | {
      readonly is: 'closed';
      readonly how: 'returned' | 'lost';
      readonly closedAt: Instant;
      readonly closedOn: CalendarDay;
      readonly atSchoolId: SchoolId;
    };

/** Schools, kind, class, grade and CLC are those of the day of the loan (decision 7). */
export type Loan = {
  readonly id: LoanId;
  readonly copyId: CopyId;
  readonly titleId: TitleId;
  readonly readerId: ReaderId;
  readonly lendingSchoolId: SchoolId;
  readonly owningSchoolId: SchoolId;
  readonly readerSchoolId: SchoolId;
  readonly readerKind: ReaderKind;
  readonly classId: SchoolClassId | null;
  readonly grade: number | null;
  readonly clc: string | null;
  readonly loanedOn: CalendarDay;
  readonly loanedAt: Instant;
  readonly dueOn: CalendarDay;
  readonly renewals: number;
  readonly terms: LoanTerms;
  readonly state: LoanState;
};

/** A loan is overdue from the day after its due day. */
export const isOverdue = (loan: Pick<Loan, 'dueOn' | 'state'>, today: CalendarDay): boolean =>
  loan.state.is === 'open' && loan.dueOn < today;

/** Days after the due day; 0 on it and before. */
export const daysLate = (dueOn: CalendarDay, today: CalendarDay): number =>
  Math.max(0, daysBetween(dueOn, today));

export function renewed(loan: Loan, dueOn: CalendarDay): Loan {
  if (loan.state.is !== 'open') throw new Error('a closed loan cannot be renewed');
  return { ...loan, dueOn, renewals: loan.renewals + 1 };
}

/** The loan, ended: the copy came back, or is lost. */
export function closed(
  loan: Loan,
  how: 'returned' | 'lost',
  when: { readonly at: Instant; readonly on: CalendarDay },
  atSchoolId: SchoolId,
): Loan {
  if (loan.state.is !== 'open') throw new Error('a loan ends once');
  return { ...loan, state: { is: 'closed', how, closedAt: when.at, closedOn: when.on, atSchoolId } };
}
