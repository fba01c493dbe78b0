import type { CalendarDay, Instant, LoanId, SchoolId } from '@shulian/contracts/ids';
import { withLoan, type Borrower } from './borrower.js';
import {
  checkOutRefusals,
  type CheckOutFacts,
  type CopyAtDesk,
  type ReaderAtDesk,
  type ScannedCopy,
} from './check-out-refusals.js';
import { dueDateFor, type DueTerms } from './due-date.js';
import { wallTimeAt } from './lending-windows.js';
import type { Loan, LoanTerms } from './loan.js';
import {
  resolvePolicy,
  versionOn,
  type PolicyCase,
  type PolicyVersion,
  type ResolvedPolicy,
} from './loan-policy.js';
import { decide, type Decision, type Override } from './reason.js';
import type { SchoolCalendar } from './school-calendar.js';

/** The moment at the desk, and the zone whose wall clock counts. */
export type Moment = { readonly at: Instant; readonly on: CalendarDay; readonly zone: string };

export type AskedAtDesk = {
  readonly scanned: ScannedCopy;
  readonly reader: ReaderAtDesk | null;
  readonly overrides: readonly Override[];
  /** Codes the caller may override. */
  readonly overridable: ReadonlySet<string>;
};

export type WeighedCheckOut = { readonly facts: CheckOutFacts; readonly decision: Decision };

/** The policy of a school on a day, for one case. Versions of other scopes must not be among them. */
export const policyOn = (
  versions: readonly PolicyVersion[],
  day: CalendarDay,
  asked: PolicyCase,
): ResolvedPolicy =>
  resolvePolicy(
    [true, false].flatMap(
      (ofCounty) =>
        versionOn(
          versions.filter((version) => (version.schoolId === null) === ofCounty),
          day,
        ) ?? [],
    ),
    asked,
  );

/** What a due day follows from; null when the policy gives no period. */
export const dueTermsOf = (policy: ResolvedPolicy): DueTerms | null =>
  policy.loanDays === undefined
    ? null
    : {
        loanDays: policy.loanDays.value,
        endsWithTerm: policy.endsWithTerm?.value ?? false,
        whenClosed: policy.whenClosed?.value ?? 'back-before',
      };

/** The whole decision, the same for a loan and for a dry run. */
export function weighCheckOut(
  asked: AskedAtDesk,
  rules: { readonly versions: readonly PolicyVersion[]; readonly calendar: SchoolCalendar },
  moment: Moment,
): WeighedCheckOut {
  const { scanned, reader } = asked;
  const policy =
    reader === null
      ? {}
      : policyOn(rules.versions, moment.on, {
          readerKind: reader.kind,
          grade: reader.grade,
          classId: reader.classId,
          copyKind: scanned.is === 'here' ? scanned.copy.kind : null,
        });
  const terms = scanned.is === 'here' ? dueTermsOf(policy) : null;
  const facts: CheckOutFacts = {
    scanned,
    reader,
    policy,
    due: terms === null ? null : dueDateFor(terms, moment.on, rules.calendar),
    today: moment.on,
    at: (policy.windows?.value ?? null) === null ? null : wallTimeAt(moment.at, moment.zone),
    overridable: asked.overridable,
  };
  return { facts, decision: decide(checkOutRefusals(facts), asked.overrides) };
}

/** A checkout that was allowed: the loan, and the reader's row with it. */
export function openLoan(
  { facts }: WeighedCheckOut,
  loan: { readonly id: LoanId; readonly lendingSchoolId: SchoolId },
  moment: Moment,
): { readonly loan: Loan; readonly copy: CopyAtDesk; readonly borrower: Borrower } {
  const { scanned, reader, policy, due } = facts;
  const terms = dueTermsOf(policy);
  if (scanned.is !== 'here' || reader === null || due === null || terms === null)
    throw new Error('a loan needs a copy, a reader and a period');
  const { copy } = scanned;
  const loanTerms: LoanTerms = { ...terms, renewals: policy.renewals?.value ?? 0 };
  const underGate = (policy.readingNoteEvery?.value ?? null) !== null;
  return {
    copy,
    borrower: withLoan(
      reader.borrower,
      { loanId: loan.id, titleId: copy.titleId, dueOn: due.dueOn },
      underGate,
    ),
    loan: {
      ...loan,
      copyId: copy.id,
      titleId: copy.titleId,
      readerId: reader.id,
      owningSchoolId: copy.schoolId,
      readerSchoolId: reader.schoolId,
      readerKind: reader.kind,
      classId: reader.classId,
      grade: reader.grade,
      clc: copy.clc,
      loanedOn: moment.on,
      loanedAt: moment.at,
      dueOn: due.dueOn,
      renewals: 0,
      terms: loanTerms,
      state: { is: 'open' },
    },
  };
}
