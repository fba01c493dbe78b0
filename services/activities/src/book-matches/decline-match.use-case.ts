import { Injectable } from '@nestjs/common';
import { reachesReader } from '@shulian/contracts/access';
import {
  Clock,
  conflict,
  OncePerKey,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { DeclinationAsked } from './book-matches.http.js';
import { BookMatchesRepository } from './book-matches.repository.js';

/** A reader does not want what was brought, or a teacher says so for a pupil of the own class. */
@Injectable()
export class DeclineMatch {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, also for a reader out of reach, 409 for a second time */
  execute(
    caller: Caller,
    id: string,
    { readerId }: DeclinationAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const on = this.clock.today();
    return this.once.run(request, 200, async (tx) => {
      const matches = tx.use(BookMatchesRepository);
      const matched = await matches.matched(id, readerId);
      if (matched === null || !reachesReader(caller.reach, matched)) throw unknownThing();
      if (matched.declinedOn !== null) throw conflict('book-match.declined-already');
      await matches.decline(id, readerId, on, caller.id);
      return { matchId: id, readerId, declinedOn: on };
    });
  }
}
