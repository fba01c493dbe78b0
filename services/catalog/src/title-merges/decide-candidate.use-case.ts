import { Injectable } from '@nestjs/common';
import { Clock, Transaction } from '@shulian/service-kit';
import { candidateView } from './candidates.query.js';
import { CandidatesRepository } from './candidates.repository.js';
import type { MergeCandidateView } from './title-merges.http.js';

/** Two titles that look like one are two, or that is taken back. Said twice, it is as said once. */
@Injectable()
export class DecideCandidate {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @param by whoever says that they are two; null: it is open again. @throws Problem 404 */
  execute(id: string, by: string | null): Promise<MergeCandidateView> {
    return this.transaction.run(async (tx) => {
      const candidates = tx.use(CandidatesRepository);
      if (by === null) await candidates.restore(id);
      else await candidates.dismiss(id, { at: this.clock.now(), by });
      return candidateView(tx.session, id);
    });
  }
}
