import { Type } from '@sinclair/typebox';
import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { CalendarDay, CopyId, HoldId, Instant, ReaderId, SchoolId, TitleId } from '../ids.js';
import { circulationHold } from './topics.js';

const hold = {
  holdId: HoldId,
  titleId: TitleId,
  readerId: ReaderId,
  readerSchoolId: SchoolId,
  pickupSchoolId: SchoolId,
};
/** Set when the reader asked for one copy, or when a copy waits on the hold shelf. */
const copyId = Type.Union([CopyId, Type.Null()]);
const ofTitle = { topic: circulationHold } as const;

export const HoldPlacedV1 = defineEvent({
  ...ofTitle,
  type: 'shulian.circulation.hold.placed.v1',
  data: Type.Object({ ...hold, copyId, placedAt: Instant }),
  says: 'A reader waits for a title or a copy.',
  key: (placed) => placed.titleId,
  school: (placed) => placed.pickupSchoolId,
});
export type HoldPlacedV1 = EventOf<typeof HoldPlacedV1>;

export const HoldReadyV1 = defineEvent({
  ...ofTitle,
  type: 'shulian.circulation.hold.ready.v1',
  data: Type.Object({
    ...hold,
    copyId: CopyId,
    readyOn: CalendarDay,
    pickUpByOn: CalendarDay,
  }),
  says: 'A copy waits on the hold shelf for the reader.',
  key: (ready) => ready.titleId,
  school: (ready) => ready.pickupSchoolId,
});
export type HoldReadyV1 = EventOf<typeof HoldReadyV1>;

export const HoldPickUpChangedV1 = defineEvent({
  ...ofTitle,
  type: 'shulian.circulation.hold.pick-up-changed.v1',
  data: Type.Object({
    ...hold,
    copyId: CopyId,
    readyOn: CalendarDay,
    pickUpByOn: CalendarDay,
    previouslyPickUpByOn: CalendarDay,
  }),
  says: 'A copy on the hold shelf is kept longer, because the school of the pickup is closed on days it would have been kept: a closing was declared meanwhile. Never an earlier day.',
  key: (changed) => changed.titleId,
  school: (changed) => changed.pickupSchoolId,
});
export type HoldPickUpChangedV1 = EventOf<typeof HoldPickUpChangedV1>;

export const HoldWaitingAgainV1 = defineEvent({
  ...ofTitle,
  type: 'shulian.circulation.hold.waiting-again.v1',
  data: Type.Object({
    ...hold,
    /** The copy that lay ready. */
    copyId: CopyId,
    placedAt: Instant,
    why: Type.Union(
      (['copy-not-lendable', 'copy-lent-to-another'] as const).map((reason) => Type.Literal(reason)),
      {
        description:
          'copy-not-lendable: missing, in repair, withdrawn, kept in the room or elsewhere; copy-lent-to-another: by an override',
      },
    ),
  }),
  says: 'The copy that lay ready for the reader is not to be had any more: the reader waits again, in the old place.',
  key: (waiting) => waiting.titleId,
  school: (waiting) => waiting.pickupSchoolId,
});
export type HoldWaitingAgainV1 = EventOf<typeof HoldWaitingAgainV1>;

export const HoldSuspendedV1 = defineEvent({
  ...ofTitle,
  type: 'shulian.circulation.hold.suspended.v1',
  data: Type.Object({
    ...hold,
    untilOn: Type.Union([CalendarDay, Type.Null()], {
      description: 'served again from this day on; null: until it is resumed',
    }),
  }),
  says: 'The reader does not want the copy for a while and keeps the place in the queue.',
  key: (suspended) => suspended.titleId,
  school: (suspended) => suspended.pickupSchoolId,
});
export type HoldSuspendedV1 = EventOf<typeof HoldSuspendedV1>;

export const HoldResumedV1 = defineEvent({
  ...ofTitle,
  type: 'shulian.circulation.hold.resumed.v1',
  data: Type.Object(hold),
  says: 'The reader wants the copy again, in the old place of the queue. A suspension that ends with its day is not told of.',
  key: (resumed) => resumed.titleId,
  school: (resumed) => resumed.pickupSchoolId,
});
export type HoldResumedV1 = EventOf<typeof HoldResumedV1>;

const ended = Type.Object({ ...hold, copyId, endedOn: CalendarDay });

export const HoldFulfilledV1 = defineEvent({
  ...ofTitle,
  type: 'shulian.circulation.hold.fulfilled.v1',
  data: ended,
  says: 'The reader got the copy.',
  key: (fulfilled) => fulfilled.titleId,
  school: (fulfilled) => fulfilled.pickupSchoolId,
});
export type HoldFulfilledV1 = EventOf<typeof HoldFulfilledV1>;

export const HoldCancelledV1 = defineEvent({
  ...ofTitle,
  type: 'shulian.circulation.hold.cancelled.v1',
  data: ended,
  says: 'A hold was given up.',
  key: (cancelled) => cancelled.titleId,
  school: (cancelled) => cancelled.pickupSchoolId,
});
export type HoldCancelledV1 = EventOf<typeof HoldCancelledV1>;

export const HoldExpiredV1 = defineEvent({
  ...ofTitle,
  type: 'shulian.circulation.hold.expired.v1',
  data: ended,
  says: 'The reader did not come for the copy in time.',
  key: (expired) => expired.titleId,
  school: (expired) => expired.pickupSchoolId,
});
export type HoldExpiredV1 = EventOf<typeof HoldExpiredV1>;
