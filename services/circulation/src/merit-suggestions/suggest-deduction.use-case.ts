import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  newId,
  OncePerKey,
  unknownReference,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import { termOn } from '../lists/terms.query.js';
import type { SuggestionAsked } from './merit.http.js';
import { MeritRepository, ONCE_A_TERM } from './merit.repository.js';

/** A class with overdue or lost books may lose a merit award: a suggestion, with the figures of the day (CIR-063, P-05). */
@Injectable()
export class SuggestDeduction {
  constructor(
    private readonly oncePerKey: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for a class out of reach, 409 `merit-suggestion.made-already` */
  async execute(caller: Caller, input: SuggestionAsked, request: DeskRequest | null): Promise<Answer> {
    const on = this.clock.today();
    try {
      return await this.oncePerKey.run(request, 201, async (tx) => {
        const { classId, awards = 1, note = null } = input;
        const schoolId = await tx.use(MeritRepository).schoolOfClass(classId);
        if (schoolId === null || !caller.mayWorkAt(schoolId)) throw unknownReference('/classId');
        const { startsOn: termStartsOn } = await termOn(tx.session, schoolId, on);
        const one = { id: newId(), schoolId, classId, termStartsOn, awards, note, on, by: caller.id };
        return tx.use(MeritRepository).add(one);
      });
    } catch (error) {
      if (violatedUnique(error) === ONCE_A_TERM) throw conflict('merit-suggestion.made-already');
      throw error;
    }
  }
}
