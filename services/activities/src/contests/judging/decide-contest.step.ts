import { conflict, newId, Problem, type Tx } from '@shulian/service-kit';
import type { CalendarDay, ContestPrizeId } from '@shulian/contracts/ids';
import { ContestEntriesRepository } from '../entries/entries.repository.js';
import type { Contest } from '../rules/contest.js';
import { scoresMissing } from '../rules/judging.js';
import { groupOf, ranked } from '../rules/ranking.js';
import { prizeGranted, prizeWithdrawn } from './contest-prize.events.js';
import { JudgingRepository, type JudgedWork } from './judging.repository.js';
import { ContestPrizesRepository } from './prizes.repository.js';

/** What counts of a work: its scores, or the mark of its note where no panel judges. */
export const countedScores = ({ scoresNeeded }: Pick<Contest, 'scoresNeeded'>, work: JudgedWork): number[] =>
  scoresNeeded === 0 ? (work.mark === null ? [] : [work.mark]) : [...work.tenths];

/** Gives every work its place and its prize. @throws Problem 409 without works or judges, or while scores are missing */
export async function decideContest(tx: Tx, contest: Contest): Promise<void> {
  const works = await tx.use(JudgingRepository).works(contest.id);
  if (works.length === 0) throw conflict('contest.no-entries');
  const judges = await tx.use(JudgingRepository).judges(contest.id);
  const isPanel = contest.scoresNeeded !== 0;
  if (isPanel && judges.length === 0) throw conflict('contest.no-judges');
  const missing = works.map((work) =>
    isPanel
      ? scoresMissing(judges, { ...work, scores: work.tenths.length }, contest.scoresNeeded)
      : work.mark === null
        ? 1
        : 0,
  );
  const scores = missing.reduce((sum, one) => sum + one, 0);
  if (scores > 0)
    throw new Problem(409, 'contest.scores-missing', {
      facts: { works: missing.filter((one) => one > 0).length, scores },
    });
  const scored = works.map((work) => ({
    entryId: work.entryId,
    group: groupOf(contest.rankedBy, work),
    tenths: countedScores(contest, work),
  }));
  await tx.use(ContestEntriesRepository).rank(contest.id, ranked(scored, contest.quotas));
}

/** The prizes of a result are given with its publication, each with the number of its certificate. */
export async function grantPrizes(tx: Tx, contest: Contest, on: CalendarDay): Promise<void> {
  const prizes = tx.use(ContestPrizesRepository);
  const winners = await prizes.winners(contest.id);
  const fresh = winners.filter(({ certificate }) => certificate === null).length;
  const year = Number(on.slice(0, 4));
  let next = fresh === 0 ? 0 : await prizes.nextCertificate(contest.schoolId, year, fresh);
  const numbered = winners.map((winner) => ({
    ...winner,
    id: newId<ContestPrizeId>(),
    certificate: winner.certificate ?? `${String(year)}-${String(next++).padStart(4, '0')}`,
  }));
  for (const prize of await prizes.grant(contest.id, contest.schoolId, numbered, on))
    await tx.outbox.append(prizeGranted(prize, contest.type, on));
}

export async function withdrawPrizes(tx: Tx, contest: Contest, on: CalendarDay): Promise<void> {
  for (const prize of await tx.use(ContestPrizesRepository).withdraw(contest.id))
    await tx.outbox.append(prizeWithdrawn(prize, contest.type, on));
}
