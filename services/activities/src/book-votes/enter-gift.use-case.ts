import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import {
  Clock,
  denied,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { ReaderId, SchoolId } from '@shulian/contracts/ids';
import { KnownReadersQuery } from '../from-readers/known-readers.query.js';
import { SchoolLifeQuery } from '../from-readers/school-life.query.js';
import type { GiftAsked } from './book-votes.http.js';
import { BookVotesRepository } from './book-votes.repository.js';

/** 捐一本好书: what a class gives beside the vote (ACT-009, ACT-010). */
@Injectable()
export class EnterGift {
  constructor(
    private readonly once: OncePerKey,
    private readonly readers: KnownReadersQuery,
    private readonly schoolLife: SchoolLifeQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 400 for a day to come, 403 for another class, 422 for a class or pupil that is not of the school */
  async execute(caller: Caller, id: string, input: GiftAsked, request: DeskRequest | null): Promise<Answer> {
    const givenOn = input.givenOn ?? this.clock.today();
    if (givenOn > this.clock.today()) throw invalid({ pointer: '/givenOn', code: 'to-come' });
    const readerId = (input.readerId ?? null) as ReaderId | null;
    const reader =
      readerId === null
        ? null
        : await this.readers.awaited(readerId, ({ schoolId }) => caller.mayWorkAt(schoolId));
    return this.once.run(request, 201, async (tx) => {
      const votes = tx.use(BookVotesRepository);
      const vote = await votes.held(id);
      if (vote === null || !caller.mayWorkAt(vote.schoolId)) throw unknownThing();
      await this.refuseOtherClass(caller, vote.schoolId, input.classId);
      if (readerId !== null && reader?.classId !== input.classId) throw unknownReference('/readerId');
      const { classId, book, copies, goesTo } = input;
      return votes.give(
        { id: newId(), voteId: id, classId, readerId, book, copies, goesTo, givenOn },
        caller.id,
      );
    });
  }

  private async refuseOtherClass({ reach }: Caller, schoolId: SchoolId, classId: string): Promise<void> {
    const own = await this.schoolLife.gradesOf(schoolId, this.clock.today());
    if (!own.has(classId)) throw unknownReference('/classId');
    if (!reachesSchool(reach, schoolId) && !reach.classes.has(classId)) throw denied();
  }
}
