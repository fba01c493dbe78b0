import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import { RenewSearchWords } from './renew-search-words.use-case.js';
import type { TitlesPage } from './titles.http.js';

/** More titles than are looked through at once, and more that begin alike than come first. */
const TITLES = 12_000;
/** Those that begin as the question does come first, so many of them. */
const BEGINNING = 3_000;

let catalog: CatalogForTests;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_found'));
  // In the order of their ids, spread over 58 blocks of the index of words: every third begins with 青山; 寻常 is in a title
  // of every tenth and published every second; 稀有 is in the last five titles only.
  await catalog.sql(`
    insert into title (id, title, level, carrier, title_key, fingerprint, search_key, words, title_words, words_version, clc,
      described_at, changed_at, entry_order) overriding system value
    select ('01940000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, key, 'monograph', 'print', key, n::text, key,
      array_to_tsvector(title_words || case when n % 2 = 0 then array['寻常'] else array['别的'] end),
      array_to_tsvector(title_words), 2, case when n % 500 = 0 then 'TS97' else 'I287' end, now(), now(), n * 40
    from generate_series(1, ${TITLES}) n
    cross join lateral (select case when n % 3 = 0 then '青山' else '书' end || n as key) k
    cross join lateral (select array[case when n % 3 = 0 then '青山' else '书' end]
      || case when n % 10 = 0 then array['寻常'] else array[]::text[] end
      || case when n > ${TITLES - 5} then array['稀有'] else array[]::text[] end as title_words) w`);
  await catalog.sql(`
    insert into copy (id, title_id, school_id, barcode, accession_number, kind, stock_state, accessioned_on)
    select gen_random_uuid(), id, '${catalog.schools[0]}', 'F' || row_number() over (), 100000 + row_number() over (), 'book',
      'lendable', now() from title where right(id::text, 12)::int % 7 = 0`);
  await catalog.sql('analyze title; analyze copy');
});
afterAll(() => catalog.end());

type Conditions = { readonly q?: string; readonly clc?: string; readonly ofSchool?: boolean };

const queryOf = ({ q, clc, ofSchool }: Conditions): string =>
  [
    q === undefined ? [] : [`q=${encodeURIComponent(q)}`],
    clc === undefined ? [] : [`clc=${clc}`],
    ofSchool === true ? [`schoolId=${catalog.schools[0]}`] : [],
  ]
    .flat()
    .join('&');

/** All that is found, page by page. */
const found = async (conditions: Conditions, limit: number): Promise<number[]> => {
  const numbers: number[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const path: string = `/titles?${queryOf(conditions)}&limit=${limit}&cursor=${cursor}`;
    const { status, body } = await catalog.call('GET', path);
    expect(status).toBe(200);
    const { items, nextCursor } = body as TitlesPage;
    numbers.push(...items.map(({ title }) => Number(title.replace(/\D+/u, ''))));
    cursor = nextCursor;
  }
  return numbers;
};

/** The same without any thought of time: what begins so by its key, then titles, then others, by id. */
const expected = ({ q, clc, ofSchool }: Conditions): number[] => {
  const all = Array.from({ length: TITLES }, (_, at) => at + 1)
    .filter((n) => clc === undefined || (n % 500 === 0) === (clc === 'TS97'))
    .filter((n) => ofSchool !== true || n % 7 === 0);
  if (q === undefined) return all;
  const key = (n: number): string => `${n % 3 === 0 ? '青山' : '书'}${n}`;
  const first = Array.from({ length: TITLES }, (_, at) => at + 1)
    .filter((n) => key(n).startsWith(q))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .slice(0, BEGINNING);
  const begins = first.filter((n) => all.includes(n));
  const inTitle = (n: number): boolean =>
    (q === '青山' && n % 3 === 0) || (q === '寻常' && n % 10 === 0) || (q === '稀有' && n > TITLES - 5);
  const elsewhere = (n: number): boolean => q === '寻常' && n % 2 === 0;
  const rest = all.filter((n) => !begins.includes(n));
  return [...begins, ...rest.filter(inTitle), ...rest.filter((n) => !inTitle(n) && elsewhere(n))];
};

describe('finding titles among more than are looked through at once', () => {
  it.each<[string, Conditions, number]>([
    ['all', {}, 500],
    ['those that begin so, as many as come first', { q: '青山' }, 500],
    ['a word in titles and elsewhere', { q: '寻常' }, 500],
    ['a rare word behind all others', { q: '稀有' }, 2],
    ['a rare word, exactly a page of it', { q: '稀有' }, 5],
    ['a word that nothing has', { q: '不存在' }, 50],
    ['a class', { clc: 'TS97' }, 7],
    ['a rare word of a class', { q: '寻常', clc: 'TS97' }, 4],
    ['titles of a school', { ofSchool: true }, 300],
    ['a word in a school', { q: '寻常', ofSchool: true }, 100],
    ['a rare word in a school', { q: '稀有', ofSchool: true }, 1],
    ['beginnings in a school', { q: '青山', ofSchool: true }, 200],
    ['a class in a school', { clc: 'TS97', ofSchool: true }, 1],
  ])('finds %s, each once and in order', async (_what, conditions, limit) => {
    expect(await found(conditions, limit)).toEqual(expected(conditions));
  });
});

describe('titles whose words are of an older version', () => {
  it('get the words of today, without being announced again', async () => {
    const post = await catalog.call('POST', '/titles', { title: '哈利·波特与密室' });
    const { id } = post.body as { id: string };
    await catalog.sql(
      `update title set words_version = 1, words = '', title_words = '', search_key = '' where id = $1`,
      [id],
    );
    const search = async (): Promise<unknown> =>
      (await catalog.call('GET', `/titles?q=${encodeURIComponent('哈利波特')}`)).body;
    expect(await search()).toMatchObject({ items: [] });
    const announced = await catalog.sql('select event_id from outbox where key = $1', [id]);
    const renew = catalog.app.get(RenewSearchWords);
    expect([await renew.execute(), await renew.execute()]).toEqual([1, 0]);
    expect(await search()).toMatchObject({ items: [{ id }] });
    expect(await catalog.sql('select event_id from outbox where key = $1', [id])).toEqual(announced);
  });
});
