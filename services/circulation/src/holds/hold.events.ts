import {
  HoldCancelledV1,
  HoldExpiredV1,
  HoldFulfilledV1,
  HoldPickUpChangedV1,
  HoldPlacedV1,
  HoldReadyV1,
  HoldResumedV1,
  HoldSuspendedV1,
  HoldWaitingAgainV1,
} from '@shulian/contracts/circulation';
import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay } from '@shulian/contracts/ids';
import { newId } from '@shulian/service-kit';
import { noticeDue } from '../desk/notice.events.js';
import { copyOf, type Hold } from './rules/hold.js';

const factsOf = (hold: Hold) => ({
  holdId: hold.id,
  titleId: hold.titleId,
  readerId: hold.readerId,
  readerSchoolId: hold.readerSchoolId,
  pickupSchoolId: hold.pickupSchoolId,
});

/** @param queueVersion of the title's queue, raised by this event */
export const holdPlaced = (hold: Hold, queueVersion: number): Announcement =>
  HoldPlacedV1.announce(
    { ...factsOf(hold), copyId: hold.wantedCopyId, placedAt: hold.placedAt },
    queueVersion,
  );

export function holdReady(hold: Hold, queueVersion: number): Announcement {
  if (hold.state.is !== 'ready') throw new Error('this hold is not ready');
  const { copyId, readyOn, pickUpByOn } = hold.state;
  return HoldReadyV1.announce({ ...factsOf(hold), copyId, readyOn, pickUpByOn }, queueVersion);
}

export function holdPickUpChanged(
  hold: Hold,
  previouslyPickUpByOn: CalendarDay,
  queueVersion: number,
): Announcement {
  if (hold.state.is !== 'ready') throw new Error('this hold is not ready');
  const { copyId, readyOn, pickUpByOn } = hold.state;
  return HoldPickUpChangedV1.announce(
    { ...factsOf(hold), copyId, readyOn, pickUpByOn, previouslyPickUpByOn },
    queueVersion,
  );
}

export const holdSuspended = (hold: Hold, untilOn: CalendarDay | null, queueVersion: number): Announcement =>
  HoldSuspendedV1.announce({ ...factsOf(hold), untilOn }, queueVersion);

export const holdResumed = (hold: Hold, queueVersion: number): Announcement =>
  HoldResumedV1.announce(factsOf(hold), queueVersion);

/** @param ready as it was, before it waited again */
export function holdWaitingAgain(
  ready: Hold,
  why: HoldWaitingAgainV1['data']['why'],
  queueVersion: number,
): Announcement {
  if (ready.state.is !== 'ready') throw new Error('this hold was not ready');
  const { copyId } = ready.state;
  return HoldWaitingAgainV1.announce(
    { ...factsOf(ready), copyId, placedAt: ready.placedAt, why },
    queueVersion,
  );
}

/** The reader is told that the copy is there, once for each day on which one comes for the hold. */
export function holdNotice(hold: Hold): Announcement {
  if (hold.state.is !== 'ready') throw new Error('this hold is not ready');
  const { readyOn, pickUpByOn } = hold.state;
  return noticeDue(newId(), {
    kind: 'hold-ready',
    causeId: hold.id,
    causeOn: readyOn,
    schoolId: hold.pickupSchoolId,
    readerId: hold.readerId,
    classId: null,
    count: 1,
    dueOn: pickUpByOn,
    untilOn: pickUpByOn,
  });
}

/** The end of a hold, however it came. */
export function holdEnded(hold: Hold, queueVersion: number): Announcement {
  const { state } = hold;
  switch (state.is) {
    case 'fulfilled':
      return HoldFulfilledV1.announce(endOf(hold, state.endedOn), queueVersion);
    case 'cancelled':
      return HoldCancelledV1.announce(endOf(hold, state.endedOn), queueVersion);
    case 'expired':
      return HoldExpiredV1.announce(endOf(hold, state.endedOn), queueVersion);
    case 'waiting':
    case 'ready':
      throw new Error('this hold has not ended');
  }
}

const endOf = (hold: Hold, endedOn: Parameters<typeof HoldFulfilledV1.announce>[0]['endedOn']) => ({
  ...factsOf(hold),
  copyId: copyOf(hold),
  endedOn,
});
