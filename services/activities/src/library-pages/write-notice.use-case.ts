import { Injectable } from '@nestjs/common';
import { Clock, newId, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { LibraryNoticeId } from '@shulian/contracts/ids';
import { toNoticeView, type NoticeView } from './notice-view.http.js';
import type { NoticeAsked } from './library-pages.http.js';
import { LibraryPagesRepository } from './library-pages.repository.js';

/** Writes a notice that nobody sees before it is published. */
@Injectable()
export class WriteNotice {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 for another school */
  execute(caller: Caller, input: NoticeAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolOrCounty(input.schoolId);
    return this.oncePerKey.run(request, 201, async (tx): Promise<NoticeView> => {
      const { column, title, words, pinned = false } = input;
      const notice = {
        id: newId<LibraryNoticeId>(),
        version: 1,
        schoolId,
        column,
        title,
        words,
        pinned,
        showsFrom: null,
        showsUntil: null,
        status: 'draft',
        writtenOn: this.clock.today(),
        writtenBy: caller.id,
        publishedOn: null,
        publishedBy: null,
      } as const;
      await tx.use(LibraryPagesRepository).addNotice(notice);
      return toNoticeView(notice);
    });
  }
}
