import { Injectable } from '@nestjs/common';
import { reachesReader } from '@shulian/contracts/access';
import {
  Clock,
  conflict,
  denied,
  invalid,
  OncePerKey,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { ReaderId } from '@shulian/contracts/ids';
import { KnownTitlesQuery } from '../from-catalog/known-titles.query.js';
import { KnownReadersQuery } from '../from-readers/known-readers.query.js';
import type { BallotAsked } from './book-votes.http.js';
import { BookVotesRepository } from './book-votes.repository.js';
import { takesBallots } from './rules/book-vote.js';

/** A pupil votes, or a teacher enters a ballot on paper: one each, that may be changed as long as the vote is open (ACT-009). */
@Injectable()
export class CastBallot {
  constructor(
    private readonly once: OncePerKey,
    private readonly readers: KnownReadersQuery,
    private readonly titles: KnownTitlesQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 400 for too many titles, 422 for an unknown pupil or title, 403 for another class, 409 while no ballots are taken */
  async execute(
    caller: Caller,
    id: string,
    input: BallotAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const [own] = caller.reach.readers;
    const readerId = (input.readerId ?? own) as ReaderId | undefined;
    if (readerId === undefined) throw invalid({ pointer: '/readerId', code: 'missing' });
    const reader = await this.readers.awaited(
      readerId,
      (found) => caller.mayWorkAt(found.schoolId) || reachesReader(caller.reach, found),
    );
    const titleIds = await this.titles.allAwaited(input.titleIds, '/titleIds');
    const castOn = this.clock.today();
    return this.once.run(request, 200, async (tx) => {
      const votes = tx.use(BookVotesRepository);
      const vote = await votes.held(id);
      const isOwn = vote !== null && (reader?.schoolId === vote.schoolId || caller.mayWorkAt(vote.schoolId));
      if (!isOwn) throw unknownThing();
      if (reader?.active !== true || reader.kind !== 'student' || reader.schoolId !== vote.schoolId)
        throw unknownReference('/readerId');
      if (!reachesReader(caller.reach, reader)) throw denied();
      if (!takesBallots(vote, castOn)) throw conflict('book-vote.not-open');
      if (titleIds.length > vote.mostChoices) throw invalid({ pointer: '/titleIds', code: 'array-max-size' });
      await votes.cast({ voteId: id, readerId, classId: reader.classId, titleIds, castOn });
      return { voteId: id, readerId, titleIds, castOn };
    });
  }
}
