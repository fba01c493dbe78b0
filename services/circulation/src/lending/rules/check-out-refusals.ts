import type {
  CalendarDay,
  CopyId,
  LoanId,
  ReaderId,
  SchoolClassId,
  SchoolId,
  TitleId,
} from '@shulian/contracts/ids';
import { overdueLoans, type Borrower } from './borrower.js';
import type { DueDate } from './due-date.js';
import { isWithin, type WallTime } from './lending-windows.js';
import type { LendingState } from './loan.js';
import type { CopyKind, ParameterName, ReaderKind, ResolvedPolicy } from './loan-policy.js';
import { reasons, type Reason } from './reason.js';

export type StockState = 'processing' | 'lendable' | 'reading-room' | 'repair' | 'missing' | 'withdrawn';

export type CopyAtDesk = {
  readonly id: CopyId;
  readonly titleId: TitleId;
  readonly schoolId: SchoolId;
  readonly kind: CopyKind;
  readonly clc: string | null;
  readonly stockState: StockState;
  readonly lendingState: LendingState;
  /** The open loan of the copy. */
  readonly loanId: LoanId | null;
  /** The reader the copy is kept for, on the hold shelf or first in the queue; null: for nobody. */
  readonly heldFor: ReaderId | null;
};

/** What a scanned barcode led to (decision 14). */
export type ScannedCopy =
  | { readonly is: 'unknown' }
  | { readonly is: 'ambiguous'; readonly schools: number }
  | { readonly is: 'foreign' }
  | { readonly is: 'here'; readonly copy: CopyAtDesk };

export type ReaderAtDesk = {
  readonly id: ReaderId;
  readonly schoolId: SchoolId;
  readonly kind: ReaderKind;
  readonly classId: SchoolClassId | null;
  readonly grade: number | null;
  readonly standing: 'active' | 'left';
  readonly suspended: { readonly untilOn: CalendarDay | null } | null;
  /** Of the card that was shown; null when the reader was named by id. */
  readonly card: 'active' | 'lost' | 'returned' | 'left' | null;
  readonly borrower: Borrower;
};

export type CheckOutFacts = {
  readonly scanned: ScannedCopy;
  readonly reader: ReaderAtDesk | null;
  readonly policy: ResolvedPolicy;
  /** null when the policy gives no period, or reader or copy are not known. */
  readonly due: DueDate | null;
  readonly today: CalendarDay;
  /** null: no window asks for it. */
  readonly at: WallTime | null;
  /** Codes the caller may override. */
  readonly overridable: ReadonlySet<string>;
};

/** Suspended up to and including the day. */
export const isSuspended = (suspended: ReaderAtDesk['suspended'], today: CalendarDay): boolean =>
  suspended !== null && (suspended.untilOn === null || today <= suspended.untilOn);

/** Every reason to say no, in desk order: first the copy, then the reader, then what the policy says of the two. */
export function checkOutRefusals(facts: CheckOutFacts): Reason[] {
  const { scanned, reader, today } = facts;
  const copy = scanned.is === 'here' ? scanned.copy : null;
  const say = speaker(facts);
  return reasons(
    scanned.is === 'unknown' && say('copy.unknown', {}),
    scanned.is === 'ambiguous' && say('copy.barcode-ambiguous', { schools: scanned.schools }),
    ...(copy === null ? [] : copyRefusals(facts, copy)),
    scanned.is === 'foreign' && say('copy.of-another-school', {}),
    reader === null && say('reader.unknown', {}),
    ...(reader === null ? [] : readerRefusals(facts, reader)),
    ...(reader === null ? [] : policyRefusals(facts, reader, copy)),
    facts.due !== null &&
      facts.due.unknown !== null && {
        ...say('calendar.unknown', { missing: facts.due.unknown, today }),
        severity: 'warn' as const,
        overridable: false,
      },
  );
}

/** A copy that is there and only not ready may be lent by an override; one that is not there or sorted out never (decision 2). */
const PASSABLE: ReadonlySet<StockState> = new Set(['processing', 'repair']);

