import { Injectable } from '@nestjs/common';
import {
  conflict,
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import type { VoteAsked, VoteChangeAsked } from './book-votes.http.js';
import { BookVotesRepository } from './book-votes.repository.js';
import type { BookVote } from './rules/book-vote.js';

const PLACES = 100;
const MOST_CHOICES = 5;

/** A vote for the hundred favourite books, from one day to another (ACT-009). */
@Injectable()
export class KeepVote {
  constructor(private readonly once: OncePerKey) {}

  /** @throws Problem 403 for another school, 400 for days that are none */
  open(caller: Caller, input: VoteAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    if (input.closesOn < input.opensOn) throw invalid({ pointer: '/closesOn', code: 'before-start' });
    return this.once.run(request, 201, async (tx) => {
      const vote: BookVote = {
        id: newId(),
        version: 1,
        schoolId,
        name: input.name,
        opensOn: input.opensOn as CalendarDay,
        closesOn: input.closesOn as CalendarDay,
        places: input.places ?? PLACES,
        mostChoices: input.mostChoices ?? MOST_CHOICES,
        status: 'open',
      };
      await tx.use(BookVotesRepository).open(vote, caller.id);
      return tx.use(BookVotesRepository).view(vote.id);
    });
  }

  /** @throws Problem 404, 412, 400 for a last day before the first one, 409 for one that is closed, unless it is opened again */
  change(
    caller: Caller,
    id: string,
    version: number,
    input: VoteChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const votes = tx.use(BookVotesRepository);
      const before = await votes.locked(id);
      if (before === null || !caller.mayWorkAt(before.schoolId)) throw unknownThing();
      refuseIfStale(version, before.version);
      const status = input.status ?? before.status;
      if (before.status === 'closed' && status === 'closed') throw conflict('book-vote.not-open');
      const closesOn = (input.closesOn as CalendarDay | undefined) ?? before.closesOn;
      if (closesOn < before.opensOn) throw invalid({ pointer: '/closesOn', code: 'before-start' });
      await votes.change({ ...before, status, closesOn });
      return votes.view(id);
    });
  }
}
