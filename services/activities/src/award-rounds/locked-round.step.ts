import { unknownThing, type Caller, type Tx } from '@shulian/service-kit';
import { AwardRoundsRepository } from './award-rounds.repository.js';
import type { AwardRound } from './rules/award-round.js';

/** A round that the caller works with, held to the end of the transaction. @throws Problem 404, also for one of another school */
export async function lockedRound(tx: Tx, caller: Caller, id: string): Promise<AwardRound> {
  const round = await tx.use(AwardRoundsRepository).locked(id);
  if (round === null || !caller.mayWorkAt(round.schoolId)) throw unknownThing();
  return round;
}
