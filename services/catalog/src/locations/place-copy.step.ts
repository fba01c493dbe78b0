import { Refused, unknownReference, type Tx } from '@shulian/service-kit';
import type { LocationId } from '@shulian/contracts/ids';
import type { Copy } from '../accession/rules/copy.js';
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
export const refuseIfNoPlaceFor = async (tx: Tx, copy: Copy, to: Location): Promise<void> => {
  if (to.schoolId !== copy.schoolId) throw unknownReference('/locationId');
  const { refusals } = plannedMove({
    to,
    copies: [{ id: copy.id, locationId: copy.locationId, withdrawn: copy.withdrawn !== null }],
    tooMany: false,
    unknownBarcodes: [],
    rooms: await tx.use(LocationsRepository).roomsAround(to, [copy.id]),
    evenIfFull: false,
  });
  const [first] = refusals;
  if (first !== undefined) throw new Refused(first.code, refusals.map(asReason));
};
