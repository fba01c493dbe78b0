import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import { aBuying, type Buying } from '../orders/a-round.builder.js';
import type { IssueListsPage, IssueListView, MarketShareView } from './vendor-market.http.js';

let catalog: CatalogForTests;
let buying: Buying;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_vendor_market'));
  buying = aBuying(
    catalog,
    await catalog.signer.account({ role: 'school-head', schoolId: catalog.schools[0] }),
  );
}, 60_000);
afterAll(() => catalog.end());

const formOf = (bytes: Uint8Array): FormData => {
  const form = new FormData();
  form.set('file', new Blob([Buffer.from(bytes)]), 'list');
  return form;
};
const bytesOf = async (path: string, as = catalog.librarian) => {
  const answer = await fetch(`${catalog.url}/api/v1${path}`, { headers: { authorization: `Bearer ${as}` } });
  return { status: answer.status, type: answer.headers.get('content-type'), bytes: Buffer.from(await answer.arrayBuffer()) };
}; // prettier-ignore

describe('what vendors issue, and what of it the school buys', () => {
  it('[CAT-009] is kept as the files they send, and shares of the market are those of the own purchases, printed', async () => {
    const [big, small] = [await buying.vendor('新华书店'), await buying.vendor('小书店')];
    const send = (bytes: Uint8Array, name = '2027春季书目', as = catalog.librarian) =>
      catalog.call('POST', `/vendors/${big}/issue-lists?name=${encodeURIComponent(name)}`, formOf(bytes), { as });
    const csv = Buffer.from('题名,定价\n春季新书,20.00\n');
    const sent = await send(csv);
    expect([sent.status, sent.body]).toMatchObject([201, { name: '2027春季书目', mediaType: 'text/csv', size: csv.length }]);
    const { id } = sent.body as IssueListView;
    expect(((await send(Buffer.from('%PDF-1.7 x'), '秋季')).body as IssueListView).mediaType).toBe('application/pdf');
    expect((await send(Buffer.from([0x7f, 0x45, 0, 1]))).status).toBe(415);
    expect((await send(new Uint8Array(10 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await send(csv, '越界', catalog.otherLibrarian)).status).toBe(404);
    expect((await bytesOf(`/issue-lists/${id}/file`)).bytes.equals(csv)).toBe(true);
    expect((await bytesOf(`/issue-lists/${id}/file`, catalog.otherLibrarian)).status).toBe(404);
    const lists = await buying.ok<IssueListsPage>('GET', `/vendors/${big}/issue-lists`);
    expect(lists.items.map(({ name }) => name)).toEqual(['秋季', '2027春季书目']);
    expect((await catalog.call('DELETE', `/issue-lists/${id}`)).status).toBe(204);
    expect((await catalog.call('GET', `/issue-lists/${id}/file`)).status).toBe(404);

    const bought = async (vendorId: string, publisher: string, quantity: number): Promise<void> => {
      const reviewId = await buying.review({ name: `书${publisher}${vendorId}`, publisher });
      const orderId = await buying.approved(vendorId, [{ reviewId, quantity, unitPriceFen: 1_000 }]);
      const { id: deliveryId } = await buying.ok<{ id: string }>('POST', '/deliveries', { orderId, items: [{ orderLine: 1, received: quantity }] });
      await buying.ok('POST', `/deliveries/${deliveryId}/acceptance`, {});
    };
    await bought(big, '人民文学出版社', 6);
    await bought(big, '少年儿童出版社', 1);
    await bought(small, '少年儿童出版社', 1);
    const shares = async (query: string) =>
      (await buying.ok<{ items: MarketShareView[] }>('GET', `/market-shares?${query}`)).items.map(({ name, volumes, share, fen, fenShare }) => [name, volumes, share, fen, fenShare]);
    expect(await shares('')).toEqual([['新华书店', 7, 8_750, 7_000, 8_750], ['小书店', 1, 1_250, 1_000, 1_250]]);
    expect(await shares('by=publisher')).toEqual([['人民文学出版社', 6, 7_500, 6_000, 7_500], ['少年儿童出版社', 2, 2_500, 2_000, 2_500]]);
    expect(await shares('to=2020-01-01')).toEqual([]);
    const first = await buying.ok<{ nextCursor: string }>('GET', '/market-shares?limit=1');
    expect(await shares(`limit=1&cursor=${first.nextCursor}`)).toEqual([['小书店', 1, 1_250, 1_000, 1_250]]);
    for (const path of ['/market-shares?format=pdf', '/market-shares?format=xlsx', `/vendors/${big}/issue-lists?format=csv`])
      expect((await bytesOf(path)).status).toBe(200);
    expect((await buying.ok<{ items: object[] }>('GET', '/vendors')).items).toHaveLength(2);
  }); // prettier-ignore
});
