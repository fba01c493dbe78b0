import type { CalendarDay, CopyId, LoanId, ReaderId, SchoolId } from '@shulian/contracts/ids';
import type { Compensation, CompensationId, CompensationState } from './rules/compensation.js';

/** A row of `compensation` as `compensationColumns` selects it: days as text, so that no driver moves them by a zone. */
export type CompensationRow = {
  readonly id: CompensationId;
  readonly loan_id: LoanId;
  readonly copy_id: CopyId;
  readonly reader_id: ReaderId;
  readonly school_id: SchoolId;
  readonly owed_on: CalendarDay;
  readonly note: string | null;
  readonly status: CompensationState['is'];
  readonly settled_on: CalendarDay | null;
  readonly settled_by: string | null;
  readonly settlement_note: string | null;
};

/** Of the table or alias `c`. */
export const compensationColumns = `c.id, c.loan_id, c.copy_id, c.reader_id, c.school_id, c.owed_on::text as owed_on,
  c.note, c.status, c.settled_on::text as settled_on, c.settled_by, c.settlement_note`;

export const toCompensation = (row: CompensationRow): Compensation => ({
  id: row.id,
  loanId: row.loan_id,
  copyId: row.copy_id,
  readerId: row.reader_id,
  schoolId: row.school_id,
  owedOn: row.owed_on,
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
  };
}
