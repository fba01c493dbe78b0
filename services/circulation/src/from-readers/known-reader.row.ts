import type { CalendarDay, CardId, ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';

import type { ReaderKind, Section } from '@shulian/contracts/words';

/** What circulation knows of a reader: no name, no number, nothing a child could be found by. */
export type KnownReader = {
  readonly readerId: ReaderId;
  readonly schoolId: SchoolId;
  readonly kind: ReaderKind;
  readonly classId: SchoolClassId | null;
  readonly section: Section | null;
  readonly entryYear: number | null;
  readonly standing: 'active' | 'left';
  readonly suspended: boolean;
  /** Inclusive; null: until reinstated. */
  readonly suspendedUntil: CalendarDay | null;
  readonly version: number;
};

export type KnownCard = {
  readonly cardId: CardId;
  readonly cardKey: string;
  readonly readerId: ReaderId;
  readonly schoolId: SchoolId;
  readonly status: 'active' | 'lost' | 'returned' | 'left';
  readonly version: number;
};
