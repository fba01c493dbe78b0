import { Problem, type Tx } from '@shulian/service-kit';
import { AuthoritiesRepository } from './authorities.repository.js';

/** What whoever asks for a name that was merged is told: where it went. */
export const authorityMerged = (into: string, status: 409 | 410): Problem =>
  new Problem(status, 'authority.merged', { facts: { authorityId: into } });

/** Why a name does not stand any more; null when there never was one. */
export const whyGone = async (tx: Tx, id: string, status: 409 | 410): Promise<Problem | null> => {
  const into = await tx.use(AuthoritiesRepository).mergedInto(id);
  return into === null ? null : authorityMerged(into, status);
};
