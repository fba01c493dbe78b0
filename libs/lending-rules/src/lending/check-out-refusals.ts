import type { CalendarDay } from '@shulian/contracts/ids';
import { isSuspended, type BorrowerAtDesk } from '../desk/borrower-at-desk.js';
import { atHome, inTheRoom, overdueLoans } from '../desk/borrower.js';
import type { CopyAtDesk, ScannedCopy, StockState } from '../desk/copy-at-desk.js';
import { staysInRoom } from '../desk/reading-room.js';
import { reasons, type Reason } from '../desk/reason.js';
import type { WhoBorrows } from '../desk/who-borrows.js';
import type { DueDate } from '../policy/due-date.js';
import { isWithin, type WallTime } from '../policy/lending-windows.js';
import type { ParameterName, ResolvedPolicy } from '../policy/loan-policy.js';

export type CheckOutFacts = {
  readonly scanned: ScannedCopy;
  readonly borrower: BorrowerAtDesk | null;
  /** What the desk asked for; says what is unknown when there is no borrower. */
  readonly lendsTo: WhoBorrows['kind'];
  /** To be read in the room and given back before it closes. */
  readonly inRoom: boolean;
  readonly policy: ResolvedPolicy;
  /** null when the policy gives no period, or reader or copy are not known. */
  readonly due: DueDate | null;
  readonly today: CalendarDay;
  /** null: no window asks for it. */
  readonly at: WallTime | null;
  /** What the rotation of the school says where it is not the slot of the class; left out: nothing. */
  readonly outsideSlot?: { readonly says: 'warn' | 'deny' } & WallTime;
  /** Codes the caller may override. */
  readonly overridable: ReadonlySet<string>;
};

/** Every reason to say no, in desk order: first the copy, then the reader, then what the policy says of the two. */
export function checkOutRefusals(facts: CheckOutFacts): Reason[] {
  const { scanned, borrower } = facts;
  const copy = scanned.is === 'here' ? scanned.copy : null;
  const refusal = refusalFactory(facts);
  return reasons(
    scanned.is === 'unknown' && refusal('copy.unknown', {}),
    scanned.is === 'ambiguous' && refusal('copy.barcode-ambiguous', { schools: scanned.schools }),
    ...(copy === null ? [] : copyRefusals(facts, copy)),
    scanned.is === 'foreign' && refusal('copy.of-another-school', {}),
    borrower === null && refusal(facts.lendsTo === 'class' ? 'class.unknown' : 'reader.unknown', {}),
    ...(borrower === null ? [] : borrowerRefusals(facts, borrower)),
    ...(borrower === null
      ? []
      : facts.inRoom
        ? roomRefusals(facts, borrower)
        : policyRefusals(facts, borrower, copy)),
    ...calendarWarnings(facts),
  );
}

/** What the due day could not be reckoned with; it refuses nothing. */
function calendarWarnings(facts: CheckOutFacts): Reason[] {
  const missing = facts.due?.missing ?? [];
  const unknown = missing.find((what) => what !== 'next-term');
  const refusal = refusalFactory(facts);
  return reasons(
    unknown !== undefined && refusal('calendar.unknown', { missing: unknown, today: facts.today }),
    missing.includes('next-term') && refusal('calendar.no-next-term', {}),
  ).map((reason) => ({ ...reason, severity: 'warn', overridable: false }));
}

/** A copy that is there and only not ready may be lent by an override; one that is not there or sorted out never (decision 2). */
const PASSABLE: ReadonlySet<StockState> = new Set(['processing', 'repair']);

function copyRefusals(facts: CheckOutFacts, copy: CopyAtDesk): (Reason | false)[] {
  const refusal = refusalFactory(facts);
  const { lendingState, stockState } = copy;
  const stockStops = stockState !== 'lendable' && stockState !== 'reading-room';
  // Whoever it was put aside for takes it home.
  const putAside = facts.inRoom && lendingState === 'hold-shelf';
  const lendingStops = lendingState === 'lost' || lendingState === 'in-transit' || putAside;
  const byPolicy = facts.policy.mayLeaveRoom?.value === false && stockState !== 'reading-room';
  return [
    (stockStops || lendingStops) && {
      ...refusal('copy.not-lendable', { state: stockStops ? stockState : lendingState }),
      overridable: !lendingStops && PASSABLE.has(stockState) && facts.overridable.has('copy.not-lendable'),
    },
    lendingState === 'on-loan' &&
      refusal('copy.already-on-loan', {
        toThisReader: facts.borrower?.borrower.openLoans.some((loan) => loan.loanId === copy.loanId) === true,
        ...(copy.onLoanTo === null ? {} : { borrowerKind: copy.onLoanTo.kind, borrowerId: copy.onLoanTo.id }),
      }),
    !facts.inRoom &&
      (staysInRoom(copy) || byPolicy) && {
        ...refusal('copy.reading-room-only', {}, byPolicy ? 'mayLeaveRoom' : undefined),
        overridable: false,
      },
    lendingState !== 'on-loan' &&
      !putAside &&
      copy.heldFor !== null &&
      copy.heldFor !== facts.borrower?.who.id &&
      refusal('copy.held-for-another-reader', { onShelf: lendingState === 'hold-shelf' }),
  ];
}

function borrowerRefusals(facts: CheckOutFacts, atDesk: BorrowerAtDesk): (Reason | false)[] {
  const refusal = refusalFactory(facts);
  return [
    atDesk.standing === 'left' &&
      refusal(atDesk.kind === 'class' ? 'class.graduated' : 'reader.inactive', {}),
    atDesk.card !== null && atDesk.card !== 'active' && refusal('reader.card-lost', { card: atDesk.card }),
    !facts.inRoom &&
      isSuspended(atDesk.suspended, facts.today) &&
      refusal('reader.suspended', { untilOn: atDesk.suspended?.untilOn ?? null }),
  ];
}

