import type {
  CalendarDay,
  CopyId,
  Instant,
  LoanId,
  SchoolClassId,
  SchoolId,
  TitleId,
} from '@shulian/contracts/ids';
import type { SchoolCalendar } from '@shulian/lending-rules/calendar/school-calendar';
import type { Reason } from '@shulian/lending-rules/desk/reason';
import type { WhoBorrows } from '@shulian/lending-rules/desk/who-borrows';
import { checkOutRefusals } from '@shulian/lending-rules/lending/check-out-refusals';
import { dueDateFor, vacationDueDay, type VacationLending } from '@shulian/lending-rules/policy/due-date';
import { wallTimeAt } from '@shulian/lending-rules/policy/lending-windows';
import type {
  BorrowerKind,
  CopyKind,
  PolicyRow,
  PolicyVersion,
  ResolvedPolicy,
} from '@shulian/lending-rules/policy/loan-policy';
import { dueTermsOf, policyOn } from '@shulian/lending-rules/policy/policy-on-day';

/** A loan that was made, as far as a policy has a word in it. */
export type PastLoan = {
  readonly loanId: LoanId;
  readonly copyId: CopyId;
  readonly titleId: TitleId;
  readonly borrower: WhoBorrows;
  readonly borrowerKind: BorrowerKind;
  readonly classId: SchoolClassId | null;
  readonly grade: number | null;
  readonly copyKind: CopyKind;
  readonly loanedOn: CalendarDay;
  readonly loanedAt: Instant;
  /** Titles that the borrower had at home already. */
  readonly hadTitles: readonly TitleId[];
};

/** What a policy says of a loan. */
export type Ruling = {
  readonly refusals: readonly Pick<Reason, 'code' | 'severity'>[];
  /** null: no period. */
  readonly dueOn: CalendarDay | null;
  readonly renewals: number;
};

export const CHANGES = [
  'refused',
  'refused-no-more',
  'due-earlier',
  'due-later',
  'fewer-renewals',
  'more-renewals',
] as const;
export type Change = (typeof CHANGES)[number];

export type Trial = { readonly before: Ruling; readonly after: Ruling; readonly changes: readonly Change[] };

/** The rules with a draft in place of all versions of its scope. */
export const withDraft = (
  versions: readonly PolicyVersion[],
  schoolId: SchoolId | null,
  rows: readonly PolicyRow[],
): PolicyVersion[] => [
  ...versions.filter((version) => (version.schoolId === null) !== (schoolId === null)),
  { schoolId, version: 1, effectiveOn: BEFORE_ALL, rows },
];
const BEFORE_ALL = '0001-01-01' as CalendarDay;
/** What was overdue then is not known: due days have moved since. */
const NEVER = '9999-12-31' as CalendarDay;

type Rules = {
  readonly versions: readonly PolicyVersion[];
  readonly calendar: SchoolCalendar;
  /** Before a vacation the arrangement says the day, whatever the policy does. */
  readonly vacations: readonly VacationLending[];
  readonly zone: string;
};

/**
 * What the rules would have said when the loan was made: whether it may be made, until when, how often renewed. What is
 * overdue, owed or lacks a note is left out: it follows from other loans, which would have gone otherwise, too.
 */
export function rulingOn(loan: PastLoan, { versions, calendar, vacations, zone }: Rules): Ruling {
  const policy = policyOn(versions, loan.loanedOn, {
    readerKind: loan.borrowerKind,
    grade: loan.grade,
    classId: loan.classId,
    copyKind: loan.copyKind,
  });
  const terms = dueTermsOf(policy);
  return {
    refusals: refusalsOf(loan, policy, zone),
    dueOn:
      terms === null
        ? null
        : (vacationDueDay(vacations, loan.loanedOn) ?? dueDateFor(terms, loan.loanedOn, calendar).dueOn),
    renewals: policy.renewals?.value ?? 0,
  };
}

function refusalsOf(loan: PastLoan, policy: ResolvedPolicy, zone: string): Ruling['refusals'] {
  const { blockOnOverdue: _, readingNoteEvery: __, ...asked } = policy;
  return checkOutRefusals({
    scanned: {
      is: 'here',
      copy: {
        id: loan.copyId,
        titleId: loan.titleId,
        schoolId: NO_SCHOOL,
        kind: loan.copyKind,
        clc: null,
        stockState: 'lendable',
        lendingState: 'in',
        loanId: null,
        onLoanTo: null,
        heldFor: null,
      },
    },
    borrower: {
      who: loan.borrower,
      schoolId: NO_SCHOOL,
      kind: loan.borrowerKind,
      classId: loan.classId,
      grade: loan.grade,
      standing: 'active',
      suspended: null,
      card: null,
      borrower: {
        version: 0,
        openLoans: loan.hadTitles.map((titleId) => ({
          loanId: loan.loanId,
          titleId,
          dueOn: NEVER,
          inRoom: false,
          inBlock: false,
        })),
        openHolds: 0,
        loansSinceNote: 0,
        compensationsOwed: 0,
      },
    },
    lendsTo: loan.borrower.kind,
    inRoom: false,
    policy: asked,
    due: null,
    today: loan.loanedOn,
    at: (policy.windows?.value ?? null) === null ? null : wallTimeAt(loan.loanedAt, zone),
    overridable: new Set(),
  })
    .filter(({ severity }) => severity !== 'warn')
    .map(({ code, severity }) => ({ code, severity }));
}
/** Which school it is changes no rule. */
const NO_SCHOOL = '00000000-0000-0000-0000-000000000000' as SchoolId;

/** One past loan under the rules of its day, and under others. */
export function tried(loan: PastLoan, rules: Rules, draft: Rules): Trial {
  const [before, after] = [rulingOn(loan, rules), rulingOn(loan, draft)];
  const refusedAfter = after.refusals.length > 0;
  const isRefused = refusedAfter && before.refusals.length === 0;
  const isRefusedNoMore = !refusedAfter && before.refusals.length > 0;
  const days =
    before.dueOn === null || after.dueOn === null || refusedAfter ? 0 : order(after.dueOn, before.dueOn);
  const renewals = refusedAfter ? 0 : after.renewals - before.renewals;
  return {
    before,
    after,
    changes: CHANGES.filter(
      (change) =>
        ({
          refused: isRefused,
          'refused-no-more': isRefusedNoMore,
          'due-earlier': days < 0,
          'due-later': days > 0,
          'fewer-renewals': renewals < 0,
          'more-renewals': renewals > 0,
        })[change],
    ),
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
