import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Reply } from '../a-county.builder.js';
import type { TextbookLineView, TextbookStockView } from '../textbooks/textbook-stock.http.js';
import { TextbooksForTests } from '../textbooks/textbooks-for-tests.builder.js';
import type { TextbookDeliveryLineView, TextbookDeliveryView } from './textbook-deliveries.http.js';
import type {
  TextbookOrderLineView,
  TextbookOrderView,
  TextbookSurveyLineView,
  TextbookWishView,
} from './textbook-orders.http.js';

let school: TextbooksForTests;
let ids: Record<string, string>;
let [admin, viewer, teacher, head] = ['', '', '', ''];

beforeAll(async () => {
  school = await TextbooksForTests.open('circulation_textbook_orders');
  const { county } = school;
  const { schoolId } = county;
  await school.schoolClass(2025, 3, 'arts');
  const science = await school.schoolClass(2025, 2, 'science');
  admin = await county.account({ role: 'county-admin' });
  viewer = await county.account({ role: 'county-viewer' });
  head = await county.account({ role: 'school-head', schoolId });
  teacher = await county.account({ role: 'teacher', schoolId, classId: science });
  ids = await school.textbooks({
    语文: 'textbook', 历史: 'textbook', 练习簿: 'exercise-book', 教师用书: 'teaching-book', 旧版: 'textbook',
  }); // prettier-ignore
  const need = (name: string, stream: string, perPupil = 1) => ({
    textbookId: ids[name], grade: 11, stream, perPupil,
  }); // prettier-ignore
  await school.did('POST', '/textbook-needs', {
    termId: school.terms.spring,
    items: [need('语文', 'all'), need('历史', 'arts'), need('练习簿', 'all', 4), need('旧版', 'all')],
  });
  await school.did('POST', '/textbook-lines', {
    termId: school.terms.autumn,
    lines: [{ textbookId: ids['练习簿'], what: 'received', quantity: 5 }],
  });
  const retired = { headers: { 'if-match': '"v1"' } };
  await county.ask('PATCH', `/textbooks/${String(ids['旧版'])}`, { status: 'retired' }, retired);
}, 120_000);
afterAll(() => school?.stop());

const begin = (wishesUntil = '2026-10-31'): Promise<TextbookOrderView> =>
  school.did('POST', '/textbook-orders', {
    termId: school.terms.spring, name: '2027年春季教材征订', wishesUntil,
  }); // prettier-ignore
const wish = (id: string, groupName: string, lines: object[], as?: string, groupKind = 'lesson-group') =>
  school.ask('POST', `/textbook-orders/${id}/wishes`, { groupKind, groupName, lines }, as);
const confirm = (id: string, version: number, body: object = {}, as?: string): Promise<Reply> =>
  school.county.ask('POST', `/textbook-orders/${id}/confirmation`, body, {
    headers: { 'if-match': `"v${version}"` },
    ...(as === undefined ? {} : { as }),
  });
const go = (id: string, step: string, as?: string, body?: object) =>
  school.ask('POST', `/textbook-orders/${id}/${step}`, body ?? {}, as);
const order = (id: string, as?: string): Promise<TextbookOrderView> =>
  school.did('GET', `/textbook-orders/${id}`, undefined, as);
const onHand = async (name: string): Promise<number> =>
  (await school.items<TextbookStockView>('/textbook-stock?limit=500')).find((each) => each.name === name)
    ?.onHand ?? 0;

