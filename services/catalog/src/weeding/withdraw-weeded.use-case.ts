import { Injectable } from '@nestjs/common';
import { Clock, OncePerKey, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit';
import type { WeedingProposalId } from '@shulian/contracts/ids';
import { moveCopies } from '../accession/move-copies.step.js';
import { holdProposal } from './hold-proposal.step.js';
import type { WithdrawalsDone } from './weeding.http.js';
import { WeedingRepository } from './weeding.repository.js';

/** Copies a call: their lines hold the register of the school meanwhile. */
const MOST = 500;

/** Strikes what was approved, under the number of the approval: the only way out for what is weeded (P-23). */
@Injectable()
export class WithdrawWeeded {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 `weeding.not-now` */
  execute(caller: Caller, id: WeedingProposalId, request: DeskRequest | null): Promise<Answer> {
    return this.oncePerKey.run(request, 200, async (tx): Promise<WithdrawalsDone> => {
      const { reason, documentNumber, approvedBy } = await holdProposal(tx, caller, id, 'withdraw');
      const weeding = tx.use(WeedingRepository);
      const day = this.clock.today();
      const copies = await weeding.next(id, MOST);
      const { moved, kept } = await moveCopies(tx, copies, {
        to: () => 'withdrawn',
        withdrawal: { why: () => reason, documentNumber, approvedBy },
        day,
        by: caller.id,
      });
      // What was struck meanwhile, as lost and paid, is settled as well.
      const stand = new Set(kept.map(({ copy }) => copy.id));
      await weeding.struck(
        id,
        copies.filter((copyId) => !stand.has(copyId)),
        day,
      );
      const { lines, away } = await weeding.settle(id);
      return { withdrawn: moved.length, left: lines, away };
    });
  }
}
