import { cardSheets, cardStocks, type Card, type DocumentStream } from '@shulian/documents';
import type { Language } from '@shulian/service-kit';
import type { CopyToPrint, Printing } from './copies-to-print.query.js';
import { ADDED_ENTRIES, type CardsAsked } from './labels.http.js';
import { catalogueDescription } from './rules/catalogue-description.js';

const words = {
  bookCards: { zh: '书卡', en: 'Book cards' },
  catalogueCards: { zh: '目录卡', en: 'Catalogue cards' },
  accessionNumber: { zh: '登录号', en: 'Accession no.' },
  callNumber: { zh: '索书号', en: 'Call number' },
  author: { zh: '著者', en: 'Author' },
  price: { zh: '定价', en: 'Price' },
  yuan: { zh: '元', en: 'yuan' },
  borrower: { zh: '借书人', en: 'Borrower' },
  lent: { zh: '借出日期', en: 'Lent' },
  returned: { zh: '归还日期', en: 'Returned' },
} as const;

/** One card for each copy, which stays in the library while the book is out; the name is written by hand, if at all. */
function bookCard({ copy, title }: CopyToPrint, schoolName: string, language: Language): Card {
  const say = (word: keyof typeof words, value: string | null): string =>
    `${words[word][language]}: ${value ?? ''}`;
  const price = copy.priceFen === null ? null : `${(copy.priceFen / 100).toFixed(2)} ${words.yuan[language]}`;
  return [
    { kind: 'text', text: schoolName, size: 9 },
    { kind: 'gap', height: 1 },
    {
      kind: 'text',
      text: `${title.title}${copy.volume === null ? '' : ` ${copy.volume}`}`,
      size: 12,
      weight: 'bold',
    },
    { kind: 'gap', height: 1 },
    { kind: 'text', text: say('author', title.contributors.join(', ')), size: 9 },
    { kind: 'text', text: say('callNumber', copy.callNumber), size: 9 },
    {
      kind: 'text',
      text: `${say('accessionNumber', String(copy.accessionNumber))}    ${copy.barcode}`,
      size: 9,
    },
    { kind: 'text', text: say('price', price), size: 9 },
    { kind: 'gap', height: 2 },
    {
      kind: 'ruled',
      columns: [
        { title: words.borrower[language], share: 2 },
        { title: words.lent[language], share: 1.3 },
        { title: words.returned[language], share: 1.3 },
      ],
    },
  ];
}

/** Call number, description and tracings by GB/T 3792, with the accession numbers of the copies that were asked for. */
function catalogueCard(copies: readonly CopyToPrint[], language: Language, filedBy: string | null): Card {
  const [first] = copies;
  if (first === undefined) throw new Error('a card of no copy');
  const [heading = '', ...paragraphs] = catalogueDescription(first.title);
  const numbers = copies.map(({ copy }) => String(copy.accessionNumber)).join(', ');
  return [
    { kind: 'text', text: first.copy.callNumber ?? '', size: 11, weight: 'bold' },
    { kind: 'gap', height: 2 },
    ...(filedBy === null
      ? []
      : [{ kind: 'text', text: filedBy, size: 10.5, weight: 'bold', indent: 24 } as const]),
    { kind: 'text', text: heading, size: 10.5, indent: 16, hanging: 8 },
    ...paragraphs.map((text) => ({ kind: 'text', text, size: 10, indent: 16, hanging: 8 }) as const),
    { kind: 'gap', height: 2 },
    { kind: 'text', text: `${words.accessionNumber[language]}: ${numbers}`, size: 9, indent: 8, hanging: 8 },
  ];
}

/** The card of the title, then one for each heading by which it is filed as well (排检项). */
function catalogueCards(
  copies: readonly CopyToPrint[],
  language: Language,
  added: CardsAsked['addedEntries'],
): Card[] {
  const [first] = copies;
  if (first === undefined) return [];
  const { title, contributors, subjects, clc, otherClasses } = first.title;
  const headings: Readonly<Record<CardsAsked['addedEntries'][number], readonly string[]>> = {
    title: [title],
    author: contributors,
    subject: subjects,
    class: [...(clc === null ? [] : [clc]), ...otherClasses],
  };
  const filed = ADDED_ENTRIES.filter((by) => added.includes(by)).flatMap((by) => headings[by]);
  return [null, ...filed].map((heading) => catalogueCard(copies, language, heading));
}

export function cardsOf(
  { schoolName, copies }: Printing,
  { kind, stock, startAt, shiftRight, shiftDown, addedEntries }: CardsAsked,
  language: Language,
): DocumentStream {
  const isBookCard = kind === 'book-card';
  const byTitle = Map.groupBy(copies, ({ title, copy }) => `${title.id} ${copy.callNumber ?? ''}`);
  return cardSheets(
    {
      title: (isBookCard ? words.bookCards : words.catalogueCards)[language],
      language,
      stock: cardStocks[isBookCard ? 'upright' : 'across'][stock],
      startAt,
      shift: { x: shiftRight, y: shiftDown },
    },
    isBookCard
      ? copies.map((copy) => bookCard(copy, schoolName, language))
      : [...byTitle.values()].flatMap((ofOne) => catalogueCards(ofOne, language, addedEntries)),
  );
}
