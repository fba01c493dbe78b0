import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import type { FindingsView } from './findings.http.js';
import type { TerminalTitle } from './terminal-titles.http.js';
import type { TitleFacets } from './title-facets.http.js';

let catalog: CatalogForTests;
let reader: string;
let room: string;
let shelf: string;

/** A title with copies in the first and in the second school. */
const described = async (
  input: object,
  copies: readonly [first: number, second: number],
): Promise<string> => {
  const { body } = await catalog.call('POST', '/titles', input);
  const { id } = body as { id: string };
  for (const [at, count] of copies.entries())
    for (let n = 0; n < count; n++)
      await catalog.call(
        'POST',
        '/copies',
        { titleId: id, barcode: `B${id.slice(-6)}${String(at)}${String(n)}` },
        { as: at === 0 ? catalog.librarian : catalog.otherLibrarian },
      );
  return id;
};

beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_finding'));
  reader = await catalog.signer.account({ role: 'county-viewer' });
  await described({ title: '海洋的故事', clc: 'P7', languages: ['chi'], publishedYear: 2019 }, [2, 1]);
  await described({ title: '海洋动物', clc: 'Q958', languages: ['chi'], publishedYear: 2021 }, [1, 0]);
  await described(
    { title: 'The 海洋 Reader', clc: 'H319', languages: ['chi', 'eng'], publishedYear: 2021 },
    [0, 1],
  );
  await described({ title: '海洋之声', carrier: 'audio' }, [0, 0]);
  await described({ title: '山的故事', clc: 'P9', languages: ['chi'] }, [1, 1]);
  await catalog.sql(`update title set subjects = array['海洋学'] where title in ('海洋的故事', '海洋动物')`);
  await catalog.sql(
    `insert into title_audience (title_id, bands) select id, array['lower'] from title where title = '海洋的故事'`,
  );
  const place = async (input: object): Promise<string> =>
    (
      (await catalog.call('POST', '/locations', { schoolId: catalog.schools[0], ...input })).body as {
        id: string;
      }
    ).id;
  room = await place({ kind: 'room', name: '阅览室' });
  shelf = await place({ kind: 'shelf', name: '1架', parentId: room });
  await catalog.sql(
    `update copy set location_id = $1 where school_id = $2 and title_id in (
       select id from title where title in ('海洋的故事', '山的故事'))`,
    [shelf, catalog.schools[0]],
  );
  const [lent] = await catalog.sql<{ id: string }>(
    `select c.id from copy c join title t on t.id = c.title_id where t.title = '海洋动物'`,
  );
  await catalog.sql(`insert into known_lending (copy_id, version, state) values ($1, 1, 'on-loan')`, [
    lent?.id,
  ]);
}, 120_000);
afterAll(() => catalog.end());

const facets = async (query: string): Promise<TitleFacets> => {
  const { status, body } = await catalog.call('GET', `/title-facets?${query}`, undefined, { as: reader });
  expect(status).toBe(200);
  return body;
};
const valuesOf = (of: string, found: TitleFacets): [string, number][] =>
  (found.facets.find((facet) => facet.of === of)?.values ?? []).map(({ value, titles }) => [value, titles]);

