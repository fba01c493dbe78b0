import { newId, type Tx } from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import type { SuitabilityReview, Work } from '../selection/rules/suitability.js';
import { SuitabilityReviewsRepository } from '../selection/suitability-reviews.repository.js';
import { describedOnlyBy, type Title } from '../titles/rules/title.js';
import { TitlesRepository } from '../titles/titles.repository.js';
import { writeTitles } from '../titles/write-titles.use-case.js';
import { newWorks } from './rules/delivery.js';

/**
 * The title that each reviewed work is, described anew where the catalogue has none. Two who accept the same work at once
 * wait for each other, so that it becomes one title.
 */
export const titlesOfWorks = async (
  tx: Tx,
  reviews: readonly SuitabilityReview[],
  at: Date,
): Promise<ReadonlyMap<SuitabilityReview['id'], Title>> => {
  const lines = reviews.map((review) => ({ review, work: review }));
  const { works, placeOf } = newWorks(lines);
  if (works.length > 0)
    await tx.use(TitlesRepository).reserve(works.map(({ isbn, nameKey }) => `work ${isbn ?? nameKey}`));
  const byIsbn = await tx
    .use(SuitabilityReviewsRepository)
    .titlesWith(works.flatMap(({ isbn }) => isbn ?? []));
  const added: Title[] = [];
  const idOfWork = works.map((work): TitleId => {
    const known = work.isbn === null ? undefined : byIsbn.get(work.isbn);
    if (known !== undefined) return known;
    const title = titleFrom(work);
    added.push(title);
    return title.id;
  });
  await writeTitles(tx, { added, changed: [] }, at);

  const became = new Map<SuitabilityReview['id'], TitleId>();
  for (const line of lines) {
    const place = placeOf.get(line);
    const id = place === undefined ? line.review.titleId : idOfWork[place];
    if (id !== null && id !== undefined) became.set(line.review.id, id);
  }
  await tx.use(SuitabilityReviewsRepository).became(became);
  const { standing, titles } = await lockedAsTheyStand(tx, [...new Set(became.values())]);
  const titleOf = new Map(titles.map((title) => [title.id, title]));
  return new Map(
    [...became].flatMap(([review, id]) => {
      const title = titleOf.get(standing.get(id) ?? id);
      return title === undefined ? [] : [[review, title] as const];
    }),
  );
};

/** Locked, so that nobody merges a title while its copies come; one that was merged a moment before is looked for again. */
const lockedAsTheyStand = async (
  tx: Tx,
  ids: readonly TitleId[],
): Promise<{ readonly standing: ReadonlyMap<TitleId, TitleId>; readonly titles: readonly Title[] }> => {
  for (;;) {
    const standing = await tx.use(SuitabilityReviewsRepository).standing(ids);
    const wanted = [...new Set(standing.values())];
    const titles = await tx.use(TitlesRepository).locked(wanted);
    if (titles.length === wanted.length) return { standing, titles };
  }
};

const titleFrom = ({ name, isbn, contributor, publisher, clc }: Work): Title => ({
  ...describedOnlyBy(name),
  id: newId<TitleId>(),
  version: 1,
  isbns: isbn === null ? [] : [isbn],
  contributors: contributor === null ? [] : [contributor],
  publisher,
  clc,
});
