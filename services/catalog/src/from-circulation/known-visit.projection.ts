import type {
  TransferEndedV1,
  TransferPackedV1,
  TransferReceivedV1,
  TransferRequestedV1,
} from '@shulian/contracts/circulation';
import type { CopyId, CopyTransferId, SchoolId } from '@shulian/contracts/ids';

/** The other school where a copy lies; null: at its own, on its way, or lost. */
export type KnownVisit = {
  readonly copyId: CopyId;
  readonly transferId: CopyTransferId;
  /** Of the transfer; a later transfer has a greater id. */
  readonly version: number;
  readonly atSchoolId: SchoolId | null;
};

type TransferEvent = TransferRequestedV1 | TransferPackedV1 | TransferReceivedV1 | TransferEndedV1;

/** What an event on a transfer says of the place of its copy. */
export const knownVisitAfter = (event: TransferEvent): KnownVisit => {
  const { copyId, transferId, owningSchoolId } = event.data;
  const place = placeAfter(event);
  return {
    copyId,
    transferId,
    version: event.aggregateversion,
    atSchoolId: place === owningSchoolId ? null : place,
  };
};

function placeAfter(event: TransferEvent): SchoolId | null {
  switch (event.type) {
    case 'shulian.circulation.transfer.requested.v1':
      return event.data.fromSchoolId;
    case 'shulian.circulation.transfer.packed.v1':
      return event.data.packedOn === null ? event.data.fromSchoolId : null;
    case 'shulian.circulation.transfer.received.v1':
      return event.data.atSchoolId;
    // Kept at its own school, lost, or on the way after all, when its receipt was a mistake.
    case 'shulian.circulation.transfer.ended.v1':
      return null;
  }
}
