import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import { aBuying, type Buying } from './a-round.builder.js';
import type { OrderLineView, OrderView } from './orders.http.js';

let catalog: CatalogForTests;
let buying: Buying;
let head: string;
let vendorId: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_orders'));
  head = await catalog.signer.account({ role: 'school-head', schoolId: catalog.schools[0] });
  buying = aBuying(catalog, head);
  vendorId = await buying.vendor('新华书店');
}, 60_000);
afterAll(() => catalog.end());

type Problem = {
  readonly code: string;
  readonly reasons?: readonly { code: string; facts?: Record<string, unknown> }[];
  readonly errors?: readonly { pointer: string; code: string }[];
};
const problemOf = ({ body }: { readonly body: never }): Problem => body;
const codesOf = (answer: { readonly body: never }): unknown => [
  problemOf(answer).code,
  ...(problemOf(answer).reasons ?? []).map(({ code }) => code),
];
const orderOf = (id: string): Promise<OrderView> => buying.ok<OrderView>('GET', `/orders/${id}`);
const linesOf = async (id: string): Promise<OrderLineView[]> =>
  (await buying.ok<{ items: OrderLineView[] }>('GET', `/orders/${id}/lines`)).items;
const headsOf = async (path: string): Promise<string> => {
  const answer = await fetch(`${catalog.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${catalog.librarian}` },
  });
  return (await answer.text()).replace('\ufeff', '').split('\r\n')[0] ?? '';
};

describe('the register of vendors', () => {
  it('[CAT-009] holds vendors and publishers with what they issue, is changed on the version that is there, and is printed', async () => {
    const made = await catalog.call('POST', '/vendors', {
      name: '少年儿童出版社',
      kind: 'publisher',
      supplies: '2026年春季书目，每季发行',
    });
    expect([made.status, made.headers.get('etag')]).toEqual([201, '"v1"']);
    const { id } = made.body as { id: string };
    const twice = await catalog.call('POST', '/vendors', { name: '少年儿童出版社' });
    expect([twice.status, problemOf(twice).code]).toEqual([409, 'vendor.name-taken']);
    const change = (version: number) =>
      catalog.call('PATCH', `/vendors/${id}`, { contact: '王经理' }, { headers: { 'if-match': `"v${String(version)}"` } });
    expect((await change(2)).status).toBe(412);
    const changed = await change(1);
    expect(changed.body).toMatchObject({ version: 2, contact: '王经理', supplies: '2026年春季书目，每季发行', kind: 'publisher' });
    const list = await buying.ok<{ items: { name: string }[] }>('GET', '/vendors');
    expect(list.items.map(({ name }) => name)).toEqual(['新华书店', '少年儿童出版社']);
    expect(await headsOf('/vendors?format=csv')).toBe('名称,类型,联系方式,发行与供货,停用');
    const foreign = await catalog.call('GET', `/vendors/${id}`, undefined, { as: catalog.otherLibrarian });
    expect(foreign.status).toBe(404);
  }); // prettier-ignore

  it('gives no order to a vendor that is closed', async () => {
    const closed = await buying.vendor('停业书店');
    await catalog.call('PATCH', `/vendors/${closed}`, { closed: true }, { headers: { 'if-match': '"v1"' } });
    const order = await catalog.call('POST', '/orders', { name: '采购', vendorId: closed });
    expect([order.status, problemOf(order).code]).toEqual([409, 'vendor.closed']);
  });
});

