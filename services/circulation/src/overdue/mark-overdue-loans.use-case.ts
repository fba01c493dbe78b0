import { Injectable } from '@nestjs/common';
import { Clock, Transaction } from '@shulian/service-kit';
import type { CirculationStore } from '../circulation.store.js';
import { overdueSince } from './rules/overdue.js';
import { loansOverdue } from './overdue.events.js';

const BATCH = 200;

/** Says of every open loan, once for each due day, that the day has passed. */
@Injectable()
export class MarkOverdueLoans {
  constructor(
    private readonly transaction: Transaction<CirculationStore>,
    private readonly clock: Clock,
  ) {}

  /** The number of loans announced by this run; 0 also when another process is at it. */
  async execute(): Promise<number> {
    const today = this.clock.today();
    let total = 0;
    for (;;) {
      const marked = await this.transaction.run(async (store) => {
        if (!(await store.overdue.alone())) return 0;
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
      total += marked;
      if (marked < BATCH) return total;
    }
  }
}
