import type { CalendarDay, LoanId, ReaderId, SchoolId } from '@shulian/contracts/ids';
import type { BorrowerAtDesk } from '../desk/borrower-at-desk.js';
import { withLoan, type Borrower } from '../desk/borrower.js';
import type { CopyAtDesk, ScannedCopy } from '../desk/copy-at-desk.js';
import type { Loan, LoanTerms } from '../desk/loan.js';
import { decide, type Decision, type Override } from '../desk/reason.js';
import type { WhoBorrows } from '../desk/who-borrows.js';
import type { Moment } from '../calendar/day.js';
import { dueDateFor, vacationDueDay, type DueDate, type VacationLending } from '../policy/due-date.js';
import { outsideSlotOf, type ClassRotation } from '../policy/class-slots.js';
import { wallTimeAt } from '../policy/lending-windows.js';
import type { PolicyVersion, ResolvedPolicy } from '../policy/loan-policy.js';
import { dueTermsOf, policyOn } from '../policy/policy-on-day.js';
import type { SchoolCalendar } from '../calendar/school-calendar.js';
import { checkOutRefusals, type CheckOutFacts } from './check-out-refusals.js';

export type AskedAtDesk = {
  readonly scanned: ScannedCopy;
  readonly borrower: BorrowerAtDesk | null;
  readonly lendsTo: WhoBorrows['kind'];
  /** To be read in the room and given back before it closes. */
  readonly inRoom: boolean;
  readonly overrides: readonly Override[];
  /** Codes the caller may override. */
  readonly overridable: ReadonlySet<string>;
};

/** What is seen at the desk, with the copy kept for whoever has a claim on it. */
export const keptBack = (
  seen: AskedAtDesk,
  claim: { readonly heldFor: ReaderId | null } | null,
): AskedAtDesk =>
  claim === null || seen.scanned.is !== 'here'
    ? seen
    : { ...seen, scanned: { is: 'here', copy: { ...seen.scanned.copy, heldFor: claim.heldFor } } };

export type DecidedCheckOut = { readonly facts: CheckOutFacts; readonly decision: Decision };

/** The whole decision, the same for a loan and for a dry run. */
export function decideCheckOut(
  input: AskedAtDesk,
  rules: {
    readonly versions: readonly PolicyVersion[];
    readonly calendar: SchoolCalendar;
    readonly rotations?: readonly ClassRotation[];
    readonly vacations?: readonly VacationLending[];
  },
  moment: Moment,
): DecidedCheckOut {
  const { scanned, borrower, lendsTo, inRoom } = input;
  const policy =
    borrower === null
      ? {}
      : policyOn(rules.versions, moment.on, {
          readerKind: borrower.kind,
          grade: borrower.grade,
          classId: borrower.classId,
          copyKind: scanned.is === 'here' ? scanned.copy.kind : null,
        });
  const facts: CheckOutFacts = {
    scanned,
    borrower,
    lendsTo,
    inRoom,
    policy,
    due: scanned.is === 'here' ? dueUnder(policy, inRoom, moment.on, rules) : null,
    today: moment.on,
    at: (policy.windows?.value ?? null) === null ? null : wallTimeAt(moment.at, moment.zone),
    ...outsideSlotOf(rules.rotations ?? [], borrower, moment),
    overridable: input.overridable,
  };
  return { facts, decision: decide(checkOutRefusals(facts), input.overrides) };
}

/** The room closes today, whatever the calendar says of the day: the desk that lends is open. */
function dueUnder(
  policy: ResolvedPolicy,
  inRoom: boolean,
  today: CalendarDay,
  rules: { readonly calendar: SchoolCalendar; readonly vacations?: readonly VacationLending[] },
): DueDate | null {
  if (inRoom) return { dueOn: today, missing: [] };
  const terms = dueTermsOf(policy);
  if (terms === null) return null;
  const afterVacation = vacationDueDay(rules.vacations ?? [], today);
  return afterVacation === null
    ? dueDateFor(terms, today, rules.calendar)
    : { dueOn: afterVacation, missing: [] };
}

/** What is read in the room is for the day, and not renewed. */
const IN_ROOM_TERMS: LoanTerms = {
  loanDays: 0,
  endsWithTerm: false,
  whenClosed: 'next-open',
  renewals: 0,
};

/** The rules that the loan keeps. */
function termsOf(policy: ResolvedPolicy, inRoom: boolean): LoanTerms | null {
  if (inRoom) return IN_ROOM_TERMS;
  const terms = dueTermsOf(policy);
  return terms === null ? null : { ...terms, renewals: policy.renewals?.value ?? 0 };
}

/** A checkout that was allowed: the loan, and the borrower's row with it. */
export function openLoan(
  { facts }: DecidedCheckOut,
  loan: { readonly id: LoanId; readonly lendingSchoolId: SchoolId },
  moment: Moment,
): { readonly loan: Loan; readonly copy: CopyAtDesk; readonly borrower: Borrower } {
  const { scanned, borrower: atDesk, policy, due, inRoom } = facts;
  const terms = termsOf(policy, inRoom);
  if (scanned.is !== 'here' || atDesk === null || due === null || terms === null)
    throw new Error('a loan needs a copy, a borrower and a period');
  const { copy } = scanned;
  const underGate = !inRoom && atDesk.kind !== 'class' && (policy.readingNoteEvery?.value ?? null) !== null;
  return {
    copy,
    borrower: withLoan(
      atDesk.borrower,
      { loanId: loan.id, titleId: copy.titleId, dueOn: due.dueOn, inRoom, inBlock: false },
      underGate,
    ),
    loan: {
      ...loan,
      copyId: copy.id,
      titleId: copy.titleId,
      borrower: atDesk.who,
      mode: inRoom ? 'in-room' : atDesk.kind === 'class' ? 'collective' : 'individual',
      owningSchoolId: copy.schoolId,
      readerSchoolId: atDesk.schoolId,
      readerKind: atDesk.kind === 'class' ? null : atDesk.kind,
      classId: atDesk.classId,
      grade: atDesk.grade,
      clc: copy.clc,
      loanedOn: moment.on,
      loanedAt: moment.at,
      dueOn: due.dueOn,
      renewals: 0,
      terms,
      state: { is: 'open' },
    },
  };
}
