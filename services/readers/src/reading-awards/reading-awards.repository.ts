import type { Session } from '@shulian/service-kit';
import { readingAwardTable } from './reading-award.row.js';
import type { ReadingAward } from './rules/reading-award.js';

export class ReadingAwardsRepository {
  constructor(private readonly session: Session) {}

  async add(award: ReadingAward): Promise<void> {
    await this.session.manager.insert(readingAwardTable, award);
  }

  locked(id: string): Promise<ReadingAward | null> {
    return this.session.manager.findOne(readingAwardTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async remove(id: string): Promise<void> {
    await this.session.manager.delete(readingAwardTable, { id });
  }
}
