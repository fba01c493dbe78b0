import type { Tx } from '@shulian/service-kit';
import type { StockState } from '@shulian/contracts/words';
import { CopiesRepository } from '../accession/copies.repository.js';
import { copyChanged } from '../accession/copy.events.js';
import { changedCopy, type Copy } from '../accession/rules/copy.js';

/** Locked copies in another stock state, as one change of each would have it: a new version, and the event that tells of it. */
export const putIntoState = async (
  tx: Tx,
  copies: readonly Copy[],
  stateOf: (copy: Copy) => StockState,
): Promise<void> => {
  if (copies.length === 0) return;
  const after = copies.map((copy) => changedCopy(copy, { stockState: stateOf(copy) }, null));
  await tx.use(CopiesRepository).moveAll(after);
  await tx.outbox.append(...after.map((copy, at) => copyChanged(copies[at] ?? copy, copy)));
};
