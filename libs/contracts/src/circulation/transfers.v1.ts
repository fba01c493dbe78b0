import { Type } from '@sinclair/typebox';
import { defineEvent, type EventOf } from '../envelope/define-event.js';
import { CalendarDay, CopyId, CopyTransferId, HoldId, SchoolId, TitleId } from '../ids.js';
import { circulationCopy, circulationTransfer } from './topics.js';

const orNull = <T extends typeof HoldId | typeof SchoolId>(type: T) => Type.Union([type, Type.Null()]);

/** One way of one copy. It stays the property of its school all the time. */
const transfer = {
  transferId: CopyTransferId,
  copyId: CopyId,
  titleId: TitleId,
  owningSchoolId: SchoolId,
  fromSchoolId: SchoolId,
  toSchoolId: SchoolId,
  why: Type.Union([Type.Literal('hold'), Type.Literal('home')], {
    description: 'hold: a reader waits at the other school; home: back to the school it belongs to',
  }),
  holdId: orNull(HoldId),
};
const ofTransfer = { topic: circulationTransfer } as const;

export const TransferRequestedV1 = defineEvent({
  ...ofTransfer,
  type: 'shulian.circulation.transfer.requested.v1',
  data: Type.Object({ ...transfer, requestedOn: CalendarDay }),
  says: 'A copy is to go to another school: it is not lent any more until it has arrived there.',
  key: (requested) => requested.transferId,
  school: (requested) => requested.fromSchoolId,
});
export type TransferRequestedV1 = EventOf<typeof TransferRequestedV1>;

export const TransferPackedV1 = defineEvent({
  ...ofTransfer,
  type: 'shulian.circulation.transfer.packed.v1',
  data: Type.Object({
    ...transfer,
    packedOn: Type.Union([CalendarDay, Type.Null()], { description: 'null: it was taken out again' }),
  }),
  says: 'The copy was scanned onto the manifest of a courier, or taken off it again.',
  key: (packed) => packed.transferId,
  school: (packed) => packed.fromSchoolId,
});
export type TransferPackedV1 = EventOf<typeof TransferPackedV1>;

export const TransferReceivedV1 = defineEvent({
  ...ofTransfer,
  type: 'shulian.circulation.transfer.received.v1',
  data: Type.Object({
    ...transfer,
    receivedOn: CalendarDay,
    /** Where it was scanned: nearly always where it was sent to. */
    atSchoolId: SchoolId,
  }),
  says: 'The copy was scanned at a school, and is there now.',
  key: (received) => received.transferId,
  school: (received) => received.atSchoolId,
});
export type TransferReceivedV1 = EventOf<typeof TransferReceivedV1>;

export const TransferEndedV1 = defineEvent({
  ...ofTransfer,
  type: 'shulian.circulation.transfer.ended.v1',
  data: Type.Object({
    ...transfer,
    how: Type.Union(
      (['refused', 'not-needed', 'lost'] as const).map((how) => Type.Literal(how)),
      {
        description:
          'refused: its school does not send it; not-needed: nobody waits for it any more; lost: on the way',
      },
    ),
    endedOn: CalendarDay,
  }),
  says: 'The copy does not arrive: its school keeps it, or it was declared lost on the way.',
  key: (ended) => ended.transferId,
  school: (ended) => ended.owningSchoolId,
});
export type TransferEndedV1 = EventOf<typeof TransferEndedV1>;

/** Among the events of the copy, because it says what may be done with it. */
export const CopyLostOnWayV1 = defineEvent({
  topic: circulationCopy,
  type: 'shulian.circulation.copy.lost-on-way.v1',
  data: Type.Object({ copyId: CopyId, titleId: TitleId, owningSchoolId: SchoolId, lostOn: CalendarDay }),
  says: 'A copy that was sent to another school did not come, and its school declared it lost. Nobody had it on loan.',
  key: (lost) => lost.copyId,
  school: (lost) => lost.owningSchoolId,
});
export type CopyLostOnWayV1 = EventOf<typeof CopyLostOnWayV1>;
