import type {
  CalendarDay,
  ReaderId,
  ReadingNoteId,
  SchoolClassId,
  SchoolId,
  TitleId,
} from '@shulian/contracts/ids';
import { handedIn, type ReadingNote } from './reading-note.js';

/** A pupil's note, handed in on a Monday; a test names what matters to it. */
export const aReadingNote = (but: Partial<ReadingNote>): ReadingNote => ({
  ...handedIn({
    id: '01940000-0000-7000-8000-000000000501' as ReadingNoteId,
    readerId: '01940000-0000-7000-8000-000000000301' as ReaderId,
    schoolId: '01940000-0000-7000-8000-000000000001' as SchoolId,
    classId: '01940000-0000-7000-8000-000000000101' as SchoolClassId,
    titleId: '01940000-0000-7000-8000-000000000201' as TitleId,
    kind: 'note',
    text: '我最喜欢孙悟空。',
    sortedAs: null,
    handedInOn: '2026-10-12' as CalendarDay,
  }),
  ...but,
});
