import type { Tx } from '@shulian/service-kit';
import { describedOnlyBy, type Title, type TitleDescription } from '../titles/rules/title.js';
import { KeptRecordsRepository } from './kept-records.repository.js';

/** Which fields of a title somebody wrote: in what is exported they stand in place of what its records say. */
export const noteEdits = async (tx: Tx, before: Title, after: TitleDescription, at: Date): Promise<void> => {
  const fields = (Object.keys(describedOnlyBy('')) as (keyof TitleDescription)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  await tx.use(KeptRecordsRepository).edited(before.id, fields, at);
};
