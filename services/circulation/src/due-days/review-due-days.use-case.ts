import { Injectable } from '@nestjs/common';
import { Transaction } from '@shulian/service-kit';
import { DueDaysRepository } from './due-days.repository.js';

/** Has the days of every school looked at again, as once a day: a change of the calendar itself asks for its school. */
@Injectable()
export class ReviewDueDays {
  constructor(private readonly transaction: Transaction) {}

  execute(): Promise<void> {
    return this.transaction.run((tx) => tx.use(DueDaysRepository).reviewEverySchool());
  }
}
