import type { CalendarDay } from '@shulian/contracts/ids';
import type { LoanCheckedOutV1 } from '@shulian/contracts/circulation';

/** Stands for "no class" and "no class number" in keys, where null would not be equal to itself. */
export const NO_CLASS = '00000000-0000-0000-0000-000000000000';
export const UNCLASSED = '?';

/** Something that is counted for a school on a day. */
export type Counted = 'loans' | 'renewals' | 'returns' | 'losses';

export type LendingCount = {
  readonly schoolId: string;
  readonly day: CalendarDay;
  readonly readerKind: string;
  readonly classId: string;
  /** First letter of the class number: one of the 22 main classes, or `?`. */
  readonly mainClass: string;
  readonly what: Counted;
};

type LoanFacts = Pick<LoanCheckedOutV1['data'], 'lendingSchoolId' | 'readerKind' | 'classId' | 'clc'>;

/** Where an event about a loan counts: by what was true as of the loan, not of today. */
export const lendingCount = (loan: LoanFacts, day: CalendarDay, what: Counted): LendingCount => ({
  schoolId: loan.lendingSchoolId,
  day,
  readerKind: loan.readerKind,
  classId: loan.classId ?? NO_CLASS,
  mainClass: mainClassOf(loan.clc),
  what,
});

/** The main class of a class number; brackets of alternative numbers do not count. */
export const mainClassOf = (clc: string | null): string =>
  /^[[{(]*([A-Z])/.exec((clc ?? '').normalize('NFKC').trim().toUpperCase())?.[1] ?? UNCLASSED;
