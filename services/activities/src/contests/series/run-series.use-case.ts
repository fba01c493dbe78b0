import { Injectable } from '@nestjs/common';
import type { CalendarDay, ContestId } from '@shulian/contracts/ids';
import { Clock, Transaction } from '@shulian/service-kit';
import { ContestsRepository } from '../contests.repository.js';
import type { ContestStatus } from '../rules/contest.js';
import { isDue, periodOf } from '../rules/series.js';
import { makeContest } from './make-contest.step.js';
import { ContestSeriesRepository } from './series.repository.js';

/** The night: makes the contests whose month has come, opens those whose day has come, closes those that are over. */
@Injectable()
export class RunSeries {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** Each series and each contest in a transaction of its own: one that fails keeps no other back for long. */
  async execute(day: CalendarDay): Promise<{ made: number; opened: number; closed: number }> {
    const made = await this.makeDue(day);
    const opened = await this.stepAll(day, 'open');
    return { made, opened, closed: await this.stepAll(day, 'close') };
  }

  private async makeDue(day: CalendarDay): Promise<number> {
    let made = 0;
    for (let after: string | null = null; ;) {
      const part: { readonly id: string }[] = await this.transaction.run((tx) =>
        tx.use(ContestSeriesRepository).running(after),
      );
      for (const { id } of part) if (await this.makeOne(id, day)) made += 1;
      const last = part.at(-1);
      if (last === undefined) return made;
      after = last.id;
    }
  }

  private makeOne(id: string, day: CalendarDay): Promise<boolean> {
    return this.transaction.run(async (tx) => {
      const series = await tx.use(ContestSeriesRepository).locked(id);
      if (series === null || series.ended) return false;
      const contests = tx.use(ContestsRepository);
      const terms = await contests.terms(series.schoolId);
      if (!isDue(series.rhythm, day, terms, series.onlyInTerm)) return false;
      const period = periodOf(series.every, day);
      if (await tx.use(ContestSeriesRepository).isMade(id, period)) return false;
      if ((await contests.type(series.schoolId, series.template.type)) === null) return false;
      await makeContest(tx, this.clock, series, period, series.madeBy);
      return true;
    });
  }

  private async stepAll(day: CalendarDay, step: 'open' | 'close'): Promise<number> {
    const [from, to] = step === 'open' ? (['planned', 'open'] as const) : (['open', 'closed'] as const);
    let stepped = 0;
    for (let after: string | null = null; ;) {
      const due: { readonly id: ContestId }[] = await this.transaction.run((tx) => {
        const contests = tx.use(ContestsRepository);
        return step === 'open' ? contests.dueToOpen(day, after) : contests.dueToClose(day, after);
      });
      for (const { id } of due) if (await this.stepOne(id, from, to)) stepped += 1;
      const last = due.at(-1);
      if (last === undefined) return stepped;
      after = last.id;
    }
  }

  /** False where somebody has gone on with it meanwhile. */
  private stepOne(id: ContestId, from: ContestStatus, to: ContestStatus): Promise<boolean> {
    return this.transaction.run(async (tx) => {
      const contest = await tx.use(ContestsRepository).locked(id);
      if (contest?.status !== from) return false;
      await tx.use(ContestsRepository).change({ ...contest, version: contest.version + 1, status: to });
      return true;
    });
  }
}
