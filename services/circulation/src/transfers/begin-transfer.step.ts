import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay, CopyId, CopyTransferId, HoldId, SchoolId, TitleId } from '@shulian/contracts/ids';
import { newId, type Tx } from '@shulian/service-kit';
import type { LentCopy } from '../desk/lent-copies.repository.js';
import { moveCopy } from '../desk/move-copy.step.js';
import { AwayCopiesRepository } from './away-copies.repository.js';
import { transferRequested } from './transfer.events.js';
import { TransfersRepository } from './transfers.repository.js';

type Sent = { readonly copyId: CopyId; readonly titleId: TitleId; readonly schoolId: SchoolId };

/** A copy, locked and free at its school, is asked to go to a reader who waits at another one. */
export async function sendToHold(
  tx: Tx,
  copy: LentCopy,
  hold: { readonly id: HoldId; readonly pickupSchoolId: SchoolId },
  today: CalendarDay,
): Promise<readonly Announcement[]> {
  await tx.use(AwayCopiesRepository).ask(copy.copyId, copy.schoolId);
  const moved = await moveCopy(tx, copy, { state: 'in-transit', hold: null }, 'transfer');
  const way = { from: copy.schoolId, to: hold.pickupSchoolId, why: 'hold', holdId: hold.id } as const;
  return [moved, await begin(tx, copy, way, today)];
}

/** A copy that lies ready at another school, locked, leaves its hold shelf for home. */
export async function leaveForHome(
  tx: Tx,
  copy: LentCopy,
  fromSchoolId: SchoolId,
  today: CalendarDay,
): Promise<readonly Announcement[]> {
  const moved = await moveCopy(tx, copy, { state: 'in-transit', hold: null }, 'transfer');
  return [moved, await beginWayHome(tx, copy, fromSchoolId, today)];
}

/** The way home of a copy, locked, that is in transit already. */
export const beginWayHome = (
  tx: Tx,
  copy: Sent,
  fromSchoolId: SchoolId,
  today: CalendarDay,
): Promise<Announcement> =>
  begin(tx, copy, { from: fromSchoolId, to: copy.schoolId, why: 'home', holdId: null }, today);

async function begin(
  tx: Tx,
  { copyId, titleId, schoolId: owningSchoolId }: Sent,
  way: {
    readonly from: SchoolId;
    readonly to: SchoolId;
    readonly why: 'hold' | 'home';
    readonly holdId: HoldId | null;
  },
  today: CalendarDay,
): Promise<Announcement> {
  const transfer = {
    id: newId<CopyTransferId>(),
    copyId,
    titleId,
    owningSchoolId,
    fromSchoolId: way.from,
    toSchoolId: way.to,
    why: way.why,
    holdId: way.holdId,
    status: 'requested',
    runId: null,
    version: 1,
  } as const;
  await tx.use(TransfersRepository).add(transfer, today);
  return transferRequested(transfer, today);
}