describe('one search', () => {
  it('[GTW-004, GTW-017] finds titles, electronic resources with their links, and entries of databases by the same words', async () => {
    const post = async (path: string, body: object, as = catalog.librarian): Promise<string> => {
      const answer = await catalog.call('POST', path, body, { as });
      expect({ path, status: answer.status, body: answer.body }).toMatchObject({ path, status: 201 });
      return (answer.body as { id: string }).id;
    };
    const resource = (name: string, more: object = {}, as?: string) =>
      post(
        '/e-resources',
        { kind: 'database', name, url: 'https://oversea.cnki.net/', firstGrade: 1, lastGrade: 12, ...more },
        as,
      );
    const shown = await resource('海洋知识总库', { provider: '中国知网' });
    const drafted = await resource('海洋未公布库');
    const elsewhere = await resource('海洋他校库', {}, catalog.otherLibrarian);
    const database = await resource('校本百分库', { kind: 'feature-database' });
    const items = [{ name: '海洋100%专题', subject: '科学', url: 'https://school.example/sea' }];
    await post(`/e-resources/${database}/entries`, { items });
    for (const [id, as] of [
      [shown, catalog.librarian],
      [database, catalog.librarian],
      [elsewhere, catalog.otherLibrarian],
    ] as const)
      expect(
        (await catalog.call('PUT', `/e-resources/${id}/publication`, undefined, { as })).status,
      ).toBeLessThan(300);
    const find = async (q: string, more = `&schoolId=${catalog.schools[0]}`): Promise<FindingsView> =>
      (await catalog.call('GET', `/findings?q=${encodeURIComponent(q)}${more}`, undefined, { as: reader }))
        .body;
    const found = await find('海洋');
    expect(found.titles.map(({ title }) => title).sort()).toEqual(['海洋动物', '海洋的故事']);
    expect(found.moreTitles).toBe(false);
    expect(found.resources).toMatchObject([
      { id: shown, name: '海洋知识总库', url: 'https://oversea.cnki.net/' },
    ]);
    expect(found.entries).toMatchObject([
      { resource: '校本百分库', name: '海洋100%专题', url: 'https://school.example/sea' },
    ]);
    expect((await find('知网')).resources.map(({ id }) => id)).toEqual([shown]);
    expect((await find('haiyang', '')).titles.length).toBeGreaterThan(2);
    // Signs that a pattern would understand are what they are.
    expect((await find('100%')).entries).toHaveLength(1);
    expect((await find('1%0')).entries).toEqual([]);
    expect((await find('海洋', '&limit=1')).moreTitles).toBe(true);
    expect(JSON.stringify(await find('海洋'))).not.toContain(drafted);
    for (const wrong of ['', '?q=', '?q=a&limit=0', '?q=a&limit=21'])
      expect((await catalog.call('GET', `/findings${wrong}`)).status).toBe(400);
  });
});

describe('what was found, by what it is', () => {
  it('is counted by class, language, year, kind, band, school and what can be lent now', async () => {
    const found = await facets(`q=${encodeURIComponent('海洋')}`);
    expect(found).toMatchObject({ titles: 4, isAll: true });
    expect(valuesOf('class', found).sort()).toEqual([['-', 1], ['H', 1], ['P', 1], ['Q', 1]]); // prettier-ignore
    expect(valuesOf('year', found)).toEqual([['2021', 2], ['2019', 1], ['-', 1]]); // prettier-ignore
    expect(valuesOf('kind', found)[0]).toEqual(['book', 3]);
    expect(valuesOf('kind', found)).toHaveLength(2);
    expect(valuesOf('school', found)).toEqual(
      expect.arrayContaining([[catalog.schools[0], 2], [catalog.schools[1], 2]]), // prettier-ignore
    );
    expect(valuesOf('band', found)).toEqual([['lower', 1]]);
    // The only copy of one is lent.
    expect(valuesOf('lendable', found)).toEqual([['now', 2]]);
    expect(found.facets.find(({ of }) => of === 'school')?.values.map(({ name }) => name).sort()).toEqual(['第1小学', '第2小学']); // prettier-ignore
  });

  it('is counted for a school alone, and of a class', async () => {
    const ofSchool = await facets(`q=${encodeURIComponent('海洋')}&schoolId=${catalog.schools[0]}`);
    expect(ofSchool.titles).toBe(2);
    expect(valuesOf('lendable', ofSchool)).toEqual([['now', 1]]);
    expect((await facets('clc=P')).titles).toBe(2);
  });

  it('[CAT-107] is narrowed by subject heading, kind of material and place, as the titles themselves are', async () => {
    const titles = async (query: string): Promise<string[]> => {
      const { status, body } = await catalog.call('GET', `/titles?${query}`, undefined, { as: reader });
      expect(status).toBe(200);
      return (body as { items: { title: string }[] }).items.map(({ title }) => title).sort();
    };
    const q = `q=${encodeURIComponent('海洋')}`;
    expect(await titles(`subject=${encodeURIComponent('海洋学')}`)).toEqual(['海洋动物', '海洋的故事']);
    expect(await titles(`${q}&subject=${encodeURIComponent('海洋')}`)).toEqual([]);
    expect(await titles(`${q}&kind=book`)).toEqual(['The 海洋 Reader', '海洋动物', '海洋的故事']);
    // The room has the shelf, and what stands on it.
    for (const place of [room, shelf]) {
      expect(await titles(`locationId=${place}`)).toEqual(['山的故事', '海洋的故事']);
      expect(await titles(`${q}&locationId=${place}`)).toEqual(['海洋的故事']);
    }
    expect(await titles(`locationId=${room}&schoolId=${catalog.schools[1]}`)).toEqual([]);
    expect(await titles(`locationId=${catalog.schools[0]}`)).toEqual([]);
    const inSchool = await facets(`${q}&schoolId=${catalog.schools[0]}`);
    expect(inSchool.facets.find(({ of }) => of === 'place')?.values).toEqual([
      { value: room, name: '阅览室', titles: 1 },
    ]);
    expect((await facets(`locationId=${shelf}`)).titles).toBe(2);
    expect((await catalog.call('GET', `/titles?locationId=1`, undefined, { as: reader })).status).toBe(400);
  });

  it('is nothing where nothing is found, and refused where nothing is asked', async () => {
    const none = await facets(`q=${encodeURIComponent('没有这本书')}`);
    expect(none).toMatchObject({ titles: 0, isAll: true });
    expect(none.facets.flatMap(({ values }) => values)).toEqual([]);
    expect((await catalog.call('GET', '/title-facets', undefined, { as: reader })).status).toBe(400);
  });
});

