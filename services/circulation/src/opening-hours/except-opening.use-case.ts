import { Injectable } from '@nestjs/common';
import { plusDays } from '@shulian/lending-rules/calendar/day';
import { conflict, invalid, newId, OncePerKey, Transaction, unknownReference, unknownThing, type Answer, type Caller, type DeskRequest } from '@shulian/service-kit'; // prettier-ignore
import { RoomsForUse } from '../library-rooms/rooms-for-use.step.js';
import type { OpeningExceptionAsked } from './opening-hours.http.js';
import { OpeningHoursRepository } from './opening-hours.repository.js';
import { overlapping } from './rules/opening.js';

const MOST_DAYS = 92;

/** Rooms are open or closed on days that are otherwise (CIR-048). */
@Injectable()
export class ExceptOpening {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly transaction: Transaction,
  ) {}

  /** @throws Problem 400 for days or hours that are none, 409 `opening-exception.there-already`, 422 for a room */
  execute(caller: Caller, input: OpeningExceptionAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const to = input.to ?? input.from;
    if (to < input.from || to > plusDays(input.from, MOST_DAYS))
      throw invalid({ pointer: '/to', code: 'out-of-range' });
    const backwards = input.spans.findIndex((span) => span.from >= span.to);
    if (backwards >= 0) throw invalid({ pointer: `/spans/${String(backwards)}/to`, code: 'before-from' });
    const twice = overlapping(input.spans.map((span) => ({ ...span, weekday: 1 })));
    if (twice >= 0) throw invalid({ pointer: `/spans/${String(twice)}`, code: 'overlaps' });
    return this.oncePerKey.run(request, 201, async (tx) => {
      const roomId = input.roomId ?? null;
      const room =
        roomId === null ? null : (await tx.use(RoomsForUse).of(schoolId, [roomId], '/roomId')).get(roomId);
      if (room === undefined) throw unknownReference('/roomId');
      const days = [];
      for (let on = input.from; on <= to; on = plusDays(on, 1)) days.push({ id: newId(), on });
      const { spans } = input;
      const reason = input.reason ?? null;
      const added = await tx
        .use(OpeningHoursRepository)
        .addExceptions(schoolId, { roomId, spans, reason }, days, caller.id);
      if (added < days.length) throw conflict('opening-exception.there-already');
      return {
        items: days.map((each) => ({ ...each, roomId, roomName: room?.name ?? null, spans, reason })),
      };
    });
  }

  /** @throws Problem 404 */
  async takeBack(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const hours = tx.use(OpeningHoursRepository);
      const schoolId = await hours.schoolOfException(id);
      if (schoolId === null || !caller.mayWorkAt(schoolId)) throw unknownThing();
      await hours.removeException(id);
    });
  }
}
