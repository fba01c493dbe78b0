import { numberAfter, pageOf, type Page } from '@shulian/service-kit';

/** A page of what is short enough to be put together whole; the cursor counts. @throws Problem 400 for a cursor that is not ours */
export function pageOfWhole<Item>(
  all: readonly Item[],
  input: { readonly limit: number; readonly cursor?: string },
): Page<Item> {
  const start = numberAfter(input.cursor);
  return pageOf(
    all.slice(start, start + input.limit + 1),
    input.limit,
    (item) => item,
    () => [start + input.limit],
  );
}
