import type { CalendarDay, ReaderId, SchoolId } from '@shulian/contracts/ids';
import type { AnnouncedReader } from '@shulian/contracts/readers';

/** What the catalogue knows of a reader: enough to count the pupils of a school, and nothing that says who it is. */
export type KnownReader = {
  readonly readerId: ReaderId;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly kind: string;
  readonly section: string | null;
  readonly entryYear: number | null;
  readonly leftOn: CalendarDay | null;
};

/** Any event of a reader tells the whole reader: what was known before does not matter. */
export const knownReaderAfter = (event: {
  readonly data: AnnouncedReader;
  readonly aggregateversion: number;
}): KnownReader => {
  const { readerId, schoolId, kind, section, entryYear, leftOn } = event.data;
  return { readerId, version: event.aggregateversion, schoolId, kind, section, entryYear, leftOn };
};
