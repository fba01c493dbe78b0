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
import type { StoredAnswer } from '@shulian/service-kit';
import { toBorrower, type BorrowerRow } from './borrower.row.js';
import type { ReaderAtDesk, ScannedCopy, StockState } from './rules/check-out-refusals.js';
import { gradeOn, type Section } from './rules/grade.js';
import type { LendingState } from './rules/loan.js';
import type { CopyKind, ReaderKind } from './rules/loan-policy.js';
import type { RuleStamps } from './school-rules.facts.js';

/** Everything of the moment that a checkout is decided on; the policy follows from the stamps. */
export type GatheredForCheckOut = {
  readonly earlier: StoredAnswer | null;
  readonly scanned: ScannedCopy;
  readonly copyVersion: number;
  readonly holdOfCopy: HoldId | null;
  readonly reader: ReaderAtDesk | null;
  readonly stamps: RuleStamps;
};

/** What the read for a checkout selects. */
export type GatheredRow = Nullable<BorrowerRow> & {
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
  hold_id: HoldId | null;
  held_for: ReaderId | null;
  first_in_queue: ReaderId | null;
  reader_id: ReaderId | null;
  reader_school_id: SchoolId;
  reader_kind: ReaderKind;
  class_id: SchoolClassId | null;
  standing: 'active' | 'left';
  suspended: boolean;
  suspended_until: CalendarDay | null;
  section: Section | null;
  entry_year: number | null;
  card_status: ReaderAtDesk['card'];
  body_hash: Buffer | null;
  answer_status: number | null;
  answer: string | null;
  policy_stamp: number;
  calendar_version: number;
};
type Nullable<T> = { readonly [K in keyof T]: T[K] | null };

/** @param today for the grade of the reader */
export const gatheredFrom = (row: GatheredRow, today: CalendarDay): GatheredForCheckOut => ({
  earlier:
    row.body_hash === null
      ? null
      : { body_hash: row.body_hash, status: row.answer_status, answer: row.answer },
  scanned: scannedFrom(row),
  copyVersion: row.copy_version ?? 0,
  holdOfCopy: row.hold_id,
  reader: readerFrom(row, today),
  stamps: { policy: row.policy_stamp, calendar: row.calendar_version },
});

function scannedFrom(row: GatheredRow): ScannedCopy {
  if (row.copy_id === null) {
    const schools = row.elsewhere ?? 0;
    return schools === 0
      ? { is: 'unknown' }
      : schools === 1
        ? { is: 'foreign' }
        : { is: 'ambiguous', schools };
  }
  return {
    is: 'here',
    copy: {
      id: row.copy_id,
      titleId: row.title_id,
      schoolId: row.copy_school_id,
      kind: row.copy_kind,
      clc: row.clc,
      stockState: row.stock_state,
      lendingState: row.lending_state,
      loanId: row.loan_id,
      heldFor: row.held_for ?? row.first_in_queue,
    },
  };
}

function readerFrom(row: GatheredRow, today: CalendarDay): ReaderAtDesk | null {
  if (row.reader_id === null || row.b_version === null) return null;
  return {
    id: row.reader_id,
    schoolId: row.reader_school_id,
    kind: row.reader_kind,
    classId: row.class_id,
    grade: gradeOn(row.section, row.entry_year, today),
    standing: row.standing,
    suspended: row.suspended ? { untilOn: row.suspended_until } : null,
    card: row.card_status,
    borrower: toBorrower(row as BorrowerRow),
  };
}
