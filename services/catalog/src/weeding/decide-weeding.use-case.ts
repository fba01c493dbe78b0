import { Injectable } from '@nestjs/common';
import { Clock, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { WeedingProposalId } from '@shulian/contracts/ids';
import { holdProposal } from './hold-proposal.step.js';
import type { Step } from './rules/proposal.js';
import { WeedingRepository } from './weeding.repository.js';

const BECOMES = { approve: 'approved', refuse: 'refused', revoke: 'cancelled', cancel: 'cancelled' } as const;

/** The end of a proposal: the office approves it under a number, refuses it or takes its approval back, or the school cancels it before. */
@Injectable()
export class DecideWeeding {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 `weeding.not-now`, `weeding.own-proposal` */
  execute(
    caller: Caller,
    id: WeedingProposalId,
    step: Step & keyof typeof BECOMES,
    input: {
      readonly documentNumber: string | null;
      readonly approvedBy: string | null;
      readonly note: string | null;
    },
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx) => {
      await holdProposal(tx, caller, id, step);
      const decision = { ...input, state: BECOMES[step], on: this.clock.today(), by: caller.id };
      await tx.use(WeedingRepository).decide(id, decision);
      return tx.use(WeedingRepository).view(id);
    });
  }
}
