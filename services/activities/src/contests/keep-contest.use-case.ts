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
  type Tx,
} from '@shulian/service-kit';
import type { CalendarDay, ContestId, SchoolId } from '@shulian/contracts/ids';
import type { CommendationAsked, SchoolContestAsked, ContestChangeAsked } from './contests.http.js';
import { ContestsRepository } from './contests.repository.js';
import { heldContest, refuseUnlessIn } from './held-contest.step.js';
import { daysFault, type Contest, type NotesTaken } from './rules/contest.js';
import { plannedContest, quotasOf, termsFault } from './rules/contest-terms.js';
import { vacationDays } from './rules/note-round.js';

/** Contests are planned, changed and commended (ACT-030). */
@Injectable()
export class KeepContest {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 for days or terms out of order, 422 for an unknown type, 409 for a vacation that is not known */
  plan(caller: Caller, input: SchoolContestAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    return this.once.run(request, 201, async (tx) => {
      const contests = tx.use(ContestsRepository);
      const type = await contests.type(schoolId, input.type);
      if (type === null) throw unknownReference('/type');
      const takes = input.takes ?? type.takes;
      const fault = termsFault(input, takes);
      if (fault !== null) throw invalid(fault);
      const contest = plannedContest(input, {
        id: newId<ContestId>(),
        schoolId,
        takes,
        notesOf: await this.notesOf(tx, schoolId, input),
        opensOn: input.opensOn as CalendarDay,
        dueOn: input.dueOn as CalendarDay,
        judgedBy: (input.judgedBy ?? null) as CalendarDay | null,
        publishesOn: (input.publishesOn ?? null) as CalendarDay | null,
        seriesId: null,
        period: null,
        on: this.clock.today(),
        by: caller.id,
      });
      refuseDays(contest);
      await contests.add(contest);
      return contests.view(contest.id);
    });
  }

  /** @throws Problem 404, 412, 409 where it has gone too far, 400 */
  change(
    caller: Caller,
    id: ContestId,
    version: number,
    input: ContestChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const before = await heldContest(tx, caller, id);
      refuseIfStale(version, before.version);
      const { status } = before;
      refuseUnlessIn(before, ['planned', 'open', 'closed']);
      // Whoever has taken part did so on the terms that were open.
      const changesTerms = input.grades !== undefined || input.compulsory !== undefined;
      const changesDays = input.opensOn !== undefined || input.dueOn !== undefined;
      if ((status !== 'planned' && changesTerms) || (status === 'closed' && changesDays))
        refuseUnlessIn(before, ['planned']);
      const changed: Contest = {
        ...before,
        version: before.version + 1,
        name: input.name ?? before.name,
        theme: input.theme === undefined ? before.theme : input.theme,
        opensOn: (input.opensOn ?? before.opensOn) as CalendarDay,
        dueOn: (input.dueOn ?? before.dueOn) as CalendarDay,
        dueTime: input.dueTime ?? before.dueTime,
        judgedBy: (input.judgedBy === undefined ? before.judgedBy : input.judgedBy) as CalendarDay | null,
        publishesOn: (input.publishesOn === undefined
          ? before.publishesOn
          : input.publishesOn) as CalendarDay | null,
        grades: input.grades ?? before.grades,
        compulsory: input.compulsory ?? before.compulsory,
        plan: input.plan === undefined ? before.plan : input.plan,
        rule: input.rule === undefined ? before.rule : input.rule,
        scoresNeeded: input.scoresNeeded === undefined ? before.scoresNeeded : input.scoresNeeded,
        quotas: input.quotas === undefined ? before.quotas : quotasOf(input.quotas),
      };
      const fault = termsFault(changed, changed.takes);
      if (fault !== null) throw invalid(fault);
      if (changed.plan === null && status !== 'planned')
        throw invalid({ pointer: '/plan', code: 'is-not-null' });
      refuseDays(changed);
      await tx.use(ContestsRepository).change(changed);
      return tx.use(ContestsRepository).view(id);
    });
  }

  /** @throws Problem 404, 409 before winners are published, 400 for a day to come */
  commend(
    caller: Caller,
    id: ContestId,
    { words, heldOn }: CommendationAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const before = await heldContest(tx, caller, id);
      refuseUnlessIn(before, ['published']);
      const today = this.clock.today();
      const day = (heldOn ?? today) as CalendarDay;
      if (day > today) throw invalid({ pointer: '/heldOn', code: 'has-not-come' });
      await tx
        .use(ContestsRepository)
        .change({ ...before, version: before.version + 1, commendation: { words, heldOn: day } });
      return tx.use(ContestsRepository).view(id);
    });
  }

  /** Which days the notes of a round are of. */
  private async notesOf(
    tx: Tx,
    schoolId: SchoolId,
    input: SchoolContestAsked,
  ): Promise<Pick<NotesTaken, 'from' | 'to' | 'vacation'>> {
    const { vacation = null, notesFrom, notesTo } = input;
    const found =
      vacation === null || (notesFrom !== undefined && notesTo !== undefined)
        ? null
        : vacationDays(vacation, await tx.use(ContestsRepository).terms(schoolId), this.clock.today());
    const needsDays = vacation !== null && (notesFrom === undefined || notesTo === undefined);
    if (needsDays && found === null) throw conflict('contest.days-unknown');
    return {
      from: (notesFrom ?? found?.from ?? input.opensOn) as CalendarDay,
      to: (notesTo ?? found?.to ?? input.dueOn) as CalendarDay,
      vacation,
    };
  }
}

function refuseDays(contest: Contest): void {
  const fault = daysFault(contest);
  if (fault !== null) throw invalid({ pointer: fault, code: 'too-early' });
}
