import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import { KnownReadersQuery } from '../from-readers/known-readers.query.js';
import { awardGranted, awardTakenBack } from './award.events.js';
import { AwardRoundsRepository } from './award-rounds.repository.js';
import type { QuizResultsAsked, RoundAsked, RoundChangeAsked } from './award-rounds.http.js';
import { lockedRound } from './locked-round.step.js';
import { categoriesOf, placesLeft, type AwardRound } from './rules/award-round.js';

/** Rounds of awards: opened for some days, published with what was chosen, taken back (ACT-037, ACT-038, ACT-040, ACT-061). */
@Injectable()
export class KeepRound {
  constructor(
    private readonly once: OncePerKey,
    private readonly readers: KnownReadersQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 for another school, 400 for days that are none or a category named twice */
  open(caller: Caller, input: RoundAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    if (input.endsOn < input.startsOn) throw invalid({ pointer: '/endsOn', code: 'before-start' });
    const categories = categoriesOf(input.programme, input.categories ?? []);
    if (new Set(categories.map(({ code }) => code)).size < categories.length)
      throw invalid({ pointer: '/categories', code: 'twice' });
    return this.once.run(request, 201, async (tx) => {
      const round: AwardRound = {
        id: newId(),
        version: 1,
        schoolId,
        programme: input.programme,
        name: input.name,
        startsOn: input.startsOn as CalendarDay,
        endsOn: input.endsOn as CalendarDay,
        per: input.per ?? 'class',
        places: input.places ?? 1,
        prize: input.prize ?? null,
        leastNotes: input.leastNotes ?? 0,
        leastExcerpts: input.leastExcerpts ?? 0,
        leastQuizPoints: input.leastQuizPoints ?? 0,
        status: 'open',
      };
      const rounds = tx.use(AwardRoundsRepository);
      await rounds.open(round, categories, { on: this.clock.today(), by: caller.id });
      return rounds.roundView(round.id);
    });
  }

  /** @throws Problem 404, 412, 409 for one that is not open, or for fewer places than are taken */
  change(
    caller: Caller,
    id: string,
    version: number,
    input: RoundChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const before = await lockedRound(tx, caller, id);
      refuseIfStale(version, before.version);
      if (before.status !== 'open') throw conflict('award-round.not-now');
      const rounds = tx.use(AwardRoundsRepository);
      const after = {
        ...before,
        name: input.name ?? before.name,
        prize: input.prize === undefined ? before.prize : input.prize,
        places: input.places ?? before.places,
      };
      const chosen = await rounds.ofRound(id);
      if (chosen.some((award) => placesLeft(after, chosen, award) < 0)) throw conflict('award.places-taken');
      await rounds.change(after);
      return rounds.roundView(id);
    });
  }

  /** @throws Problem 404, 409 for one that is not open, or without anybody chosen */
  bringOut(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    const on = this.clock.today();
    return this.once.run(request, 200, async (tx) => {
      const round = await lockedRound(tx, caller, id);
      if (round.status !== 'open') throw conflict('award-round.not-now');
      const rounds = tx.use(AwardRoundsRepository);
      const awards = await rounds.grant(id, on);
      if (awards.length === 0) throw conflict('award-round.nobody-chosen');
      for (const award of awards) await tx.outbox.append(awardGranted(round, award, on));
      return rounds.roundView(id);
    });
  }

  /** @throws Problem 404, 409 for one that is not published */
  takeBack(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    const on = this.clock.today();
    return this.once.run(request, 200, async (tx) => {
      const round = await lockedRound(tx, caller, id);
      if (round.status !== 'published') throw conflict('award-round.not-now');
      const rounds = tx.use(AwardRoundsRepository);
      for (const award of await rounds.takeBack(id)) await tx.outbox.append(awardTakenBack(award, on));
      return rounds.roundView(id);
    });
  }

  /** @throws Problem 404, 409 for one that is not open, 422 for a pupil of another school */
  async enterQuiz(
    caller: Caller,
    id: string,
    { items }: QuizResultsAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const results = items.map(({ readerId, month, points }) => ({
      readerId,
      month: `${month.slice(0, 7)}-01`,
      points,
    }));
    const keys = results.map(({ readerId, month }) => `${readerId} ${month}`);
    const twice = keys.findIndex((key, at) => keys.indexOf(key) < at);
    if (twice >= 0) throw invalid({ pointer: `/items/${String(twice)}`, code: 'twice' });
    const ids = [...new Set(items.map(({ readerId }) => readerId))];
    const known = await this.readers.allAwaited(ids, ({ schoolId }) => caller.mayWorkAt(schoolId));
    return this.once.run(request, 200, async (tx) => {
      const round = await lockedRound(tx, caller, id);
      if (round.status !== 'open') throw conflict('award-round.not-now');
      const unknown = items.findIndex(({ readerId }) => known.get(readerId)?.schoolId !== round.schoolId);
      if (unknown >= 0) throw unknownReference(`/items/${String(unknown)}/readerId`);
      const rounds = tx.use(AwardRoundsRepository);
      await rounds.putQuizResults(id, results, caller.id);
      return rounds.roundView(id);
    });
  }
}
