import type { Announcement } from '@shulian/contracts/envelope';
import type { HoldId, ReaderId } from '@shulian/contracts/ids';
import type { Tx } from '@shulian/service-kit';
import { copyReleased } from './copy.events.js';
import { LentCopiesRepository, type LentCopy } from './lent-copies.repository.js';

type Place =
  | { readonly state: 'hold-shelf'; readonly hold: { readonly id: HoldId; readonly readerId: ReaderId } }
  | { readonly state: 'in' | 'in-transit'; readonly hold: null };

/**
 * Moves a locked copy that nobody borrows, to the hold shelf, away from it, or towards another school. Each move raises its version and is said
 * of the copy: the catalogue counts what is available by it (decision 2).
 */
export async function moveCopy(
  tx: Tx,
  copy: LentCopy,
  to: Place,
  next: Parameters<typeof copyReleased>[1],
): Promise<Announcement> {
  const version = copy.version + 1;
  await tx.use(LentCopiesRepository).change({ ...copy, ...to, version });
  return copyReleased(copy, next, version);
}
