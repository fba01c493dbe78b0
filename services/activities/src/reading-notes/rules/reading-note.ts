import type {
  CalendarDay,
  ReaderId,
  ReadingNoteId,
  SchoolClassId,
  SchoolId,
  TitleId,
} from '@shulian/contracts/ids';

/** What schools let pupils write: a note, an excerpt, a reflection, a digest card, why others shall read a book (ACT-019, ACT-024, ACT-026). */
export const noteKinds = ['note', 'excerpt', 'reflection', 'card', 'recommendation'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** How excerpts are sorted (ACT-020). */
export const sortedAs = [
  'words',
  'sentences',
  'people',
  'scenery',
  'events',
  'feelings',
  'knowledge',
  'sayings',
  'other',
] as const;
export type SortedAs = (typeof sortedAs)[number];

/** A reading note. School and class are those of the day it was handed in. */
export type ReadingNote = {
  readonly id: ReadingNoteId;
  readonly readerId: ReaderId;
  readonly schoolId: SchoolId;
  readonly classId: SchoolClassId | null;
  readonly titleId: TitleId | null;
  readonly kind: NoteKind;
  readonly text: string;
  /** Of an excerpt, where its writer has sorted it. */
  readonly sortedAs: SortedAs | null;
  readonly handedInOn: CalendarDay;
  readonly state:
    { readonly is: 'handed-in' } | { readonly is: 'accepted'; readonly on: CalendarDay; readonly by: string };
  /** Raised with each event about the note. */
  readonly version: number;
};

/** A note that was just handed in. */
export const handedIn = (
  input: Pick<
    ReadingNote,
    'id' | 'readerId' | 'schoolId' | 'classId' | 'titleId' | 'kind' | 'text' | 'sortedAs' | 'handedInOn'
  >,
): ReadingNote => ({ ...input, state: { is: 'handed-in' }, version: 1 });

/** The note as a teacher accepted it; null: it is accepted already, and the gate must not open twice for it. */
export const accepted = (note: ReadingNote, on: CalendarDay, by: string): ReadingNote | null =>
  note.state.is === 'accepted'
    ? null
    : { ...note, state: { is: 'accepted', on, by }, version: note.version + 1 };
