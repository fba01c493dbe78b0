import { CopyReleasedV1 } from '@shulian/contracts/circulation';
import type { Announcement } from '@shulian/contracts/envelope';
import type { CopyId, SchoolId, TitleId } from '@shulian/contracts/ids';

/** @param copyVersion of the locked copy, raised by this event */
export const copyReleasedFromShelf = (
  copy: { readonly copyId: CopyId; readonly titleId: TitleId; readonly schoolId: SchoolId },
  next: 'shelf' | 'withdrawn',
  copyVersion: number,
): Announcement =>
  CopyReleasedV1.announce(
    { copyId: copy.copyId, titleId: copy.titleId, owningSchoolId: copy.schoolId, next },
    copyVersion,
  );
