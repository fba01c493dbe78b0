import { EntitySchema } from 'typeorm';
import type { CalendarDay, LogbookEntryId, ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { Said } from './rules/entry-values.js';

export type EntryRow = {
  readonly id: LogbookEntryId;
  readonly schoolId: SchoolId;
  readonly code: string;
  readonly logbookId: string | null;
  readonly formVersion: number;
  readonly number: number;
  readonly happenedOn: CalendarDay;
  readonly writtenOn: CalendarDay;
  readonly writtenAt: Date;
  readonly writtenBy: string | null;
  readonly readerId: ReaderId | null;
  readonly aboutId: ReaderId | null;
  readonly classId: SchoolClassId | null;
  readonly subjectId: string | null;
  readonly said: Said;
  readonly status: string | null;
  readonly settledAt: Date | null;
  readonly rootId: LogbookEntryId;
  readonly corrects: LogbookEntryId | null;
  readonly why: string | null;
  readonly strikes: boolean;
  readonly superseded: boolean;
  readonly signedOn: CalendarDay | null;
  readonly signedBy: string | null;
};

const orNull = { type: 'text', nullable: true } as const;
const idOrNull = { type: 'uuid', nullable: true } as const;

export const logbookEntryTable = new EntitySchema<EntryRow>({
  name: 'logbook_entry',
  columns: {
    id: { type: 'uuid', primary: true },
    schoolId: { type: 'uuid', name: 'school_id' },
    code: { type: 'text' },
    logbookId: { ...idOrNull, name: 'logbook_id' },
    formVersion: { type: 'int', name: 'form_version' },
    number: { type: 'int' },
    happenedOn: { type: 'date', name: 'happened_on' },
    writtenOn: { type: 'date', name: 'written_on' },
    writtenAt: { type: 'timestamptz', name: 'written_at' },
    writtenBy: { ...orNull, name: 'written_by' },
    readerId: { ...idOrNull, name: 'reader_id' },
    aboutId: { ...idOrNull, name: 'about_id' },
    classId: { ...idOrNull, name: 'class_id' },
    subjectId: { ...idOrNull, name: 'subject_id' },
    said: { type: 'jsonb' },
    status: orNull,
    settledAt: { type: 'timestamptz', name: 'settled_at', nullable: true },
    rootId: { type: 'uuid', name: 'root_id' },
    corrects: idOrNull,
    why: orNull,
    strikes: { type: 'boolean' },
    superseded: { type: 'boolean' },
    signedOn: { type: 'date', name: 'signed_on', nullable: true },
    signedBy: { ...orNull, name: 'signed_by' },
  },
});

/** An entry `e` as it is shown. */
export const ENTRY_VIEW = `select e.id, e.school_id as "schoolId", e.code as logbook, e.form_version as "formVersion", e.number,
    e.happened_on::text as "happenedOn", e.written_on::text as "writtenOn", e.written_by as "writtenBy",
    coalesce(e.reader_id, e.about_id) as "readerId", e.class_id as "classId", e.said as values, e.status, e.settled_at as "settledAt",
    (select f.words from logbook_follow_up f where f.entry_id = e.root_id order by f.id desc limit 1) as answer,
    e.corrects, e.why, e.strikes, e.superseded, e.signed_on::text as "signedOn", e.signed_by as "signedBy",
    (select count(*)::int from logbook_file f where f.entry_id = e.root_id) as files
  from logbook_entry e`;