describe('a round of ordering textbooks', () => {
  it('[CIR-078] groups enter what they wish until a day, it is decided beside what classes need, confirmed, printed', async () => {
    const { id } = await begin();
    expect((await wish(id, '高二语文备课组', [{ textbookId: ids['教师用书'], quantity: 3, note: '新教师两人' }], teacher)).body).toEqual({ lines: 1, volumes: 3 });
    await wish(id, '高二年级部', [{ textbookId: ids['语文'], quantity: 2 }, { textbookId: ids['历史'], quantity: 1 }], teacher, 'grade-department');
    // The last word of a group counts.
    expect((await wish(id, '高二年级部', [{ textbookId: ids['历史'], quantity: 0 }], undefined, 'grade-department')).body).toEqual({ lines: 1, volumes: 2 });
    const wishes = await school.items<TextbookWishView>(`/textbook-orders/${id}/wishes`, teacher);
    expect(wishes.map(({ groupName, name, quantity }) => [groupName, name, quantity])).toEqual([['高二年级部', '语文', 2], ['高二语文备课组', '教师用书', 3]]);
    const survey = await school.items<TextbookSurveyLineView>(`/textbook-orders/${id}/survey`);
    expect(survey.map(({ name, needed, wished, onHand: there, proposed }) => [name, needed, wished, there, proposed]).sort()).toEqual(
      [['语文', 5, 2, 0, 7], ['历史', 3, 0, 0, 3], ['练习簿', 20, 0, 5, 15], ['教师用书', 0, 3, 0, 3]].sort());
    const paper = await school.csv(`/textbook-orders/${id}/survey?limit=50`);
    expect(paper[0]).toBe('类别,书名,学科,出版社,书号,单价(元),学生用书,各组申报,库存,在途,建议征订');
    expect(paper).toContain('簿本,练习簿,,,,12.5,20,0,5,0,15');
    expect((await school.csv(`/textbook-orders/${id}/wishes?limit=50`)).slice(1)).toContainEqual(expect.stringMatching(/^备课组,高二语文备课组,教学用书,教师用书,3,新教师两人,2026-10-12$/));

    await school.county.itIs('2026-10-31');
    expect((await wish(id, '高二历史备课组', [{ textbookId: ids['历史'], quantity: 1 }], teacher)).status).toBe(200);
    await school.county.itIs('2026-11-01');
    expect((await wish(id, '高二历史备课组', [{ textbookId: ids['历史'], quantity: 2 }], teacher)).body).toMatchObject({ code: 'textbook-order.wishes-closed' });
    expect((await confirm(id, 1, {}, teacher)).status).toBe(403);
    expect((await confirm(id, 1, {}, school.otherLibrarian)).status).toBe(404);
    const done = await confirm(id, 1, { lines: [{ textbookId: ids['练习簿'], quantity: 16 }] });
    expect(done.body).toMatchObject({ status: 'confirmed', groups: 3, textbooks: 4, volumes: 7 + 4 + 16 + 3, amountFen: 30 * 1_250, version: 2 });
    expect((await confirm(id, 2)).body).toMatchObject({ code: 'textbook-order.not-now' });
    expect((await wish(id, '高二年级部', [{ textbookId: ids['语文'], quantity: 1 }])).body).toMatchObject({ code: 'textbook-order.not-now' });
    const lines = await school.items<TextbookOrderLineView>(`/textbook-order-lines?orderId=${id}`);
    expect(lines.map(({ name, needed, wished, onHand: there, quantity, outstanding }) => [name, needed, wished, there, quantity, outstanding]).sort())
      .toEqual([['语文', 5, 2, 0, 7, 7], ['历史', 3, 1, 0, 4, 4], ['练习簿', 20, 0, 5, 16, 16], ['教师用书', 0, 3, 0, 3, 3]].sort());
    // Opened again, wishes may come again; who builds on an old version is told.
    expect((await go(id, 'reopening')).body).toMatchObject({ status: 'open', textbooks: 0, confirmedOn: null });
    expect((await confirm(id, 2)).status).toBe(412);
    expect((await confirm(id, 3)).body).toMatchObject({ status: 'confirmed', volumes: 29 });
    await school.county.itIs('2026-10-12');
  }); // prettier-ignore

  it('[RPT-051] [CIR-078] the school reports its figures, the county office reads and prints what is reported, and sends back what is wrong', async () => {
    const { id } = await begin();
    await confirm(id, 1);
    expect((await school.ask('GET', `/textbook-orders/${id}`, undefined, viewer)).status).toBe(404);
    expect((await go(id, 'report', teacher)).status).toBe(403);
    expect((await go(id, 'sending-back', admin, { note: '太早' })).body).toMatchObject({ code: 'textbook-order.not-now' });
    expect((await go(id, 'report', head)).body).toMatchObject({ status: 'reported', reportedOn: '2026-10-12' });
    expect((await go(id, 'report')).body).toMatchObject({ code: 'textbook-order.not-now' });
    const mine = ({ schoolId }: { readonly schoolId: string }): boolean => schoolId === school.county.schoolId;
    const seen = (await school.items<TextbookOrderView>('/textbook-orders?from=2027-02-01&to=2027-03-31', viewer)).filter(mine);
    expect(seen).toMatchObject([{ id, school: 'School', termBegins: '2027-02-22', textbooks: 3, volumes: 23, amountFen: 23 * 1_250 }]);
    expect(await school.items('/textbook-orders?from=2027-02-23', viewer)).toEqual([]);
    const printed = await fetch(`${school.county.service.url}/api/v1/textbook-orders?format=csv`, { headers: { authorization: `Bearer ${viewer}` } });
    expect((await printed.text()).trimEnd().split('\r\n')).toEqual([
      '学校,征订,学期开始,申报组数,种数,册数,金额(元),状态,上报日期,到货册数',
      'School,2027年春季教材征订,2027-02-22,0,3,23,287.5,已上报,2026-10-12,0',
    ]);
    const lines = await school.items<TextbookOrderLineView>(`/textbook-order-lines?schoolId=${school.county.schoolId}`, viewer);
    expect(lines.map(({ name, quantity }) => [name, quantity]).sort()).toEqual([['语文', 5], ['历史', 3], ['练习簿', 15]].sort());
    expect((await go(id, 'sending-back', undefined, { note: '不行' })).status).toBe(403);
    expect((await go(id, 'sending-back', admin, { note: '练习簿请按每生五本' })).body).toMatchObject({ status: 'confirmed', officeNote: '练习簿请按每生五本', reportedOn: null });
    expect(await school.items('/textbook-orders', viewer)).toEqual([]);
    await go(id, 'reopening');
    await confirm(id, (await order(id)).version, { lines: [{ textbookId: ids['练习簿'], quantity: 20 }] });
    expect((await go(id, 'report')).body).toMatchObject({ status: 'reported', officeNote: null, volumes: 28 });
    expect((await go(id, 'cancellation')).body).toMatchObject({ code: 'textbook-order.not-now' });
  }); // prettier-ignore

  it('a round gets more time, is called off, and orders nothing when nothing is lacking', async () => {
    const { id } = await begin('2026-10-11');
    expect((await wish(id, '高二年级部', [{ textbookId: ids['语文'], quantity: 1 }])).status).toBe(409);
    const change = (version: number) =>
      school.county.ask('PATCH', `/textbook-orders/${id}`, { wishesUntil: '2026-10-12' }, { headers: { 'if-match': `"v${version}"` } });
    expect((await change(1)).body).toMatchObject({ wishesUntil: '2026-10-12', name: '2027年春季教材征订', version: 2 });
    expect((await change(1)).status).toBe(412);
    expect((await wish(id, '高二年级部', [{ textbookId: ids['语文'], quantity: 1 }])).status).toBe(200);
    const unknown = await wish(id, '高二年级部', [{ textbookId: randomUUID(), quantity: 1 }]);
    expect([unknown.status, unknown.body]).toMatchObject([422, { errors: [{ pointer: '/lines/0/textbookId' }] }]);
    const none = Object.values(ids).map((textbookId) => ({ textbookId, quantity: 0 }));
    expect((await confirm(id, 2, { lines: none })).body).toMatchObject({ code: 'textbook-order.nothing' });
    expect((await go(id, 'cancellation')).body).toMatchObject({ status: 'cancelled' });
    expect((await go(id, 'cancellation')).body).toMatchObject({ code: 'textbook-order.not-now' });
  }); // prettier-ignore
});

