import type { SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { Section } from '@shulian/contracts/words';
import type { SchoolClass, Stream } from './rules/school-class.js';

export type SchoolClassRow = {
  readonly id: string;
  readonly school_id: string;
  readonly section: string;
  readonly entry_year: number;
  readonly class_no: number;
  readonly version: number;
  readonly announced: number;
  readonly external_id: string | null;
  readonly stream: string | null;
  readonly campus: string | null;
};

export const toSchoolClass = (row: SchoolClassRow): SchoolClass => ({
  id: row.id as SchoolClassId,
  schoolId: row.school_id as SchoolId,
  section: row.section as Section,
  entryYear: row.entry_year,
  classNo: row.class_no,
  version: row.version,
  announced: row.announced,
  externalId: row.external_id,
  stream: row.stream as Stream | null,
  campus: row.campus,
});

/** Values in the order of `id, school_id, section, entry_year, class_no, version, announced, external_id, stream, campus`. */
export const toRow = (it: SchoolClass): unknown[] => [
  it.id,
  it.schoolId,
  it.section,
  it.entryYear,
  it.classNo,
  it.version,
  it.announced,
  it.externalId,
  it.stream,
  it.campus,
];
