import { Injectable } from '@nestjs/common';
import { reachesReader } from '@shulian/contracts/access';
import {
  Clock,
  conflict,
  newId,
  OncePerKey,
  Transaction,
  unknownReference,
  unknownThing,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay, ReaderId } from '@shulian/contracts/ids';
import { logSight } from '../enrolment/log-sight-of-readers.use-case.js';
import { ReadersRepository } from '../enrolment/readers.repository.js';
import { ReadingAwardsRepository } from './reading-awards.repository.js';
import type { AwardAsked, AwardView } from './reading-awards.http.js';

/** What pupils were given for reading is entered, and taken back where it was a mistake. */
@Injectable()
export class KeepAward {
  constructor(
    private readonly once: OncePerKey,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a pupil out of reach, 409 `reading-award.given-already` */
  async give(caller: Caller, input: AwardAsked, request: DeskRequest | null): Promise<Answer> {
    try {
      return await this.once.run(request, 201, async (tx): Promise<AwardView> => {
        const pupil = await tx.use(ReadersRepository).lockedOne(input.readerId as ReaderId);
        if (pupil === null || !reachesReader(caller.reach, { ...pupil, readerId: pupil.id }))
          throw unknownReference('/readerId');
        const today = this.clock.today();
        const view = {
          id: newId(),
          schoolId: pupil.schoolId,
          readerId: pupil.id,
          name: input.name,
          level: input.level,
          givenOn: (input.givenOn ?? today) as CalendarDay,
          words: input.words ?? null,
          enteredOn: today,
        };
        await tx.use(ReadingAwardsRepository).add({ ...view, enteredBy: caller.id });
        await logSight(tx, this.clock.now(), caller, 'reading-awards.give', pupil);
        return view;
      });
    } catch (error) {
      if (violatedUnique(error) === 'reading_award_once') throw conflict('reading-award.given-already');
      throw error;
    }
  }

  /** @throws Problem 404 also for the award of a pupil out of reach */
  async takeBack(caller: Caller, id: string): Promise<void> {
    await this.transaction.run(async (tx) => {
      const awards = tx.use(ReadingAwardsRepository);
      const award = await awards.locked(id);
      const pupil = award === null ? null : await tx.use(ReadersRepository).lockedOne(award.readerId);
      if (pupil === null || !reachesReader(caller.reach, { ...pupil, readerId: pupil.id }))
        throw unknownThing();
      await awards.remove(id);
    });
  }
}
