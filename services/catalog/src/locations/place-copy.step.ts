import { Refused, unknownReference, type Tx } from '@shulian/service-kit';
import type { LocationId } from '@shulian/contracts/ids';
import { CopiesRepository } from '../accession/copies.repository.js';
import { copyChanged } from '../accession/copy.events.js';
import { changedCopy, type Copy } from '../accession/rules/copy.js';
import { asReason } from '../accession/reason.http.js';
import { plannedMove } from './rules/copy-move.js';
import type { Location } from './rules/location.js';
import { LocationsRepository } from './locations.repository.js';

/**
 * The place a copy shall stand in, with the tree of its school locked; before the copy is locked.
 * @throws Problem 422 for a place that is not there
 */
export const lockPlace = async (tx: Tx, id: LocationId): Promise<Location> => {
  const locations = tx.use(LocationsRepository);
  const found = await locations.byId(id);
  if (found === null) throw unknownReference('/locationId');
  await locations.lockTree(found.schoolId);
  return (await locations.byId(id)) ?? found;
};

/** @throws Problem 422 for a place of another school, 409 for one that is closed or full */
export const refuseIfNoPlaceFor = async (tx: Tx, copies: readonly Copy[], to: Location): Promise<void> => {
  if (copies.some(({ schoolId }) => to.schoolId !== schoolId)) throw unknownReference('/locationId');
  const { refusals } = plannedMove({
    to,
    copies: copies.map(({ id, locationId, withdrawn }) => ({
      id,
      locationId,
      withdrawn: withdrawn !== null,
    })),
    tooMany: false,
    unknownBarcodes: [],
    rooms: await tx.use(LocationsRepository).roomsAround(
      to,
      copies.map(({ id }) => id),
    ),
    evenIfFull: false,
  });
  const [first] = refusals;
  if (first !== undefined) throw new Refused(first.code, refusals.map(asReason));
};

/** Copies that were entered a moment before stand there from now on. @throws as `refuseIfNoPlaceFor` */
export const placeNewCopies = async (tx: Tx, copies: readonly Copy[], to: Location): Promise<void> => {
  await refuseIfNoPlaceFor(tx, copies, to);
  const placed = copies.map((copy) => changedCopy(copy, { locationId: to.id }, null));
  await tx.use(CopiesRepository).place(placed);
  await tx.outbox.append(...placed.map((copy, at) => copyChanged(copies[at] ?? copy, copy)));
};
