import type { CalendarDay, CopyId, LoanId, ReaderId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { BorrowerAtDesk } from './desk/borrower-at-desk.js';
import type { Borrower } from './desk/borrower.js';
import type { CopyAtDesk } from './desk/copy-at-desk.js';
import type { Loan } from './desk/loan.js';
import type { ParameterName, PolicyParameters, ResolvedPolicy } from './policy/loan-policy.js';
import type { SchoolCalendar } from './calendar/school-calendar.js';
import type { CheckOutFacts } from './lending/check-out-refusals.js';

export const day = (text: string): CalendarDay => text as CalendarDay;
const uuid = (last: string): string => `01990000-0000-7000-8000-0000000000${last}`;
export const SCHOOL = uuid('01') as SchoolId;
export const PUPIL = uuid('02') as ReaderId;
export const SOMEBODY_ELSE = uuid('03') as ReaderId;
export const COPY = uuid('04') as CopyId;
export const TITLE = uuid('05') as TitleId;
export const LOAN = uuid('06') as LoanId;

export const aLoan = (named: Partial<Loan> = {}): Loan => ({
  id: LOAN,
  copyId: COPY,
  titleId: TITLE,
  borrower: { kind: 'reader', id: PUPIL },
  mode: 'individual',
  lendingSchoolId: SCHOOL,
  owningSchoolId: SCHOOL,
  readerSchoolId: SCHOOL,
  readerKind: 'student',
  classId: null,
  grade: 5,
  clc: 'I287.45',
  loanedOn: day('2026-10-12'),
  loanedAt: '2026-10-12T04:00:00.000Z',
  dueOn: day('2026-11-11'),
  renewals: 0,
  terms: { loanDays: 30, endsWithTerm: true, whenClosed: 'back-before', renewals: 1 },
  state: { is: 'open' },
  ...named,
});

export const aBorrower = (named: Partial<Borrower> = {}): Borrower => ({
  version: 0,
  openLoans: [],
  openHolds: 0,
  loansSinceNote: 0,
  compensationsOwed: 0,
  ...named,
});

/** So many open loans of other titles, due in time. */
export const openLoans = (count: number, dueOn = day('2026-11-01')): Borrower['openLoans'] =>
  Array.from({ length: count }, (_, n) => ({
    loanId: uuid(String(10 + n)) as LoanId,
    titleId: uuid(String(50 + n)) as TitleId,
    dueOn,
    inRoom: false,
    inBlock: false,
  }));

export const aReader = (named: Partial<BorrowerAtDesk> = {}): BorrowerAtDesk => ({
  who: { kind: 'reader', id: PUPIL },
  schoolId: SCHOOL,
  kind: 'student',
  classId: null,
  grade: 5,
  standing: 'active',
  suspended: null,
  card: 'active',
  borrower: aBorrower(),
  ...named,
});

export const aCopy = (named: Partial<CopyAtDesk> = {}): CopyAtDesk => ({
  id: COPY,
  titleId: TITLE,
  schoolId: SCHOOL,
  kind: 'book',
  clc: 'I287.45',
  stockState: 'lendable',
  lendingState: 'in',
  loanId: null,
  onLoanTo: null,
  heldFor: null,
  ...named,
});

export const aPolicy = (named: Partial<PolicyParameters> = {}): ResolvedPolicy => {
  const values: PolicyParameters = {
    mayBorrow: true,
    mayLeaveRoom: true,
    loanDays: 30,
    loanLimit: 5,
    inRoomLimit: 3,
    renewals: 1,
    endsWithTerm: true,
    whenClosed: 'back-before',
    holdLimit: 3,
    holdShelfDays: 7,
    readingNoteEvery: null,
    readingNoteGate: 'block',
    blockOnOverdue: true,
    sameTitle: 'confirm',
    windows: null,
    ...named,
  };
  return Object.fromEntries(
    (Object.keys(values) as ParameterName[]).map((name) => [
      name,
      { value: values[name], rule: { id: `rule of ${name}`, version: 1, scope: 'county' } },
    ]),
  );
};

export const facts = (named: Partial<CheckOutFacts> = {}): CheckOutFacts => ({
  scanned: { is: 'here', copy: aCopy() },
  borrower: aReader(),
  lendsTo: 'reader',
  inRoom: false,
  policy: aPolicy(),
  due: { dueOn: day('2026-11-11'), missing: [] },
  today: day('2026-10-12'),
  at: null,
  overridable: new Set(),
  ...named,
});

/** Weekends closed, one term; further closed days as named. */
export const aCalendar = (closed: readonly string[] = [], years = [2026, 2027]): SchoolCalendar => ({
  terms: [{ startsOn: day('2026-09-01'), endsOn: day('2027-01-22') }],
  years: new Map(
    years.map((year) => [
      year,
      {
        holidaysKnown: true,
        closedOn: new Set([...weekends(year), ...closed.filter((text) => text.startsWith(String(year)))]),
      },
    ]),
  ),
});

function weekends(year: number): string[] {
  const days: string[] = [];
  for (let at = Date.UTC(year, 0, 1); new Date(at).getUTCFullYear() === year; at += 86_400_000)
    if ([0, 6].includes(new Date(at).getUTCDay())) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
