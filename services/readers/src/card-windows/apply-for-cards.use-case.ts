import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  newId,
  OncePerKey,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { entitledAmong } from '../card-policies/entitled-readers.step.js';
import { refuse } from '../refuse.adapter.js';
import { CardApplicationsRepository } from './card-applications.repository.js';
import type { ApplicationsAsked } from './card-windows.http.js';
import { CardWindowsQuery, toWindowView } from './card-windows.query.js';
import { lockedClassOf, refuseUnlessOpen, windowNamed } from './class-of-window.step.js';

/** The teacher of a class enters who wants a card; it is voluntary (RDR-005). */
@Injectable()
export class ApplyForCards {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly windows: CardWindowsQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * All of them or none; who has applied already stays so.
   * @throws Problem 422 for what is out of reach or no pupil of the class, 409 `card-window.not-open`,
   * `card-window.other-class`, `card-window.list-confirmed`; Refused `card.not-entitled`
   */
  execute(caller: Caller, input: ApplicationsAsked, request: DeskRequest | null): Promise<Answer> {
    const today = this.clock.today();
    return this.oncePerKey.run(request, 200, async (tx) => {
      const window = await windowNamed(tx, caller, input.windowId);
      if (window.kind !== 'application') throw conflict('card-window.other-class');
      refuseUnlessOpen(window, today);
      const { classId, confirmedOn } = await lockedClassOf(tx, caller, window, input.classId);
      if (confirmedOn !== null) throw conflict('card-window.list-confirmed');
      const applications = tx.use(CardApplicationsRepository);
      const pupils = await applications.pupils(classId, input.readerIds);
      if (pupils.length < input.readerIds.length) throw unknownReference('/readerIds');
      const entitled = await entitledAmong(tx, window.schoolId, pupils, today);
      if (entitled.size < pupils.length) throw refuse('card.not-entitled');
      const wanted = pupils.map(({ id }) => ({ id: newId(), readerId: id }));
      await applications.apply(window.id, classId, wanted, today, caller.id);
      return this.windows.classOf(tx.session, toWindowView(window, today), classId);
    });
  }
}
