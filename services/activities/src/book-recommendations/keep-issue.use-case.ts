import { Injectable } from '@nestjs/common';
import { schoolYearOf } from '@shulian/contracts/readers';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { CalendarDay, RecommendationIssueId } from '@shulian/contracts/ids';
import { KnownTitlesQuery } from '../from-catalog/known-titles.query.js';
import { addDays, weekdayOf } from '../logbooks/rules/periods.js';
import { recommendationTold } from './recommendation.events.js';
import type { IssueAsked, IssueChangeAsked } from './recommendations.http.js';
import { RecommendationsRepository } from './recommendations.repository.js';
import {
  mayBePublished,
  mayBeWithdrawn,
  type RecommendationIssue,
  type RecommendedTitle,
} from './rules/recommendation-issue.js';

const mondayOf = (day: string): CalendarDay => addDays(day as CalendarDay, 1 - weekdayOf(day as CalendarDay));

/** Issues of recommended books: written, put right while nobody sees them, published, taken back (ACT-002). */
@Injectable()
export class KeepIssue {
  constructor(
    private readonly once: OncePerKey,
    private readonly titles: KnownTitlesQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 for another school, 422 for a title that nobody has described */
  async write(caller: Caller, input: IssueAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const titles = await this.titlesOf(input.titles);
    return this.once.run(request, 201, async (tx) => {
      const issues = tx.use(RecommendationsRepository);
      const id = newId<RecommendationIssueId>();
      const { theme, words = null } = input;
      const weekOf = mondayOf(input.weekOf);
      await issues.add({ id, schoolId, weekOf, theme, words }, this.clock.today(), caller.id);
      await issues.putTitles(id, titles);
      return issues.view(id);
    });
  }

  /** @throws Problem 404, 412, 409 for one that is out, 422 */
  async change(
    caller: Caller,
    id: RecommendationIssueId,
    version: number,
    input: IssueChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    if (input.titles?.length === 0) throw invalid({ pointer: '/titles', code: 'array-min-size' });
    const titles = input.titles ? await this.titlesOf(input.titles) : null;
    return this.once.run(request, 200, async (tx) => {
      const before = await lockedIssue(tx, caller, id);
      refuseIfStale(version, before.version);
      if (!mayBePublished(before)) throw conflict('recommendation.not-now');
      const issues = tx.use(RecommendationsRepository);
      await issues.change({
        ...before,
        weekOf: input.weekOf ? mondayOf(input.weekOf) : before.weekOf,
        theme: input.theme ?? before.theme,
        words: input.words === undefined ? before.words : input.words,
      });
      if (titles !== null) await issues.putTitles(id, titles);
      return issues.view(id);
    });
  }

  /** @throws Problem 404, 409 for one that was out already */
  bringOut(caller: Caller, id: RecommendationIssueId, request: DeskRequest | null): Promise<Answer> {
    const on = this.clock.today();
    return this.once.run(request, 200, async (tx) => {
      const before = await lockedIssue(tx, caller, id);
      if (!mayBePublished(before)) throw conflict('recommendation.not-now');
      const issues = tx.use(RecommendationsRepository);
      const schoolYear = schoolYearOf(on);
      const number = await issues.nextNumber(before.schoolId, schoolYear);
      await issues.setPublished(id, { number, schoolYear, on, by: caller.id });
      const view = await issues.view(id);
      await tx.outbox.append(recommendationTold(before, view, on));
      return view;
    });
  }

  /** @throws Problem 404, 409 for one that is not out */
  withdraw(caller: Caller, id: RecommendationIssueId, request: DeskRequest | null): Promise<Answer> {
    const on = this.clock.today();
    return this.once.run(request, 200, async (tx) => {
      const before = await lockedIssue(tx, caller, id);
      if (!mayBeWithdrawn(before)) throw conflict('recommendation.not-now');
      await tx.use(RecommendationsRepository).withdraw(id, on);
      const view = await tx.use(RecommendationsRepository).view(id);
      await tx.outbox.append(recommendationTold(before, view, before.publishedOn ?? on));
      return view;
    });
  }

  /** With the titles that took the place of merged ones, each once. */
  private async titlesOf(asked: IssueAsked['titles']): Promise<RecommendedTitle[]> {
    const ids = asked.map(({ titleId }) => titleId);
    const twice = ids.findIndex((id, at) => ids.indexOf(id) < at);
    if (twice >= 0) throw invalid({ pointer: `/titles/${String(twice)}/titleId`, code: 'twice' });
    const standing = await this.titles.eachAwaited(ids, '/titles');
    return standing
      .map((titleId, at) => ({ titleId, reason: asked[at]?.reason ?? null }))
      .filter(({ titleId }, at) => standing.indexOf(titleId) === at);
  }
}

async function lockedIssue(tx: Tx, caller: Caller, id: RecommendationIssueId): Promise<RecommendationIssue> {
  const issue = await tx.use(RecommendationsRepository).locked(id);
  if (issue === null || !caller.mayWorkAt(issue.schoolId)) throw unknownThing();
  return issue;
}
