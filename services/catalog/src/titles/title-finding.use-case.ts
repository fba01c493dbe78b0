import { createHash } from 'node:crypto';
import { chineseText } from './chinese-text.adapter.js';
import { readIsbn } from './isbn.adapter.js';
import { searchKeyOf } from './rules/folded-text.js';
import { searchQueryOf } from './rules/search-query.js';
import { searchWordsOf, SEARCH_WORDS_VERSION, type Searchable } from './rules/search-words.js';
import { titleFingerprint, titleKey, type Title, type TitleDescription } from './rules/title.js';

/** What is kept beside a description so that the title is found again: key, fingerprint, words. */
export type Findable = {
  readonly titleKey: string;
  readonly fingerprint: string;
  /** How the title begins, folded as a question is. */
  readonly searchKey: string;
  readonly words: readonly string[];
  /** Those of the titles alone: who types them means the book, not its publisher. */
  readonly titleWords: readonly string[];
  readonly wordsVersion: number;
};

/** A fingerprint may be as long as a title; its hash fits an index. */
export const fingerprintHashOf = (title: TitleDescription): string =>
  createHash('sha256').update(titleFingerprint(title)).digest('hex').slice(0, 40);

export const titleKeyHashOf = (title: TitleDescription): string => titleKey(title).slice(0, 1_000);

const given = (texts: readonly (string | null)[]): string[] => texts.filter((each) => each !== null);

export const findable = (title: TitleDescription): Findable => {
  const titles = given([title.title, title.subtitle, title.partTitle, ...title.otherTitles]);
  const searchable: Searchable = {
    titles,
    names: title.contributors,
    others: given([title.partNumber, title.publisher, ...title.series, ...title.subjects]),
    numbers: [
      ...title.isbns,
      ...title.isbns.map((isbn) => readIsbn(isbn)?.isbn10 ?? '').filter((each) => each !== ''),
      ...title.otherNumbers,
    ],
  };
  return {
    titleKey: titleKeyHashOf(title),
    fingerprint: fingerprintHashOf(title),
    searchKey: searchKeyOf(title.title, chineseText.simplified),
    words: searchWordsOf(searchable, chineseText),
    titleWords: searchWordsOf({ titles, names: [], others: [], numbers: [] }, chineseText),
    wordsVersion: SEARCH_WORDS_VERSION,
  };
};

export const withFinding = (title: Title): { title: Title; finding: Findable } => ({
  title,
  finding: findable(title),
});

/** Valid ISBNs as 13 digits without repetition, and what is none. */
export const sortedIsbns = (texts: readonly string[]): { isbns: string[]; invalid: string[] } => {
  const isbns = new Set<string>();
  const invalid = new Set<string>();
  for (const text of texts) {
    const read = readIsbn(text);
    if (read === null) invalid.add(text);
    else isbns.add(read.isbn13);
  }
  return { isbns: [...isbns], invalid: [...invalid] };
};

/** How a title begins that a question may name. */
export const keyOfQuestion = (question: string): string => searchKeyOf(question, chineseText.simplified);

/** The question of a search as a tsquery over the words of titles; null finds everything. */
export const tsqueryOf = (question: string): string | null => searchQueryOf(question, chineseText);
