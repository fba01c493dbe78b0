import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import { aBook, iso2709Of } from '../catalog-imports/a-marc-file.builder.js';
import { importsInto, type ImportsForTests } from '../catalog-imports/an-import.builder.js';
import type { TitlesPage, TitleView } from '../titles/titles.http.js';
import type { JobView } from '@shulian/service-kit';
import type { ClcClassesPage, DoubtfulClassesPage, UnclassedTitlesPage } from './clc-classes.http.js';

let catalog: CatalogForTests;
let imports: ImportsForTests;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_classes'));
  imports = importsInto(catalog);
}, 120_000);
afterAll(() => catalog.end());

const get = async <Body>(path: string, headers: Record<string, string> = {}): Promise<Body> =>
  (await catalog.call('GET', path, undefined, { headers })).body;
const titleOf = async (q: string): Promise<TitleView> => {
  const [title] = (await get<TitlesPage>(`/titles?q=${encodeURIComponent(q)}`)).items;
  if (title === undefined) throw new Error(`there is no ${q}`);
  return title;
};
const change = (title: TitleView, body: object) =>
  catalog.call('PATCH', `/titles/${title.id}`, body, {
    headers: { 'if-match': `"v${String(title.version)}"` },
  });

describe('a class number', () => {
  it('[CAT-026] that can hardly be one is refused at the door until the cataloguer insists', async () => {
    for (const clc of ['TX99', 'I999999.999', 'QA76']) {
      const { status, body } = await catalog.call('POST', '/titles', { title: '可疑', clc });
      expect([status, body]).toMatchObject([
        400,
        { errors: [{ pointer: '/clc', code: 'clc.no-such-class' }] },
      ]);
    }
    expect((await catalog.call('POST', '/titles', { title: '可疑', clc: '813' })).body).toMatchObject({
      errors: [{ pointer: '/clc', code: 'clc.invalid' }],
    });
    const insisted = await catalog.call('POST', '/titles', {
      title: '可疑的书', clc: 'TX99', acceptDoubtfulClass: true,
    }); // prettier-ignore
    expect([insisted.status, (insisted.body as TitleView).clc]).toEqual([201, 'TX99']);
    // What is doubtful already does not keep anybody from other corrections.
    expect((await change(insisted.body, { clc: 'TX99', subtitle: '核对中' })).status).toBe(200);
  });

  it('[CAT-026] of a file is kept, told, and listed until somebody mends it; call numbers follow its mending', async () => {
    const file = Buffer.concat([
      iso2709Of(aBook('C1', '分类可疑', [['690', '  $aI999999.999'], ['905', '  $aSY1$bC0001']])),
      iso2709Of(aBook('C2', '分类无法识别', [['690', '  $aTXX-?'], ['905', '  $aSY1$bC0002']])),
      iso2709Of(aBook('C3', '分类正常', [['690', '  $aI247.5'], ['905', '  $aSY1$bC0003']])),
    ]); // prettier-ignore
    const job = await imports.imported(file);
    const told = (await imports.problemsOf(job)).map(({ code, place }) => [place['record'], code]);
    expect(told).toEqual([
      [1, 'clc.no-such-class'],
      [2, 'clc.invalid'],
    ]);

    const doubtful = await get<DoubtfulClassesPage>('/doubtful-classes');
    expect(doubtful).toEqual({
      items: [{ clc: 'I999.999.999', code: 'clc.no-such-class', titles: 1 }],
      nextCursor: null,
    });
    const ofCounty = await catalog.call('GET', '/doubtful-classes?limit=1', undefined, { as: catalog.admin });
    const { items, nextCursor } = ofCounty.body as DoubtfulClassesPage;
    expect(items).toHaveLength(1);
    const rest = await catalog.call(
      'GET',
      `/doubtful-classes?limit=1&cursor=${String(nextCursor)}`,
      undefined,
      {
        as: catalog.admin,
      },
    );
    expect((rest.body as DoubtfulClassesPage).items.map(({ clc }) => clc)).toEqual(['TX99']);

    const unclassed = await get<UnclassedTitlesPage>('/unclassed-titles');
    expect(unclassed.items).toMatchObject([{ title: '分类无法识别', otherClasses: ['clc:TXX-?'] }]);
    expect((await change(await titleOf('分类无法识别'), { clc: 'I247.5' })).status).toBe(200);
    expect((await change(await titleOf('分类可疑'), { clc: 'I247.5' })).status).toBe(200);
    expect((await get<UnclassedTitlesPage>('/unclassed-titles')).items).toEqual([]);
    expect((await get<DoubtfulClassesPage>('/doubtful-classes')).items).toEqual([]);
    const copies = await catalog.sql<{ barcode: string; call_number: string }>(
      `select barcode, call_number from catalog.copy order by barcode`,
    );
    expect(copies.map((copy) => copy.call_number)).toEqual(['I247.5/3', 'I247.5/2', 'I247.5/1']);
    const csv = await fetch(`${catalog.url}/api/v1/unclassed-titles?format=csv`, {
      headers: { authorization: `Bearer ${catalog.librarian}` },
    });
    expect([csv.status, await csv.text()]).toMatchObject([200, expect.stringContaining('现有索书号')]);
  });

  it('[CAT-026] that a further file gives to a title without one gives its copies their call numbers', async () => {
    const without = iso2709Of(aBook('D1', '先无分类', [['905', '  $aSY1$bD0001']]));
    await imports.imported(without);
    await imports.imported(iso2709Of(aBook('D1', '先无分类', [['690', '  $aJ292'], ['905', '  $aSY1$bD0001']]))); // prettier-ignore
    const [copy] = await catalog.sql<{ call_number: string }>(
      `select call_number from catalog.copy where barcode = 'D0001'`,
    );
    expect(copy?.call_number).toBe('J292/1');
  });
});

