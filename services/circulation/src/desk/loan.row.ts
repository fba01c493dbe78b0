import type {
  CalendarDay,
  CopyId,
  LoanId,
  ReaderId,
  SchoolClassId,
  SchoolId,
  TitleId,
} from '@shulian/contracts/ids';
import type { Loan, LoanMode, LoanTerms } from '@shulian/lending-rules/desk/loan';
import type { WhoBorrows } from '@shulian/lending-rules/desk/who-borrows';
import type { ReaderKind } from '@shulian/lending-rules/policy/loan-policy';

/** A row of `loan` as `loanColumns` selects it: days as text, so that no driver moves them by a zone. */
export type LoanRow = {
  readonly id: LoanId;
  readonly copy_id: CopyId;
  readonly title_id: TitleId;
  /** null: the class is the borrower. */
  readonly reader_id: ReaderId | null;
  readonly mode: LoanMode;
  readonly lending_school_id: SchoolId;
  readonly owning_school_id: SchoolId;
  readonly reader_school_id: SchoolId;
  readonly reader_kind: ReaderKind | null;
  readonly class_id: SchoolClassId | null;
  readonly grade: number | null;
  readonly clc: string | null;
  readonly loaned_on: CalendarDay;
  readonly loaned_at: Date;
  readonly due_on: CalendarDay;
  readonly renewals: number;
  readonly terms: LoanTerms;
  readonly closed_how: 'returned' | 'lost' | null;
  readonly closed_at: Date | null;
  readonly closed_on: CalendarDay | null;
  readonly closed_school_id: SchoolId | null;
};

/** The columns of a `LoanRow`. @param of the table or its alias */
export const loanColumns = (of: string): string =>
  [
    'id',
    'copy_id',
    'title_id',
    'reader_id',
    'mode',
    'lending_school_id',
    'owning_school_id',
    'reader_school_id',
    'reader_kind',
    'class_id',
    'grade',
    'clc',
    'loaned_at',
    'renewals',
    'terms',
    'closed_how',
    'closed_at',
    'closed_school_id',
  ]
    .map((column) => `${of}.${column}`)
    .concat(['loaned_on', 'due_on', 'closed_on'].map((day) => `${of}.${day}::text as ${day}`))
    .join(', ');

export const toLoan = (row: LoanRow): Loan => ({
  id: row.id,
  copyId: row.copy_id,
  titleId: row.title_id,
  borrower: whoBorrows(row),
  mode: row.mode,
  lendingSchoolId: row.lending_school_id,
  owningSchoolId: row.owning_school_id,
  readerSchoolId: row.reader_school_id,
  readerKind: row.reader_kind,
  classId: row.class_id,
  grade: row.grade,
  clc: row.clc,
  loanedOn: row.loaned_on,
  loanedAt: row.loaned_at.toISOString(),
  dueOn: row.due_on,
  renewals: row.renewals,
  terms: row.terms,
  state:
    row.closed_how === null || row.closed_at === null || row.closed_on === null
      ? { is: 'open' }
      : {
          is: 'closed',
          how: row.closed_how,
          closedAt: row.closed_at.toISOString(),
          closedOn: row.closed_on,
          atSchoolId: row.closed_school_id ?? row.lending_school_id,
        },
});

/** Of a row that names a reader, or else a class. */
export function whoBorrows(row: {
  readonly reader_id: ReaderId | null;
  readonly class_id: SchoolClassId | null;
}): WhoBorrows {
  if (row.reader_id !== null) return { kind: 'reader', id: row.reader_id };
  if (row.class_id === null) throw new Error('a check of the table forbids this');
  return { kind: 'class', id: row.class_id };
}
