import type { CalendarDay, ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { BorrowerAtDesk } from '@shulian/lending-rules/desk/borrower-at-desk';
import { gradeOn, standingOn, type Section } from '@shulian/lending-rules/desk/grade';
import type { WhoBorrows } from '@shulian/lending-rules/desk/who-borrows';
import type { ReaderKind } from '@shulian/lending-rules/policy/loan-policy';
import { borrowerColumns, toBorrower, type BorrowerRow } from './borrower.row.js';

export type Nullable<T> = { readonly [K in keyof T]: T[K] | null };

/** A reader or a class as a statement selects it: `borrower` with `known_reader` and `known_class`. */
export type BorrowerAtDeskRow = Nullable<BorrowerRow> & {
  readonly borrower_id: WhoBorrows['id'] | null;
  readonly borrower_kind: WhoBorrows['kind'];
  readonly at_desk_school_id: SchoolId | null;
  readonly at_desk_kind: ReaderKind | null;
  readonly at_desk_class_id: SchoolClassId | null;
  readonly class_school_id: SchoolId | null;
  readonly standing: 'active' | 'left';
  readonly suspended: boolean;
  readonly suspended_until: CalendarDay | null;
  readonly section: Section | null;
  readonly entry_year: number | null;
  readonly card_status: BorrowerAtDesk['card'];
};

/** Columns that are the same wherever a borrower is read: of `borrower` b, `known_reader` r and the class kc of either. */
export const atDeskColumns = `b.borrower_id, b.kind as borrower_kind, r.school_id as at_desk_school_id,
  r.kind as at_desk_kind, coalesce(kc.class_id, r.class_id) as at_desk_class_id, kc.school_id as class_school_id, r.standing, r.suspended,
  r.suspended_until::text as suspended_until, coalesce(kc.section, r.section) as section,
  coalesce(kc.entry_year, r.entry_year) as entry_year, ${borrowerColumns('b')}`;

/** What `atDeskColumns` are read from. */
export const JOIN_READER_AND_CLASS = `
  left join known_reader r on r.reader_id = b.borrower_id
  left join known_class kc on kc.class_id = case b.kind when 'class' then b.borrower_id else r.class_id end`;

/** @param today for the grade */
export function borrowerFrom(row: BorrowerAtDeskRow, today: CalendarDay): BorrowerAtDesk | null {
  if (row.borrower_id === null || row.b_version === null) return null;
  return row.borrower_kind === 'class' ? classFrom(row, today) : readerFrom(row, today);
}

function readerFrom(row: BorrowerAtDeskRow, today: CalendarDay): BorrowerAtDesk | null {
  const { at_desk_school_id: schoolId, at_desk_kind: kind, section, entry_year: entryYear } = row;
  if (schoolId === null || kind === null) return null;
  return {
    who: { kind: 'reader', id: row.borrower_id as ReaderId },
    schoolId,
    kind,
    classId: row.at_desk_class_id,
    grade: gradeOn(section, entryYear, today),
    standing: standingOn({ standing: row.standing, kind, section, entryYear }, today),
    suspended: row.suspended ? { untilOn: row.suspended_until } : null,
    card: row.card_status,
    borrower: toBorrower(row as BorrowerRow),
  };
}

function classFrom(row: BorrowerAtDeskRow, today: CalendarDay): BorrowerAtDesk | null {
  const { class_school_id: schoolId, section, entry_year: entryYear } = row;
  const id = row.borrower_id as SchoolClassId;
  if (schoolId === null) return null;
  return {
    who: { kind: 'class', id },
    schoolId,
    kind: 'class',
    classId: id,
    grade: gradeOn(section, entryYear, today),
    standing: standingOn({ standing: 'active', kind: 'class', section, entryYear }, today),
    suspended: null,
    card: null,
    borrower: toBorrower(row as BorrowerRow),
  };
}
