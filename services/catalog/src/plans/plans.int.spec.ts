import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import { aBuying } from '../orders/a-round.builder.js';
import type { OrderView } from '../orders/orders.http.js';
import type { PlanView } from './plans.http.js';

let catalog: CatalogForTests;
let head: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_plans'));
  head = await catalog.signer.account({ role: 'school-head', schoolId: catalog.schools[0] });
}, 60_000);
afterAll(() => catalog.end());

const planned = (year: number, budgetFen: number, printVolumes: number, more: object = {}) =>
  catalog.call(
    'POST',
    '/acquisition-plans',
    { year, budgetFen, printVolumes, ebooks: 60_000, periodicalTitles: 120, ...more },
    { as: head },
  );
const list = async (): Promise<PlanView[]> =>
  ((await catalog.call('GET', '/acquisition-plans', undefined, { as: head })).body as { items: PlanView[] })
    .items;
const codesOf = ({ body }: { readonly body: never }): unknown => {
  const problem = body as { code: string; reasons?: { code: string }[] };
  return [problem.code, ...(problem.reasons ?? []).map(({ code }) => code)];
};

describe('the plan and budget of a year', () => {
  it('[CAT-001, CAT-015] says what was planned, ordered, accepted, spent and is left, and how it grew on the year before', async () => {
    const buying = aBuying(catalog, head);
    const vendorId = await buying.vendor('新华书店');
    const draft = await buying.ok<OrderView>('GET', `/orders/${await buying.draft(vendorId)}`);
    const year = Number(draft.createdOn.slice(0, 4));
    expect((await planned(year - 1, 80_000_00, 4_000)).status).toBe(201);
    expect((await planned(year, 100_000_00, 5_000)).status).toBe(201);

    const reviewIds = [await buying.review({ name: '甲' }), await buying.review({ name: '乙' }), await buying.review({ name: '丙' })];
    const line = (at: number, quantity: number) => ({ reviewId: reviewIds[at], quantity, unitPriceFen: 1_000 });
    const orderId = await buying.approved(vendorId, [line(0, 10)]);
    const cut = await buying.approved(vendorId, [line(1, 20)]);
    await buying.ok('POST', `/orders/${(await buying.draft(vendorId))}/lines`, { items: [line(2, 7)] });
    for (const [id, received] of [[orderId, 4], [cut, 5]] as const) {
      const came = await buying.ok<{ id: string }>('POST', '/deliveries', { orderId: id, items: [{ orderLine: 1, received }] });
      await buying.ok('POST', `/deliveries/${came.id}/acceptance`, {});
    }
    // The rest of what was cancelled is not ordered any more; gifts cost nothing.
    await buying.ok('POST', `/orders/${cut}/cancellation`, { reason: '供货不足' });
    const gift = await buying.ok<{ id: string }>('POST', '/deliveries', {
      source: 'donation', origin: '教育局', items: [{ reviewId: reviewIds[2], received: 50, unitPriceFen: 1_000 }],
    });
    await buying.ok('POST', `/deliveries/${gift.id}/acceptance`, {});

    expect(await list()).toMatchObject([
      { year, printVolumes: 5_000, ebooks: 60_000, periodicalTitles: 120, budgetFen: 100_000_00, ordered: 15, orderedFen: 15_000,
        accepted: 9, spentFen: 9_000, leftFen: 9_991_000, budgetGrowth: 2_500, spentGrowth: null },
      { year: year - 1, budgetFen: 80_000_00, ordered: 0, spentFen: 0, leftFen: 80_000_00, budgetGrowth: null },
    ]);
    const printed = await fetch(`${catalog.url}/api/v1/acquisition-plans?format=csv`, { headers: { authorization: `Bearer ${head}` } });
    expect((await printed.text()).replace('\ufeff', '').split('\r\n')[0]).toBe(
      '年度,计划册数,已订册数,验收册数,计划电子图书,购入电子图书,计划期刊,已订期刊,验收期刊,经费预算(元),已订金额(元),未到金额(元),已支出(元),余额(元),预算增长,支出增长,减少理由',
    );
  }); // prettier-ignore

  it('[CAT-001] counts periodicals by their titles, and not among the printed volumes', async () => {
    const buying = aBuying(catalog, head);
    const year = Number((await buying.ok<OrderView>('GET', `/orders/${await buying.draft(await buying.vendor('邮局'))}`)).createdOn.slice(0, 4));
    await planned(year, 100_000_00, 5_000);
    const ofYear = async (): Promise<PlanView | undefined> => (await list()).find((plan) => plan.year === year);
    const before = await ofYear();
    const reviews = [await buying.review({ name: '少年文艺' }), await buying.review({ name: '读者' })];
    const vendorId = await buying.vendor('报刊社');
    const orderId = await buying.approved(vendorId, reviews.map((reviewId) => ({ reviewId, quantity: 12, unitPriceFen: 500, kind: 'periodical' })));
    const came = await buying.ok<{ id: string }>('POST', '/deliveries', { orderId, items: [{ orderLine: 1, received: 12 }] });
    await buying.ok('POST', `/deliveries/${came.id}/acceptance`, {});
    expect(await ofYear()).toMatchObject({
      periodicalsOrdered: 2, periodicalsAccepted: 1, ordered: before?.ordered, accepted: before?.accepted,
      onOrderFen: (before?.onOrderFen ?? 0) + 6_000, spentFen: (before?.spentFen ?? 0) + 6_000,
    });
  }); // prettier-ignore

  it('[CAT-001] shows the e-books that were bought in the year and takes what they cost from the budget, gifts not', async () => {
    const year = 2020;
    expect((await planned(year, 100_000, 1)).status).toBe(201);
    const entered = async (more: object): Promise<string> => {
      const { status, body } = await catalog.call('POST', '/e-book-lines', { kind: 'bought', ...more });
      expect(status).toBe(201);
      return (body as { id: string }).id;
    };
    await entered({ day: `${String(year - 1)}-12-31`, volumes: 1, fen: 35_000 });
    await entered({ day: `${String(year)}-01-01`, volumes: 10_000, fen: 30_000 });
    await entered({ day: `${String(year)}-12-31`, volumes: 15_000, fen: 40_000 });
    await entered({ day: `${String(year + 1)}-01-01`, volumes: 1, fen: 1 });
    await entered({ kind: 'donated', day: `${String(year)}-06-01`, volumes: 500, fen: 900 });
    expect((await list()).find((plan) => plan.year === year)).toMatchObject({
      ebooks: 60_000, ebooksGot: 25_000, ebooksFen: 70_000, spentFen: 70_000, leftFen: 30_000, spentGrowth: 10_000,
    });
  }); // prettier-ignore

  it('[CAT-015] is no less than that of the year before without a reason, when it is made and when it is changed', async () => {
    expect((await planned(2001, 100, 10)).status).toBe(201);
    const less = await planned(2002, 99, 9);
    expect([less.status, codesOf(less)]).toEqual([
      409,
      ['acquisition-plan.refused', 'acquisition-plan.budget-shrinks', 'acquisition-plan.volumes-shrink'],
    ]);
    const made = await planned(2002, 100, 10);
    expect(made.status).toBe(201);
    const { id } = made.body as { id: string };
    const change = (body: object, version: number) =>
      catalog.call('PATCH', `/acquisition-plans/${id}`, body, {
        as: head,
        headers: { 'if-match': `"v${String(version)}"` },
      });
    expect(codesOf(await change({ budgetFen: 99 }, 1))).toEqual([
      'acquisition-plan.refused',
      'acquisition-plan.budget-shrinks',
    ]);
    const reasoned = await change({ budgetFen: 99, shrinkReason: '两校合并' }, 1);
    expect(reasoned.body).toMatchObject({
      version: 2,
      budgetFen: 99,
      shrinkReason: '两校合并',
      budgetGrowth: -100,
    });
    expect((await change({ budgetFen: 200 }, 1)).status).toBe(412);
  });

  it('is there once a year, when two make it in the same moment, and is of its school alone', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => planned(1990, 1, 1)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const made = answers.find(({ status }) => status === 201)?.body as { id: string } | undefined;
    const foreign = await catalog.call('GET', `/acquisition-plans/${made?.id ?? ''}`, undefined, {
      as: catalog.otherLibrarian,
    });
    expect(foreign.status).toBe(404);
  });
});

