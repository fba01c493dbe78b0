import type { Tx } from '@shulian/service-kit';
import type { TitleId } from '@shulian/contracts/ids';
import type { AudienceChangeAsked } from './audience.http.js';
import { AudienceRepository, type MarkedChange } from './audience.repository.js';
import { edited, isSame } from './rules/audience.js';
import { refuseForeignThemes } from './usable-themes.step.js';

export type PlannedMarks = {
  readonly changing: readonly (MarkedChange & { readonly title: string })[];
  readonly unchanged: number;
  readonly unknownTitles: readonly TitleId[];
};

/** What an edit would do to titles, with their marks locked where it is going to be done. @throws Problem 422, 409 */
export const planMarks = async (
  tx: Tx,
  input: AudienceChangeAsked,
  schoolId: string | null,
  hold: boolean,
): Promise<PlannedMarks> => {
  await refuseForeignThemes(tx, {
    schoolId,
    add: input.addThemes ?? [],
    remove: input.removeThemes ?? [],
  });
  const ids = [...new Set(input.titleIds)] as TitleId[];
  const audience = tx.use(AudienceRepository);
  const titles = hold ? await audience.lockedTitles(ids) : await audience.titles(ids);
  const planned = titles.map(({ titleId, title, marks }) => ({
    titleId,
    title,
    before: marks,
    after: edited(marks, input),
  }));
  const changing = planned.filter(({ before, after }) => !isSame(before, after));
  const known = new Set(titles.map(({ titleId }) => titleId));
  return {
    changing,
    unchanged: planned.length - changing.length,
    unknownTitles: ids.filter((id) => !known.has(id)),
  };
};
