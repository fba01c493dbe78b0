import type {
  CalendarDay,
  CompensationId,
  CopyId,
  LoanId,
  ReaderId,
  SchoolClassId,
  SchoolId,
  TitleId,
} from '@shulian/contracts/ids';
import { whoBorrows } from '../desk/loan.row.js';
import type { Compensation, CompensationState } from './rules/compensation.js';

/** A row of `compensation` as `compensationColumns` selects it: days as text, so that no driver moves them by a zone. */
export type CompensationRow = {
  readonly id: CompensationId;
  readonly loan_id: LoanId;
  readonly copy_id: CopyId;
  readonly title_id: TitleId;
  readonly reader_id: ReaderId | null;
  readonly class_id: SchoolClassId | null;
  readonly version: number;
  readonly school_id: SchoolId;
  readonly lending_school_id: SchoolId;
  readonly reader_school_id: SchoolId;
  readonly owed_on: CalendarDay;
  readonly owed_fen: number | null;
  readonly settled_fen: number | null;
  readonly note: string | null;
  readonly status: CompensationState['is'];
  readonly settled_on: CalendarDay | null;
  readonly settled_by: string | null;
  readonly settlement_note: string | null;
};

/** Of the table or alias `c`. */
export const compensationColumns = `c.id, c.loan_id, c.copy_id, c.reader_id, c.class_id, c.version,
  (select l.title_id from loan l where l.id = c.loan_id) as title_id, c.school_id, c.owed_on::text as owed_on,
  c.note, c.status, c.lending_school_id, c.reader_school_id, c.owed_fen, c.settled_fen, c.settled_on::text as settled_on, c.settled_by, c.settlement_note`;

export const toCompensation = (row: CompensationRow): Compensation => ({
  id: row.id,
  loanId: row.loan_id,
  copyId: row.copy_id,
  titleId: row.title_id,
  borrower: whoBorrows(row),
  version: row.version,
  schoolId: row.school_id,
  lendingSchoolId: row.lending_school_id,
  readerSchoolId: row.reader_school_id,
  owedOn: row.owed_on,
  owedFen: row.owed_fen,
  note: row.note,
  state: stateOf(row),
});

function stateOf(row: CompensationRow): CompensationState {
  if (row.status === 'owed') return { is: 'owed' };
  if (row.settled_on === null || row.settled_by === null)
    throw new Error('a check of the table forbids this');
  return {
    is: row.status,
    settledOn: row.settled_on,
    settledBy: row.settled_by,
    note: row.settlement_note,
    settledFen: row.settled_fen,
  };
}
