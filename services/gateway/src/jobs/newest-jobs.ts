import type { JobsPage } from '@shulian/service-kit';

export type PageOfService = Pick<JobsPage, 'items' | 'nextCursor'>;

/** The uuid of a job: made in order of time, whichever service made it. */
const uuidOf = (id: string): string => id.slice(id.indexOf('-') + 1);

/** One page of several, each newest first; the next one begins after its last job in all of them. */
export function newestOf(pages: readonly PageOfService[], limit: number): PageOfService {
  const found = pages
    .flatMap(({ items }) => items)
    .sort((one, other) => (uuidOf(one.id) < uuidOf(other.id) ? 1 : -1));
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const isMore = found.length > items.length || pages.some(({ nextCursor }) => nextCursor !== null);
  return { items, nextCursor: isMore && last !== undefined ? uuidOf(last.id) : null };
}
