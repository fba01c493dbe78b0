import type {
  ContestEntryId,
  ContestId,
  ReaderId,
  ReadingNoteId,
  SchoolClassId,
  SchoolId,
} from '@shulian/contracts/ids';

export const ENTRY_STATUSES = ['handed-in', 'withdrawn'] as const;
export type EntryStatus = (typeof ENTRY_STATUSES)[number];

/** A work in a contest, of a reader or of a class; class and grade are those of the day it was handed in. */
export type Entry = {
  readonly id: ContestEntryId;
  readonly version: number;
  readonly contestId: ContestId;
  readonly schoolId: SchoolId;
  /** What judges know it by. */
  readonly number: number;
  readonly readerId: ReaderId | null;
  readonly classId: SchoolClassId | null;
  readonly grade: number | null;
  readonly title: string | null;
  readonly text: string | null;
  readonly onPaper: boolean;
  /** The reading note that it is. */
  readonly noteId: ReadingNoteId | null;
  readonly status: EntryStatus;
  readonly handedInAt: Date;
  readonly handedInBy: string;
};

/** Files of one work. */
export const MOST_FILES = 5;
