import { KeptFiles, type Session } from '@shulian/service-kit';
import type { IssueListId } from '@shulian/contracts/ids';
import { issueListTable } from './issue-list.row.js';
import type { IssueList } from './rules/issue-list.js';

/** Lists of vendors, each with its file: one transaction writes both, or drops both. */
export class IssueListsRepository {
  private readonly files: KeptFiles;

  constructor(private readonly session: Session) {
    this.files = new KeptFiles(session);
  }

  async add(list: IssueList): Promise<void> {
    await this.files.keep(list.fileId);
    await this.session.manager.insert(issueListTable, list);
  }

  locked(id: IssueListId): Promise<IssueList | null> {
    return this.session.manager.findOne(issueListTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async remove({ id, fileId }: IssueList): Promise<void> {
    await this.session.manager.delete(issueListTable, { id });
    await this.files.drop(fileId);
  }
}
