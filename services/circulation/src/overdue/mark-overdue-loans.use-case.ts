import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '@shulian/contracts/ids';
import { Clock, Transaction } from '@shulian/service-kit';
import type { CirculationStore } from '../circulation.store.js';
import { overdueSince } from './rules/overdue.js';
import { loansOverdue } from './overdue.events.js';

const BATCH = 200;

/** `done`: nothing is left to say for this day. Not so when another process was at it: it may die before it is through. */
export type OverdueMarked = { readonly announced: number; readonly done: boolean };

/** Says of every open loan, once for each due day, that the day has passed. */
@Injectable()
export class MarkOverdueLoans {
  constructor(
    private readonly transaction: Transaction<CirculationStore>,
    private readonly clock: Clock,
  ) {}

  async execute(today: CalendarDay = this.clock.today()): Promise<OverdueMarked> {
    let announced = 0;
    for (;;) {
      const marked = await this.transaction.run(async (store) => {
        if (!(await store.overdue.alone())) return null;
        const due = await store.overdue.unannounced(today, BATCH);
        const loans = await store.loans.byIds(due.map((loan) => loan.loanId));
        await store.outbox.append(
          ...loansOverdue(
            loans.map((loan) => ({ loan, since: overdueSince(loan.dueOn) })),
            new Map(due.map((one) => [one.copyId, one.version + 1])),
          ),
        );
        await store.overdue.announced(due);
        return due.length;
      });
      if (marked === null) return { announced, done: false };
      announced += marked;
      // Fewer than a batch does not mean the last: a loan returned while its lock was waited for falls out of the batch.
      if (marked === 0) return { announced, done: true };
    }
  }
}