function copyRefusals(facts: CheckOutFacts, copy: CopyAtDesk): (Reason | false)[] {
  const say = speaker(facts);
  const { lendingState, stockState } = copy;
  const stockStops = stockState !== 'lendable' && stockState !== 'reading-room';
  const lendingStops = lendingState === 'lost' || lendingState === 'in-transit';
  const stays = facts.policy.mayLeaveRoom?.value === false;
  return [
    (stockStops || lendingStops) && {
      ...say('copy.not-lendable', { state: stockStops ? stockState : lendingState }),
      overridable: !lendingStops && PASSABLE.has(stockState) && facts.overridable.has('copy.not-lendable'),
    },
    lendingState === 'on-loan' &&
      say('copy.already-on-loan', {
        toThisReader: facts.reader?.borrower.openLoans.some((loan) => loan.loanId === copy.loanId) === true,
      }),
    (stockState === 'reading-room' || stays) &&
      say('copy.reading-room-only', {}, stays && stockState !== 'reading-room' ? 'mayLeaveRoom' : undefined),
    lendingState !== 'on-loan' &&
      copy.heldFor !== null &&
      copy.heldFor !== facts.reader?.id &&
      say('copy.held-for-another-reader', { onShelf: lendingState === 'hold-shelf' }),
  ];
}

function readerRefusals(facts: CheckOutFacts, reader: ReaderAtDesk): (Reason | false)[] {
  const say = speaker(facts);
  return [
    reader.standing === 'left' && say('reader.inactive', {}),
    reader.card !== null && reader.card !== 'active' && say('reader.card-lost', { card: reader.card }),
    isSuspended(reader.suspended, facts.today) &&
      say('reader.suspended', { untilOn: reader.suspended?.untilOn ?? null }),
  ];
}

function policyRefusals(
  facts: CheckOutFacts,
  reader: ReaderAtDesk,
  copy: CopyAtDesk | null,
): (Reason | false)[] {
  const say = speaker(facts);
  const { policy, today } = facts;
  const { borrower } = reader;
  const limit = policy.loanLimit?.value;
  const open = borrower.openLoans.length;
  const overdue = overdueLoans(borrower, today);
  const every = policy.readingNoteEvery?.value ?? null;
  const sameTitle = policy.sameTitle?.value ?? 'allow';
  const windows = policy.windows?.value ?? null;
  const noRule = policy.mayBorrow?.value !== true || limit === undefined || policy.loanDays === undefined;
  return [
    limit !== undefined && open >= limit && say('reader.at-limit', { limit, openLoans: open }, 'loanLimit'),
    policy.blockOnOverdue?.value === true &&
      overdue.length > 0 &&
      say('reader.has-overdue', { overdue: overdue.length }, 'blockOnOverdue'),
    borrower.compensationsOwed > 0 && say('reader.owes-compensation', { owed: borrower.compensationsOwed }),
    every !== null &&
      borrower.loansSinceNote >= every &&
      say('reader.owes-reading-note', { every, loansSinceNote: borrower.loansSinceNote }, 'readingNoteEvery'),
    sameTitle !== 'allow' &&
      copy !== null &&
      copy.lendingState !== 'on-loan' &&
      borrower.openLoans.some((loan) => loan.titleId === copy.titleId) && {
        ...say('reader.same-title-on-loan', {}, 'sameTitle'),
        severity: sameTitle,
      },
    windows !== null &&
      facts.at !== null &&
      !isWithin(windows, facts.at) &&
      say('window.closed', { weekday: facts.at.weekday, time: facts.at.time }, 'windows'),
    noRule &&
      say(
        'policy.none',
        { mayBorrow: policy.mayBorrow?.value ?? null },
        policy.mayBorrow?.value === false ? 'mayBorrow' : undefined,
      ),
  ];
}

type Say = (code: string, facts: NonNullable<Reason['facts']>, parameter?: ParameterName) => Reason;

/** Builds a refusal with its facts and the policy row behind it. */
const speaker =
  ({ policy, overridable }: Pick<CheckOutFacts, 'policy' | 'overridable'>): Say =>
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
