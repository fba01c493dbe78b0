import { newId, Refused, type Tx } from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { CopiesRepository } from '../accession/copies.repository.js';
import { copyChanged } from '../accession/copy.events.js';
import { asReason } from '../accession/reason.http.js';
import { changedCopy } from '../accession/rules/copy.js';
import type { CopyMoveAsked } from './copy-moves.http.js';
import { CopyMovesRepository } from './copy-moves.repository.js';
import { planMove } from './plan-move.step.js';

/**
 * Moves the copies that somebody chose, all of them or none, in the caller's transaction; returns the move.
 * @throws Problem 422 for a place that the school has not, 409 with the reasons
 */
export const carryOutMove = async (
  tx: Tx,
  input: CopyMoveAsked,
  schoolId: SchoolId,
  how: { readonly at: Date; readonly by: string },
): Promise<string> => {
  const { facts, copies, moving, refusals } = await planMove(tx, input, schoolId);
  const [first] = refusals;
  if (first !== undefined) throw new Refused(first.code, refusals.map(asReason));

  const toId = facts.to?.id ?? null;
  const chosen = new Set(moving.map(({ id }) => id));
  const before = copies.filter(({ id }) => chosen.has(id));
  const after = before.map((copy) => changedCopy(copy, { locationId: toId }, null));
  await tx.use(CopiesRepository).place(after);
  const id = newId();
  await tx.use(CopyMovesRepository).add({
    id,
    schoolId,
    toId,
    movedAt: how.at,
    by: how.by,
    copies: before.map((copy) => ({ copyId: copy.id, fromId: copy.locationId })),
  });
  await tx.outbox.append(...after.map((copy, at) => copyChanged(before[at] ?? copy, copy)));
  return id;
};
