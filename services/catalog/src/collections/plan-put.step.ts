import { unknownReference, type Tx } from '@shulian/service-kit';
import type { CopyId, SchoolId } from '@shulian/contracts/ids';
import { CopiesRepository } from '../accession/copies.repository.js';
import { plainBarcodes } from '../accession/rules/copy-numbers.js';
import type { CollectionChangeAsked } from './collections.http.js';
import { CollectionChangesRepository, type PutCopy } from './collection-changes.repository.js';
import { CollectionsRepository } from './collections.repository.js';
import { copiesToPut } from './copies-to-put.facts.js';
import { putRefusals, type Collection, type CollectionRefusal } from './rules/collection.js';

export type PlannedPut = {
  readonly to: Collection | null;
  readonly chosen: number;
  readonly changing: readonly PutCopy[];
  readonly unknownBarcodes: readonly string[];
  readonly refusals: readonly CollectionRefusal[];
};

/** What would be put in or taken out, with the collection held and the copies locked. @throws Problem 422 */
export const planPut = async (
  tx: Tx,
  input: CollectionChangeAsked,
  schoolId: SchoolId,
): Promise<PlannedPut> => {
  const toId = input.toId ?? null;
  const to = toId === null ? null : await tx.use(CollectionsRepository).held(toId);
  if (toId !== null && to?.schoolId !== schoolId) throw unknownReference('/toId');
  const { ids, unknownBarcodes, tooMany } = await copiesToPut(
    tx,
    schoolId,
    {
      barcodes: input.barcodes === undefined ? null : plainBarcodes(input.barcodes),
      kind: input.kind ?? null,
      clc: input.clc ?? null,
      standsIn: input.standsIn ?? null,
      theme: input.theme ?? null,
      inCollection: input.inCollection ?? null,
    },
    toId,
  );
  const copies = await tx.use(CopiesRepository).lockedAll(ids);
  const standing = copies.filter(({ withdrawn }) => withdrawn === null).map(({ id }): CopyId => id);
  const changing = (await tx.use(CollectionChangesRepository).placesOf(standing)).filter(
    ({ fromId }) => fromId !== toId,
  );
  const refusals = putRefusals({
    to,
    unknownBarcodes: unknownBarcodes.length,
    withdrawn: copies.length - standing.length,
    tooMany,
    changing: changing.length,
  });
  return { to, chosen: copies.length, changing, unknownBarcodes, refusals };
};
