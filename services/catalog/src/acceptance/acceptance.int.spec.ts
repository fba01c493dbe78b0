import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TermId } from '@shulian/contracts/ids';
import { TermOpenedV1 } from '@shulian/contracts/readers';
import { newId } from '@shulian/service-kit';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase, pdfTexts } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import { aBuying, type Buying } from '../orders/a-round.builder.js';
import type { OrderView } from '../orders/orders.http.js';
import type { DeliveryLineView, DeliveryView } from './deliveries.http.js';
import type { PurchaseBatchView, PurchaseSumView } from './purchases.http.js';

let catalog: CatalogForTests;
let buying: Buying;
let head: string;
let vendorId: string;
let today: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_acceptance'));
  head = await catalog.signer.account({ role: 'school-head', schoolId: catalog.schools[0] });
  buying = aBuying(catalog, head);
  vendorId = await buying.vendor('新华书店');
  today = (await buying.ok<OrderView>('GET', `/orders/${await buying.draft(vendorId)}`)).createdOn;
}, 60_000);
afterAll(() => catalog.end());

type Problem = {
  readonly code: string;
  readonly reasons?: readonly { code: string; facts?: object }[];
  readonly errors?: readonly object[];
};
const problemOf = ({ body }: { readonly body: never }): Problem => body;
const codesOf = (answer: { readonly body: never }): unknown => [
  problemOf(answer).code,
  ...(problemOf(answer).reasons ?? []).map(({ code }) => code),
];
const items = async <Item>(path: string, as = catalog.librarian): Promise<Item[]> =>
  (await buying.ok<{ items: Item[] }>('GET', path, undefined, as)).items;
const headsOf = async (path: string): Promise<string> => {
  const answer = await fetch(`${catalog.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${catalog.librarian}` },
  });
  return (await answer.text()).replace('\ufeff', '').split('\r\n')[0] ?? '';
};
const pdfOf = async (path: string): Promise<Uint8Array> => {
  const answer = await fetch(`${catalog.url}/api/v1${path}?format=pdf`, {
    headers: { authorization: `Bearer ${catalog.librarian}` },
  });
  return new Uint8Array(await answer.arrayBuffer());
};
const cameOf = (orderId: string, lines: readonly object[], documentNumber = '发票1') =>
  catalog.call('POST', '/deliveries', { orderId, documentNumber, items: lines });
const came = async (orderId: string, lines: readonly object[], documentNumber?: string): Promise<string> => {
  const answer = await cameOf(orderId, lines, documentNumber);
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  return (answer.body as { id: string }).id;
};
const accept = (id: string, body: object = {}) => catalog.call('POST', `/deliveries/${id}/acceptance`, body);
const copiesIn = async (): Promise<number> =>
  (await catalog.sql<{ copies: number }>('select count(*)::int as copies from copy'))[0]?.copies ?? -1;

