import { CopyReleasedV1 } from '@shulian/contracts/circulation';
import type { Announcement } from '@shulian/contracts/envelope';
import type { CopyId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { NextPlace } from '@shulian/lending-rules/desk/copy-at-desk';

/** Every move of a copy that neither a loan nor a return tells of. @param copyVersion of the locked copy, raised by this event */
export const copyReleased = (
  copy: { readonly copyId: CopyId; readonly titleId: TitleId; readonly schoolId: SchoolId },
  next: NextPlace,
  copyVersion: number,
): Announcement =>
  CopyReleasedV1.announce(
    { copyId: copy.copyId, titleId: copy.titleId, owningSchoolId: copy.schoolId, next },
    copyVersion,
  );