describe('an order', () => {
  it('[CAT-005, CAT-010] has reviewed works on its lines, keeps the survey, and is approved by the head after its submission', async () => {
    const reviewId = await buying.review({
      name: '草房子',
      isbn: '978-7-5346-1875-8',
      contributor: '曹文轩',
    });
    const id = await buying.draft(vendorId);
    const added = await buying.addLines(id, [{ reviewId, quantity: 3, unitPriceFen: 1_980 }]);
    expect(added.status).toBe(201);
    expect(await linesOf(id)).toMatchObject([
      { number: 1, name: '草房子', isbn: '9787534618758', quantity: 3, unitPriceFen: 1_980, fen: 5_940,
        reviewer: '图书审读小组', firstGrade: 3, lastGrade: 6, arriving: 0, accepted: 0, outstanding: 3 },
    ]); // prettier-ignore
    const early = await catalog.call('POST', `/orders/${id}/decision`, { decision: 'approve' }, { as: head });
    expect([early.status, problemOf(early).code]).toEqual([409, 'order.state-refused']);
    await buying.ok('POST', `/orders/${id}/submission`);
    await buying.ok('POST', `/orders/${id}/decision`, { decision: 'approve' }, head);
    expect(await orderOf(id)).toMatchObject({
      status: 'approved', vendor: '新华书店', survey: '三年级缺注音读物', titles: 1, volumes: 3, fen: 5_940,
      trail: [{ action: 'submit' }, { action: 'approve' }],
    }); // prettier-ignore
    expect(await headsOf(`/orders/${id}/lines?format=csv`)).toContain('序号,题名,著者');
    expect(await headsOf('/orders?format=csv')).toBe('日期,名称,供应商,状态,种数,册数,金额(元),已验收');
  });

  it('[CAT-010] takes no work without a review of the school, and none that was found unsuitable or whose review was taken back', async () => {
    const unsuitable = await buying.review({ name: '不宜之书', verdict: 'unsuitable', firstGrade: null, lastGrade: null });
    const takenBack = await buying.review({ name: '撤回之书' });
    await buying.ok('POST', `/suitability-reviews/${takenBack}/retraction`, { reason: '年级有误' });
    const again = await catalog.call('POST', `/suitability-reviews/${takenBack}/retraction`, { reason: '再次' });
    expect([again.status, problemOf(again).code]).toEqual([409, 'suitability-review.already-retracted']);
    const foreign = (await buying.ok<{ items: { id: string }[] }>(
      'POST', '/suitability-reviews',
      { reviewer: '他校', items: [{ name: '他校之书', verdict: 'suitable', firstGrade: 1, lastGrade: 2 }] },
      catalog.otherLibrarian,
    )).items[0]?.id ?? '';
    const id = await buying.draft(vendorId);
    const line = (reviewId: string) => ({ reviewId, quantity: 1, unitPriceFen: 100 });
    const unknown = await buying.addLines(id, [line(unsuitable), line(foreign)]);
    expect([unknown.status, problemOf(unknown).errors]).toEqual([422, [{ pointer: '/items/1/reviewId', code: 'unknown' }]]);
    const refused = await buying.addLines(id, [line(unsuitable), line(takenBack)]);
    expect([refused.status, codesOf(refused)]).toEqual([
      409, ['order.lines-refused', 'order.review-unsuitable', 'order.review-retracted'],
    ]);
    expect(await linesOf(id)).toEqual([]);
    const empty = await catalog.call('POST', `/orders/${id}/submission`);
    expect([empty.status, codesOf(empty)]).toEqual([409, ['order.refused', 'order.empty']]);
  }); // prettier-ignore

  it('[CAT-010] is not approved when a review on which it stands was taken back meanwhile', async () => {
    const reviewId = await buying.review({ name: '后来撤回' });
    const id = await buying.draft(vendorId);
    await buying.addLines(id, [{ reviewId, quantity: 1, unitPriceFen: 100 }]);
    await buying.ok('POST', `/orders/${id}/submission`);
    await buying.ok('POST', `/suitability-reviews/${reviewId}/retraction`, { reason: '内容不当' }, head);
    const answer = await catalog.call(
      'POST',
      `/orders/${id}/decision`,
      { decision: 'approve' },
      { as: head },
    );
    expect([answer.status, codesOf(answer)]).toEqual([409, ['order.refused', 'order.review-retracted']]);
  });

  it('[CAT-008] asks for a reason where the school has the title, by id, ISBN or name, or has it on order', async () => {
    const title = await buying.ok<{ id: string }>('POST', '/titles', {
      title: '西游记', isbns: ['9787020002207'], clc: 'I242.4',
    });
    await buying.ok('POST', '/copies', { titleId: title.id });
    const byId = await buying.review({ titleId: title.id });
    const byIsbn = await buying.review({ isbn: '7-02-000220-X' });
    const byName = await buying.review({ name: '西遊記' });
    for (const reviewId of [byId, byIsbn, byName]) {
      const id = await buying.draft(vendorId);
      const refused = await buying.addLines(id, [{ reviewId, quantity: 1, unitPriceFen: 100 }]);
      expect([refused.status, problemOf(refused).reasons?.[0]]).toMatchObject([
        409, { code: 'order.duplicate-held', overridable: true, facts: { line: 0, copies: 1 } },
      ]);
    }
    const id = await buying.draft(vendorId);
    const reasoned = { reviewId: byId, quantity: 2, unitPriceFen: 100, duplicateReason: '两个班共读' };
    expect((await buying.addLines(id, [reasoned])).status).toBe(201);
    const other = await buying.draft(vendorId);
    const onOrder = await buying.addLines(other, [{ reviewId: byIsbn, quantity: 1, unitPriceFen: 100 }]);
    expect(problemOf(onOrder).reasons).toMatchObject([
      { code: 'order.duplicate-held', facts: { copies: 1 } },
      { code: 'order.duplicate-on-order', facts: { copies: 2 } },
    ]);
    await buying.ok('POST', `/orders/${id}/cancellation`, { reason: '改期' });
    const after = await buying.addLines(other, [{ reviewId: byIsbn, quantity: 1, unitPriceFen: 100 }]);
    expect(codesOf(after)).toEqual(['order.lines-refused', 'order.duplicate-held']);
  }); // prettier-ignore

  it('[CAT-008] takes the same work once, when two order it in the same moment', async () => {
    const reviewId = await buying.review({ name: '同时订购' });
    const orders = await Promise.all([1, 2, 3, 4].map(() => buying.draft(vendorId)));
    const answers = await Promise.all(
      orders.map((id) => buying.addLines(id, [{ reviewId, quantity: 1, unitPriceFen: 100 }])),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('is refused with a word, revised and submitted again, and the trail keeps all of it; who submitted does not decide', async () => {
    const admin = catalog.admin;
    const reviewId = await buying.review({ name: '退回再报' });
    const id = await buying.draft(vendorId);
    await buying.addLines(id, [{ reviewId, quantity: 5, unitPriceFen: 2_000 }]);
    await buying.ok('POST', `/orders/${id}/submission`, undefined, admin);
    const own = await catalog.call('POST', `/orders/${id}/decision`, { decision: 'approve' }, { as: admin });
    expect([own.status, codesOf(own)]).toEqual([409, ['order.refused', 'order.own-submission']]);
    const wordless = await catalog.call('POST', `/orders/${id}/decision`, { decision: 'refuse' }, { as: head });
    expect(wordless.status).toBe(400);
    await buying.ok('POST', `/orders/${id}/decision`, { decision: 'refuse', remark: '超出预算' }, head);
    const frozen = await buying.addLines(id, [{ reviewId, quantity: 1, unitPriceFen: 1, duplicateReason: '多订' }]);
    expect([frozen.status, problemOf(frozen).code]).toEqual([409, 'order.state-refused']);
    await buying.ok('POST', `/orders/${id}/revision`, { reason: '减少册数' });
    await buying.ok('DELETE', `/orders/${id}/lines/1`);
    expect((await catalog.call('DELETE', `/orders/${id}/lines/1`)).status).toBe(404);
    await buying.ok('POST', `/orders/${id}/lines`, { items: [{ reviewId, quantity: 2, unitPriceFen: 2_000 }] });
    await buying.ok('POST', `/orders/${id}/submission`);
    await buying.ok('POST', `/orders/${id}/decision`, { decision: 'approve', remark: '同意' }, head);
    const order = await orderOf(id);
    expect(order).toMatchObject({ status: 'approved', volumes: 2, fen: 4_000 });
    expect(order.trail.map(({ action, remark }) => [action, remark])).toEqual([
      ['submit', null], ['refuse', '超出预算'], ['revise', '减少册数'], ['submit', null], ['approve', '同意'],
    ]);
    expect((await linesOf(id)).map(({ number }) => number)).toEqual([2]);
  }); // prettier-ignore

  it('is decided once, when two heads decide in the same moment', async () => {
    const reviewId = await buying.review({ name: '同时审批' });
    const id = await buying.draft(vendorId);
    await buying.addLines(id, [{ reviewId, quantity: 1, unitPriceFen: 1 }]);
    await buying.ok('POST', `/orders/${id}/submission`);
    const answers = await Promise.all(
      [{ decision: 'approve' }, { decision: 'refuse', remark: '否' }].map((body) =>
        catalog.call('POST', `/orders/${id}/decision`, body, { as: head }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it.each([
    [0, 400], [1, 201], [9_999, 201], [10_000, 400],
  ])('with %d volumes of a work is answered %d', async (quantity, status) => {
    const reviewId = await buying.review({ name: `册数${String(quantity)}` });
    const id = await buying.draft(vendorId);
    expect((await buying.addLines(id, [{ reviewId, quantity, unitPriceFen: 0 }])).status).toBe(status);
  }); // prettier-ignore

  it.each([
    [199, 201], [200, 201], [201, 400],
  ])('that gets %d lines in one call is answered %d', async (count, status) => {
    const items = Array.from({ length: Math.min(count, 200) }, (_, at) => ({
      name: `批量${String(count)}第${String(at)}种`, verdict: 'suitable', firstGrade: 1, lastGrade: 6,
    }));
    const reviews = await buying.ok<{ items: { id: string }[] }>('POST', '/suitability-reviews', { reviewer: '组', items });
    const lines = reviews.items.map(({ id: reviewId }) => ({ reviewId, quantity: 1, unitPriceFen: 1 }));
    const id = await buying.draft(vendorId);
    const answer = await buying.addLines(id, count > 200 ? [...lines, ...lines.slice(0, 1)] : lines);
    expect(answer.status).toBe(status);
  }); // prettier-ignore

  it('keeps its vendor and survey changeable while it is a draft', async () => {
    const made = await catalog.call('POST', '/orders', { name: '无供应商' });
    const { id } = made.body as { id: string };
    const change = (body: unknown, version: number) =>
      catalog.call('PATCH', `/orders/${id}`, body, { headers: { 'if-match': `"v${String(version)}"` } });
    expect(codesOf(await catalog.call('POST', `/orders/${id}/submission`))).toEqual([
      'order.refused', 'order.vendor-missing', 'order.survey-missing', 'order.empty',
    ]);
    expect((await change({ vendorId, survey: '调查一' }, 1)).body).toMatchObject({ version: 2, vendor: '新华书店', survey: '调查一' });
    expect((await change({ name: '旧版本' }, 1)).status).toBe(412);
    await buying.ok('POST', `/orders/${id}/cancellation`, { reason: '不买了' });
    expect((await change({ name: '已取消' }, 3)).status).toBe(409);
  }); // prettier-ignore

  it('of another school answers like one that is not there', async () => {
    const id = await buying.draft(vendorId);
    const absent = '00000000-0000-4000-8000-000000000000';
    for (const [method, path] of [
      ['GET', ''], ['GET', '/lines'], ['POST', '/submission'], ['DELETE', '/lines/1'],
    ] as const) {
      const [foreign, none] = await Promise.all(
        [id, absent].map((each) =>
          catalog.call(method, `/orders/${each}${path}`, undefined, { as: catalog.otherLibrarian }),
        ),
      );
      expect([foreign?.status, (foreign?.body as Problem | undefined)?.code]).toEqual([404, (none?.body as Problem | undefined)?.code]);
    }
  }); // prettier-ignore
});

describe('a suitability review', () => {
  it('[CAT-010] names reviewer, verdict and grades of each work, takes all of a call or none, and is printed', async () => {
    const half = await catalog.call('POST', '/suitability-reviews', {
      reviewer: '李老师',
      items: [
        { name: '好书', verdict: 'suitable', firstGrade: 1, lastGrade: 2 },
        { name: '无年级', verdict: 'suitable' },
        { isbn: '123', verdict: 'unsuitable' },
      ],
    });
    expect([half.status, problemOf(half).errors]).toEqual([
      400,
      [
        { pointer: '/items/1/firstGrade', code: 'grades-needed' },
        { pointer: '/items/2/isbn', code: 'isbn-invalid' },
      ],
    ]);
    const list = await buying.ok<{ items: { name: string }[] }>('GET', '/suitability-reviews');
    expect(list.items.map(({ name }) => name)).not.toContain('好书');
    const nameless = await catalog.call('POST', '/suitability-reviews', {
      reviewer: '李老师',
      items: [{ isbn: '9787544270878', verdict: 'unsuitable' }],
    });
    expect([nameless.status, problemOf(nameless).errors]).toEqual([
      400,
      [{ pointer: '/items/0/name', code: 'is-defined' }],
    ]);
    expect(await headsOf('/suitability-reviews?format=csv')).toBe(
      '审读日期,题名,著者,出版者,ISBN,分类号,意见,对象,适用年级,审读人,备注,撤回日期',
    );
  });
});