describe('accepting what was ordered', () => {
  it('[CAT-021, CAT-013] enters nothing before it is accepted, then copies, numbers, registers and the purchase register in one step; what was short, damaged or wrong is still to come', async () => {
    const known = await buying.ok<{ id: string }>('POST', '/titles', { title: '红楼梦', isbns: ['9787020002207'], clc: 'I242.4' });
    const reviews = [
      await buying.review({ titleId: known.id }),
      await buying.review({ name: '草房子', isbn: '9787534618758', contributor: '曹文轩', clc: 'I287.47' }),
      await buying.review({ name: '乡土教材' }),
    ];
    const orderId = await buying.approved(vendorId, [
      { reviewId: reviews[0], quantity: 2, unitPriceFen: 5_900 },
      { reviewId: reviews[1], quantity: 10, unitPriceFen: 1_980 },
      { reviewId: reviews[2], quantity: 1, unitPriceFen: 800 },
    ]);
    const before = await copiesIn();
    const id = await came(orderId, [
      { orderLine: 1, received: 2 },
      { orderLine: 2, received: 7, short: 1, damaged: 1, wrong: 1, remark: '一册缺页' },
      { orderLine: 3, received: 1 },
    ]);
    expect(await copiesIn()).toBe(before);
    expect(await buying.ok('GET', `/orders/${orderId}`)).toMatchObject({ volumes: 13, arriving: 10, accepted: 0 });
    expect(await items('/registers/individual')).toEqual([]);

    const accepted = await accept(id, { location: '书库一' });
    expect([accepted.status, accepted.body]).toMatchObject([
      200,
      { status: 'accepted', titles: 3, received: 10, fen: 26_460, short: 1, damaged: 1, wrong: 1, firstAccessionNumber: 1, lastAccessionNumber: 10 },
    ]);
    expect(await buying.ok('GET', `/orders/${orderId}`)).toMatchObject({ arriving: 0, accepted: 10 });
    expect((await items<{ outstanding: number }>(`/orders/${orderId}/lines`)).map(({ outstanding }) => outstanding)).toEqual([0, 3, 0]);
    const lines = await items<Record<string, unknown>>('/registers/individual');
    expect(lines.map(({ accessionNumber, title, valueFen, source, documentNumber, batch }) =>
      [accessionNumber, title, valueFen, source, documentNumber, batch])).toEqual([
      [1, '红楼梦', 5_900, 'purchase', '发票1', 1], [2, '红楼梦', 5_900, 'purchase', '发票1', 1],
      ...[3, 4, 5, 6, 7, 8, 9].map((number) => [number, '草房子', 1_980, 'purchase', '发票1', 1]),
      [10, '乡土教材', 800, 'purchase', '发票1', 1],
    ]);
    expect(await items('/registers/summary')).toMatchObject([{ titlesIn: 3, volumesIn: 10, fenIn: 26_460, volumesBalance: 10 }]);
    const sheet = await items<DeliveryLineView>(`/deliveries/${id}/lines`);
    expect(sheet).toMatchObject([
      { number: 1, titleId: known.id, received: 2, firstAccessionNumber: 1 },
      { number: 2, name: '草房子', received: 7, short: 1, damaged: 1, wrong: 1, remark: '一册缺页', firstAccessionNumber: 3 },
      { number: 3, received: 1, firstAccessionNumber: 10 },
    ]);
    const copies = await items<{ status: string; location: string; callNumber: string | null }>(`/copies?titleId=${String(sheet[1]?.titleId)}`);
    expect(copies).toHaveLength(7);
    expect(copies[0]).toMatchObject({ status: 'processing', location: '书库一', callNumber: 'I287.47/1' });

    expect(await items<PurchaseBatchView>('/purchase-register')).toMatchObject([
      { acceptedOn: today, batch: 1, source: 'order', order: '秋季图书采购', vendor: '新华书店', documentNumber: '发票1', titles: 3, volumes: 10, fen: 26_460, averageFen: 2_646, firstAccessionNumber: 1, lastAccessionNumber: 10 },
    ]);
    expect(await headsOf('/purchase-register?format=csv')).toBe('日期,批次,来源,订单,供应商,经办,未经验收的说明,凭证号,种数,册数,金额(元),册均价(元),登录号');
    expect(await headsOf(`/deliveries/${id}/lines?format=csv`)).toBe('序号,题名,ISBN,类型,单价(元),实收,短缺,破损,错发,登录号,备注');
    expect(await headsOf('/deliveries?format=csv')).toBe('日期,来源,订单,供应商,捐赠或经办,捐赠活动,凭证号,种数,实收,金额(元),短缺,破损,错发,状态,验收日期,登录号');

    for (const [path, ...words] of [
      ['/purchase-register', '购书登记表', '经手人', '馆长', '校长', '本页合计', '总计', '264.60'],
      ['/purchase-statistics', '购书统计', '经手人', '馆长', '校长'],
      [`/deliveries/${id}/lines`, '图书验收单', '验收人', '馆长', '本页合计'],
    ] as const) {
      const [page] = await pdfTexts(await pdfOf(path));
      for (const word of words) expect(page).toContain(word);
    }

    // What was damaged comes in a second box; the same work is the same title.
    const second = await accept(await came(orderId, [{ orderLine: 2, received: 3 }], '发票2'));
    expect(second.body).toMatchObject({ received: 3, firstAccessionNumber: 11, lastAccessionNumber: 13 });
    const again = await items<DeliveryLineView>(`/deliveries/${(second.body as DeliveryView).id}/lines`);
    expect(again[0]?.titleId).toBe(sheet[1]?.titleId);
    const full = await cameOf(orderId, [{ orderLine: 2, received: 1 }]);
    expect([full.status, codesOf(full)]).toEqual([409, ['delivery.refused', 'delivery.more-than-ordered']]);
  }); // prettier-ignore

  it('[CAT-021] accepts a delivery once, when two desks accept it in the same moment', async () => {
    const reviewId = await buying.review({ name: '同时验收' });
    const orderId = await buying.approved(vendorId, [{ reviewId, quantity: 4, unitPriceFen: 100 }]);
    const id = await came(orderId, [{ orderLine: 1, received: 4 }]);
    const before = await copiesIn();
    const answers = await Promise.all([1, 2, 3].map(() => accept(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await copiesIn()).toBe(before + 4);
  });

  it('[CAT-021] never takes more than was ordered, when boxes are checked in at the same moment', async () => {
    const reviewId = await buying.review({ name: '同时到货' });
    const orderId = await buying.approved(vendorId, [{ reviewId, quantity: 5, unitPriceFen: 100 }]);
    const answers = await Promise.all([1, 2, 3].map(() => cameOf(orderId, [{ orderLine: 1, received: 2 }])));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409]);
    expect(await buying.ok('GET', `/orders/${orderId}`)).toMatchObject({ volumes: 5, arriving: 4 });
  });

  it('makes one title of a new work that two deliveries bring at the same moment', async () => {
    const isbn = '9787544270878';
    const [one, two] = [await buying.review({ name: '窗边的小豆豆', isbn }), await buying.review({ name: '窗边的小豆豆', isbn })];
    const orderId = await buying.approved(vendorId, [
      { reviewId: one, quantity: 1, unitPriceFen: 100 },
      { reviewId: two, quantity: 1, unitPriceFen: 100, duplicateReason: '两班' },
    ]);
    const ids = [await came(orderId, [{ orderLine: 1, received: 1 }]), await came(orderId, [{ orderLine: 2, received: 1 }])];
    const answers = await Promise.all(ids.map((id) => accept(id)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await items(`/titles?isbn=${isbn}`)).toHaveLength(1);
  }); // prettier-ignore

  it('enters the copies of a title that was merged while they were on order under the one it went into', async () => {
    const titleOf = (title: string) =>
      buying.ok<{ id: string; version: number }>('POST', '/titles', { title, isbns: ['9787101003048'] });
    const [from, into] = [await titleOf('史记选'), await titleOf('史记选读')];
    const reviewId = await buying.review({ titleId: from.id });
    const orderId = await buying.approved(vendorId, [{ reviewId, quantity: 2, unitPriceFen: 100 }]);
    const id = await came(orderId, [{ orderLine: 1, received: 2 }]);
    const merge = { titleId: from.id, version: from.version, intoTitleId: into.id, intoVersion: into.version };
    await buying.ok('POST', '/title-merges', merge, catalog.admin);
    expect((await accept(id)).status).toBe(200);
    expect(await items(`/copies?titleId=${into.id}`)).toHaveLength(2);
  }); // prettier-ignore

  it('[CAT-021] is sent back with a word, and its volumes are still to come; an order with a delivery on the table is not cancelled', async () => {
    const reviewId = await buying.review({ name: '整批退回' });
    const orderId = await buying.approved(vendorId, [{ reviewId, quantity: 3, unitPriceFen: 100 }]);
    const id = await came(orderId, [{ orderLine: 1, received: 3 }]);
    const cancelled = await catalog.call('POST', `/orders/${orderId}/cancellation`, { reason: '不要了' });
    expect([cancelled.status, codesOf(cancelled)]).toEqual([409, ['order.refused', 'order.delivery-open']]);
    const back = await catalog.call('POST', `/deliveries/${id}/return`, { reason: '整批受潮' });
    expect([back.status, back.body]).toMatchObject([200, { status: 'sent-back', reason: '整批受潮' }]);
    expect(await buying.ok('GET', `/orders/${orderId}`)).toMatchObject({ arriving: 0, accepted: 0 });
    for (const answer of [await accept(id), await catalog.call('POST', `/deliveries/${id}/return`, { reason: '再退' })])
      expect([answer.status, problemOf(answer).code]).toEqual([409, 'delivery.settled']);
    await buying.ok('POST', `/orders/${orderId}/cancellation`, { reason: '不要了' });
    const late = await cameOf(orderId, [{ orderLine: 1, received: 1 }]);
    expect([late.status, codesOf(late)]).toEqual([409, ['delivery.refused', 'delivery.order-not-approved']]);
  }); // prettier-ignore

  it('lets no work in whose review was taken back meanwhile, and writes nothing of the rest', async () => {
    const [good, bad] = [await buying.review({ name: '留下' }), await buying.review({ name: '后来不宜' })];
    const orderId = await buying.approved(vendorId, [
      { reviewId: good, quantity: 1, unitPriceFen: 100 },
      { reviewId: bad, quantity: 1, unitPriceFen: 100 },
    ]);
    const id = await came(orderId, [{ orderLine: 1, received: 1 }, { orderLine: 2, received: 1 }]); // prettier-ignore
    await buying.ok('POST', `/suitability-reviews/${bad}/retraction`, { reason: '内容不当' });
    const before = await copiesIn();
    const answer = await accept(id);
    expect([answer.status, codesOf(answer)]).toEqual([409, ['delivery.refused', 'order.review-retracted']]);
    expect(await copiesIn()).toBe(before);
  });

  it.each([
    [499, 201],
    [500, 201],
    [501, 409],
  ])('of %d volumes at once is answered %d', async (volumes, status) => {
    const reviewId = await buying.review({ name: `大批${String(volumes)}` });
    const orderId = await buying.approved(vendorId, [{ reviewId, quantity: volumes, unitPriceFen: 100 }]);
    const answer = await cameOf(orderId, [
      { orderLine: 1, received: 400 },
      { orderLine: 1, received: volumes - 400 },
    ]);
    expect(answer.status).toBe(status);
    if (status === 409) expect(codesOf(answer)).toEqual(['delivery.refused', 'delivery.too-large']);
    else {
      const { body } = await accept((answer.body as { id: string }).id);
      expect(body).toMatchObject({ status: 'accepted', received: volumes });
    }
  });

  it('needs what its source needs, and all faults come at once', async () => {
    const answer = await catalog.call('POST', '/deliveries', {
      source: 'field-purchase',
      orderId: '00000000-0000-4000-8000-000000000000',
      campaign: '捐一本好书',
      arrivedOn: '2999-01-01',
      items: [{ orderLine: 1, received: 1 }],
    });
    expect([answer.status, problemOf(answer).errors]).toEqual([
      400,
      [
        { pointer: '/orderId', code: 'not-of-this-source' },
        { pointer: '/origin', code: 'is-defined' },
        { pointer: '/campaign', code: 'not-of-this-source' },
        { pointer: '/documentNumber', code: 'is-defined' },
        { pointer: '/items/0/orderLine', code: 'not-of-this-source' },
        { pointer: '/items/0/reviewId', code: 'is-defined' },
        { pointer: '/items/0/unitPriceFen', code: 'is-defined' },
        { pointer: '/arrivedOn', code: 'in-the-future' },
      ],
    ]);
    const foreign = await catalog.call('POST', '/deliveries', {
      orderId: await buying.draft(vendorId), items: [{ orderLine: 1, received: 1 }],
    }, { as: catalog.otherLibrarian }); // prettier-ignore
    expect([foreign.status, problemOf(foreign).errors]).toEqual([
      422,
      [{ pointer: '/orderId', code: 'unknown' }],
    ]);
  });
});

describe('what comes without an order', () => {
  it('[CAT-018] is a donation with its donor, campaign and day, reviewed before it is accepted and entered as given, with a certificate for the donor and the sums of its campaign', async () => {
    const reviewId = await buying.review({ name: '教育局赠书' });
    const made = await catalog.call('POST', '/deliveries', {
      source: 'donation', origin: '县教育局', campaign: '捐一本好书', arrivedOn: '2026-06-01',
      items: [{ reviewId, received: 3, unitPriceFen: 2_500 }],
    });
    expect(made.status).toBe(201);
    const { id } = made.body as { id: string };
    const { body } = await accept(id, { location: '开放长廊', status: 'lendable' });
    expect(body).toMatchObject({ source: 'donation', origin: '县教育局', campaign: '捐一本好书', arrivedOn: '2026-06-01', received: 3 });
    const given = await items<DeliveryView>('/deliveries?source=donation');
    expect(given.map(({ origin, campaign, arrivedOn, received }) => [origin, campaign, arrivedOn, received])).toEqual([
      ['县教育局', '捐一本好书', '2026-06-01', 3],
    ]);
    const batches = await items<{ source: string }>('/registers/summary?limit=500');
    expect(batches.filter(({ source }) => source === 'donation')).toMatchObject([{ titlesIn: 1, volumesIn: 3, fenIn: 7_500 }]);
    const [work] = await items<DeliveryLineView>(`/deliveries/${id}/lines`);
    const copies = await items<{ location: string; status: string }>(`/copies?titleId=${String(work?.titleId)}`);
    expect(copies.map(({ location, status }) => [location, status])).toEqual(Array(3).fill(['开放长廊', 'lendable']));
    const certificate = (await pdfTexts(await pdfOf(`/deliveries/${id}/certificate`))).join(' ');
    for (const word of ['图书捐赠证书', '县教育局捐赠图书1种3册', '捐一本好书', '2026-06-01', '学校（盖章）', '教育局赠书']) expect(certificate).toContain(word);
    const campaigns = await items<object>('/donation-campaigns');
    expect(campaigns).toEqual([
      { campaign: '捐一本好书', firstOn: '2026-06-01', lastOn: '2026-06-01', donors: 1, gifts: 1, volumes: 3, fen: 7_500 },
    ]);
    expect(await headsOf('/donation-campaigns?format=csv')).toBe('活动,起,止,捐赠者,批数,册数,金额(元)');
    // Nothing was paid for it.
    const bought = await items<PurchaseBatchView>('/purchase-register?limit=500');
    expect(bought.map(({ deliveryId }) => deliveryId)).not.toContain(id);
    const unsuitable = await buying.review({ name: '不宜赠书', verdict: 'unsuitable' });
    const refused = await catalog.call('POST', '/deliveries', {
      source: 'donation', origin: '某公司', items: [{ reviewId: unsuitable, received: 1 }],
    });
    expect([refused.status, codesOf(refused)]).toEqual([409, ['delivery.refused', 'order.review-unsuitable']]);
  }); // prettier-ignore

  it('[CAT-016] is a field purchase with who went out, the invoice and its prices, and stands in the purchase register as such', async () => {
    const reviewId = await buying.review({ name: '暑假外出所购' });
    const made = await catalog.call('POST', '/deliveries', {
      source: 'field-purchase', origin: '王校长、李老师', documentNumber: '外购发票8',
      items: [{ reviewId, received: 2, unitPriceFen: 3_000 }],
    });
    expect(made.status).toBe(201);
    const { id } = made.body as { id: string };
    await accept(id);
    expect(codesOf(await catalog.call('GET', `/deliveries/${id}/certificate`))).toEqual(['delivery.no-gift']);
    const bought = await items<PurchaseBatchView>('/purchase-register?limit=500');
    expect(bought.at(-1)).toMatchObject({
      source: 'field-purchase', origin: '王校长、李老师', documentNumber: '外购发票8', order: null, vendor: null, titles: 1, volumes: 2, fen: 6_000,
    });
  }); // prettier-ignore
});

describe('what was bought', () => {
  it('[CAT-014] is summed a batch, term and year in titles, volumes, amount and average, with a total', async () => {
    const school = catalog.schools[1];
    const own = { as: catalog.otherLibrarian };
    const year = Number(today.slice(0, 4));
    await catalog.hear(
      TermOpenedV1.announce(
        { termId: newId<TermId>(), schoolId: school, name: '第一学期', startsOn: `${String(year)}-01-01` as never, endsOn: `${String(year)}-12-31` as never },
        1,
      ),
    );
    await eventually(async () => {
      if ((await catalog.sql('select 1 from known_term')).length === 0) throw new Error('not known yet');
    });
    const reviewed = await catalog.call('POST', '/suitability-reviews', {
      reviewer: '组', items: [1, 2].map((n) => ({ name: `统计${String(n)}`, verdict: 'suitable', firstGrade: 1, lastGrade: 6 })),
    }, own);
    const [one, two] = (reviewed.body as { items: { id: string }[] }).items.map(({ id }) => id);
    for (const [reviewId, received, unitPriceFen] of [[one, 400, 1_477], [two, 400, 1_477], [one, 28, 1_500]] as const) {
      const made = await catalog.call('POST', '/deliveries', {
        source: 'field-purchase', origin: '馆员', documentNumber: '发票', items: [{ reviewId, received, unitPriceFen }],
      }, own);
      await catalog.call('POST', `/deliveries/${(made.body as { id: string }).id}/acceptance`, {}, own);
    }
    const fen = 800 * 1_477 + 28 * 1_500;
    const sum = { batches: 3, titles: 2, volumes: 828, fen, averageFen: Math.round(fen / 828) };
    const sums = (query: string) => items<PurchaseSumView>(`/purchase-statistics?${query}`, catalog.otherLibrarian);
    expect(await sums('by=term')).toEqual([{ period: '第一学期', ...sum }, { period: 'total', ...sum }]);
    expect(await sums('by=year')).toEqual([{ period: String(year), ...sum }, { period: 'total', ...sum }]);
    const schoolYear = Number(today.slice(5, 7)) >= 9 ? year : year - 1;
    expect((await sums('by=school-year'))[0]?.period).toBe(`${String(schoolYear)}–${String(schoolYear + 1)}`);
    expect(await sums(`by=year&to=${String(year - 1)}-12-31`)).toEqual([
      { period: 'total', batches: 0, titles: 0, volumes: 0, fen: 0, averageFen: null },
    ]);
    const batches = await items<PurchaseBatchView>('/purchase-register', catalog.otherLibrarian);
    expect(batches.map(({ volumes, fen: value, averageFen }) => [volumes, value, averageFen])).toEqual([
      [400, 590_800, 1_477], [400, 590_800, 1_477], [28, 42_000, 1_500],
    ]);
    expect(await headsOf('/purchase-statistics?format=csv')).toBe('时段,批数,种数,册数,金额(元),册均价(元)');
  }); // prettier-ignore
});

describe('deliveries beside each other', () => {
  const gift = async (reviewId: string): Promise<string> =>
    (
      await buying.ok<DeliveryView>('POST', '/deliveries', {
        source: 'donation',
        origin: '教育局',
        items: [{ reviewId, received: 1 }],
      })
    ).id;

  it('[CAT-013, CAT-036] are a line each in the summary register and the purchase register, though of one day and without a paper', async () => {
    for (const name of ['同日甲', '同日乙']) {
      const reviewId = await buying.review({ name });
      const made = await buying.ok<DeliveryView>('POST', '/deliveries', {
        source: 'field-purchase', origin: '馆员', documentNumber: '同一发票', items: [{ reviewId, received: 2, unitPriceFen: 100 }],
      });
      await accept(made.id);
    }
    const bought = (await items<PurchaseBatchView>('/purchase-register?limit=500')).slice(-2);
    expect(new Set(bought.map(({ batch }) => batch)).size).toBe(2);
    const summary = await items<Record<string, unknown>>('/registers/summary?limit=500');
    expect(bought.map(({ batch }) => summary.find(({ number }) => number === batch))).toMatchObject(
      bought.map(({ firstAccessionNumber, lastAccessionNumber }) => ({ volumesIn: 2, firstAccessionNumber, lastAccessionNumber })),
    );
  }); // prettier-ignore

  it('of one new work become one title at once, and none waits until the database ends a deadlock', async () => {
    const deadlocks = async (): Promise<number> => {
      const [row] = await catalog.sql<{ n: number }>(
        'select deadlocks::int as n from pg_stat_database where datname = current_database()',
      );
      return row?.n ?? -1;
    };
    const reviewId = await buying.review({ name: '四批同到' });
    const gifts = await Promise.all([1, 2, 3, 4].map(() => gift(reviewId)));
    const answers = await Promise.all(gifts.map((id) => accept(id)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await catalog.sql(`select 1 from title where title = '四批同到'`)).toHaveLength(1);
    // Counters of the database are written a second late.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await deadlocks()).toBe(0);
  });
});

describe('what came', () => {
  it('[CAT-022, CAT-034] is received and accepted already when it goes on to be stamped', async () => {
    const own = catalog.otherLibrarian;
    const arrivedOn = new Date(Date.parse(today) - 3 * 86_400_000).toISOString().slice(0, 10);
    const made = await buying.ok<DeliveryView>(
      'POST',
      '/deliveries',
      { source: 'donation', origin: '教育局', arrivedOn, items: [{ reviewId: await buying.review({ name: '待加工' }, own), received: 1 }] },
      own,
    );
    await buying.ok('POST', `/deliveries/${made.id}/acceptance`, {}, own);
    const [copy] = await catalog.sql<{ id: string }>(
      `select c.id from copy c join title t on t.id = c.title_id where t.title = '待加工'`,
    );
    const path = `/copies/${copy?.id ?? ''}`;
    const steps = await items<Record<string, unknown>>(`${path}/processing-steps`, own);
    expect(steps.map(({ stage, on }) => [stage, on])).toEqual([['received', arrivedOn], ['accepted', today], ['accessioned', today]]);
    expect((await items<{ stage: string; waiting: number }>('/processing-backlog', own)).find(({ stage }) => stage === 'received')).toMatchObject({ waiting: 0 });
    const times = () => items<Record<string, unknown>>(`/processing-lead-times?from=${arrivedOn}&to=${arrivedOn}`, own);
    expect(await times()).toMatchObject([{ receivedOn: arrivedOn, volumes: 1, shelved: 0, waitingDays: 3 }]);

    // Lent without the rest of the way: it waits no more.
    await catalog.call('PATCH', path, { status: 'lendable' }, { as: own, headers: { 'if-match': '"v1"' } });
    expect(await times()).toMatchObject([{ volumes: 1, waitingDays: null }]);
  }); // prettier-ignore

  it('[CAT-018] as a gift is worth what its title costs, and nobody knows what where the title has no price', async () => {
    const known = await buying.ok<{ id: string }>('POST', '/titles', { title: '有价赠书', priceFen: 3_000 });
    const made = await buying.ok<DeliveryView>('POST', '/deliveries', {
      source: 'donation', origin: '教育局',
      items: [
        { reviewId: await buying.review({ titleId: known.id }), received: 1 },
        { reviewId: await buying.review({ name: '无价赠书' }), received: 1 },
        { reviewId: await buying.review({ name: '估价赠书' }), received: 1, unitPriceFen: 500 },
      ],
    });
    await accept(made.id);
    expect(
      await catalog.sql(`select c.price_fen as fen from copy c join title t on t.id = c.title_id
        where t.title like '_价赠书' order by c.accession_number`),
    ).toEqual([{ fen: 3_000 }, { fen: null }, { fen: 500 }]);
  }); // prettier-ignore

  it('names the line of the sheet whose review was taken back, also below lines of which nothing came', async () => {
    const reviews = [await buying.review({ name: '未到' }), await buying.review({ name: '撤回' })];
    const made = await buying.ok<DeliveryView>('POST', '/deliveries', {
      source: 'donation', origin: '教育局',
      items: [{ reviewId: reviews[0], received: 0, short: 1 }, { reviewId: reviews[1], received: 1 }],
    });
    await buying.ok('POST', `/suitability-reviews/${String(reviews[1])}/retraction`, { reason: '误审' });
    const refused = await accept(made.id);
    expect(problemOf(refused).reasons).toMatchObject([{ code: 'order.review-retracted', facts: { line: 1 } }]);
  }); // prettier-ignore
});
