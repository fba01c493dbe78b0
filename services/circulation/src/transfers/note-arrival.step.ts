import type { Announcement } from '@shulian/contracts/envelope';
import type { CopyId, CopyTransferId, HoldId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { NextPlace } from '@shulian/lending-rules/desk/copy-at-desk';
import { newId, type Tx } from '@shulian/service-kit';
import { AwayCopiesRepository } from './away-copies.repository.js';
import { beginWayHome } from './begin-transfer.step.js';
import { waitsToBeSent } from './rules/transfer.js';
import { transferReceived, transferRequested } from './transfer.events.js';
import { TransfersRepository, type DoneBy } from './transfers.repository.js';

/** Whether a locked copy lies where it is to be sent from, so that a scan there changes nothing. */
export async function waitsHere(tx: Tx, copyId: CopyId, atSchoolId: SchoolId): Promise<boolean> {
  const current = await tx.use(TransfersRepository).currentOf(copyId);
  return current !== null && waitsToBeSent(current, atSchoolId);
}

type Copy = { readonly copyId: CopyId; readonly titleId: TitleId; readonly schoolId: SchoolId };

/**
 * A locked copy was scanned at a school, wherever it was sent to: the way it was on is over, and where it is known again.
 * One that goes on has a way home. The caller moves the
 * copy after this.
 * @param holdId the hold that it is put aside for here
 */
export async function noteArrival(
  tx: Tx,
  copy: Copy,
  atSchoolId: SchoolId,
  next: NextPlace,
  holdId: HoldId | null,
  done: DoneBy,
): Promise<readonly Announcement[]> {
  const transfers = tx.use(TransfersRepository);
  const away = tx.use(AwayCopiesRepository);
  const current = await transfers.currentOf(copy.copyId);
  const told: Announcement[] = [];
  if (current !== null) {
    await transfers.receive(current.id, atSchoolId, done);
    told.push(transferReceived(current, atSchoolId, done.on));
  } else if (next !== 'transfer') told.push(...(await noteBrought(tx, copy, atSchoolId, holdId, done)));
  if (atSchoolId === copy.schoolId || next === 'withdrawn') await away.home(copy.copyId);
  else await away.arrive(copy, atSchoolId, next === 'hold');
  if (next === 'transfer') told.push(await beginWayHome(tx, copy, atSchoolId, done.on));
  return told;
}

/** Nobody sent it, a reader brought it: where it is now, and was before, is known like that of any other. */
async function noteBrought(
  tx: Tx,
  copy: Copy,
  atSchoolId: SchoolId,
  holdId: HoldId | null,
  done: DoneBy,
): Promise<readonly Announcement[]> {
  const fromSchoolId = (await tx.use(AwayCopiesRepository).placeOf(copy.copyId)) ?? copy.schoolId;
  const isHome = atSchoolId === copy.schoolId;
  if (fromSchoolId === atSchoolId || (!isHome && holdId === null)) return [];
  const way = {
    id: newId<CopyTransferId>(),
    copyId: copy.copyId,
    titleId: copy.titleId,
    owningSchoolId: copy.schoolId,
    fromSchoolId,
    toSchoolId: atSchoolId,
    why: isHome ? 'home' : 'hold',
    holdId: isHome ? null : holdId,
    status: 'requested',
    runId: null,
    version: 1,
  } as const;
  await tx.use(TransfersRepository).add(way, done.on);
  await tx.use(TransfersRepository).receive(way.id, atSchoolId, done);
  return [transferRequested(way, done.on), transferReceived(way, atSchoolId, done.on)];
}