describe('the schedules', () => {
  it('[CAT-026] are there down to the second level, in both languages; a licensed table says the rest', async () => {
    const main = await get<ClcClassesPage>('/clc-classes');
    expect(main.items).toHaveLength(22);
    const literature = await get<ClcClassesPage>('/clc-classes?under=I', { 'accept-language': 'en' });
    expect(literature.items.map(({ notation, name }) => [notation, name])).toContainEqual([
      'I2',
      'Literature of China',
    ]);
    const table =
      '分类号,类名,上位类\nI24,小说,I2\nI247,当代作品,\nI247.5,新体长篇、中篇小说,\nI2,中国文学（本馆）,\n813,不是类,\n';
    const form = new FormData();
    form.set('file', new Blob([Buffer.from(table)]), 'clc.csv');
    const refused = await catalog.call('POST', '/clc-table-imports', form);
    expect(refused.status).toBe(403);
    const { status, body } = await catalog.call('POST', '/clc-table-imports', form, { as: catalog.admin });
    expect(status).toBe(202);
    const job = await imports.finished((body as JobView).id);
    expect(job.result).toEqual({ total: 5, created: 4, rejected: 1 });
    expect(await imports.problemsOf(job)).toMatchObject([{ place: { line: 6 }, code: 'clc.invalid' }]);
    const path = await get<ClcClassesPage>('/clc-classes?of=I247.5');
    expect(path.items.map(({ notation, source }) => [notation, source])).toEqual([
      ['I', 'program'],
      ['I2', 'county'],
      ['I24', 'county'],
      ['I247', 'county'],
      ['I247.5', 'county'],
    ]);
    const below = await get<ClcClassesPage>('/clc-classes?under=I24');
    expect(below.items).toEqual([{ notation: 'I247', name: '当代作品', parent: 'I24', source: 'county' }]);
    const first = await get<ClcClassesPage>('/clc-classes?under=I&limit=2');
    const second = await get<ClcClassesPage>(
      `/clc-classes?under=I&limit=50&cursor=${String(first.nextCursor)}`,
    );
    expect([...first.items, ...second.items].map(({ notation }) => notation)).toEqual([
      'I0', 'I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7',
    ]); // prettier-ignore
  });
});