/** Copies in the room at once, where no rule says: what a reader has on the table, and what a class works with. */
export const inRoomLimitOf = (policy: ResolvedPolicy, kind: BorrowerAtDesk['kind']): number =>
  policy.inRoomLimit?.value ?? (kind === 'class' ? 60 : 3);

/**
 * Whoever belongs to the school reads in the room, also when nothing more is lent home: suspended, at the limit, in debt or
 * outside the hours of lending. But who kept a copy of the room overnight gives it back before the next.
 */
function roomRefusals(facts: CheckOutFacts, atDesk: BorrowerAtDesk): (Reason | false)[] {
  const refusal = refusalFactory(facts);
  const inRoom = inTheRoom(atDesk.borrower);
  const limit = inRoomLimitOf(facts.policy, atDesk.kind);
  const kept = inRoom.filter(({ dueOn }) => dueOn < facts.today).length;
  return [
    inRoom.length >= limit && refusal('reader.at-limit', { limit, openLoans: inRoom.length }, 'inRoomLimit'),
    kept > 0 && refusal('reader.has-overdue', { overdue: kept }),
  ];
}

function policyRefusals(
  facts: CheckOutFacts,
  atDesk: BorrowerAtDesk,
  copy: CopyAtDesk | null,
): (Reason | false)[] {
  const refusal = refusalFactory(facts);
  const { policy, today } = facts;
  const { borrower } = atDesk;
  const limit = policy.loanLimit?.value;
  const open = atHome(borrower).length;
  const overdue = overdueLoans(borrower, today);
  // A class writes no notes.
  const every = atDesk.kind === 'class' ? null : (policy.readingNoteEvery?.value ?? null);
  const sameTitle = policy.sameTitle?.value ?? 'allow';
  const windows = policy.windows?.value ?? null;
  const noRule = policy.mayBorrow?.value !== true || limit === undefined || policy.loanDays === undefined;
  return [
    limit !== undefined &&
      open >= limit &&
      refusal('reader.at-limit', { limit, openLoans: open }, 'loanLimit'),
    policy.blockOnOverdue?.value === true &&
      overdue.length > 0 &&
      refusal('reader.has-overdue', { overdue: overdue.length }, 'blockOnOverdue'),
    borrower.compensationsOwed > 0 && owesCompensation(refusal, atDesk),
    every !== null &&
      borrower.loansSinceNote >= every &&
      owesNote(refusal, policy, { every, loansSinceNote: borrower.loansSinceNote }),
    sameTitle !== 'allow' &&
      copy !== null &&
      copy.lendingState !== 'on-loan' &&
      borrower.openLoans.some((loan) => loan.titleId === copy.titleId) && {
        ...refusal('reader.same-title-on-loan', {}, 'sameTitle'),
        severity: sameTitle,
      },
    windows !== null &&
      facts.at !== null &&
      !isWithin(windows, facts.at) &&
      refusal('window.closed', { weekday: facts.at.weekday, time: facts.at.time }, 'windows'),
    facts.outsideSlot !== undefined && outsideSlot(refusal, facts.outsideSlot),
    noRule &&
      refusal(
        'policy.none',
        { mayBorrow: policy.mayBorrow?.value ?? null },
        policy.mayBorrow?.value === false ? 'mayBorrow' : undefined,
      ),
  ];
}

/**
 * One lost book of sixty is no reason to send a class of 45 away without any: what a class owes is said at every checkout,
 * and stays owed until it is settled (ADR 0026). A reader borrows again when the debt is settled.
 */
const owesCompensation = (refusal: RefusalFactory, { kind, borrower }: BorrowerAtDesk): Reason => {
  const owed = refusal('reader.owes-compensation', { owed: borrower.compensationsOwed });
  return kind === 'class' ? { ...owed, severity: 'warn', overridable: false } : owed;
};

/** Where the school only warns, whoever stands at the desk may lend all the same, and says why: kept with the loan (CIR-028). */
const owesNote = (
  refusal: RefusalFactory,
  policy: ResolvedPolicy,
  facts: { readonly every: number; readonly loansSinceNote: number },
): Reason => {
  const owed = refusal('reader.owes-reading-note', facts, 'readingNoteEvery');
  return policy.readingNoteGate?.value === 'warn'
    ? { ...owed, severity: 'confirm', overridable: true }
    : owed;
};

/** Where the school lets everybody borrow freely outside their slot, the desk only mentions it, or says nothing (CIR-005). */
const outsideSlot = (
  refusal: RefusalFactory,
  { says, weekday, time }: NonNullable<CheckOutFacts['outsideSlot']>,
): Reason => {
  const outside = refusal('window.outside-class-slot', { weekday, time });
  return says === 'warn' ? { ...outside, severity: 'warn', overridable: false } : outside;
};

type RefusalFactory = (
  code: Reason['code'],
  facts: NonNullable<Reason['facts']>,
  parameter?: ParameterName,
) => Reason;

/** Builds a refusal with its facts and the policy row behind it. */
const refusalFactory =
  ({ policy, overridable }: Pick<CheckOutFacts, 'policy' | 'overridable'>): RefusalFactory =>
  (code, facts, parameter) => {
    const rule = parameter === undefined ? undefined : policy[parameter]?.rule;
    return {
      code,
      severity: 'deny',
      overridable: overridable.has(code),
      ...(Object.keys(facts).length === 0 ? {} : { facts }),
      ...(rule === undefined || parameter === undefined
        ? {}
        : { rule: { id: rule.id, version: rule.version, parameter } }),
    };
  };
