import { invalid, Problem } from '@shulian/service-kit';
import { readClc } from '../classification/rules/clc-notation.js';
import { describedAs } from '../titles/describe-title.use-case.js';
import { describedOnlyBy, type TitleDescription } from '../titles/rules/title.js';
import { fieldsIn, type TitleEditChange } from './rules/title-edit.js';
import { MOST_TITLES, type TitleEditPreviewAsked } from './title-edits.http.js';
import type { TitleSelection } from './title-edits.repository.js';

/** Which titles are meant. @throws Problem 400 unless it is ids or a filter that asks for something */
export const askedSelection = ({ titleIds, filter }: TitleEditPreviewAsked): TitleSelection => {
  if ((titleIds === undefined) === (filter === undefined))
    throw invalid({ pointer: '/titleIds', code: 'ids-or-filter' });
  const { clc = null, publisher = null, audience = null } = filter ?? {};
  if (titleIds === undefined && (clc ?? publisher ?? audience) === null)
    throw invalid({ pointer: '/filter', code: 'is-not-empty' });
  const read = clc === null ? null : readClc(clc);
  return {
    titleIds: titleIds?.map((id) => id.toLowerCase()) ?? null,
    clc: read === null ? null : read.is === 'valid' ? read.notation : clc,
    publisher,
    audience,
  };
};

/** What they shall become, in its normal form. @throws Problem 400 with every place that is wrong */
export const askedChange = ({ change, acceptDoubtfulClass }: TitleEditPreviewAsked): TitleEditChange => {
  const asked = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  if (Object.keys(asked).length === 0) throw invalid({ pointer: '/change', code: 'is-not-empty' });
  const normal: TitleDescription = describedAs(describedOnlyBy('-'), {
    ...asked,
    ...(acceptDoubtfulClass === undefined ? {} : { acceptDoubtfulClass }),
  });
  return Object.fromEntries(fieldsIn(asked).map((field) => [field, normal[field]]));
};

/** @throws Problem 409 `title-edit.too-large` */
export const refuseTooMany = (titles: readonly unknown[]): void => {
  if (titles.length > MOST_TITLES)
    throw new Problem(409, 'title-edit.too-large', { facts: { most: MOST_TITLES } });
};
