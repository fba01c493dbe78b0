import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { ReaderKind } from '@shulian/contracts/words';

/** What a room is for; a room for lending and reading has a zone of each (CIR-007). */
export const PURPOSES = ['lending', 'reading', 'electronic', 'activity'] as const;
export type Purpose = (typeof PURPOSES)[number];

export type LibraryRoom = {
  readonly id: string;
  readonly schoolId: SchoolId;
  readonly name: string;
  readonly purposes: readonly Purpose[];
  readonly place: string | null;
  readonly campus: string | null;
  /** To which department of the library it belongs. */
  readonly department: string | null;
  readonly seats: number | null;
  /** Classes that one zone of the room takes at once. */
  readonly classesAtOnce: number;
  readonly allDay: boolean;
  readonly alternativeId: string | null;
  readonly alternativeNote: string | null;
  readonly retiredOn: CalendarDay | null;
  readonly version: number;
};

/** How far the shelves are open: staff fetch, some shelves, all. */
export const SHELF_ACCESS = ['closed', 'partly', 'open'] as const;
export type ShelfAccess = (typeof SHELF_ACCESS)[number];

/** From a day on a kind of reader (of these grades; none: of all) has this access (CIR-008: teachers first, pupils step by step). */
export type ShelfStep = {
  readonly readerKind: ReaderKind;
  readonly grades: readonly number[];
  readonly access: ShelfAccess;
  readonly beginsOn: CalendarDay;
};

/** What holds for a reader on a day: the newest step that has begun and speaks of the grade, else of all; without one closed. */
export function shelfAccessOn(
  steps: readonly ShelfStep[],
  reader: { readonly kind: ReaderKind; readonly grade: number | null },
  day: CalendarDay,
): ShelfAccess {
  const holding = steps
    .filter(
      ({ readerKind, grades, beginsOn }) =>
        readerKind === reader.kind &&
        beginsOn <= day &&
        (grades.length === 0 || (reader.grade !== null && grades.includes(reader.grade))),
    )
    .sort((one, other) =>
      one.beginsOn === other.beginsOn
        ? Number(one.grades.length > 0) - Number(other.grades.length > 0)
        : one.beginsOn < other.beginsOn
          ? -1
          : 1,
    );
  return holding.at(-1)?.access ?? 'closed';
}
