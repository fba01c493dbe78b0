import { unknownThing, type Caller, type Tx } from '@shulian/service-kit';
import type { LibraryNoticeId } from '@shulian/contracts/ids';
import { LibraryPagesRepository } from './library-pages.repository.js';
import type { Notice } from './rules/notice.js';

/** A notice that the caller may change, held to the end of the transaction. @throws Problem 404, also for one of another school */
export const heldNotice = async (tx: Tx, caller: Caller, id: LibraryNoticeId): Promise<Notice> => {
  const notice = await tx.use(LibraryPagesRepository).notice(id);
  const mayChange =
    notice !== null && (notice.schoolId === null ? caller.reach.county : caller.mayWorkAt(notice.schoolId));
  if (!mayChange) throw unknownThing();
  return notice;
};
