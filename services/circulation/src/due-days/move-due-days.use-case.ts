import { Injectable } from '@nestjs/common';
import type { SchoolId } from '@shulian/contracts/ids';
import type { SchoolCalendar } from '@shulian/lending-rules/calendar/school-calendar';
import { dueDayUnder } from '@shulian/lending-rules/policy/due-date';
import { Transaction, type Tx } from '@shulian/service-kit';
import { LoansRepository } from '../desk/loans.repository.js';
import { lockInOrder } from '../desk/lock-in-order.step.js';
import { movePickUpDays } from '../holds/move-pick-up-days.step.js';
import { SchoolRulesFacts } from '../policies/school-rules.facts.js';
import { loanDueChanged } from './due-days.events.js';
import { DueDaysRepository } from './due-days.repository.js';

const SLICE = 200;

export type DaysMoved = { readonly loans: number; readonly holds: number };

/**
 * What is declared after the loan counts too (decision 39): where a calendar changed, whatever is due, or kept on the hold
 * shelf, until a day on which the door is shut gets a later one. Each slice is a transaction of its own; when nothing is
 * left to move, the school is done with. Twice is once: an open day stays.
 */
@Injectable()
export class MoveDueDays {
  constructor(private readonly transaction: Transaction) {}

  async execute(): Promise<DaysMoved> {
    const moved = { loans: 0, holds: 0 };
    for (;;) {
      const slice = await this.transaction.run((tx) => this.slice(tx));
      if (slice === null) return moved;
      moved.loans += slice.loans;
      moved.holds += slice.holds;
    }
  }

  /** Null: there is no school left to look at. */
  private async slice(tx: Tx): Promise<DaysMoved | null> {
    const schoolId = await tx.use(DueDaysRepository).nextSchool();
    if (schoolId === null) return null;
    const { calendar } = await tx.use(SchoolRulesFacts).of(schoolId);
    const loans = await this.moveLoans(tx, schoolId, calendar);
    if (loans !== null) return { loans, holds: 0 };
    const holds = await movePickUpDays(tx, schoolId, calendar, SLICE);
    if (holds === null) await tx.use(DueDaysRepository).reviewed(schoolId);
    return { loans: 0, holds: holds ?? 0 };
  }

  /** Null: no loan of the school is due on a closed day. */
  private async moveLoans(tx: Tx, schoolId: SchoolId, calendar: SchoolCalendar): Promise<number | null> {
    const days = await tx.use(DueDaysRepository).dueDaysOf(schoolId);
    const closed = days.filter((day) => dueDayUnder(calendar, day) !== day);
    if (closed.length === 0) return null;
    const due = await tx.use(DueDaysRepository).copiesDueOn(schoolId, closed, SLICE);
    const { copies } = await lockInOrder(tx, { copies: due });
    // With their copies locked no loan ends, begins or is renewed; some may have meanwhile.
    const loans = (await tx.use(LoansRepository).openOf(due)).filter(
      (loan) => loan.lendingSchoolId === schoolId && closed.includes(loan.dueOn),
    );
    await lockInOrder(tx, {
      loans: loans.map(({ id }) => id),
      borrowers: loans.map(({ borrower }) => borrower.id),
    });
    const moved = loans.map((loan) => ({
      loan: { ...loan, dueOn: dueDayUnder(calendar, loan.dueOn) },
      previouslyDueOn: loan.dueOn,
      copyVersion: (copies.get(loan.copyId)?.version ?? 0) + 1,
    }));
    await tx.use(DueDaysRepository).move(moved.map(({ loan }) => loan));
    await tx.outbox.append(
      ...moved.map(({ loan, previouslyDueOn, copyVersion }) =>
        loanDueChanged(loan, previouslyDueOn, copyVersion),
      ),
    );
    return moved.length;
  }
}