describe('an order beyond the budget of the year', () => {
  it('is approved with words alone, and of two approved at once the budget bears one', async () => {
    const school = catalog.schools[1];
    const otherHead = await catalog.signer.account({ role: 'school-head', schoolId: school });
    const ask = async <Body>(method: string, path: string, body?: object, as = catalog.otherLibrarian): Promise<Body> => {
      const answer = await catalog.call(method, path, body, { as });
      expect([path, answer.status < 300, answer.body]).toEqual([path, true, expect.anything()]);
      return answer.body;
    };
    const submitted = async (name: string, vendorId: string, quantity: number): Promise<OrderView> => {
      const item = { name, verdict: 'suitable', firstGrade: 1, lastGrade: 6 };
      const made = await ask<{ items: { id: string }[] }>('POST', '/suitability-reviews', { reviewer: '组', items: [item] });
      const { id } = await ask<OrderView>('POST', '/orders', { name, vendorId, survey: '缺' });
      await ask('POST', `/orders/${id}/lines`, { items: [{ reviewId: made.items[0]?.id, quantity, unitPriceFen: 1_000 }] });
      return ask('POST', `/orders/${id}/submission`);
    };
    const approve = (id: string, more: object = {}) =>
      catalog.call('POST', `/orders/${id}/decision`, { decision: 'approve', ...more }, { as: otherHead });
    const { id: vendorId } = await ask<{ id: string }>('POST', '/vendors', { name: '书店' });
    const orders = [await submitted('甲', vendorId, 6), await submitted('乙', vendorId, 6)];
    const year = Number(orders[0]?.createdOn.slice(0, 4));
    await ask('POST', '/acquisition-plans', { year, budgetFen: 10_000, printVolumes: 10, ebooks: 0, periodicalTitles: 0 }, otherHead);

    const answers = await Promise.all(orders.map(({ id }) => approve(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({
      code: 'order.refused',
      reasons: [{ code: 'order.over-budget', severity: 'confirm', overridable: true, facts: { budgetFen: 10_000, onOrderFen: 6_000, overFen: 2_000 } }],
    });
    const left = orders[answers.findIndex(({ status }) => status === 409)];
    expect((await approve(left?.id ?? '', { remark: '教育局追加经费' })).body).toMatchObject({ status: 'approved' });
  }); // prettier-ignore
});
