import type {
  CalendarDay,
  CopyId,
  Instant,
  LoanId,
  SchoolClassId,
  SchoolId,
  TitleId,
} from '@shulian/contracts/ids';
import type { DueTerms } from '../policy/due-date.js';
import type { ReaderKind } from '../policy/loan-policy.js';
import { openDaysAfter, type SchoolCalendar } from '../calendar/school-calendar.js';
import type { WhoBorrows } from './who-borrows.js';

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

/** How a copy is out (`LoanMode` of the contract). */
export const loanModes = ['individual', 'collective', 'in-room', 'corner', 'box', 'delivery'] as const;
export type LoanMode = (typeof loanModes)[number];

/** Whether the copy stands in a corner or a box: it counts apart from what its borrower took home (CIR-066, CIR-069). */
export const isInBlock = (mode: LoanMode): boolean => mode === 'corner' || mode === 'box';

/** Schools, kind, class, grade and CLC are those of the day of the loan (decision 7). */
export type Loan = {
  readonly id: LoanId;
  readonly copyId: CopyId;
  readonly titleId: TitleId;
  readonly borrower: WhoBorrows;
  readonly mode: LoanMode;
  readonly lendingSchoolId: SchoolId;
  readonly owningSchoolId: SchoolId;
  readonly readerSchoolId: SchoolId;
  /** null: the borrower is a class. */
  readonly readerKind: ReaderKind | null;
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

/**
 * Open days of the lending school after the due day; 0 on it and before (decision 46).
 * @param takenBackAt the calendar of another school that takes it back: days on which its door was shut do not count either
 */
export const daysLate = (
  dueOn: CalendarDay,
  today: CalendarDay,
  calendar: SchoolCalendar,
  takenBackAt: SchoolCalendar = calendar,
): number => openDaysAfter(calendar, dueOn, today, takenBackAt);

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
