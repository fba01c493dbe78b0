import { Injectable } from '@nestjs/common';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { Transaction } from '@shulian/service-kit';
import { DueNoticesRepository } from './due-notices.repository.js';
import { DAILY_KINDS, type DailyKind } from './rules/due-notice.js';
import { tellBorrowers } from './tell-borrowers.step.js';

const SLICE = 200;

/**
 * Says, once a day, who is to be told: what is due in two days, what is overdue (once a week as long as it is), what keeps somebody
 * from leaving. One announcement for each borrower; told and remembered in one transaction, so that a repetition says nothing twice.
 */
@Injectable()
export class AnnounceDueNotices {
  constructor(private readonly transaction: Transaction) {}

  /** @returns how many were announced */
  async execute(today: CalendarDay, signal: AbortSignal): Promise<number> {
    const schools = await this.transaction.run((tx) => tx.use(DueNoticesRepository).schools());
    let announced = 0;
    for (const schoolId of schools)
      for (const kind of DAILY_KINDS) {
        let slice = SLICE;
        while (slice === SLICE && !signal.aborted) {
          slice = await this.slice(schoolId, kind, today);
          announced += slice;
        }
      }
    return announced;
  }

  private slice(schoolId: SchoolId, kind: DailyKind, today: CalendarDay): Promise<number> {
    return this.transaction.run(async (tx) => {
      const notices = tx.use(DueNoticesRepository);
      await notices.turn(schoolId);
      const found = await notices.found(kind, { schoolId, today, most: SLICE });
      await tellBorrowers(tx, kind, found, today);
      return found.length;
    });
  }
}
