import { newId, type Tx } from '@shulian/service-kit';
import type { CalendarDay, LibraryNoticeId, SchoolId } from '@shulian/contracts/ids';
import { LibraryPagesRepository } from './library-pages.repository.js';
import { withdrawnNotice, type NoticeColumn } from './rules/notice.js';

type Shown = {
  readonly schoolId: SchoolId;
  readonly column: NoticeColumn;
  readonly title: string;
  readonly words: string;
  readonly from: CalendarDay;
  readonly until: CalendarDay | null;
  readonly on: CalendarDay;
  readonly by: string;
};

/** What another room publishes stands on the page of the library as a notice, inside the caller's transaction. */
export async function showNotice(tx: Tx, shown: Shown): Promise<LibraryNoticeId> {
  const { schoolId, column, title, words, from, until, on, by } = shown;
  const id = newId<LibraryNoticeId>();
  await tx.use(LibraryPagesRepository).addNotice({
    id,
    version: 1,
    schoolId,
    column,
    title,
    words,
    pinned: false,
    showsFrom: from,
    showsUntil: until,
    status: 'published',
    writtenOn: on,
    writtenBy: by,
    publishedOn: on,
    publishedBy: by,
  });
  return id;
}

/** Takes it from the page, where nobody has done so already. */
export async function hideNotice(tx: Tx, id: LibraryNoticeId): Promise<void> {
  const pages = tx.use(LibraryPagesRepository);
  const notice = await pages.notice(id);
  const hidden = notice === null ? null : withdrawnNotice(notice);
  if (hidden !== null) await pages.changeNotice(hidden);
}
