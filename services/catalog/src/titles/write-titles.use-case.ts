import { pointTitles } from '../authority/point-titles.step.js';
import type { Title } from './rules/title.js';
import { withFinding } from './title-finding.use-case.js';
import { titleDescribed } from './title.events.js';
import { TitlesRepository } from './titles.repository.js';
import type { Tx } from '@shulian/service-kit';

/**
 * Writes new and changed titles inside the transaction of the caller, and announces each of them once.
 * @param found gives what a title is found by; many titles have it computed before their transaction
 */
export const writeTitles = async (
  tx: Tx,
  { added, changed }: { readonly added: readonly Title[]; readonly changed: readonly Title[] },
  at: Date,
  found: (title: Title) => ReturnType<typeof withFinding> = withFinding,
): Promise<void> => {
  await tx.use(TitlesRepository).add(added.map(found), at);
  await tx.use(TitlesRepository).change(changed.map(found), at);
  await pointTitles(tx, [...added, ...changed]);
  await tx.outbox.append(...[...added, ...changed].map(titleDescribed));
};
