import type { ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { ReaderEnrolledV1, ReaderLeftV1, ReaderMovedClassV1 } from '@shulian/contracts/readers';

/** What activities knows of a reader. */
export type KnownReader = {
  readonly readerId: ReaderId;
  readonly schoolId: SchoolId;
  readonly classId: SchoolClassId | null;
  readonly active: boolean;
  readonly version: number;
};

/** Each of these events says all that activities must know, so nothing known before is needed. */
export const knownReaderAfter = ({
  data,
  aggregateversion,
}: ReaderEnrolledV1 | ReaderMovedClassV1): KnownReader => ({
  readerId: data.readerId,
  schoolId: data.schoolId,
  classId: data.classId,
  active: true,
  version: aggregateversion,
});

/** A leaver belongs to no class any more; the notes stay with the class they were written in. */
export const knownLeaverAfter = ({ data, aggregateversion }: ReaderLeftV1): KnownReader => ({
  readerId: data.readerId,
  schoolId: data.schoolId,
  classId: null,
  active: false,
  version: aggregateversion,
});
