import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import type { OffListPage } from './value-lists.http.js';

let catalog: CatalogForTests;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_value_lists'));
}, 120_000);
afterAll(() => catalog.end());

const write = (values: unknown, version: number, as = catalog.admin) =>
  catalog.call('PUT', '/value-lists/publisher', { values }, {
    as,
    headers: { 'if-match': `"v${String(version)}"` },
  }); // prettier-ignore
const offList = async (query = ''): Promise<OffListPage> =>
  (await catalog.call('GET', `/off-list-values?list=publisher${query}`)).body;

describe('values that a county agrees on', () => {
  it('[CAT-028] are kept as a list; what titles say otherwise is listed, and mended by a change of many titles', async () => {
    for (const [title, publisher] of [
      ['甲', '人民文学出版社'], ['乙', '人民文学出版社(北京)'], ['丙', '人民文学出版社(北京)'], ['丁', '作家'],
    ]) expect((await catalog.call('POST', '/titles', { title, publisher })).status).toBe(201); // prettier-ignore
    const { body } = await catalog.call('GET', '/value-lists/publisher');
    expect(body).toEqual({ name: 'publisher', version: 1, values: [] });
    const written = await write(['人民文学出版社', ' 作家出版社 '], 1);
    expect([written.status, written.body]).toEqual([
      200,
      { name: 'publisher', version: 2, values: ['人民文学出版社', '作家出版社'] },
    ]);
    expect((await write([], 1)).status).toBe(412);
    expect((await write([], 2, catalog.librarian)).status).toBe(403);
    expect((await write(['a', 'a'], 2)).status).toBe(400);
    const first = await offList('&limit=1');
    const second = await offList(`&limit=5&cursor=${String(first.nextCursor)}`);
    expect([...first.items, ...second.items].sort((a, b) => b.titles - a.titles)).toEqual([
      { value: '人民文学出版社(北京)', titles: 2 },
      { value: '作家', titles: 1 },
    ]);
    const edit = { filter: { publisher: '人民文学出版社(北京)' }, change: { publisher: '人民文学出版社' } };
    expect((await catalog.call('POST', '/title-edits', edit, { as: catalog.admin })).status).toBe(201);
    expect((await offList()).items).toEqual([{ value: '作家', titles: 1 }]);
    const csv = await fetch(`${catalog.url}/api/v1/off-list-values?list=publisher&format=csv`, {
      headers: { authorization: `Bearer ${catalog.librarian}` },
    });
    expect(await csv.text()).toContain('作家');
    expect((await catalog.call('GET', '/value-lists/unheard-of')).status).toBe(404);
  });
});
