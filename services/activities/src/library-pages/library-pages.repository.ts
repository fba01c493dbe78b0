import type { LibraryNoticeId, SchoolId } from '@shulian/contracts/ids';
import type { Session } from '@shulian/service-kit';
import { libraryIntroductionTable, libraryNoticeTable, type Introduction } from './library-pages.row.js';
import type { Notice } from './rules/notice.js';

/** Introductions and notices, each locked to the end of the transaction that changes it. */
export class LibraryPagesRepository {
  constructor(private readonly session: Session) {}

  introduction(schoolId: SchoolId): Promise<Introduction | null> {
    return this.session.manager.findOne(libraryIntroductionTable, {
      where: { schoolId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async putIntroduction(introduction: Introduction): Promise<void> {
    await this.session.manager.upsert(libraryIntroductionTable, introduction, ['schoolId']);
  }

  notice(id: LibraryNoticeId): Promise<Notice | null> {
    return this.session.manager.findOne(libraryNoticeTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async addNotice(notice: Notice): Promise<void> {
    await this.session.manager.insert(libraryNoticeTable, notice);
  }

  async changeNotice({ id, ...notice }: Notice): Promise<void> {
    await this.session.manager.update(libraryNoticeTable, { id }, notice);
  }
}
