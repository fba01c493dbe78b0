import type { CalendarDay, CopyId, LoanId, ReaderId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { CopyKind } from '@shulian/contracts/words';
import type { Moment } from '@shulian/lending-rules/calendar/day';
import { plusDays } from '@shulian/lending-rules/calendar/day';
import { termFrom, type SchoolCalendar } from '@shulian/lending-rules/calendar/school-calendar';
import { isSuspended, type BorrowerAtDesk } from '@shulian/lending-rules/desk/borrower-at-desk';
import { atHome, withLoan, type Borrower } from '@shulian/lending-rules/desk/borrower';
import type { LendingState, StockState } from '@shulian/lending-rules/desk/copy-at-desk';
import { isInBlock, type Loan } from '@shulian/lending-rules/desk/loan';
import type { WhoBorrows } from '@shulian/lending-rules/desk/who-borrows';
import { staysInRoom } from '@shulian/lending-rules/desk/reading-room';
import { reasons, type Reason } from '@shulian/lending-rules/desk/reason';
import { dueDateFor } from '@shulian/lending-rules/policy/due-date';
import type { PolicyVersion, ResolvedPolicy } from '@shulian/lending-rules/policy/loan-policy';
import { dueTermsOf, policyOn } from '@shulian/lending-rules/policy/policy-on-day';

/** What a block goes to. */
export const BLOCK_PURPOSES = ['corner', 'box', 'delivery'] as const;
export type BlockPurpose = (typeof BLOCK_PURPOSES)[number];

/** A copy in hand with its lock held. */
export type CopyOfBlock = {
  readonly copyId: CopyId;
  readonly titleId: TitleId;
  readonly schoolId: SchoolId;
  readonly barcode: string;
  readonly kind: CopyKind;
  readonly clc: string | null;
  readonly title: string | null;
  readonly callNumber: string | null;
  readonly stockState: StockState;
  readonly version: number;
  readonly state: LendingState;
  readonly loanId: LoanId | null;
  readonly heldFor: ReaderId | null;
  /** Somebody waits for its title. */
  readonly awaited: boolean;
  /** The corner or the box it stands in. */
  readonly targetId: string | null;
};

const deny = (code: Reason['code'], facts: NonNullable<Reason['facts']>): Reason => ({
  code,
  severity: 'deny',
  overridable: false,
  facts,
});

/** Barcodes that mean no copy of the school. */
export const unknownCopies = (barcodes: readonly string[], found: readonly CopyOfBlock[]): Reason[] => {
  const known = new Set(found.map(({ barcode }) => barcode));
  return barcodes.flatMap((barcode) => (known.has(barcode) ? [] : [deny('copy.unknown', { barcode })]));
};

/** Why copies do not go out from the library in a block; each reason names its barcode. Who waits for a title comes first. */
export const libraryRefusals = (copies: readonly CopyOfBlock[]): Reason[] =>
  copies.flatMap((copy) => {
    const { barcode, stockState, state } = copy;
    const isStopped = stockState !== 'lendable' && stockState !== 'reading-room';
    return reasons(
      isStopped && deny('copy.not-lendable', { barcode, state: stockState }),
      (state === 'lost' || state === 'in-transit') && deny('copy.not-lendable', { barcode, state }),
      state === 'on-loan' && deny('copy.already-on-loan', { barcode }),
      staysInRoom(copy) && deny('copy.reading-room-only', { barcode }),
      (state === 'hold-shelf' || (state === 'in' && copy.awaited)) &&
        deny('copy.held-for-another-reader', { barcode, onShelf: state === 'hold-shelf' }),
    );
  });

/** Copies that do not stand where they shall leave. */
export const elsewhereRefusals = (
  copies: readonly CopyOfBlock[],
  standsThere: (copy: CopyOfBlock) => boolean,
): Reason[] =>
  copies.flatMap((copy) =>
    copy.state === 'on-loan' && standsThere(copy)
      ? []
      : [deny('block.copy-elsewhere', { barcode: copy.barcode })],
  );

/** A borrower that the school has not. */
export const unknownBorrower = ({ kind }: WhoBorrows): Reason =>
  deny(kind === 'class' ? 'class.unknown' : 'reader.unknown', {});

/** What the policy says of a borrower to whom many copies are brought. */
export const policyFor = (
  versions: readonly PolicyVersion[],
  { kind, grade, classId }: BorrowerAtDesk,
  today: CalendarDay,
): ResolvedPolicy => policyOn(versions, today, { readerKind: kind, grade, classId, copyKind: null });

/**
 * Why a borrower gets no block. What stands in corners and boxes counts for no limit; what is brought to an office is with its
 * reader as if it was fetched.
 */
export function borrowerRefusals(
  atDesk: BorrowerAtDesk,
  purpose: BlockPurpose,
  copies: number,
  policy: ResolvedPolicy,
  today: CalendarDay,
): Reason[] {
  const { standing, kind, suspended, borrower } = atDesk;
  const [limit, openLoans] = [policy.loanLimit?.value, atHome(borrower).length];
  const asFetched = purpose === 'delivery';
  return reasons(
    standing === 'left' && deny(kind === 'class' ? 'class.graduated' : 'reader.inactive', {}),
    isSuspended(suspended, today) && deny('reader.suspended', { untilOn: suspended?.untilOn ?? null }),
    asFetched &&
      limit !== undefined &&
      openLoans + copies > limit &&
      deny('reader.at-limit', { limit, openLoans, copies }),
    asFetched && policy.mayBorrow?.value !== true && deny('policy.none', {}),
  );
}

/** The day a block is due where nobody says one: a delivery by the policy, all else at the end of the term; null: no term is known. */
export function usualDueDay(
  purpose: BlockPurpose,
  policy: ResolvedPolicy,
  calendar: SchoolCalendar,
  today: CalendarDay,
): CalendarDay | null {
  const terms = purpose === 'delivery' ? dueTermsOf(policy) : null;
  if (terms !== null) return dueDateFor(terms, today, calendar).dueOn;
  return termFrom(calendar, plusDays(today, 1))?.endsOn ?? null;
}

/** Copies with the loans they go out under, and the borrower with these. */
export type LentBlock = { readonly loans: readonly Loan[]; readonly borrower: Borrower };

/** @param idOf a new loan */
export function lentInBlock(
  copies: readonly CopyOfBlock[],
  atDesk: BorrowerAtDesk,
  block: { readonly purpose: BlockPurpose; readonly dueOn: CalendarDay; readonly schoolId: SchoolId },
  moment: Moment,
  idOf: () => LoanId,
): LentBlock {
  const { purpose, dueOn, schoolId } = block;
  const inBlock = isInBlock(purpose);
  const loans = copies.map((copy): Loan => ({
    id: idOf(),
    copyId: copy.copyId,
    titleId: copy.titleId,
    borrower: atDesk.who,
    mode: purpose,
    lendingSchoolId: schoolId,
    owningSchoolId: copy.schoolId,
    readerSchoolId: atDesk.schoolId,
    readerKind: atDesk.kind === 'class' ? null : atDesk.kind,
    classId: atDesk.classId,
    grade: atDesk.grade,
    clc: copy.clc,
    loanedOn: moment.on,
    loanedAt: moment.at,
    dueOn,
    renewals: 0,
    // A block is not renewed copy by copy.
    terms: { loanDays: 1, endsWithTerm: false, whenClosed: 'next-open', renewals: 0 },
    state: { is: 'open' },
  }));
  const borrower = loans.reduce(
    (sum, loan) =>
      withLoan(sum, { loanId: loan.id, titleId: loan.titleId, dueOn, inRoom: false, inBlock }, false),
    atDesk.borrower,
  );
  return { loans, borrower };
}