describe('deliveries of textbooks', () => {
  const expecting = (more: object): Promise<Reply> =>
    school.ask('POST', '/textbook-deliveries', {
      termId: school.terms.spring, supplier: '市新华书店教材科', how: 'collected', expectedOn: '2027-01-08', contact: '李科长，上午提货', ...more,
    }); // prettier-ignore
  const arrive = (id: string, lines: object[] = [], as?: string) =>
    school.ask('POST', `/textbook-deliveries/${id}/arrival`, { onDay: '2027-01-08', lines }, as);

  it('[CIR-084] are agreed upon with the supplier, come short or wrong, and the rest of the order comes later', async () => {
    const { id: orderId } = await begin();
    expect((await expecting({ orderId })).body).toMatchObject({ code: 'textbook-order.not-now' });
    await confirm(orderId, 1, { lines: [{ textbookId: ids['语文'], quantity: 7 }, { textbookId: ids['教师用书'], quantity: 3 }, { textbookId: ids['练习簿'], quantity: 0 }] });
    const first = await expecting({ orderId });
    expect(first.body as unknown as TextbookDeliveryView).toMatchObject({ status: 'expected', how: 'collected', textbooks: 3, expected: 13, contact: '李科长，上午提货' });
    const id = String(first.body['id']);
    expect((await expecting({ orderId })).body).toMatchObject({ code: 'textbook-delivery.nothing' });
    expect((await go(orderId, 'reopening')).body).toMatchObject({ code: 'textbook-order.has-deliveries' });
    // What is on its way is not proposed again.
    const { id: next } = await begin();
    const survey = await school.items<TextbookSurveyLineView>(`/textbook-orders/${next}/survey`);
    expect(survey.find(({ name }) => name === '语文')).toMatchObject({ needed: 5, coming: 7, proposed: 0 });

    const change = (version: number) =>
      school.county.ask('PATCH', `/textbook-deliveries/${id}`, { expectedOn: '2027-01-07', contact: null }, { headers: { 'if-match': `"v${version}"` } });
    expect((await change(1)).body).toMatchObject({ expectedOn: '2027-01-07', contact: null, supplier: '市新华书店教材科', version: 2 });
    expect((await change(1)).status).toBe(412);
    const coming = await school.csv('/textbook-deliveries?status=expected&from=2027-01-01&to=2027-01-07');
    expect(coming).toEqual(['约定日期,到货日期,供货方,方式,状态,种数,应到,实到,错发、破损,差异种数,联系,备注', '2027-01-07,,市新华书店教材科,自提,待到货,3,13,0,0,0,,']);

    expect((await arrive(id, [], school.otherLibrarian)).status).toBe(404);
    expect((await arrive(id, [{ textbookId: ids['语文'], delivered: 1, unusable: 2 }])).body).toMatchObject({ errors: [{ pointer: '/lines/0/unusable' }] });
    const came = await arrive(id, [
      { textbookId: ids['语文'], delivered: 6, unusable: 1, note: '水渍一册' },
      { textbookId: ids['练习簿'], delivered: 10, unusable: 10, note: '错发' },
    ]);
    expect(came.body).toMatchObject({ status: 'arrived', arrivedOn: '2027-01-08', expected: 13, delivered: 22, unusable: 11, differences: 2 });
    expect([await onHand('语文'), await onHand('历史'), await onHand('教师用书'), await onHand('练习簿')]).toEqual([5, 3, 3, 5]);
    const differing = await school.items<TextbookDeliveryLineView>(`/textbook-delivery-lines?deliveryId=${id}&lines=different`);
    expect(differing.map(({ name, difference }) => [name, difference]).sort()).toEqual([['语文', -2], ['练习簿', 0]].sort());
    const [head_, ...lines] = await school.csv(`/textbook-delivery-lines?deliveryId=${id}&lines=different`);
    expect(head_).toBe('约定日期,到货日期,供货方,方式,类别,书名,书号,应到,实到,错发、破损,差额,备注');
    expect(lines).toContain('2027-01-07,2027-01-08,市新华书店教材科,自提,教科书,语文,,7,6,1,-2,水渍一册');
    expect((await arrive(id)).body).toMatchObject({ code: 'textbook-delivery.not-now' });
    // Two are outstanding still.
    const second = await expecting({ orderId, how: 'delivered', expectedOn: '2027-01-20' });
    expect(second.body).toMatchObject({ textbooks: 1, expected: 2, how: 'delivered' });
    expect((await arrive(String(second.body['id']))).body).toMatchObject({ differences: 0 });
    expect(await order(orderId)).toMatchObject({ volumes: 13, received: 13 });
  }); // prettier-ignore

  it('an arrival that was counted wrong is taken back while nothing of it is handed out, and a delivery called off', async () => {
    const [book] = Object.values(await school.textbooks({ 地理: 'textbook' }));
    ids['地理'] = String(book);
    expect((await expecting({})).body).toMatchObject({ errors: [{ pointer: '/lines', code: 'is-defined' }] });
    expect((await expecting({ orderId: randomUUID() })).status).toBe(422);
    const made = await expecting({ lines: [{ textbookId: book, expected: 4 }] });
    const id = String(made.body['id']);
    const undo = () => school.ask('POST', `/textbook-deliveries/${id}/undo`, { note: '点错' });
    expect((await undo()).body).toMatchObject({ code: 'textbook-delivery.not-now' });
    await arrive(id, [{ textbookId: ids['语文'], delivered: 1, unusable: 1 }]);
    const [line] = await school.items<TextbookLineView>(`/textbook-lines?limit=500&what=received&from=2027-01-08`).then((all) => all.filter(({ documentId }) => documentId === id));
    expect((await school.ask('POST', `/textbook-lines/${String(line?.id)}/reversal`, {})).body).toMatchObject({ code: 'textbook-stock.of-a-document' });
    const given = { termId: school.terms.spring, lines: [{ textbookId: book, what: 'issued', quantity: 1, holder: { kind: 'group', ref: '地理组' } }] };
    const out = await school.did<{ items: TextbookLineView[] }>('POST', '/textbook-lines', given);
    expect((await undo()).body).toMatchObject({ code: 'textbook-stock.not-enough' });
    await school.did('POST', `/textbook-lines/${String(out.items[0]?.id)}/reversal`, {});
    expect((await undo()).body).toMatchObject({ status: 'expected', textbooks: 1, delivered: 0, arrivedOn: null });
    expect(await onHand('地理')).toBe(0);
    const cancel = () => school.ask('POST', `/textbook-deliveries/${id}/cancellation`);
    const both = await Promise.all([cancel(), arrive(id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await school.ask('GET', `/textbook-deliveries/${id}`, undefined, school.otherLibrarian)).status).toBe(404);
  }); // prettier-ignore
});
