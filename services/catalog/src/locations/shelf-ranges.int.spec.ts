import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { newId } from '@shulian/service-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import { aLibrary } from './a-library.builder.js';
import type { LocationView } from './locations.http.js';
import type { ShelfRangeLine } from './shelf-ranges.http.js';

let catalog: CatalogForTests;
let library: ReturnType<typeof aLibrary>;
let reader: string;
let stacks: LocationView;
let third: LocationView;
let bookcase: LocationView;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_shelf_ranges'));
  library = aLibrary(catalog);
  reader = await catalog.signer.account({ role: 'reader', schoolId: catalog.schools[0], readerId: newId() });
  stacks = await library.place('room', '书库');
  third = await library.place('shelf', '3架', { parentId: stacks.id });
  bookcase = await library.place('bookcase', '曹文轩专柜', { theme: '曹文轩' });
}, 60_000);
afterAll(() => catalog.end());

const put = (place: LocationView, ranges: object[], as = catalog.librarian) =>
  catalog.call('PUT', `/locations/${place.id}/shelf-ranges`, { ranges }, { as });
const guide = async (query = '', as = reader): Promise<ShelfRangeLine[]> => {
  const { status, body } = await catalog.call('GET', `/shelf-ranges?${query}`, undefined, { as });
  expect([status, body]).toMatchObject([200, {}]);
  return (body as { items: ShelfRangeLine[] }).items;
};
const printed = async (language: string): Promise<string[]> => {
  const reply = await fetch(`${catalog.url}/api/v1/shelf-ranges?format=csv`, {
    headers: { authorization: `Bearer ${catalog.librarian}`, 'accept-language': language },
  });
  return (await reply.text()).replace('\ufeff', '').trim().split('\r\n');
};

describe('the guide to the shelves', () => {
  it('[CAT-109] says which classes stand where and how to get there, and finds the shelf of a class', async () => {
    const input = [
      {
        fromClass: 'I24',
        toClass: 'I28',
        directionsZh: '进门左转第三架',
        directionsEn: 'third shelf on the left',
      },
      { fromClass: 'Ｈ１', toClass: 'H3', directionsZh: '第三架背面' },
    ];
    const { status, body } = await put(third, input);
    expect([status, body]).toMatchObject([
      200,
      {
        items: [
          { number: 1, path: '书库 / 3架' },
          { number: 2, fromClass: 'H1' },
        ],
      },
    ]);
    await put(stacks, [{ fromClass: 'A', toClass: 'Z' }]);
    await put(bookcase, [{ fromClass: 'I287.4', toClass: 'I287.4' }]);

    expect((await guide()).map(({ fromClass, toClass, path }) => [fromClass, toClass, path])).toEqual([
      ['A', 'Z', '书库'],
      ['H1', 'H3', '书库 / 3架'],
      ['I24', 'I28', '书库 / 3架'],
      ['I287.4', 'I287.4', '曹文轩专柜'],
    ]);
    expect((await guide('clc=I287.47')).map(({ path }) => path)).toEqual([
      '曹文轩专柜',
      '书库 / 3架',
      '书库',
    ]);
    expect((await guide('clc=I287.5')).map(({ directionsZh }) => directionsZh)).toEqual([
      '进门左转第三架',
      null,
    ]);
    expect((await guide('clc=I29')).map(({ path }) => path)).toEqual(['书库']);

    expect(await printed('zh')).toEqual([
      '分类号,类目,地点,怎么走',
      'A – Z,马克思主义、列宁主义、毛泽东思想、邓小平理论 – 综合性图书,书库,',
      'H1 – H3,语言、文字,书库 / 3架,第三架背面',
      'I24 – I28,文学,书库 / 3架,进门左转第三架',
      'I287.4,文学,曹文轩专柜,',
    ]);
    expect((await printed('en'))[3]).toContain('third shelf on the left');
  });

  it('goes page by page, leaves out what is closed, and what is said anew stands in place of the old', async () => {
    const first = await catalog.call('GET', '/shelf-ranges?limit=3');
    const { nextCursor } = first.body as { nextCursor: string };
    expect(await guide(`limit=3&cursor=${encodeURIComponent(nextCursor)}`)).toHaveLength(1);
    expect((await library.patched(`/locations/${bookcase.id}`, { closed: true })).status).toBe(200);
    expect((await put(bookcase, [])).body).toMatchObject({ code: 'location.closed' });
    expect(await guide()).toHaveLength(3);
    await put(third, [{ fromClass: 'K', toClass: 'K' }]);
    expect((await guide()).map(({ fromClass }) => fromClass)).toEqual(['A', 'K']);
    await put(third, []);
    expect(await guide()).toHaveLength(1);
  });

  it('names every range that is wrong, and writes none of them', async () => {
    const { status, body } = await put(third, [
      { fromClass: 'A', toClass: 'B' },
      { fromClass: '文学', toClass: 'I' },
      { fromClass: 'K', toClass: 'I' },
    ]);
    expect([status, body]).toMatchObject([
      400,
      { errors: [{ pointer: '/ranges/1/fromClass' }, { pointer: '/ranges/2/toClass', code: 'before-from' }] },
    ]);
    expect((await put(third, [{ fromClass: 'A' }])).status).toBe(400);
    const many = (count: number) => Array.from({ length: count }, () => ({ fromClass: 'A', toClass: 'A' }));
    expect((await put(third, many(31))).status).toBe(400);
    expect((await put(third, many(30))).status).toBe(200);
    expect((await catalog.call('GET', '/shelf-ranges?clc=L1')).status).toBe(400);
  });

  it('is written by the librarian of the school only', async () => {
    const ranges = [{ fromClass: 'A', toClass: 'A' }];
    expect((await put(third, ranges, reader)).status).toBe(403);
    expect((await put(third, ranges, catalog.otherLibrarian)).status).toBe(404);
    expect((await put({ ...third, id: newId() }, ranges, catalog.otherLibrarian)).status).toBe(404);
  });
});
