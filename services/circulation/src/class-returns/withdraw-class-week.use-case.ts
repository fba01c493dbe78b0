import { Injectable } from '@nestjs/common';
import { Clock, Transaction, type Caller } from '@shulian/service-kit';
import type { PublishedWeek, WeekAsked } from './class-returns.http.js';
import { ClassReturnsRepository } from './class-returns.repository.js';
import { weekAsked } from './rules/week.js';

/** Takes a week down; doing it twice changes nothing. */
@Injectable()
export class WithdrawClassWeek {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  execute(caller: Caller, input: WeekAsked): Promise<PublishedWeek> {
    const schoolId = caller.schoolFor(input.schoolId);
    const week = weekAsked(input.of, this.clock.today());
    return this.transaction.run(async (tx) => ({
      weekStartsOn: week,
      classes: await tx.use(ClassReturnsRepository).withdraw(schoolId, week),
    }));
  }
}
