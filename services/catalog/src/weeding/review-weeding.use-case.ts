import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CopyId, WeedingProposalId } from '@shulian/contracts/ids';
import { holdProposal } from './hold-proposal.step.js';
import type { ReviewAsked } from './weeding.http.js';
import { WeedingRepository } from './weeding.repository.js';

/** The head of the school decides of each copy (CAT-047). */
@Injectable()
export class ReviewWeeding {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 `weeding.not-now`, `weeding.own-proposal`, `weeding.not-in-proposal` */
  execute(
    caller: Caller,
    id: WeedingProposalId,
    input: ReviewAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const keep = [...new Set(input.keep ?? [])] as CopyId[];
    return this.oncePerKey.run(request, 200, async (tx) => {
      await holdProposal(tx, caller, id, 'review');
      const weeding = tx.use(WeedingRepository);
      const how = { on: this.clock.today(), by: caller.id, note: input.note ?? null };
      if ((await weeding.review(id, keep, how)) < keep.length) throw conflict('weeding.not-in-proposal');
      return weeding.view(id);
    });
  }
}
