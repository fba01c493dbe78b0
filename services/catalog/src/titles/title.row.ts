import type { TitleId } from '@shulian/contracts/ids';
import type { Title, TitleDescription } from './rules/title.js';

/** The columns of a title's description, in the order of the table, with the field each one holds. */
export const DESCRIPTION_COLUMNS: readonly (readonly [
  column: string,
  field: keyof TitleDescription,
  type: string,
])[] = [
  ['title', 'title', 'text'],
  ['subtitle', 'subtitle', 'text'],
  ['part_number', 'partNumber', 'text'],
  ['part_title', 'partTitle', 'text'],
  ['other_titles', 'otherTitles', 'text[]'],
  ['statement', 'statement', 'text'],
  ['contributors', 'contributors', 'text[]'],
  ['edition', 'edition', 'text'],
  ['isbns', 'isbns', 'text[]'],
  ['other_numbers', 'otherNumbers', 'text[]'],
  ['publisher', 'publisher', 'text'],
  ['published_in', 'publishedIn', 'text'],
  ['published_year', 'publishedYear', 'int'],
  ['languages', 'languages', 'text[]'],
  ['extent', 'extent', 'text'],
  ['series', 'series', 'text[]'],
  ['subjects', 'subjects', 'text[]'],
  ['clc', 'clc', 'text'],
  ['other_classes', 'otherClasses', 'text[]'],
  ['summary', 'summary', 'text'],
  ['audience', 'audience', 'text'],
  ['binding', 'binding', 'text'],
  ['price_fen', 'priceFen', 'int'],
  ['level', 'level', 'text'],
  ['carrier', 'carrier', 'text'],
  ['kind', 'kind', 'text'],
  ['notes', 'notes', 'text[]'],
];

export type TitleRow = { readonly id: string; readonly version: number } & Readonly<Record<string, unknown>>;

export const toTitle = (row: TitleRow): Title => ({
  ...(Object.fromEntries(
    DESCRIPTION_COLUMNS.map(([column, field]) => [field, row[column]]),
  ) as TitleDescription),
  id: row.id as TitleId,
  version: row.version,
});

/** What is kept beside the description so that a title is found again. */
export type TitleFinding = {
  readonly titleKey: string;
  readonly fingerprint: string;
  readonly searchKey: string;
  readonly words: readonly string[];
  readonly titleWords: readonly string[];
  readonly wordsVersion: number;
};

export const toRow = (title: Title, finding: TitleFinding): Record<string, unknown> => ({
  ...Object.fromEntries(DESCRIPTION_COLUMNS.map(([column, field]) => [column, title[field]])),
  id: title.id,
  version: title.version,
  title_key: finding.titleKey,
  fingerprint: finding.fingerprint,
  search_key: finding.searchKey,
  words: finding.words,
  title_words: finding.titleWords,
  words_version: finding.wordsVersion,
});
