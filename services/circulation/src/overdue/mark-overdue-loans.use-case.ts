import { Injectable } from '@nestjs/common';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import { Clock, Transaction, type Tx } from '@shulian/service-kit';
import { LoansRepository } from '../desk/loans.repository.js';
import { lockInOrder } from '../desk/lock-in-order.step.js';
import { SchoolRulesFacts } from '../policies/school-rules.facts.js';
import { loansOverdue } from './overdue.events.js';
import { OverdueRepository, type PassedLoan } from './overdue.repository.js';
import { isSayable, overdueSince } from './rules/overdue.js';

const SLICE = 200;

/** `done`: nothing is left to say for this day. Not so when another process was at it: it may die before it is through. */
export type OverdueMarked = { readonly announced: number; readonly done: boolean };

type Slice = { readonly announced: number; readonly last: PassedLoan | null };

/** Says of every open loan, once for each due day, that the day has passed: school by school, some at a time. */
@Injectable()
export class MarkOverdueLoans {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  async execute(today: CalendarDay = this.clock.today()): Promise<OverdueMarked> {
    let announced = 0;
    const schools = await this.alone((tx) => tx.use(OverdueRepository).schools(today));
    if (schools === null) return { announced, done: false };
    for (const schoolId of schools) {
      let last: PassedLoan | null = null;
      do {
        const slice: Slice | null = await this.alone((tx) => this.slice(tx, schoolId, today, last));
        if (slice === null) return { announced, done: false };
        announced += slice.announced;
        last = slice.last;
      } while (last !== null);
    }
    return { announced, done: true };
  }

  /** Null when another process is at it. */
  private alone<T>(work: (tx: Tx) => Promise<T>): Promise<T | null> {
    return this.transaction.run(async (tx) => ((await tx.use(OverdueRepository).alone()) ? work(tx) : null));
  }

  private async slice(
    tx: Tx,
    schoolId: SchoolId,
    today: CalendarDay,
    after: PassedLoan | null,
  ): Promise<Slice> {
    const { calendar } = await tx.use(SchoolRulesFacts).of(schoolId);
    const passed = await tx.use(OverdueRepository).passed(schoolId, today, after, SLICE);
    const due = new Map(
      passed.filter(({ dueOn }) => isSayable(dueOn, today, calendar)).map((one) => [one.loanId, one.dueOn]),
    );
    const copies = passed.filter(({ loanId }) => due.has(loanId)).map(({ copyId }) => copyId);
    const locked = await lockInOrder(tx, { copies });
    // Under the locks: some may have come back meanwhile, or be due later now.
    const loans = (await tx.use(LoansRepository).byIds([...due.keys()])).filter(
      (loan) => loan.state.is === 'open' && loan.dueOn === due.get(loan.id),
    );
    await tx.outbox.append(
      ...loansOverdue(
        loans.map((loan) => ({ loan, since: overdueSince(loan.dueOn, calendar) })),
        new Map([...locked.copies].map(([copyId, { version }]) => [copyId, version + 1])),
      ),
    );
    await tx.use(OverdueRepository).said(loans);
    return { announced: loans.length, last: passed.length < SLICE ? null : (passed.at(-1) ?? null) };
  }
}
