import type { Announcement } from '@shulian/contracts/envelope';
import type { CopyId, HoldId } from '@shulian/contracts/ids';
import type { Tx } from '@shulian/service-kit';
import type { LentCopy } from '../desk/lent-copies.repository.js';
import { moveCopy } from '../desk/move-copy.step.js';
import { AwayCopiesRepository } from './away-copies.repository.js';
import type { Transfer } from './rules/transfer.js';
import { transferEnded } from './transfer.events.js';
import { TransfersRepository, type DoneBy } from './transfers.repository.js';

/** The request that a copy, locked, should be sent for a hold, as long as it has not left. */
export async function requestOf(
  tx: Tx,
  copyId: CopyId,
): Promise<{ readonly transfer: Transfer; readonly holdId: HoldId } | null> {
  const transfer = await tx.use(TransfersRepository).currentOf(copyId);
  return transfer?.status !== 'requested' || transfer.holdId === null
    ? null
    : { transfer, holdId: transfer.holdId };
}

/** A copy, locked, that has not left its school stays there, and lies free again. */
export async function endRequest(
  tx: Tx,
  copy: LentCopy,
  transfer: Transfer,
  how: 'refused' | 'not-needed',
  done: DoneBy,
  note: string | null = null,
): Promise<readonly Announcement[]> {
  await tx.use(TransfersRepository).end(transfer.id, how, done, note);
  await tx.use(AwayCopiesRepository).home(copy.copyId);
  const next = copy.stockState === 'withdrawn' ? 'withdrawn' : 'shelf';
  return [await moveCopy(tx, copy, { state: 'in', hold: null }, next), transferEnded(transfer, how, done.on)];
}
