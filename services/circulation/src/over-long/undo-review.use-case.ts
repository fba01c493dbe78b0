import { Injectable } from '@nestjs/common';
import { Clock, Transaction, unknownThing, type Caller } from '@shulian/service-kit';
import { termOn } from '../lists/terms.query.js';
import { OverLongReviewsRepository } from './over-long-reviews.repository.js';

/** The loan is to be looked at again this term. */
@Injectable()
export class UndoReview {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 out of reach, or without a mark of this term */
  async execute(caller: Caller, loanId: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const reviews = tx.use(OverLongReviewsRepository);
      const schoolId = await reviews.schoolOf(loanId);
      if (schoolId === null || !caller.mayWorkAt(schoolId)) throw unknownThing();
      const { startsOn } = await termOn(tx.session, schoolId, this.clock.today());
      if (!(await reviews.undo(loanId, startsOn))) throw unknownThing();
    });
  }
}
