import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, ReaderId, ReadingNoteId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { Section } from '@shulian/contracts/words';
import type { NoteKind } from '../../reading-notes/rules/reading-note.js';

export type NoteOfRound = {
  readonly id: ReadingNoteId;
  readonly readerId: ReaderId;
  readonly schoolId: SchoolId;
  readonly classId: SchoolClassId | null;
  readonly kind: NoteKind;
  readonly handedInOn: CalendarDay;
  readonly section: Section | null;
  readonly entryYear: number | null;
};
export type NoteMark = {
  readonly noteId: string;
  readonly tenths: number | null;
  readonly remark: string | null;
  readonly nominated: boolean;
};

const NOTES = `select n.id, n.reader_id as "readerId", n.school_id as "schoolId", n.class_id as "classId", n.kind,
    n.handed_in_on::text as "handedInOn", k.section, k.entry_year as "entryYear"
  from reading_note n left join known_class k on k.class_id = n.class_id where n.id = any($1::uuid[])`;
const MARK = statement(
  'noteMarks.mark',
  `insert into note_mark (contest_id, note_id, tenths, remark, nominated, marked_on, marked_by)
   select $1, m."noteId", m.tenths, m.remark, m.nominated, $3, $4
   from jsonb_to_recordset($2::jsonb) as m("noteId" uuid, tenths int, remark text, nominated boolean)
   on conflict (contest_id, note_id) do update set tenths = excluded.tenths, remark = excluded.remark, nominated = excluded.nominated,
     marked_on = excluded.marked_on, marked_by = excluded.marked_by`,
);

export class NoteMarksRepository {
  constructor(private readonly session: Session) {}

  notes(ids: readonly string[]): Promise<NoteOfRound[]> {
    return this.session.rows<NoteOfRound>(NOTES, [ids]);
  }

  async mark(
    contestId: string,
    marks: readonly NoteMark[],
    entered: { readonly on: CalendarDay; readonly by: string },
  ): Promise<void> {
    await this.session.rows(MARK, [contestId, JSON.stringify(marks), entered.on, entered.by]);
  }
}
