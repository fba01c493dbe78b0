import { EntitySchema } from 'typeorm';
import type {
  CalendarDay,
  ReaderId,
  ReadingNoteId,
  SchoolClassId,
  SchoolId,
  TitleId,
} from '@shulian/contracts/ids';
import type { NoteKind, ReadingNote, SortedAs } from './rules/reading-note.js';

export type ReadingNoteRow = {
  id: ReadingNoteId;
  readerId: ReaderId;
  schoolId: SchoolId;
  classId: SchoolClassId | null;
  titleId: TitleId | null;
  kind: NoteKind;
  text: string;
  sortedAs: SortedAs | null;
  state: 'handed-in' | 'accepted';
  handedInOn: CalendarDay;
  acceptedOn: CalendarDay | null;
  acceptedBy: string | null;
  version: number;
};

export const readingNoteTable = new EntitySchema<ReadingNoteRow>({
  name: 'reading_note',
  columns: {
    id: { type: 'uuid', primary: true },
    readerId: { type: 'uuid', name: 'reader_id' },
    schoolId: { type: 'uuid', name: 'school_id' },
    classId: { type: 'uuid', name: 'class_id', nullable: true },
    titleId: { type: 'uuid', name: 'title_id', nullable: true },
    kind: { type: 'text' },
    text: { type: 'text' },
    sortedAs: { type: 'text', name: 'sorted_as', nullable: true },
    state: { type: 'text' },
    handedInOn: { type: 'date', name: 'handed_in_on' },
    acceptedOn: { type: 'date', name: 'accepted_on', nullable: true },
    acceptedBy: { type: 'text', name: 'accepted_by', nullable: true },
    version: { type: 'int' },
  },
});

export const toReadingNote = ({ state, acceptedOn, acceptedBy, ...row }: ReadingNoteRow): ReadingNote => ({
  ...row,
  state:
    state === 'accepted' && acceptedOn !== null && acceptedBy !== null
      ? { is: 'accepted', on: acceptedOn, by: acceptedBy }
      : { is: 'handed-in' },
});

export const toRow = ({ state, ...note }: ReadingNote): ReadingNoteRow => ({
  ...note,
  state: state.is,
  acceptedOn: state.is === 'accepted' ? state.on : null,
  acceptedBy: state.is === 'accepted' ? state.by : null,
});
