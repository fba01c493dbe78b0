import { Injectable } from '@nestjs/common';
import { reachesReader } from '@shulian/contracts/access';
import {
  Clock,
  conflict,
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
import type { AwardId, CalendarDay, ReaderId } from '@shulian/contracts/ids';
import { KnownReadersQuery } from '../from-readers/known-readers.query.js';
import { SchoolLifeQuery } from '../from-readers/school-life.query.js';
import type { AwardChoiceAsked, PrizeAsked } from './award-rounds.http.js';
import { AwardRoundsRepository } from './award-rounds.repository.js';
import { lockedRound } from './locked-round.step.js';
import { placesLeft, qualifies } from './rules/award-round.js';

/** Who gets an award of a round: a teacher chooses from the own class, a librarian from the school. */
@Injectable()
export class ChooseAward {
  constructor(
    private readonly once: OncePerKey,
    private readonly readers: KnownReadersQuery,
    private readonly schoolLife: SchoolLifeQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem 404, 422 for a pupil nobody knows here, 403 for one of another class, 400 for a category the round has
   * not, 409 where it is not open, the places are taken, or a part of the incentive programme is missing
   */
  async choose(
    caller: Caller,
    id: string,
    input: AwardChoiceAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const readerId = input.readerId as ReaderId;
    const reader = await this.readers.awaited(readerId, ({ schoolId }) => caller.mayWorkAt(schoolId));
    const on = this.clock.today();
    const grades =
      reader === null ? new Map<string, number>() : await this.schoolLife.gradesOf(reader.schoolId, on);
    return this.once.run(request, 201, async (tx) => {
      const round = await lockedRound(tx, caller, id);
      if (reader?.active !== true || reader.kind !== 'student' || reader.schoolId !== round.schoolId)
        throw unknownReference('/readerId');
      if (!reachesReader(caller.reach, reader)) throw denied();
      if (round.status !== 'open') throw conflict('award-round.not-now');
      const rounds = tx.use(AwardRoundsRepository);
      const codes = await rounds.categoryCodes(id);
      const category = input.category ?? null;
      if (codes.length === 0 ? category !== null : category === null || !codes.includes(category))
        throw invalid({ pointer: '/category', code: 'is-in', allowed: codes });
      const { classId } = reader;
      const grade = classId === null ? null : (grades.get(classId) ?? null);
      const chosen = await rounds.ofRound(id);
      if (chosen.some((award) => award.readerId === readerId && award.category === category))
        throw conflict('award.chosen-already');
      if (placesLeft(round, chosen, { classId, grade, category }) <= 0) throw conflict('award.places-taken');
      if (!qualifies(round, await rounds.partsOf(round, readerId))) throw conflict('award.part-missing');
      const award = {
        id: newId<AwardId>(),
        version: 0,
        roundId: id,
        schoolId: round.schoolId,
        category,
        readerId,
        classId,
        grade,
        reason: input.reason ?? null,
      };
      await rounds.choose(award, { on, by: caller.id });
      return rounds.awardView(award.id);
    });
  }

  /** @throws Problem 404, 403 for a pupil of another class, 409 where the round is not open */
  remove(caller: Caller, id: AwardId, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const rounds = tx.use(AwardRoundsRepository);
      const award = await rounds.award(id);
      if (award === null || !reachesReader(caller.reach, award)) throw unknownThing();
      const round = await lockedRound(tx, caller, award.roundId);
      if (round.status !== 'open') throw conflict('award-round.not-now');
      await rounds.remove(id);
      return { id };
    });
  }

  /** @throws Problem 404, 400 for a day to come, 409 where the round is not published */
  issuePrize(caller: Caller, id: AwardId, input: PrizeAsked, request: DeskRequest | null): Promise<Answer> {
    const on = (input.issuedOn as CalendarDay | undefined) ?? this.clock.today();
    if (on > this.clock.today()) throw invalid({ pointer: '/issuedOn', code: 'to-come' });
    return this.once.run(request, 200, async (tx) => {
      const rounds = tx.use(AwardRoundsRepository);
      const award = await rounds.award(id);
      if (award === null || !reachesReader(caller.reach, award)) throw unknownThing();
      const round = await lockedRound(tx, caller, award.roundId);
      if (round.status !== 'published') throw conflict('award-round.not-now');
      await rounds.issuePrize(id, on);
      return rounds.awardView(id);
    });
  }
}
