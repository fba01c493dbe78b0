import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  refuseIfStale,
  unknownReference,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { ContestsRepository } from '../contests.repository.js';
import { termsFault, type ContestTerms } from '../rules/contest-terms.js';
import type { Rhythm } from '../rules/series.js';
import { makeContest } from './make-contest.step.js';
import type { Series } from './series.row.js';
import { ContestSeriesRepository } from './series.repository.js';
import type { PeriodAsked, SeriesAsked, SeriesChangeAsked } from './series.http.js';

/** Contests of every month or year are set up, changed and ended (ACT-033, ACT-048). */
@Injectable()
export class KeepSeries {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403, 400 for days out of order, 422 for an unknown type */
  setUp(caller: Caller, input: SeriesAsked, request: DeskRequest | null): Promise<Answer> {
    const schoolId = caller.schoolFor(input.schoolId);
    const rhythm = rhythmOf(input.rhythm);
    return this.once.run(request, 201, async (tx) => {
      await refuseTerms(tx, schoolId, input.contest);
      const series: Series = {
        id: newId(),
        version: 1,
        schoolId,
        name: input.contest.name,
        every: rhythm.every,
        rhythm,
        onlyInTerm: input.onlyInTerm ?? true,
        template: input.contest,
        ended: false,
        madeOn: this.clock.today(),
        madeBy: caller.id,
      };
      await tx.use(ContestSeriesRepository).add(series);
      return tx.use(ContestSeriesRepository).view(series.id);
    });
  }

  /** @throws Problem 404, 412, 400, 422 */
  change(
    caller: Caller,
    id: string,
    version: number,
    input: SeriesChangeAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const rhythm = input.rhythm === undefined ? undefined : rhythmOf(input.rhythm);
    return this.once.run(request, 200, async (tx) => {
      const before = await heldSeries(tx, caller, id);
      refuseIfStale(version, before.version);
      if (input.contest !== undefined) await refuseTerms(tx, before.schoolId, input.contest);
      const template = input.contest ?? before.template;
      await tx.use(ContestSeriesRepository).change({
        ...before,
        version: before.version + 1,
        name: template.name,
        every: rhythm?.every ?? before.every,
        rhythm: rhythm ?? before.rhythm,
        onlyInTerm: input.onlyInTerm ?? before.onlyInTerm,
        template,
        ended: input.ended ?? before.ended,
      });
      return tx.use(ContestSeriesRepository).view(id);
    });
  }

  /** @throws Problem 404, 400 for a period of another length, 409 where it is there or the series has ended */
  make(caller: Caller, id: string, { period }: PeriodAsked, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 201, async (tx) => {
      const series = await heldSeries(tx, caller, id);
      if (series.ended) throw conflict('contest-series.ended');
      const isMonth = period.length > 4;
      if (isMonth !== (series.every === 'month')) throw invalid({ pointer: '/period', code: 'malformed' });
      const made = await makeContest(tx, this.clock, series, period, caller.id);
      return tx.use(ContestsRepository).view(made);
    });
  }
}

async function heldSeries(tx: Tx, caller: Caller, id: string): Promise<Series> {
  const series = await tx.use(ContestSeriesRepository).locked(id);
  if (series === null || !caller.mayWorkAt(series.schoolId)) throw unknownThing();
  return series;
}

/** @throws Problem 400 for days that do not follow each other, or a year without its month */
function rhythmOf({ month, ...asked }: SeriesAsked['rhythm']): Rhythm {
  const rhythm = { ...asked, month: asked.every === 'year' ? (month ?? null) : null };
  if (rhythm.every === 'year' && rhythm.month === null)
    throw invalid({ pointer: '/rhythm/month', code: 'missing' });
  const { opensDay, dueDay, judgedDay, publishesDay } = rhythm;
  if (opensDay > dueDay) throw invalid({ pointer: '/rhythm/dueDay', code: 'too-early' });
  if (dueDay > judgedDay) throw invalid({ pointer: '/rhythm/judgedDay', code: 'too-early' });
  if (judgedDay > publishesDay) throw invalid({ pointer: '/rhythm/publishesDay', code: 'too-early' });
  return rhythm;
}

async function refuseTerms(tx: Tx, schoolId: SchoolId, terms: ContestTerms): Promise<void> {
  const type = await tx.use(ContestsRepository).type(schoolId, terms.type);
  if (type === null) throw unknownReference('/contest/type');
  const fault = termsFault(terms, type.takes);
  if (fault !== null) throw invalid({ pointer: `/contest${fault.pointer}`, code: fault.code });
}
