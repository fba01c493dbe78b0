import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '@shulian/contracts/ids';
import { Transaction } from '@shulian/service-kit';
import { NoticesRepository } from './notices.repository.js';

const SLICE = 5_000;

/** What was sent more than four hundred days ago is nobody's business any more. */
@Injectable()
export class ForgetNotices {
  constructor(private readonly transaction: Transaction) {}

  async execute(today: CalendarDay, signal: AbortSignal): Promise<number> {
    let forgotten = 0;
    while (!signal.aborted) {
      const some = await this.transaction.run((tx) => tx.use(NoticesRepository).forget(today, SLICE));
      forgotten += some;
      if (some < SLICE) break;
    }
    return forgotten;
  }
}
