import type { CalendarDay, ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { ReaderKind } from '@shulian/contracts/words';
import type { LeavingReason, Presence, Reader, Suspension } from './rules/reader.js';

export type ReaderRow = {
  readonly id: string;
  readonly school_id: string;
  readonly kind: string;
  readonly name: string;
  readonly class_id: string | null;
  readonly left_on: string | null;
  readonly left_why: string | null;
  readonly suspended_why: string | null;
  readonly suspended_until: string | null;
  readonly version: number;
  readonly announced: number;
  readonly enrolled_on: string;
  readonly external_id: string | null;
  readonly temporary: boolean;
  readonly temporary_until: string | null;
};

/** The columns with their types, for `jsonb_to_recordset` and `select`; days travel as text. */
export const READER_COLUMNS: readonly (readonly [column: keyof ReaderRow, type: string])[] = [
  ['id', 'uuid'],
  ['school_id', 'uuid'],
  ['kind', 'text'],
  ['name', 'text'],
  ['class_id', 'uuid'],
  ['left_on', 'date'],
  ['left_why', 'text'],
  ['suspended_why', 'text'],
  ['suspended_until', 'date'],
  ['version', 'int'],
  ['announced', 'int'],
  ['enrolled_on', 'date'],
  ['external_id', 'text'],
  ['temporary', 'boolean'],
  ['temporary_until', 'date'],
];

const presenceOf = ({ left_on, left_why }: ReaderRow): Presence =>
  left_on === null
    ? { is: 'active' }
    : { is: 'left', on: left_on as CalendarDay, why: (left_why ?? 'left') as LeavingReason };
const suspensionOf = ({ suspended_why, suspended_until }: ReaderRow): Suspension | null =>
  suspended_why === null ? null : { why: suspended_why, untilOn: suspended_until as CalendarDay | null };

export const toReader = (row: ReaderRow): Reader => ({
  id: row.id as ReaderId,
  schoolId: row.school_id as SchoolId,
  kind: row.kind as ReaderKind,
  name: row.name,
  classId: row.class_id as SchoolClassId | null,
  presence: presenceOf(row),
  suspension: suspensionOf(row),
  enrolledOn: row.enrolled_on as CalendarDay,
  externalId: row.external_id,
  temporary: row.temporary ? { untilOn: row.temporary_until as CalendarDay | null } : null,
  version: row.version,
  announced: row.announced,
});

export const toRow = (reader: Reader): ReaderRow => ({
  id: reader.id,
  school_id: reader.schoolId,
  kind: reader.kind,
  name: reader.name,
  class_id: reader.classId,
  left_on: reader.presence.is === 'left' ? reader.presence.on : null,
  left_why: reader.presence.is === 'left' ? reader.presence.why : null,
  suspended_why: reader.suspension?.why ?? null,
  suspended_until: reader.suspension?.untilOn ?? null,
  version: reader.version,
  announced: reader.announced,
  enrolled_on: reader.enrolledOn,
  external_id: reader.externalId,
  temporary: reader.temporary !== null,
  temporary_until: reader.temporary?.untilOn ?? null,
});
