import { barcodesOf, nameOf } from './dirty-values.js';
import type { ImportedCopy, ImportedTitle, NotATitle } from './imported-title.js';
import { stateInWords } from './item-state.js';
import { carrierForKind, kindInWords } from './kind-in-words.js';
import type { ListColumn } from './list-columns.js';
import type { ReadingNote } from './marc-record.js';
import { numbersIn, volumeIn } from './numbers-in-text.js';
import { priceInFen } from './price.js';
import { NO_SHELVING, shelvingOf } from './shelving.js';
import { yearOf } from './year.js';

export type ListedTitle = {
  readonly title: ImportedTitle;
  readonly copies: readonly ImportedCopy[];
  readonly notes: readonly ReadingNote[];
};

/** The cells of a row by what their columns are; cells that hold nothing, or nothing that can be read, are not there. */
export type ListCells = ReadonlyMap<ListColumn, string>;

/** One row of a list (个别登记账, or 书目 with a number of copies) as a title and its copies. */
export const titleFromList = (cells: ListCells): ListedTitle | NotATitle => {
  const cell = (name: ListColumn): string | null => cells.get(name) ?? null;
  const list = (name: ListColumn): string[] =>
    (cell(name) ?? '')
      .split(/[;；|]/u)
      .map((each) => each.trim())
      .filter((each) => each !== '');
  const title = cell('title');
  if (title === null) return { refused: 'record.title-missing' };
  const state = stateInWords(cell('state'));
  // A line that was struck in the old register names no copy any more. What fills an empty date (0000-00-00, /, 无) strikes nothing.
  if (state === 'withdrawn' || /[1-9]|是/u.test(cell('withdrawnOn') ?? ''))
    return { refused: 'copy.withdrawn-in-file' };

  const notes: ReadingNote[] = [];
  if (state === 'unknown')
    notes.push({ code: 'copy.state-unknown', field: 'state', detail: cell('state') ?? '' });
  const price = priceInFen(cell('price'));
  if (price.is === 'unreadable')
    notes.push({ code: `price.${price.why}`, field: 'price', detail: cell('price') ?? '' });
  const year = yearOf(cell('published'));
  if (year === null && cell('published') !== null)
    notes.push({ code: 'year.unreadable', field: 'published', detail: cell('published') ?? '' });
  const kindAsked = cell('kind');
  const kind = kindAsked === null ? 'book' : kindInWords(kindAsked);
  if (kind === null)
    notes.push({ code: 'record.kind-unclear', field: 'kind', detail: (kindAsked ?? '').slice(0, 60) });
  const priceFen = price.is === 'price' ? price.fen : null;
  const numbers = list('isbn').map(numbersIn);
  const shelving =
    shelvingOf({
      clc: cell('clc'),
      bookNumber: cell('bookNumber'),
      callNumber: cell('callNumber') ?? '',
    }) ?? NO_SHELVING;
  const copy = (barcode: string | null): ImportedCopy => ({
    barcode,
    formerNumber: cell('formerNumber'),
    location: cell('location'),
    ...shelving,
    isOtherScheme: false,
    priceFen,
    volume: null,
    // Nobody lends what may be gone; a librarian looks first.
    use: state === 'unknown' ? 'processing' : (state ?? 'lendable'),
  });
  return {
    notes,
    copies: barcodesIn(cell('barcode'), cell('copies'), cell('formerNumber'), notes).map(copy),
    title: {
      source: null,
      level: kind === 'periodical' || kind === 'newspaper' ? 'serial' : 'monograph',
      carrier: carrierForKind(kind),
      kind,
      title,
      subtitle: cell('subtitle'),
      partNumber: cell('partNumber') ?? (numbers.length === 1 ? volumeIn(numbers[0]?.around ?? null) : null),
      partTitle: null,
      otherTitles: [],
      statement: cell('contributors'),
      contributors: list('contributors').flatMap((text) => {
        const read = nameOf(text);
        return read === null
          ? []
          : [{ name: read.name, is: 'person' as const, role: null, country: read.country }];
      }),
      edition: cell('edition'),
      isbns: numbers.flatMap(({ isbns }) => isbns),
      issns: numbers.flatMap(({ issns }) => issns),
      unifiedBookNumber: numbers.flatMap(({ unified }) => unified)[0] ?? null,
      publisher: cell('publisher'),
      publishedIn: cell('publishedIn'),
      publishedYear: year,
      languages: [],
      extent: cell('extent'),
      series: list('series'),
      subjects: list('subjects'),
      classes: shelving.clc === null ? [] : [{ scheme: 'clc', notation: shelving.clc, edition: null }],
      summary: cell('summary'),
      audience: null,
      binding: cell('binding'),
      priceFen,
      notes: [],
    },
  };
};

/** More copies of one line than a school buys; a count beyond is taken for this many, and told. */
const MOST_COPIES = 500;

/** Barcodes or a range of them; without any, as many copies as the list counts; a former number alone is one copy. */
const barcodesIn = (
  barcode: string | null,
  count: string | null,
  formerNumber: string | null,
  notes: ReadingNote[],
): (string | null)[] => {
  if (barcode !== null) {
    const read = barcode.split(/[,，;；、|]/u).map(barcodesOf);
    for (const each of read)
      if (each.is === 'too-wide') notes.push({ code: 'copy.barcode-range-too-wide', detail: barcode });
    return [...new Set(read.flatMap((each) => (each.is === 'barcodes' ? each.barcodes : [])))];
  }
  if (count === null) return formerNumber === null ? [] : [null];
  const copies = /^(\d{1,3})(?:\.0*)?$/.exec(count.normalize('NFKC').replace(/\s*[册本]$/u, ''))?.[1];
  if (copies === undefined) {
    notes.push({ code: 'copy.count-unreadable', field: 'copies', detail: count });
    return formerNumber === null ? [] : [null];
  }
  if (Number(copies) > MOST_COPIES) notes.push({ code: 'copy.count-too-high', detail: copies });
  return Array.from({ length: Math.min(Number(copies), MOST_COPIES) }, () => null);
};