describe('a search terminal', () => {
  const asked = async (query: string): Promise<{ status: number; text: string; items: TerminalTitle[]; nextCursor: string | null }> => {
    const reply = await fetch(`${catalog.url}/api/v1/terminal-titles?${query}`);
    const text = await reply.text();
    return { status: reply.status, text, ...(JSON.parse(text) as { items: TerminalTitle[]; nextCursor: string | null }) };
  }; // prettier-ignore

  it('[CAT-107, GTW-003] finds without a sign-in, and shows titles and how many copies each school has', async () => {
    const { status, items } = await asked(`q=${encodeURIComponent('海洋的故事')}`);
    expect(status).toBe(200);
    expect(items[0]).toMatchObject({ title: '海洋的故事', publishedYear: 2019, clc: 'P7' });
    expect(items[0]?.holdings.map(({ school, copies }) => [school, copies])).toEqual([['第1小学', 2], ['第2小学', 1]]); // prettier-ignore
  });

  it('tells of copies no barcode, no state and no day, not even that one is lent', async () => {
    const { text } = await asked(`q=${encodeURIComponent('海洋')}`);
    expect(text).not.toMatch(/barcode|lent|loan|available|state|due|accession/i);
    const [copy] = await catalog.sql<{ barcode: string }>('select barcode from copy limit 1');
    expect(text).not.toContain(copy?.barcode);
  });

  it('shows the copies of its own school alone where it names it, page by page', async () => {
    const query = `q=${encodeURIComponent('海洋')}&schoolId=${catalog.schools[1]}&limit=1`;
    const first = await asked(query);
    const second = await asked(`${query}&cursor=${first.nextCursor ?? ''}`);
    expect(second.nextCursor).toBeNull();
    const shown = [...first.items, ...second.items];
    expect(shown.map(({ title }) => title).sort()).toEqual(['The 海洋 Reader', '海洋的故事']);
    expect(new Set(shown.flatMap(({ holdings }) => holdings.map(({ schoolId }) => schoolId)))).toEqual(
      new Set([catalog.schools[1]]),
    );
  });

  it.each(['', 'q=', 'q=a&limit=21', 'q=a&limit=0', `q=${'a'.repeat(101)}`, 'q=a&schoolId=1'])(
    'is not asked like this: %s',
    async (query) => {
      expect((await asked(query)).status).toBe(400);
    },
  );
});
