import { BookCornerChangedV1 } from '@shulian/contracts/circulation';
import type { Announcement } from '@shulian/contracts/envelope';
import type { Corner } from './book-corners.repository.js';

/** A corner of a grade is kept by a class, and is not the class's own. */
export const bookCornerChanged = (corner: Corner): Announcement =>
  BookCornerChangedV1.announce(
    {
      cornerId: corner.id,
      schoolId: corner.schoolId,
      classId: corner.kind === 'class' ? corner.classId : null,
      target: corner.target,
      closed: corner.closed,
    },
    corner.version,
  );
