import { createHash } from 'node:crypto';
import { chineseText } from './chinese-text.adapter.js';
import { readIsbn } from './isbn.adapter.js';
import { searchQueryOf, searchWordsOf } from './rules/search-words.js';
import { titleFingerprint, titleKey, type Title, type TitleDescription } from './rules/title.js';

/** What is kept beside a description so that the title is found again: key, fingerprint, words. */
export type Findable = {
  readonly titleKey: string;
  readonly fingerprint: string;
  readonly words: readonly string[];
};

/** A fingerprint may be as long as a title; its hash fits an index. */
export const fingerprintHashOf = (title: TitleDescription): string =>
  createHash('sha256').update(titleFingerprint(title)).digest('hex').slice(0, 40);

export const titleKeyHashOf = (title: TitleDescription): string => titleKey(title).slice(0, 1_000);

export const findable = (title: TitleDescription): Findable => ({
  titleKey: titleKeyHashOf(title),
  fingerprint: fingerprintHashOf(title),
  words: searchWordsOf(
    {
      titles: [title.title, title.subtitle, title.partTitle, ...title.otherTitles].filter(
        (each) => each !== null,
      ),
      names: title.contributors,
      others: [title.partNumber, title.publisher, ...title.series, ...title.subjects].filter(
        (each) => each !== null,
      ),
      numbers: [
        ...title.isbns,
        ...title.isbns.map((isbn) => readIsbn(isbn)?.isbn10 ?? '').filter((each) => each !== ''),
        ...title.otherNumbers,
      ],
    },
    chineseText,
  ),
});

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

/** The question of a search as a tsquery over the words of titles; null finds everything. */
export const tsqueryOf = (question: string): string | null => searchQueryOf(question, chineseText);
