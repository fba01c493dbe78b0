import type { SchoolChangedV1, SchoolOpenedV1 } from '@shulian/contracts/readers';
import type { SchoolId } from '@shulian/contracts/ids';

/** What the catalogue must know of a school: that it is there, and the code its barcodes begin with. */
export type KnownSchool = {
  readonly schoolId: SchoolId;
  readonly version: number;
  readonly code: string;
  readonly name: string;
};

/** Opened or changed, the newest version holds; an older one changes nothing. */
export const knownSchoolAfter = (
  event: SchoolOpenedV1 | SchoolChangedV1,
  known: KnownSchool | null,
): KnownSchool | null => {
  if (known !== null && known.version >= event.aggregateversion) return null;
  const { schoolId, code, name } = event.data;
  return { schoolId, version: event.aggregateversion, code, name };
};
