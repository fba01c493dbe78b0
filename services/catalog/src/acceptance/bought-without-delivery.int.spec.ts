import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import { importsInto } from '../catalog-imports/an-import.builder.js';
import { aBuying, type Buying } from '../orders/a-round.builder.js';
import type { OrderView } from '../orders/orders.http.js';
import type { PurchaseBatchView, PurchaseSumView } from './purchases.http.js';

let catalog: CatalogForTests;
let buying: Buying;
let today: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_without_delivery'));
  buying = aBuying(
    catalog,
    await catalog.signer.account({ role: 'school-head', schoolId: catalog.schools[0] }),
  );
  const order = await buying.draft(await buying.vendor('新华书店'));
  today = (await buying.ok<OrderView>('GET', `/orders/${order}`)).createdOn;
}, 60_000);
afterAll(() => catalog.end());

const codesOf = ({ body }: { readonly body: never }): unknown => [(body as { code: string }).code];
const items = async <Item>(path: string, as = catalog.librarian): Promise<Item[]> =>
  (await buying.ok<{ items: Item[] }>('GET', path, undefined, as)).items;

describe('what was bought and came by no delivery', () => {
  it('[CAT-013, CAT-014] counts on the day on which it was bought in the purchase register, its sums and the plan, with the reason; a file as a copy', async () => {
    const year = Number(today.slice(0, 4)) - 3;
    const day = `${String(year)}-09-01`;
    const own = { as: catalog.otherLibrarian };
    const plan = await buying.ok<{ id: string }>(
      'POST', '/acquisition-plans', { year, printVolumes: 100, ebooks: 0, periodicalTitles: 0, budgetFen: 100_000 }, own.as,
    );
    const title = await buying.ok<{ id: string }>('POST', '/titles', { title: '旧账之书', clc: 'I247.5' }, own.as);
    const why = { source: 'purchase', withoutDeliveryReason: '旧账补登', boughtOn: day, documentNumber: '旧票7' };
    const copy = { titleId: title.id, priceFen: 1_000, ...why };
    for (const wrong of [{ boughtOn: '2999-01-01' }, { source: 'donation' }, { source: 'donation', withoutDeliveryReason: null }])
      expect((await catalog.call('POST', '/copies', { ...copy, ...wrong }, own)).status).toBe(400);
    for (const priceFen of [1_000, 1_500]) await buying.ok('POST', '/copies', { ...copy, priceFen }, own.as);

    const imports = importsInto(catalog);
    const file = Buffer.from('题名,条码,价格\n整批旧书,OLD-1,20.00\n整批旧书,OLD-2,20.00\n');
    const refused = await imports.upload(file, { source: 'purchase' }, own);
    expect([refused.status, codesOf(refused)]).toEqual([409, ['copy.purchase-not-accepted']]);
    for (const wrong of [{ boughtOn: '01.09.2019' }, { boughtOn: '2999-01-01' }, { source: 'donation' }])
      expect((await imports.upload(file, { ...why, ...wrong }, own)).status).toBe(400);
    await imports.imported(file, { ...why, withoutDeliveryReason: '旧系统迁移' }, own);

    const bought = await items<PurchaseBatchView>(`/purchase-register?from=${day}&to=${day}`, own.as);
    expect(bought).toMatchObject([
      { deliveryId: null, acceptedOn: day, source: 'without-delivery', reason: '旧账补登', documentNumber: '旧票7', titles: 1, volumes: 2, fen: 2_500, averageFen: 1_250 },
      { deliveryId: null, acceptedOn: day, source: 'without-delivery', reason: '旧系统迁移', titles: 1, volumes: 2, fen: 4_000 },
    ]);
    const first = await buying.ok<{ items: object[]; nextCursor: string }>('GET', '/purchase-register?limit=1', undefined, own.as);
    const second = await buying.ok<{ items: object[] }>('GET', `/purchase-register?limit=1&cursor=${first.nextCursor}`, undefined, own.as);
    expect([first.items, second.items].flat()).toEqual(bought);
    const notes = await catalog.sql<{ note: string }>('select note from register_line where note is not null order by number');
    expect(notes.map(({ note }) => note)).toEqual(['旧账补登', '旧账补登', '旧系统迁移', '旧系统迁移']);
    const sums = await items<PurchaseSumView>(`/purchase-statistics?by=year&to=${String(year)}-12-31`, own.as);
    const sum = { batches: 2, titles: 2, volumes: 4, fen: 6_500, averageFen: 1_625 };
    expect(sums).toEqual([{ period: String(year), ...sum }, { period: 'total', ...sum }]);
    expect(await buying.ok('GET', `/acquisition-plans/${plan.id}`, undefined, own.as)).toMatchObject({
      accepted: 4, spentFen: 6_500, leftFen: 93_500,
    });
  }); // prettier-ignore
});
