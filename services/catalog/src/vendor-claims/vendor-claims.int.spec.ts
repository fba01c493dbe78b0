import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, pdfTexts } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import { aBuying, type Buying } from '../orders/a-round.builder.js';
import type { VendorClaimView, VendorOwingView } from './vendor-claims.http.js';

let catalog: CatalogForTests;
let buying: Buying;
let vendorId: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_vendor_claims'));
  buying = aBuying(
    catalog,
    await catalog.signer.account({ role: 'school-head', schoolId: catalog.schools[0] }),
  );
  vendorId = await buying.vendor('新华书店');
}, 60_000);
afterAll(() => catalog.end());

type Named = { id: string };
const codeOf = ({ body }: { readonly body: never }): string => (body as { code: string }).code;
const came = async (orderId: string, items: readonly object[]): Promise<string> =>
  (await buying.ok<Named>('POST', '/deliveries', { orderId, documentNumber: '送货单', items })).id;
const accept = (id: string) => buying.ok('POST', `/deliveries/${id}/acceptance`, {});
const opened = async (deliveryId: string): Promise<VendorClaimView[]> =>
  (await buying.ok<{ items: VendorClaimView[] }>('POST', '/vendor-claims', { deliveryId, note: '电话告知' }))
    .items;
const act = (id: string, what: string, body: object, as = catalog.librarian) =>
  catalog.call('POST', `/vendor-claims/${id}/${what}`, body, { as });
const ordered = async (quantity: number): Promise<string> =>
  buying.approved(vendorId, [
    {
      reviewId: await buying.review({ name: `索赔${String(Math.random())}` }),
      quantity,
      unitPriceFen: 1_200,
    },
  ]);
const lineOf = async (orderId: string) =>
  (await buying.ok<{ items: { outstanding: number; accepted: number }[] }>('GET', `/orders/${orderId}/lines`))
    .items[0];

describe('what was short, damaged or wrong', () => {
  it('[CAT-021] is claimed once, answered, and settled by a delivery that replaces it and stands for nothing else', async () => {
    const orderId = await ordered(10);
    const deliveryId = await came(orderId, [{ orderLine: 1, received: 6, short: 2, damaged: 1, wrong: 1 }]);
    const claims = await opened(deliveryId);
    expect(claims.map(({ fault, volumes, fen, vendor, status, days }) => [fault, volumes, fen, vendor, status, days])).toEqual([
      ['damaged', 1, 1_200, '新华书店', 'open', 0], ['short', 2, 2_400, '新华书店', 'open', 0], ['wrong', 1, 1_200, '新华书店', 'open', 0],
    ]);
    const again = await catalog.call('POST', '/vendor-claims', { deliveryId });
    expect([again.status, codeOf(again)]).toEqual([409, 'vendor-claim.nothing-to-claim']);
    await accept(deliveryId);
    const [damaged, short, wrong] = claims.map(({ id }) => id) as [string, string, string];
    await act(short, 'answer', { answer: '下月补发' });
    const owing = await buying.ok<{ items: VendorOwingView[] }>('GET', '/vendors-owing');
    expect(owing.items).toEqual([
      { vendor: '新华书店', claims: 3, unanswered: 2, volumes: 4, fen: 4_800, oldestOn: claims[0]?.openedOn, days: 0 },
    ]);

    const replacementId = await came(orderId, [{ orderLine: 1, received: 2 }]);
    const replaced = { outcome: 'replacement', replacementId };
    expect(codeOf(await act(short, 'settlement', replaced))).toBe('vendor-claim.not-replaced');
    await accept(replacementId);
    expect((await act(short, 'settlement', replaced)).body).toMatchObject({ status: 'settled', outcome: 'replacement' });
    // Its two volumes stand for the two that were short, and for no other.
    expect(codeOf(await act(damaged, 'settlement', replaced))).toBe('vendor-claim.not-replaced');
    await act(wrong, 'withdrawal', { reason: '误记' });
    expect((await opened(deliveryId)).map(({ fault }) => fault)).toEqual(['wrong']);
    expect(codeOf(await act(wrong, 'reopening', { reason: '没有误记' }))).toBe('vendor-claim.claimed-again');
    const { items } = await buying.ok<{ items: VendorClaimView[] }>('GET', '/vendor-claims?status=settled');
    expect(items.map(({ id, trail }) => [id, trail.map(({ action }) => action)])).toEqual([[short, ['open', 'answer', 'settle']]]);
    const printed = await fetch(`${catalog.url}/api/v1/vendor-claims?format=pdf`, { headers: { authorization: `Bearer ${catalog.librarian}` } });
    const text = (await pdfTexts(new Uint8Array(await printed.arrayBuffer()))).join(' ');
    for (const word of ['图书索赔登记表', '下月补发', '补发', '60.00']) expect(text).toContain(word);
    for (const list of ['vendor-claims', 'vendors-owing'])
      expect((await fetch(`${catalog.url}/api/v1/${list}?format=xlsx`, { headers: { authorization: `Bearer ${catalog.librarian}` } })).status).toBe(200);
  }); // prettier-ignore

  it('[CAT-021] that is paid off comes no more, and comes again when that is taken back: never both', async () => {
    const orderId = await ordered(5);
    const deliveryId = await came(orderId, [{ orderLine: 1, received: 3, short: 2 }]);
    const [claim] = await opened(deliveryId);
    const id = claim?.id ?? '';
    await accept(deliveryId);
    for (const wrong of [{ outcome: 'refund' }, { outcome: 'replacement' }, { outcome: 'credit', amountFen: 1, replacementId: deliveryId }])
      expect((await act(id, 'settlement', wrong)).status).toBe(400);
    const refund = { outcome: 'refund', amountFen: 2_400, documentNumber: '退款5' };
    const settled = await Promise.all([act(id, 'settlement', refund), act(id, 'settlement', refund)]);
    expect(settled.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await lineOf(orderId)).toMatchObject({ accepted: 3, outstanding: 0 });
    const late = { orderId, items: [{ orderLine: 1, received: 1 }] };
    expect(codeOf(await catalog.call('POST', '/deliveries', late))).toBe('delivery.refused');

    await act(id, 'reopening', { reason: '书店改为补发' });
    expect(await lineOf(orderId)).toMatchObject({ outstanding: 2 });
    const rest = await came(orderId, [{ orderLine: 1, received: 1 }]);
    // One of the two is on its way: both cannot be paid off.
    expect(codeOf(await act(id, 'settlement', refund))).toBe('vendor-claim.came-meanwhile');
    await buying.ok('POST', `/deliveries/${rest}/return`, { reason: '又坏了' });
    expect((await act(id, 'settlement', refund)).status).toBe(200);
    expect((await act(id, 'answer', { answer: '好' })).status).toBe(409);
    expect((await act(id, 'reopening', { reason: '越界' }, catalog.otherLibrarian)).status).toBe(404);
    expect((await catalog.call('POST', '/vendor-claims', { deliveryId }, { as: catalog.otherLibrarian })).status).toBe(422);
  }); // prettier-ignore
});
