import type { CatalogStore } from '../catalog.store.js';
import type { Title } from './rules/title.js';
import { withFinding } from './title-finding.use-case.js';
import { titleDescribed } from './title.events.js';

/** Writes new and changed titles inside the transaction of the caller, and announces each of them once. */
export const writeTitles = async (
  store: CatalogStore,
  { added, changed }: { readonly added: readonly Title[]; readonly changed: readonly Title[] },
  at: Date,
): Promise<void> => {
  await store.titles.add(added.map(withFinding), at);
  await store.titles.change(changed.map(withFinding), at);
  await store.outbox.append(...[...added, ...changed].map(titleDescribed));
};
