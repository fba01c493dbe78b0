import { unknownReference, type Tx } from '@shulian/service-kit';
import type { LocationId, SchoolId } from '@shulian/contracts/ids';
import { plainBarcodes } from '../accession/rules/copy-numbers.js';
import type { Copy } from '../accession/rules/copy.js';
import { CopiesRepository } from '../accession/copies.repository.js';
import { chosenCopies } from './chosen-copies.facts.js';
import type { CopyMoveAsked } from './copy-moves.http.js';
import { plannedMove, type MoveFacts, type PlannedMove } from './rules/copy-move.js';
import { LocationsRepository } from './locations.repository.js';

export type MovePlan = PlannedMove & { readonly facts: MoveFacts; readonly copies: readonly Copy[] };

/**
 * What a move would do, with the tree of the school and then the copies locked.
 * @throws Problem 422 for a place that the school has not
 */
export const planMove = async (tx: Tx, input: CopyMoveAsked, schoolId: SchoolId): Promise<MovePlan> => {
  const locations = tx.use(LocationsRepository);
  await locations.lockTree(schoolId);
  const placeOf = async (id: string | null | undefined, pointer: string) => {
    if (id === null || id === undefined) return null;
    const place = await locations.byId(id as LocationId);
    if (place?.schoolId !== schoolId) throw unknownReference(pointer);
    return place;
  };
  const to = await placeOf(input.toId, '/toId');
  const standsIn = await placeOf(input.standsIn, '/standsIn');
  const { ids, tooMany, unknownBarcodes } = await chosenCopies(tx, schoolId, {
    barcodes: input.barcodes === undefined ? null : plainBarcodes(input.barcodes),
    fromCallNumber: input.fromCallNumber ?? null,
    toCallNumber: input.toCallNumber ?? null,
    standsIn: standsIn?.id ?? null,
  });
  const copies = await tx.use(CopiesRepository).lockedAll(ids);
  const standing = copies.filter(({ withdrawn }) => withdrawn === null);
  const facts: MoveFacts = {
    to,
    copies: copies.map(({ id, locationId, withdrawn }) => ({
      id,
      locationId,
      withdrawn: withdrawn !== null,
    })),
    tooMany,
    unknownBarcodes,
    rooms: to === null ? [] : await locations.roomsAround(to, moversOf(standing, to.id)),
    evenIfFull: input.evenIfFull,
  };
  return { ...plannedMove(facts), facts, copies };
};

const moversOf = (copies: readonly Copy[], goal: LocationId): Copy['id'][] =>
  copies.filter(({ locationId }) => locationId !== goal).map(({ id }) => id);
