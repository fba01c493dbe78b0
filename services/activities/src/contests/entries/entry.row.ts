import { EntitySchema } from 'typeorm';
import type { Entry } from '../rules/entry.js';

const idOrNull = { type: 'uuid', nullable: true } as const;
const textOrNull = { type: 'text', nullable: true } as const;

export const contestEntryTable = new EntitySchema<Entry>({
  name: 'contest_entry',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    contestId: { type: 'uuid', name: 'contest_id' },
    schoolId: { type: 'uuid', name: 'school_id' },
    number: { type: 'int' },
    readerId: { ...idOrNull, name: 'reader_id' },
    classId: { ...idOrNull, name: 'class_id' },
    grade: { type: 'int', nullable: true },
    title: textOrNull,
    text: textOrNull,
    onPaper: { type: 'boolean', name: 'on_paper' },
    noteId: { ...idOrNull, name: 'note_id' },
    status: { type: 'text' },
    handedInAt: { type: 'timestamptz', name: 'handed_in_at' },
    handedInBy: { type: 'text', name: 'handed_in_by' },
  },
});

/** An entry `e` as it is shown; a result only where `shows` says so. The words of a note are its own. */
export const entryView = (shows: string): string => `select e.id, e.version, e.contest_id as "contestId",
    e.school_id as "schoolId", e.number, e.reader_id as "readerId", e.class_id as "classId", e.grade, e.title,
    coalesce(e.text, n.text) as text, e.on_paper as "onPaper", e.note_id as "noteId", e.status,
    to_char(e.handed_in_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "handedInAt",
    case when ${shows} then e.hundredths end as hundredths, case when ${shows} then e.place end as place,
    case when ${shows} then e.level end as level,
    (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size)
       order by f.id), '[]') from contest_entry_file f where f.entry_id = e.id) as files
  from contest_entry e join contest c on c.id = e.contest_id left join reading_note n on n.id = e.note_id`;
/** Who may see results before they are published sees them as they stand. */
export const PUBLISHED = `c.status in ('published', 'summarised')`;
