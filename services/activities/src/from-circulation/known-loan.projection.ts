import type { LoanCheckedOutV1 } from '@shulian/contracts/circulation';
import type { CalendarDay } from '@shulian/contracts/ids';

type ToldLoan = Omit<LoanCheckedOutV1['data'], 'checkedOutAt'>;

/** What activities knows of a loan: who read what, as of the day it was lent. */
export type KnownLoan = Pick<ToldLoan, 'loanId' | 'titleId' | 'readerId' | 'classId' | 'grade' | 'mode'> & {
  readonly version: number;
  readonly schoolId: ToldLoan['readerSchoolId'];
  readonly loanedOn: CalendarDay;
  readonly returnedOn: CalendarDay | null;
};

/** Any event of a loan tells the whole loan: what was known before does not matter. */
export const knownLoanAfter = (
  { data, aggregateversion }: { readonly data: ToldLoan; readonly aggregateversion: number },
  returnedOn: CalendarDay | null,
): KnownLoan => ({
  loanId: data.loanId,
  version: aggregateversion,
  titleId: data.titleId,
  readerId: data.readerId,
  classId: data.classId,
  grade: data.grade,
  schoolId: data.readerSchoolId,
  mode: data.mode,
  loanedOn: data.loanedOn,
  returnedOn,
});
