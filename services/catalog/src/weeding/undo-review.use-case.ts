import { Injectable } from '@nestjs/common';
import { OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { WeedingProposalId } from '@shulian/contracts/ids';
import { holdProposal } from './hold-proposal.step.js';
import { WeedingRepository } from './weeding.repository.js';

/** The head takes the review back, to review anew. */
@Injectable()
export class UndoReview {
  constructor(private readonly oncePerKey: OncePerKey) {}

  /** @throws Problem 404, 409 `weeding.not-now` */
  execute(caller: Caller, id: WeedingProposalId, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      await holdProposal(tx, caller, id, 'undo-review');
      await tx.use(WeedingRepository).undoReview(id);
      return tx.use(WeedingRepository).view(id);
    });
  }
}
