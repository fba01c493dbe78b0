import { conflict, unknownThing, type Caller, type Tx } from '@shulian/service-kit';
import type { WeedingProposalId } from '@shulian/contracts/ids';
import { stepRefusal, type Proposal, type Step } from './rules/proposal.js';
import { WeedingRepository } from './weeding.repository.js';

/**
 * The proposal, held to the end of the transaction, for a step that may be taken now and by this person.
 * @throws Problem 404 out of reach, 409 `weeding.not-now`, `weeding.own-proposal`
 */
export const holdProposal = async (
  tx: Tx,
  caller: Caller,
  id: WeedingProposalId,
  step: Step,
): Promise<Proposal> => {
  const proposal = await tx.use(WeedingRepository).locked(id);
  if (proposal === null || !caller.mayWorkAt(proposal.schoolId)) throw unknownThing();
  const refusal = stepRefusal(proposal, step, caller.id);
  if (refusal !== null) throw conflict(refusal);
  return proposal;
};
