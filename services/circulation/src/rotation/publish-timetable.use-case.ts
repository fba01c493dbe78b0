import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { OwnTimetable } from './own-timetable.step.js';
import { rotationSent, sentSlots, type SentSlots } from './rotation.events.js';
import { RotationQuery } from './rotation.query.js';
import { RotationRepository } from './rotation.repository.js';

/** The timetable holds, and every class is sent its slots (P-10); once more, only those whose slots are others now. */
@Injectable()
export class PublishTimetable {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly query: RotationQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 `rotation.empty` */
  execute(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    const today = this.clock.today();
    return this.oncePerKey.run(request, 200, async (tx) => {
      const timetable = await tx.use(OwnTimetable).of(caller, id);
      const rotation = tx.use(RotationRepository);
      const slots = Map.groupBy(await rotation.slots(id), ({ classId }) => classId);
      if (slots.size === 0) throw conflict('rotation.empty');
      const before = new Map<string, SentSlots>(
        (await rotation.deliveries(id)).map((sent) => [sent.classId, sent.slots]),
      );
      const sent = [...new Set([...slots.keys(), ...before.keys()])]
        .map((classId) => ({ classId, slots: sentSlots(slots.get(classId) ?? []) }))
        .filter((each) => !isSame(each.slots, before.get(each.classId)));
      if (sent.length > 0) {
        await rotation.deliver(id, sent, today);
        const versions = await rotation.nextOf(sent.map(({ classId }) => classId));
        await tx.outbox.append(
          ...sent.map((each) =>
            rotationSent(timetable, each.classId, each.slots, versions.get(each.classId) ?? 1),
          ),
        );
      }
      const isNews = timetable.publishedVersion !== timetable.version;
      if (isNews)
        await rotation.save({
          ...timetable,
          publishedVersion: timetable.version + 1,
          publishedOn: timetable.publishedOn ?? today,
        });
      return this.query.timetable(id, tx.session);
    });
  }
}

/** What was kept as JSON may have its fields in another order. */
const isSame = (slots: SentSlots, before: SentSlots | undefined): boolean =>
  before !== undefined && keyOf(slots) === keyOf(before);
const keyOf = (slots: SentSlots): string =>
  JSON.stringify(
    slots.map((slot) => [slot.slotId, slot.purpose, slot.weekday, slot.from, slot.to, slot.everyWeeks, slot.firstWeek, slot.roomId]), // prettier-ignore
  );
