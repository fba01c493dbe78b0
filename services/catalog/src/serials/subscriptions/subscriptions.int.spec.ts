import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../../a-catalog.builder.js';
import { aClock } from '../a-clock.builder.js';
import { aSubscribing, type Subscribing } from '../a-subscription.builder.js';
import type { ArrearsView, MandateView, PaymentView } from '../mandates/mandates.http.js';
import type { RoundView, SubscriptionLineView } from './subscriptions.http.js';

let catalog: CatalogForTests;
let subscribing: Subscribing;
let head: string;
let viewer: string;
const clock = aClock('2026-11-10');
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_subscriptions'), {
    SHULIAN_CLOCK: clock.setting,
  });
  subscribing = aSubscribing(catalog);
  head = await catalog.signer.account({ role: 'school-head', schoolId: catalog.schools[0] });
  viewer = await catalog.signer.account({ role: 'county-viewer' });
}, 60_000);
afterAll(() => catalog.end());

const linesOf = async (id: string, query = ''): Promise<SubscriptionLineView[]> =>
  (
    await subscribing.ok<{ items: SubscriptionLineView[] }>(
      'GET',
      `/subscription-rounds/${id}/lines?${query}`,
    )
  ).items;
const printed = async (path: string, as = catalog.librarian): Promise<string[]> => {
  const answer = await fetch(`${catalog.url}/api/v1${path}`, { headers: { authorization: `Bearer ${as}` } });
  return (await answer.text()).replace('\ufeff', '').trimEnd().split('\r\n');
};
const codesOf = ({ status, body }: { readonly status: number; readonly body: never }): unknown[] => {
  const problem = body as { code: string; reasons?: { code: string }[] };
  return [status, problem.code, ...(problem.reasons ?? []).map(({ code }) => code)];
};
const post = (path: string, body: unknown, as?: string) =>
  catalog.call('POST', path, body, as === undefined ? {} : { as });

