import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import { aLibrary } from '../locations/a-library.builder.js';
import type { StockAdditionView } from './stock-additions.http.js';

let catalog: CatalogForTests;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_stock_additions'));
}, 60_000);
afterAll(() => catalog.end());

const list = async (query = ''): Promise<StockAdditionView[]> =>
  ((await catalog.call('GET', `/stock-additions?${query}`)).body as { items: StockAdditionView[] }).items;
const codeOf = ({ body }: { readonly body: never }): string => (body as { code: string }).code;

describe('additions to a reading room', () => {
  it('[CAT-019] are planned by a day, counted as new volumes come to the room, done or called off, and taken up again', async () => {
    const library = aLibrary(catalog);
    const room = await library.place('room', '学生阅览室');
    const shelf = await library.place('shelf', '新书架', { parentId: room.id });
    const december = { locationId: room.id, name: '十二月阅览室添置', dueOn: '2060-12-31', volumes: 50 };
    const planned = await catalog.call('POST', '/stock-additions', december);
    expect([planned.status, planned.body]).toMatchObject([201, { status: 'planned', added: 0, place: '学生阅览室' }]);
    const { id } = planned.body as StockAdditionView;
    const [one, two] = await library.copies('I287.45', 3);
    for (const copy of [one, two]) await library.patched(`/copies/${copy?.id ?? ''}`, { locationId: shelf.id });
    expect(await list()).toMatchObject([{ id, volumes: 50, added: 2 }]);

    const late = await catalog.call('POST', '/stock-additions', { ...december, name: '去年十二月', fromOn: '2025-12-01', dueOn: '2025-12-31' });
    expect(late.body).toMatchObject({ status: 'overdue' });
    expect((await list('limit=1')).map(({ name }) => name)).toEqual(['去年十二月']);
    const end = (of: string, body: object) => catalog.call('POST', `/stock-additions/${of}/end`, body);
    expect((await end(id, { outcome: 'cancelled' })).status).toBe(400);
    expect((await end(id, { outcome: 'done' })).body).toMatchObject({ status: 'done', added: 2 });
    expect(codeOf(await end(id, { outcome: 'done' }))).toBe('stock-addition.ended');
    expect(codeOf(await catalog.call('POST', `/stock-additions/${(late.body as StockAdditionView).id}/reopening`))).toBe('stock-addition.open');
    expect((await catalog.call('POST', `/stock-additions/${id}/reopening`)).body).toMatchObject({ status: 'planned', endedOn: null });
    expect((await end(id, { outcome: 'cancelled', words: '经费不足' })).body).toMatchObject({ status: 'cancelled', words: '经费不足' });
    expect((await list('status=planned')).map(({ status }) => status)).toEqual(['overdue']);
    const printed = await fetch(`${catalog.url}/api/v1/stock-additions?format=csv`, { headers: { authorization: `Bearer ${catalog.librarian}`, 'accept-language': 'zh-CN' } });
    expect((await printed.text()).replace('\ufeff', '').split('\r\n')[0]).toBe('期限,名称,地点,计划册数,已添置,状态,完成日期,说明');
    expect((await fetch(`${catalog.url}/api/v1/stock-additions?format=pdf`, { headers: { authorization: `Bearer ${catalog.librarian}` } })).status).toBe(200);
    expect((await catalog.call('POST', '/stock-additions', { ...december, dueOn: '2020-01-01' })).status).toBe(400);
    expect((await catalog.call('POST', '/stock-additions', december, { as: catalog.otherLibrarian })).status).toBe(422);
    expect((await catalog.call('POST', `/stock-additions/${id}/end`, { outcome: 'done' }, { as: catalog.otherLibrarian })).status).toBe(404);
  }); // prettier-ignore
});
