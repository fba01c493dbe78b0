import { conflict, unknownThing, type Caller, type Tx } from '@shulian/service-kit';
import { RuleSetsRepository } from './rule-sets.repository.js';
import type { RuleSet } from './rules/rule-set.js';

/** The set, locked. @throws Problem 404 out of reach */
export async function lockedSet(tx: Tx, caller: Caller, id: string): Promise<RuleSet> {
  const set = await tx.use(RuleSetsRepository).locked(id);
  if (set === null || !caller.mayWorkAt(set.schoolId)) throw unknownThing();
  return set;
}

/** @throws Problem 409 `rule-set.ended` */
export function refuseIfEnded({ endedOn }: RuleSet): void {
  if (endedOn !== null) throw conflict('rule-set.ended');
}