describe('the subscriptions of a year', () => {
  it('[CAT-060, CAT-061, CAT-062] have a list for each room, are reviewed title by title, counted against the requirement, approved by the head and taken back', async () => {
    const vendorId = (await subscribing.ok<{ id: string }>('POST', '/vendors', { name: '邮局', kind: 'subscriptions' })).id;
    const paper = await subscribing.serial({ title: '中国少年报', kind: 'newspaper', postalCode: '1-12', priceFen: 7_200 });
    const stories = await subscribing.serial({ title: '儿童文学', postalCode: '2-275' });
    const doubtful = await subscribing.serial({ title: '漫画大王' });
    const id = await subscribing.round(2027, { requiredTitles: 4, vendorId });
    expect(codesOf(await post('/subscription-rounds', { year: 2027 }))).toEqual([409, 'subscription.year-taken']);
    await subscribing.addLines(id, [
      { serialId: paper, room: 'pupils', copies: 5, shelfOrder: 'B3' },
      { serialId: paper, room: 'teachers', copies: 1 },
      { serialId: stories, room: 'pupils', copies: 2, priceFen: 12_000 },
      { serialId: doubtful, room: 'pupils', copies: 1, priceFen: 6_000 },
    ]);
    const early = await post(`/subscription-rounds/${id}/submission`, undefined);
    expect(codesOf(early)).toEqual([409, 'subscription.refused', 'subscription.empty', 'subscription.unreviewed']);
    await subscribing.review(id, [
      { number: 1, verdict: 'accept' }, { number: 2, verdict: 'accept' }, { number: 3, verdict: 'accept' },
      { number: 4, verdict: 'decline', useful: false, readable: false, remark: '内容浅薄' },
    ]);
    const changed = await subscribing.addLines(id, [{ serialId: stories, room: 'pupils', copies: 3, priceFen: 12_000 }]);
    expect(changed).toMatchObject({ unreviewed: 1, titles: 1 });
    await subscribing.review(id, [{ number: 3, verdict: 'accept' }]);
    const counted = {
      status: 'draft', vendor: '邮局', titles: 2, pupilTitles: 2, teacherTitles: 1, newspapers: 1, declined: 1, unreviewed: 0,
      requiredTitles: 4, missingTitles: 2, copies: 9, fen: 6 * 7_200 + 3 * 12_000,
    };
    expect(await subscribing.ok('GET', `/subscription-rounds/${id}`)).toMatchObject(counted);
    expect(await printed(`/subscription-rounds/${id}/lines?room=pupils&format=csv`)).toEqual([
      '序号,去向,刊名,类型,邮发代号,份数,全年单价(元),金额(元),实用,可读,意见,审议人,县定,排架号',
      '1,学生阅览室,中国少年报,报纸,1-12,5,72,360,是,是,订,征订小组,否,B3',
      '3,学生阅览室,儿童文学,期刊,2-275,3,120,360,是,是,订,征订小组,否,',
      '4,学生阅览室,漫画大王,期刊,,1,60,60,否,否,不订,征订小组,否,',
    ]);
    expect((await linesOf(id, 'room=teachers')).map(({ title }) => title)).toEqual(['中国少年报']);
    await subscribing.ok('POST', `/subscription-rounds/${id}/submission`);
    const late = await post(`/subscription-rounds/${id}/lines`, { items: [{ serialId: paper, room: 'staff', copies: 1 }] });
    expect(codesOf(late)).toEqual([409, 'subscription.state-refused']);
    const decided = await subscribing.ok('POST', `/subscription-rounds/${id}/decision`, { decision: 'approve' }, head);
    expect(decided).toMatchObject({ status: 'approved', approvedOn: '2026-11-10', trail: [{ action: 'submit' }, { action: 'approve' }] });
    await subscribing.ok('POST', `/subscription-rounds/${id}/revision`, { reason: '加一种' });
    expect(await subscribing.ok('GET', `/subscription-rounds/${id}`)).toMatchObject({ status: 'draft', approvedOn: null });
    const told = await catalog.sql<{ type: string; data: object }>(
      `select type, payload->'data' as data from outbox where key = $1 order by id`, [id],
    );
    const round = { roundId: id, schoolId: catalog.schools[0], year: 2027 };
    expect(told).toEqual([
      { type: 'shulian.catalog.subscription.approved.v1',
        data: { ...round, approvedOn: '2026-11-10', newspapers: 1, periodicals: 1, copies: expect.any(Number), fen: expect.any(Number) } },
      { type: 'shulian.catalog.subscription.reopened.v1', data: round },
    ]);
    expect((await printed('/subscription-rounds?format=csv'))[1]).toBe('2027,草稿,邮局,4,2,2,1,2,1,9,792,');
  }); // prettier-ignore

  it('are refused with a reason, and by nobody who submitted them', async () => {
    const serialId = await subscribing.serial({ title: '读者' });
    const id = await subscribing.round(2028);
    await subscribing.addLines(id, [{ serialId, room: 'teachers', copies: 1 }]);
    await subscribing.review(id, [{ number: 1, verdict: 'accept' }]);
    await subscribing.ok('POST', `/subscription-rounds/${id}/submission`, undefined, catalog.admin);
    const decide = (body: object, as: string) => post(`/subscription-rounds/${id}/decision`, body, as);
    expect((await decide({ decision: 'refuse' }, head)).status).toBe(400);
    expect(codesOf(await decide({ decision: 'approve' }, catalog.admin))).toEqual([
      409, 'subscription.refused', 'subscription.own-submission',
    ]);
    expect((await decide({ decision: 'approve' }, catalog.librarian)).status).toBe(403);
    expect((await decide({ decision: 'refuse', remark: '超预算' }, head)).body).toMatchObject({
      status: 'refused', trail: [{}, { action: 'refuse', remark: '超预算' }],
    });
    await subscribing.ok('POST', `/subscription-rounds/${id}/revision`, { reason: '改' });
    expect(codesOf(await post(`/subscription-rounds/${id}/revision`, { reason: '改' }))).toEqual([
      409, 'subscription.state-refused',
    ]);
  }); // prettier-ignore

  it('[CAT-079] hold professional journals for the staff of the library, and for no reading room', async () => {
    const journal = await subscribing.serial({ title: '图书馆工作与研究', audience: 'staff', priceFen: 18_000 });
    const second = await subscribing.serial({ title: '图书情报', audience: 'staff', priceFen: 24_000 });
    const id = await subscribing.round(2029);
    for (const room of ['pupils', 'teachers']) {
      const refused = await post(`/subscription-rounds/${id}/lines`, { items: [{ serialId: journal, room, copies: 1 }] });
      expect(codesOf(refused)).toEqual([409, 'subscription.staff-only']);
    }
    await subscribing.addLines(id, [journal, second].map((serialId) => ({ serialId, room: 'staff', copies: 1 })));
    expect(await linesOf(id)).toMatchObject([
      { title: '图书馆工作与研究', room: 'staff', priceFen: 18_000 }, { title: '图书情报', room: 'staff' },
    ]);
    const listed = await subscribing.ok<{ items: unknown[] }>('GET', '/serials?audience=staff');
    expect(listed.items).toHaveLength(2);
  }); // prettier-ignore

  it('are no other school’s, and name lines and serials that are there', async () => {
    const id = await subscribing.round(2030);
    const foreign = await catalog.call('GET', `/subscription-rounds/${id}`, undefined, { as: catalog.otherLibrarian });
    expect(foreign.status).toBe(404);
    const unknown = await post(`/subscription-rounds/${id}/lines`, { items: [{ serialId: id, room: 'pupils', copies: 1 }] });
    expect(unknown.status).toBe(422);
    const none = await post(`/subscription-rounds/${id}/reviews`, {
      reviewer: '组', items: [{ number: 1, verdict: 'accept', useful: true, readable: true }],
    });
    expect(none.status).toBe(422);
    const rounds = await subscribing.ok<{ items: RoundView[] }>('GET', '/subscription-rounds?limit=500', undefined, viewer);
    expect(rounds.items.map(({ year }) => year)).toEqual([2030, 2029, 2028, 2027]);
    const gone = await catalog.call('DELETE', `/subscription-rounds/${id}/lines/1`);
    expect(gone.status).toBe(404);
  }); // prettier-ignore
});

