import { Injectable } from '@nestjs/common';
import { Transaction } from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import { TitlesRepository } from '../titles/titles.repository.js';
import { CandidatesRepository, type Pair } from './candidates.repository.js';
import { LIKELY_THE_SAME, likenessOf } from './rules/title-likeness.js';

/** Titles that are compared in one transaction: a few tens of milliseconds. */
const AT_ONCE = 100;

/** Looks for doubles of titles that were described or changed. */
@Injectable()
export class CompareTitles {
  constructor(private readonly transaction: Transaction) {}

  /** One slice; how many titles it had, 0 when none waits. */
  execute(): Promise<number> {
    return this.transaction.run(async (tx) => {
      const candidates = tx.use(CandidatesRepository);
      const ids = await candidates.take(AT_ONCE);
      if (ids.length === 0) return 0;
      const pairs = eachOnce(await candidates.near(ids));
      const titles = new Map(
        (await tx.use(TitlesRepository).many(idsOf(pairs))).map((title) => [title.id, title]),
      );
      const likely = pairs.flatMap((pair) => {
        const [one, other] = [titles.get(pair.titleId), titles.get(pair.otherId)];
        if (one === undefined || other === undefined) return [];
        const likeness = likenessOf(one, other);
        return likeness.score < LIKELY_THE_SAME ? [] : [{ ...pair, ...likeness }];
      });
      await candidates.compared(ids, likely);
      return ids.length;
    });
  }
}

/** The lesser id first: a pair is one, whichever of the two was looked at. */
const eachOnce = (pairs: readonly Pair[]): Pair[] => [
  ...new Map(
    pairs.map(({ titleId, otherId }) => {
      const pair = titleId < otherId ? { titleId, otherId } : { titleId: otherId, otherId: titleId };
      return [`${pair.titleId} ${pair.otherId}`, pair];
    }),
  ).values(),
];

const idsOf = (pairs: readonly Pair[]): TitleId[] => [
  ...new Set(pairs.flatMap(({ titleId, otherId }) => [titleId, otherId])),
];
