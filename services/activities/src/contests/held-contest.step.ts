import { conflict, unknownThing, type Caller, type Tx } from '@shulian/service-kit';
import { ContestsRepository } from './contests.repository.js';
import type { Contest, ContestStatus } from './rules/contest.js';

/** A contest of a school where the caller works, held to the end of the transaction. @throws Problem 404, also for one of another school */
export async function heldContest(tx: Tx, caller: Caller, id: string): Promise<Contest> {
  const contest = await tx.use(ContestsRepository).locked(id);
  if (contest === null || !caller.mayWorkAt(contest.schoolId)) throw unknownThing();
  return contest;
}

/** @throws Problem 409 `contest.wrong-step` where it is in none of these states */
export function refuseUnlessIn(contest: Contest, statuses: readonly ContestStatus[]): void {
  if (!statuses.includes(contest.status)) throw conflict('contest.wrong-step');
}
