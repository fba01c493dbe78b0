import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay, LibraryNoticeId } from '@shulian/contracts/ids';
import { heldNotice } from './held-notice.step.js';
import type { PublicationAsked } from './library-pages.http.js';
import { LibraryPagesRepository } from './library-pages.repository.js';
import { toNoticeView, type NoticeView } from './notice-view.http.js';
import { publishedNotice, withdrawnNotice, type Notice } from './rules/notice.js';

/** Shows a notice to everybody from a day on, or takes it back. */
@Injectable()
export class PublishNotice {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 `library-notice.not-now` */
  show(
    caller: Caller,
    id: LibraryNoticeId,
    input: PublicationAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const on = this.clock.today();
    const from = (input.showsFrom as CalendarDay | undefined) ?? on;
    const until = (input.showsUntil as CalendarDay | undefined) ?? null;
    return this.become(caller, id, request, (notice) =>
      publishedNotice(notice, { from, until, on, by: caller.id }),
    );
  }

  /** @throws Problem 404, 409 `library-notice.not-now` */
  withdraw(caller: Caller, id: LibraryNoticeId, request: DeskRequest | null): Promise<Answer> {
    return this.become(caller, id, request, withdrawnNotice);
  }

  private become(
    caller: Caller,
    id: LibraryNoticeId,
    request: DeskRequest | null,
    step: (notice: Notice) => Notice | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx): Promise<NoticeView> => {
      const next = step(await heldNotice(tx, caller, id));
      if (next === null) throw conflict('library-notice.not-now');
      await tx.use(LibraryPagesRepository).changeNotice(next);
      return toNoticeView(next);
    });
  }
}
