import type { ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { AnnouncedReader } from '@shulian/contracts/readers';
import type { ReaderKind } from '@shulian/contracts/words';

/** What activities knows of a reader. */
export type KnownReader = {
  readonly readerId: ReaderId;
  readonly schoolId: SchoolId;
  readonly classId: SchoolClassId | null;
  /** Null where it was told before this service asked for it. */
  readonly kind: ReaderKind | null;
  readonly active: boolean;
  readonly version: number;
};

/** Any event of a reader tells the whole reader: what was known before does not matter. */
export const knownReaderAfter = (event: {
  readonly data: AnnouncedReader;
  readonly aggregateversion: number;
}): KnownReader => {
  const { readerId, schoolId, classId, kind, leftOn } = event.data;
  return { readerId, schoolId, classId, kind, active: leftOn === null, version: event.aggregateversion };
};
