import type {
  CalendarDay,
  CopyId,
  HoldId,
  LoanId,
  ReaderId,
  SchoolClassId,
  SchoolId,
  TitleId,
} from '@shulian/contracts/ids';
import type { BorrowerAtDesk } from '@shulian/lending-rules/desk/borrower-at-desk';
import type {
  CopyAtDesk,
  LendingState,
  ScannedCopy,
  StockState,
} from '@shulian/lending-rules/desk/copy-at-desk';
import { copyToLend } from '@shulian/lending-rules/lending/which-copy';
import type { CopyKind } from '@shulian/lending-rules/policy/loan-policy';
import type { StoredAnswer } from '@shulian/service-kit';
import { borrowerFrom, type BorrowerAtDeskRow } from '../desk/borrower-at-desk.row.js';
import { whoBorrows } from '../desk/loan.row.js';
import { toShownCopy, type ShownCopy, type ShownCopyRow } from '../desk/shown-copy.row.js';
import type { RuleStamps } from '../policies/school-rules.facts.js';

/** Everything of the moment that a checkout is decided on; the policy follows from the stamps. */
export type GatheredForCheckOut = {
  readonly earlier: StoredAnswer | null;
  readonly scanned: ScannedCopy;
  readonly shown: ShownCopy;
  /** Where the open loan of the copy belongs. */
  readonly openLoan: {
    readonly lendingSchoolId: SchoolId;
    readonly borrowerSchoolId: SchoolId;
    readonly classId: SchoolClassId | null;
  } | null;
  readonly copyVersion: number;
  readonly holdOfCopy: HoldId | null;
  /** The copy lies free, and somebody waits for what it could give: whether it is kept back, the queue says. */
  readonly awaited: boolean;
  readonly borrower: BorrowerAtDesk | null;
  readonly stamps: RuleStamps;
};

/** What the read for a checkout selects. */
export type GatheredRow = BorrowerAtDeskRow &
  ShownCopyRow & {
    n: string;
    copy_id: CopyId | null;
    title_id: TitleId;
    copy_school_id: SchoolId;
    copy_kind: CopyKind;
    stock_state: StockState;
    clc: string | null;
    /** How many copies of other schools have the barcode; null when the own school has one. */
    elsewhere: number | null;
    copy_version: number | null;
    lending_state: LendingState;
    loan_id: LoanId | null;
    /** Of the open loan. */
    lent_to_reader: ReaderId | null;
    lent_to_class: SchoolClassId | null;
    lent_by_school: SchoolId | null;
    lent_to_school: SchoolId | null;
    lent_to_class_now: SchoolClassId | null;
    hold_id: HoldId | null;
    held_for: ReaderId | null;
    awaited: boolean;
    body_hash: Buffer | null;
    answer_status: number | null;
    answer: string | null;
    policy_stamp: number;
    calendar_version: number;
  };

/** @param rows one for each copy that the barcode may mean, and one when there is none. @param today for the grade of the reader */
export function gatheredFrom(rows: readonly GatheredRow[], today: CalendarDay): GatheredForCheckOut {
  const [first] = rows;
  if (first === undefined) throw new Error('the statement has a row for each checkout');
  const meant = copyToLend(rows.flatMap(candidateOf), first.elsewhere ?? 0);
  return meant.is === 'here'
    ? gathered(meant.copy.row, { is: 'here', copy: meant.copy.atDesk }, today)
    : gathered(first, meant, today);
}

const gathered = (row: GatheredRow, scanned: ScannedCopy, today: CalendarDay): GatheredForCheckOut => ({
  earlier:
    row.body_hash === null
      ? null
      : { body_hash: row.body_hash, status: row.answer_status, answer: row.answer },
  scanned,
  shown: toShownCopy(row),
  openLoan:
    row.lent_by_school === null || row.lent_to_school === null
      ? null
      : {
          lendingSchoolId: row.lent_by_school,
          borrowerSchoolId: row.lent_to_school,
          classId: row.lent_to_class_now,
        },
  copyVersion: row.copy_version ?? 0,
  holdOfCopy: row.hold_id,
  awaited: row.awaited,
  borrower: borrowerFrom(row, today),
  stamps: { policy: row.policy_stamp, calendar: row.calendar_version },
});

function candidateOf(row: GatheredRow) {
  if (row.copy_id === null) return [];
  const atDesk: CopyAtDesk = {
    id: row.copy_id,
    titleId: row.title_id,
    schoolId: row.copy_school_id,
    kind: row.copy_kind,
    clc: row.clc,
    stockState: row.stock_state,
    lendingState: row.lending_state,
    loanId: row.loan_id,
    onLoanTo:
      row.lent_by_school === null
        ? null
        : whoBorrows({ reader_id: row.lent_to_reader, class_id: row.lent_to_class }),
    heldFor: row.held_for,
  };
  return [{ copyId: row.copy_id, withdrawn: row.stock_state === 'withdrawn', row, atDesk }];
}
