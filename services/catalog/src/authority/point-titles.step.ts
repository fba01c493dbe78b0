import type { Tx } from '@shulian/service-kit';
import type { Title } from '../titles/rules/title.js';
import { AuthoritiesRepository } from './authorities.repository.js';

/** Titles point to the names they bear, where exactly one authority has the form; a title may bear a hundred. */
export const pointTitles = (tx: Tx, titles: readonly Title[]): Promise<void> =>
  tx
    .use(AuthoritiesRepository)
    .pointFrom(
      titles.flatMap(({ id, contributors, subjects }) => [
        ...contributors.map((form) => ({ titleId: id, form, isSubject: false })),
        ...subjects.map((form) => ({ titleId: id, form, isSubject: true })),
      ]),
    );
