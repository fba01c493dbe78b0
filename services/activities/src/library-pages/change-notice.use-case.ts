import { Injectable } from '@nestjs/common';
import {
  conflict,
  OncePerKey,
  refuseIfStale,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay, LibraryNoticeId } from '@shulian/contracts/ids';
import { heldNotice } from './held-notice.step.js';
import type { NoticeChangeAsked } from './library-pages.http.js';
import { LibraryPagesRepository } from './library-pages.repository.js';
import { toNoticeView, type NoticeView } from './notice-view.http.js';
import { changedNotice } from './rules/notice.js';

/** Puts a notice right, also one that is shown. */
@Injectable()
export class ChangeNotice {
  constructor(private readonly oncePerKey: OncePerKey) {}

  /** @throws Problem 404, 409 `library-notice.not-now`, 412 */
  execute(
    caller: Caller,
    id: LibraryNoticeId,
    version: number,
    input: NoticeChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx): Promise<NoticeView> => {
      const notice = await heldNotice(tx, caller, id);
      refuseIfStale(version, notice.version);
      const { column, title, words, pinned, showsUntil } = input;
      const changed = changedNotice(notice, {
        ...(column === undefined ? {} : { column }),
        ...(typeof title === 'string' ? { title } : {}),
        ...(typeof words === 'string' ? { words } : {}),
        ...(pinned === undefined ? {} : { pinned }),
        ...(showsUntil === undefined ? {} : { showsUntil: showsUntil as CalendarDay }),
      });
      if (changed === null) throw conflict('library-notice.not-now');
      await tx.use(LibraryPagesRepository).changeNotice(changed);
      return toNoticeView(changed);
    });
  }
}