describe('what the county office has all schools take', () => {
  it('[CAT-063, RPT-048] is ordered and paid on time or not, school by school, with arrears as of a day', async () => {
    const serialId = await subscribing.serial({ title: '县教育报', kind: 'newspaper', postalCode: '99-1' });
    const asked = { serialId, year: 2032, copies: 2, priceFen: 5_000, orderBy: '2031-11-30', payBy: '2031-12-15' };
    expect((await post('/serial-mandates', asked)).status).toBe(403);
    const { id } = await subscribing.ok<MandateView>('POST', '/serial-mandates', asked, catalog.admin);
    expect(codesOf(await post('/serial-mandates', asked, catalog.admin))).toEqual([409, 'mandate.set-already']);
    await clock.dayIs('2031-11-30');
    await subscribing.approved(2032, [{ serialId, room: 'teachers', copies: 2, priceFen: 5_000 }]);
    await clock.dayIs('2031-12-01');
    await subscribing.approved(2032, [{ serialId, room: 'teachers', copies: 2 }], catalog.otherLibrarian);
    const pay = (fen: number, as: string, more: object = {}) =>
      subscribing.ok<PaymentView>('POST', `/serial-mandates/${id}/payments`, { fen, ...more }, as);
    await clock.dayIs('2031-12-15');
    await pay(10_000, catalog.librarian, { documentNumber: '收据12' });
    const mistaken = await pay(4_000, catalog.otherLibrarian);
    await pay(6_000, catalog.otherLibrarian);
    const future = await post(`/serial-mandates/${id}/payments`, { fen: 1, paidOn: '2031-12-16' });
    expect(future.status).toBe(400);
    await clock.dayIs('2031-12-16');
    const foreign = await post(`/mandate-payments/${mistaken.id}/reversal`, { reason: '误登' });
    expect(foreign.status).toBe(404);
    await subscribing.ok('POST', `/mandate-payments/${mistaken.id}/reversal`, { reason: '误登' }, catalog.otherLibrarian);
    const twice = await post(`/mandate-payments/${mistaken.id}/reversal`, { reason: '误登' }, catalog.otherLibrarian);
    expect(codesOf(twice)).toEqual([409, 'mandate.payment-reversed']);
    const arrears = async (query: string, as = catalog.admin): Promise<ArrearsView[]> =>
      (await subscribing.ok<{ items: ArrearsView[] }>('GET', `/mandate-arrears?year=2032&${query}`, undefined, as)).items;
    expect(await arrears('')).toMatchObject([
      { schoolCode: 'SY1', mandated: 1, ordered: 1, orderedOnTime: 1, dueFen: 10_000, paidFen: 10_000, arrearsFen: 0, paidOnTime: 1, commended: true },
      { schoolCode: 'SY2', mandated: 1, ordered: 1, orderedOnTime: 0, dueFen: 10_000, paidFen: 6_000, owedFen: 4_000, arrearsFen: 4_000, paidOnTime: 0, commended: false },
    ]);
    expect(await arrears('on=2031-12-15')).toMatchObject([{ owedFen: 0 }, { owedFen: 0, arrearsFen: 0, paidFen: 10_000 }]);
    expect(await arrears('on=2031-12-14')).toMatchObject([{ owedFen: 10_000, arrearsFen: 0 }, { owedFen: 10_000, arrearsFen: 0 }]);
    expect((await arrears('onlyArrears=true')).map(({ schoolCode }) => schoolCode)).toEqual(['SY2']);
    expect((await arrears('', head)).map(({ schoolCode }) => schoolCode)).toEqual(['SY1']);
    expect(await printed('/mandate-arrears?year=2032&onlyArrears=true&format=csv', catalog.admin)).toEqual([
      '学校代码,学校,应订种数,已订,按时订购,应交(元),已交(元),未交(元),欠款(元),按时交清种数,表彰',
      'SY2,第2小学,1,1,0,100,60,40,40,0,否',
    ]);
    const [title, first, ...others] = await printed('/mandate-payments?year=2032&format=csv', head);
    expect(title).toBe('交款日期,年度,刊名,金额(元),凭证号,冲销日期,冲销原因');
    expect([first, others]).toEqual(['2031-12-15,2032,县教育报,100,收据12,,', []]);
    await subscribing.ok('POST', `/serial-mandates/${id}/withdrawal`, undefined, catalog.admin);
    expect(await arrears('')).toEqual([]);
  }); // prettier-ignore
});
