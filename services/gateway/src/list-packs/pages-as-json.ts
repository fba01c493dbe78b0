import type { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import type { Answered } from '../front-door/upstream.client.js';

type Page = { readonly items: readonly unknown[]; readonly nextCursor: string | null };

/** More pages than a person fills in a school life. */
const MOST_PAGES = 1_000;

/**
 * The items of all pages as one array of JSON, read page by page.
 * @throws Error, in the stream, when a later page is refused: half a list is no answer
 */
export async function* pagesAsJson(
  first: Readable,
  next: (cursor: string) => Promise<Answered<Readable>>,
): AsyncGenerator<Uint8Array> {
  let page = (await json(first)) as Page;
  let isFirst = true;
  yield Buffer.from('[');
  for (let pages = 1; ; pages += 1) {
    for (const item of page.items) {
      yield Buffer.from(`${isFirst ? '' : ','}\n${JSON.stringify(item)}`);
      isFirst = false;
    }
    if (page.nextCursor === null) break;
    if (pages === MOST_PAGES) throw new Error('a list of one reader without an end');
    const told = await next(page.nextCursor);
    if (told.status !== 200) throw new Error(`a page was answered with ${String(told.status)}`);
    page = (await json(told.body)) as Page;
  }
  yield Buffer.from('\n]\n');
}
