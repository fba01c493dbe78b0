import {
  CopyLostOnWayV1,
  TransferEndedV1,
  TransferPackedV1,
  TransferReceivedV1,
  TransferRequestedV1,
} from '@shulian/contracts/circulation';
import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import type { Transfer } from './rules/transfer.js';

const factsOf = ({
  id,
  copyId,
  titleId,
  owningSchoolId,
  fromSchoolId,
  toSchoolId,
  why,
  holdId,
}: Transfer) => ({
  transferId: id,
  copyId,
  titleId,
  owningSchoolId,
  fromSchoolId,
  toSchoolId,
  why,
  holdId,
});

export const transferRequested = (transfer: Transfer, requestedOn: CalendarDay): Announcement =>
  TransferRequestedV1.announce({ ...factsOf(transfer), requestedOn }, transfer.version);

/** @param before the transfer, whose version this raises. @param packedOn null: it was taken out again */
export const transferPacked = (before: Transfer, packedOn: CalendarDay | null): Announcement =>
  TransferPackedV1.announce({ ...factsOf(before), packedOn }, before.version + 1);

export const transferReceived = (
  before: Transfer,
  atSchoolId: SchoolId,
  receivedOn: CalendarDay,
): Announcement =>
  TransferReceivedV1.announce({ ...factsOf(before), atSchoolId, receivedOn }, before.version + 1);

export const transferEnded = (
  before: Transfer,
  how: TransferEndedV1['data']['how'],
  endedOn: CalendarDay,
): Announcement => TransferEndedV1.announce({ ...factsOf(before), how, endedOn }, before.version + 1);

/** @param copyVersion of the locked copy, raised by this event */
export const copyLostOnWay = (
  { copyId, titleId, owningSchoolId }: Transfer,
  lostOn: CalendarDay,
  copyVersion: number,
): Announcement => CopyLostOnWayV1.announce({ copyId, titleId, owningSchoolId, lostOn }, copyVersion);
