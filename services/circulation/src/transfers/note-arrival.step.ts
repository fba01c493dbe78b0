import type { Announcement } from '@shulian/contracts/envelope';
import type { CopyId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { NextPlace } from '@shulian/lending-rules/desk/copy-at-desk';
import type { Tx } from '@shulian/service-kit';
import { AwayCopiesRepository } from './away-copies.repository.js';
import { beginWayHome } from './begin-transfer.step.js';
import { waitsToBeSent } from './rules/transfer.js';
import { transferReceived } from './transfer.events.js';
import { TransfersRepository, type DoneBy } from './transfers.repository.js';

/** Whether a locked copy lies where it is to be sent from, so that a scan there changes nothing. */
export async function waitsHere(tx: Tx, copyId: CopyId, atSchoolId: SchoolId): Promise<boolean> {
  const current = await tx.use(TransfersRepository).currentOf(copyId);
  return current !== null && waitsToBeSent(current, atSchoolId);
}

/**
 * A locked copy was scanned at a school, wherever it was sent to: the way it was on is over, and where it is known again.
 * One that goes on has a way home. The caller moves the
 * copy after this.
 */
export async function noteArrival(
  tx: Tx,
  copy: { readonly copyId: CopyId; readonly titleId: TitleId; readonly schoolId: SchoolId },
  atSchoolId: SchoolId,
  next: NextPlace,
  done: DoneBy,
): Promise<readonly Announcement[]> {
  const transfers = tx.use(TransfersRepository);
  const away = tx.use(AwayCopiesRepository);
  const current = await transfers.currentOf(copy.copyId);
  const told: Announcement[] = [];
  if (current !== null) {
    await transfers.receive(current.id, atSchoolId, done);
    told.push(transferReceived(current, atSchoolId, done.on));
  }
  if (atSchoolId === copy.schoolId || next === 'withdrawn') await away.home(copy.copyId);
  else await away.arrive(copy, atSchoolId, false);
  if (next === 'transfer') told.push(await beginWayHome(tx, copy, atSchoolId, done.on));
  return told;
}
