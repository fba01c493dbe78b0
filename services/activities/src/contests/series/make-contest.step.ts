import { conflict, newId, type Clock, type Tx } from '@shulian/service-kit';
import type { ContestId } from '@shulian/contracts/ids';
import { ContestsRepository } from '../contests.repository.js';
import { plannedContest } from '../rules/contest-terms.js';
import { daysOf } from '../rules/series.js';
import type { Series } from './series.row.js';
import { ContestSeriesRepository } from './series.repository.js';

/**
 * The contest of a period, open at once where its first day has come. The series is locked: there is one of each period.
 * @throws Problem 409 where it is there, or its type is no more
 */
export async function makeContest(
  tx: Tx,
  clock: Clock,
  series: Series,
  period: string,
  by: string,
): Promise<ContestId> {
  if (await tx.use(ContestSeriesRepository).isMade(series.id, period))
    throw conflict('contest-series.made-already');
  const contests = tx.use(ContestsRepository);
  const type = await contests.type(series.schoolId, series.template.type);
  if (type === null) throw conflict('contest-series.ended');
  const { first, last, ...days } = daysOf(series.rhythm, period);
  const today = clock.today();
  const contest = plannedContest(series.template, {
    id: newId<ContestId>(),
    schoolId: series.schoolId,
    takes: type.takes,
    notesOf: { from: first, to: last, vacation: null },
    ...days,
    seriesId: series.id,
    on: today,
    by,
  });
  // Of one of several periods, which is meant stands in its name.
  const named = { ...contest, name: `${contest.name} ${period}` };
  const isOpen = days.opensOn <= today && contest.plan !== null;
  await contests.add(isOpen ? { ...named, status: 'open' } : named);
  return contest.id;
}
