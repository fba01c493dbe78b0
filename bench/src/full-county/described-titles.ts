import { findable } from '@shulian/catalog/title-finding';

import { inventedTitle } from './titles.js';

/** Columns of `catalog.title` that an invented title fills; the others keep what they have without being told. */
export const TITLE_COLUMNS = [
  'id',
  'title',
  'contributors',
  'isbns',
  'publisher',
  'published_year',
  'languages',
  'clc',
  'price_fen',
  'level',
  'carrier',
  'kind',
  'title_key',
  'fingerprint',
  'search_key',
  'words',
  'title_words',
  'words_version',
  'described_at',
  'changed_at',
];

const NOTHING_ELSE = {
  subtitle: null,
  partNumber: null,
  partTitle: null,
  otherTitles: [],
  statement: null,
  edition: null,
  otherNumbers: [],
  publishedIn: null,
  extent: null,
  series: [],
  subjects: [],
  otherClasses: [],
  summary: null,
  audience: null,
  binding: null,
  notes: [],
};
/** One title of so many is a DVD. */
const DVD = 1_000;

const lexemes = (words: readonly string[]): string =>
  words.map((word) => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`).join(' ');

/** Rows of titles as the catalogue itself would write them: its own words, key and fingerprint. */
export function* describedTitles(
  count: number,
  seed: number,
): Generator<(string | number | readonly string[])[]> {
  for (let number = 0; number < count; number += 1) {
    const { id, title, contributors, isbn, publisher, publishedYear, clc, priceFen } = inventedTitle(
      number,
      seed,
    );
    const description = {
      title,
      contributors,
      isbns: [isbn],
      publisher,
      publishedYear,
      languages: ['chi'],
      clc,
      priceFen,
      level: 'monograph',
      ...(number % DVD === 0
        ? ({ carrier: 'video', kind: 'dvd' } as const)
        : ({ carrier: 'print', kind: 'book' } as const)),
    };
    const { titleKey, fingerprint, searchKey, words, titleWords, wordsVersion } = findable({
      ...NOTHING_ELSE,
      ...description,
    });
    const at = new Date(Date.parse('2015-09-01T00:00:00Z') + number * 1_000).toISOString();
    yield [
      id,
      title,
      contributors,
      description.isbns,
      publisher,
      publishedYear,
      description.languages,
      clc,
      priceFen,
      description.level,
      description.carrier,
      description.kind,
      titleKey,
      fingerprint,
      searchKey,
      lexemes(words),
      lexemes(titleWords),
      wordsVersion,
      at,
      at,
    ];
  }
}

/** What others keep of a title, and the numbers by which the rest of the county is made. */
export const SPREAD_TITLES: readonly string[] = [
  `create table bench.title as
   select (row_number() over (order by id) - 1)::int as n, id, clc, price_fen from catalog.title`,
  'create unique index on bench.title (n)',
  'analyze bench.title',
  `insert into catalog.title_source (agency, number, title_id, content_hash)
   select 'BENCH', lpad(n::text, 8, '0'), id, md5(id::text) from bench.title order by n`,
  `insert into catalog.title_audience (title_id, bands, level, themes)
   select b.id, array[(array['lower-primary', 'middle-primary', 'upper-primary', 'junior', 'senior', 'teachers'])[1 + b.n % 6]],
     1 + b.n % 9, array(select h.id from catalog.reading_theme h where h.school_id is null order by h.id offset b.n % 10 limit 1)
   from bench.title b where b.n % 3 = 0 order by b.id`,
  `insert into circulation.known_title (title_id, version) select id, 1 from bench.title order by n`,
  `insert into activities.known_title (title_id, version) select id, 1 from bench.title order by n`,
];
export const TABLES_OF_TITLES = [
  'catalog.title',
  'catalog.title_source',
  'circulation.known_title',
  'activities.known_title',
  'circulation.title_queue',
];
