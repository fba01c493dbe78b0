import type { TitleId } from '@shulian/contracts/ids';
import { Problem, type Tx } from '@shulian/service-kit';
import { TitlesRepository } from './titles.repository.js';

/** What whoever asks for a title that was merged is told: where it went. */
export const mergedInto = (into: string, status: 409 | 410): Problem =>
  new Problem(status, 'title.merged', { facts: { titleId: into } });

/** Why a title does not stand any more; null when there never was one. */
export const mergedTitle = async (tx: Tx, id: TitleId, status: 409 | 410): Promise<Problem | null> => {
  const into = await tx.use(TitlesRepository).mergedInto(id);
  return into === null ? null : mergedInto(into, status);
};
