import type { CalendarDay, SchoolId, TermId } from '@shulian/contracts/ids';
import type { Term } from './rules/term.js';

export type TermRow = {
  readonly id: string;
  readonly school_id: string;
  readonly name: string;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly version: number;
};

export const toTerm = (row: TermRow): Term => ({
  id: row.id as TermId,
  schoolId: row.school_id as SchoolId,
  name: row.name,
  startsOn: row.starts_on as CalendarDay,
  endsOn: row.ends_on as CalendarDay,
  version: row.version,
});

/** Values in the order of `id, school_id, name, starts_on, ends_on, version`. */
export const toRow = (term: Term): unknown[] => [
  term.id,
  term.schoolId,
  term.name,
  term.startsOn,
  term.endsOn,
  term.version,
];
