import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, pdfTexts } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import { aBuying, type Buying } from './a-round.builder.js';
import type { OrderLineView, OrderView } from './orders.http.js';
import type { BibliographyLinesAdded, WantingView } from './wanting.http.js';

let catalog: CatalogForTests;
let buying: Buying;
let vendorId: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_before_a_round'));
  buying = aBuying(
    catalog,
    await catalog.signer.account({ role: 'school-head', schoolId: catalog.schools[0] }),
  );
  vendorId = await buying.vendor('新华书店');
}, 60_000);
afterAll(() => catalog.end());

type Named = { id: string };
const title = async (name: string, more: object = {}): Promise<string> =>
  (await buying.ok<Named>('POST', '/titles', { title: name, clc: 'I287.45', priceFen: 2_500, ...more })).id;

describe('before a round of buying', () => {
  it('[CAT-005] stock by class, standard, gaps and wishes stand with the order as they were that day', async () => {
    const titleId = await title('馆藏之书');
    for (const _ of [1, 2]) await buying.ok('POST', '/copies', { titleId });
    await buying.ok('POST', '/collection-policies', {
      reason: '方案',
      targets: [
        { name: '作文读物', audience: 'pupils', category: 'composition-readers', clcs: ['H15'], volumes: 5 },
        { name: '儿童文学', audience: 'pupils', category: 'enrichment', clcs: ['I287'], volumes: 2 },
      ],
    });
    await buying.ok('POST', '/suggestions', { name: '一票之书' });
    const wanted = await buying.ok<Named>('POST', '/suggestions', { name: '两票之书' });
    const reader = await catalog.signer.account({ role: 'teacher', schoolId: catalog.schools[0], classId: titleId });
    await buying.ok('PUT', `/suggestions/${wanted.id}/vote`, undefined, reader);
    const { surveyFigures } = await buying.ok<OrderView>('GET', `/orders/${await buying.draft(vendorId)}`);
    expect(surveyFigures).toEqual({
      takenOn: expect.any(String), pupils: 0, volumes: 2, required: 0,
      classes: [{ mainClass: 'I', volumes: 2 }],
      gaps: [{ name: '作文读物', audience: 'pupils', target: 5, held: 0, gap: 5 }],
      openWishes: 2,
      wishes: [
        { name: '两票之书', course: null, neededOn: null, votes: 2 },
        { name: '一票之书', course: null, neededOn: null, votes: 1 },
      ],
    });
    const bare = await buying.ok<Named>('POST', '/orders', { name: '无调查', vendorId });
    expect((await catalog.call('POST', `/orders/${bare.id}/submission`)).status).toBe(409);
  }); // prettier-ignore

  it('[CAT-011] what the school lacks of a booklist of a course comes on the order at once, and the rest says why', async () => {
    const [held, wanting, unread, ordered] = [
      await title('已藏'), await title('可订'), await title('未审'), await title('在订'),
    ]; // prettier-ignore
    await buying.ok('POST', '/copies', { titleId: held });
    for (const titleId of [held, wanting, ordered]) await buying.review({ titleId });
    await buying.approved(vendorId, [{ reviewId: await buying.review({ titleId: ordered }), quantity: 3, unitPriceFen: 100 }]);
    const list = await buying.ok<Named>('POST', '/bibliographies', { kind: 'course', name: '五年级语文参考书目' });
    const entries = [...[held, wanting, unread, ordered].map((titleId) => ({ titleId })), { heading: '一篇文章', source: '人民教育' }];
    const put = await catalog.call('PUT', `/bibliographies/${list.id}/entries`, { entries }, { headers: { 'if-match': '"v1"' } });
    expect(put.status).toBe(200);
    const path = `/bibliographies/${list.id}/wanting`;
    const { items } = await buying.ok<{ items: WantingView[] }>('GET', path);
    expect(items.map(({ place, name, held: copies, onOrder, standing, priceFen }) => [place, name, copies, onOrder, standing, priceFen])).toEqual([
      [1, '已藏', 1, 0, 'held', 2_500], [2, '可订', 0, 0, 'wanting', 2_500], [3, '未审', 0, 0, 'not-reviewed', 2_500],
      [4, '在订', 0, 3, 'on-order', 2_500], [5, '一篇文章', 0, 0, 'no-title', null],
    ]);
    const printed = await fetch(`${catalog.url}/api/v1${path}?format=pdf`, { headers: { authorization: `Bearer ${catalog.librarian}`, 'accept-language': 'zh-CN' } });
    const text = (await pdfTexts(new Uint8Array(await printed.arrayBuffer()))).join(' ');
    for (const word of ['书目选书表', '五年级语文参考书目', '待审读', '可订']) expect(text).toContain(word);

    const orderId = await buying.draft(vendorId);
    const added = await buying.ok<BibliographyLinesAdded>('POST', `/orders/${orderId}/bibliography-lines`, { bibliographyId: list.id, quantity: 4 });
    expect(added).toEqual({
      added: 1,
      left: [
        { place: 1, name: '已藏', standing: 'held' }, { place: 3, name: '未审', standing: 'not-reviewed' },
        { place: 4, name: '在订', standing: 'on-order' }, { place: 5, name: '一篇文章', standing: 'no-title' },
      ],
    });
    const lines = await buying.ok<{ items: OrderLineView[] }>('GET', `/orders/${orderId}/lines`);
    expect(lines.items).toMatchObject([{ number: 1, name: '可订', quantity: 4, unitPriceFen: 2_500 }]);
    // What stands on the draft is on order already.
    const again = await buying.ok<BibliographyLinesAdded>('POST', `/orders/${orderId}/bibliography-lines`, { bibliographyId: list.id, places: [2], quantity: 4 });
    expect(again).toEqual({ added: 0, left: [{ place: 2, name: '可订', standing: 'on-order' }] });
    const foreign = await catalog.call('GET', path, undefined, { as: catalog.otherLibrarian });
    expect(foreign.status).toBe(404);
    const unknown = { bibliographyId: list.id.replace(/^.{8}/, '00000000'), quantity: 1 };
    expect((await catalog.call('POST', `/orders/${orderId}/bibliography-lines`, unknown)).status).toBe(422);
  }); // prettier-ignore
});
