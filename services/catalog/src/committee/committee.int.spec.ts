import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@shulian/service-kit';
import { freshDatabase, pdfTexts } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import { aBuying, type Buying } from '../orders/a-round.builder.js';
import type { CommitteeMemberView, VoteView } from './committee.http.js';

let catalog: CatalogForTests;
let buying: Buying;
let head: string;
let teacher: string;
let vendorId: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_committee'));
  const schoolId = catalog.schools[0];
  head = await catalog.signer.account({ role: 'school-head', schoolId });
  teacher = await catalog.signer.account({ role: 'teacher', schoolId, classId: newId() });
  buying = aBuying(catalog, head);
  vendorId = await buying.vendor('新华书店');
}, 60_000);
afterAll(() => catalog.end());

const codesOf = ({ body }: { readonly body: never }): unknown => {
  const { code, reasons = [] } = body as { code: string; reasons?: { code: string }[] };
  return [code, ...reasons.map((reason) => reason.code)];
};
const accountOf = (token: string): string =>
  (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sub: string }).sub;
const term = { startsOn: '2020-09-01', endsOn: '2060-08-31' };
const appointed = async (member: object): Promise<string> =>
  (await buying.ok<CommitteeMemberView>('POST', '/committee-members', { ...term, ...member }, head)).id;
const submitted = async (): Promise<string> => {
  const id = await buying.draft(vendorId);
  const reviewId = await buying.review({ name: `书单之书${String(Math.random())}` });
  await buying.ok('POST', `/orders/${id}/lines`, { items: [{ reviewId, quantity: 1, unitPriceFen: 100 }] });
  await buying.ok('POST', `/orders/${id}/submission`);
  return id;
};
const vote = (orderId: string, memberId: string, body: object, as = catalog.librarian) =>
  catalog.call('PUT', `/orders/${orderId}/committee-votes/${memberId}`, body, { as });
const approve = (id: string) =>
  catalog.call('POST', `/orders/${id}/decision`, { decision: 'approve' }, { as: head });
const yes = { vote: 'yes' };

describe('the committee of a school', () => {
  it('[CAT-007] reviews what is ordered with its quorum, a teacher and a pupil, before the head decides; its no sends the list back', async () => {
    const expert = await appointed({ kind: 'expert', name: '县教研室王老师' });
    const ofTeacher = await appointed({ kind: 'teacher', readerId: newId(), accountId: accountOf(teacher) });
    const pupil = await appointed({ kind: 'pupil', readerId: newId() });
    const former = await appointed({ kind: 'researcher', name: '前任', endsOn: '2021-08-31' });
    for (const wrong of [{ kind: 'expert' }, { kind: 'expert', name: '甲', readerId: newId() }, { kind: 'expert', name: '甲', endsOn: '2019-01-01' }])
      expect((await catalog.call('POST', '/committee-members', { ...term, ...wrong }, { as: head })).status).toBe(400);
    const id = await submitted();
    // Nobody waits for a committee where the school does not say so.
    await buying.ok('PUT', '/committee-rules', { required: true, quorum: 3 }, head);
    expect((await catalog.call('PUT', '/committee-rules', { required: false, quorum: 1 })).status).toBe(403);
    expect(codesOf(await approve(id))).toEqual([
      'order.refused', 'order.committee-quorum', 'order.committee-teacher-missing', 'order.committee-pupil-missing',
    ]);
    expect((await vote(id, expert, yes)).status).toBe(200);
    expect((await vote(id, pupil, { vote: 'no' })).status).toBe(400);
    expect((await vote(id, pupil, { vote: 'no', words: '已经有了' })).status).toBe(200);
    expect(codesOf(await vote(id, former, yes))).toEqual(['committee.not-in-office']);
    expect(codesOf(await approve(id))).toEqual(['order.refused', 'order.committee-quorum', 'order.committee-teacher-missing']);
    const own = await catalog.call('PUT', `/orders/${id}/own-committee-vote`, { vote: 'no', words: '不合课标' }, { as: teacher });
    expect([own.status, own.body]).toMatchObject([200, { memberId: ofTeacher, vote: 'no', words: '不合课标' }]);
    expect(codesOf(await approve(id))).toEqual(['order.refused', 'order.committee-said-no']);
    const list = await buying.ok<{ items: VoteView[] }>('GET', `/orders/${id}/committee-votes`);
    expect(list.items.map(({ kind, vote: said }) => [kind, said]).sort()).toEqual([['expert', 'yes'], ['pupil', 'no'], ['teacher', 'no']]);
    const answer = await fetch(`${catalog.url}/api/v1/orders/${id}/committee-votes?format=pdf`, { headers: { authorization: `Bearer ${catalog.librarian}`, 'accept-language': 'zh-CN' } });
    const text = (await pdfTexts(new Uint8Array(await answer.arrayBuffer()))).join(' ');
    for (const word of ['订购书单评审表', '县教研室王老师', '不合课标', '不同意']) expect(text).toContain(word);

    await buying.ok('POST', `/orders/${id}/committee-return`, { remark: '换掉重复的书' });
    const order = await buying.ok<{ status: string; trail: { action: string; remark: string }[] }>('GET', `/orders/${id}`);
    expect([order.status, order.trail.at(-1)]).toMatchObject(['refused', { action: 'refuse', remark: '换掉重复的书' }]);
    // Drafted anew it is another list: nobody has voted on it.
    await buying.ok('POST', `/orders/${id}/revision`, { reason: '已换' });
    await buying.ok('POST', `/orders/${id}/submission`);
    expect(codesOf(await approve(id))).toContain('order.committee-quorum');
    for (const member of [expert, pupil]) await vote(id, member, yes);
    await buying.ok('PUT', `/orders/${id}/own-committee-vote`, yes, teacher);
    expect(codesOf(await catalog.call('POST', `/orders/${id}/committee-return`, { remark: '不' }))).toEqual(['committee.said-yes']);
    await buying.ok('DELETE', `/orders/${id}/own-committee-vote`, undefined, teacher);
    expect(codesOf(await approve(id))).toEqual(['order.refused', 'order.committee-quorum', 'order.committee-teacher-missing']);
    await buying.ok('PUT', `/orders/${id}/own-committee-vote`, yes, teacher);
    await buying.ok('DELETE', `/orders/${id}/committee-votes/${expert}`);
    expect((await catalog.call('DELETE', `/orders/${id}/committee-votes/${expert}`)).status).toBe(404);
    await vote(id, expert, { vote: 'abstain' });
    expect((await approve(id)).status).toBe(200);
    expect(codesOf(await vote(id, expert, yes))).toEqual(['order.state-refused']);
  }); // prettier-ignore

  it('has terms of office that end earlier or later, and members of its own school only', async () => {
    const id = await appointed({ kind: 'expert', name: '短任' });
    await buying.ok('PUT', `/committee-members/${id}/end`, { endsOn: '2020-12-31' }, head);
    const { items } = await buying.ok<{ items: CommitteeMemberView[] }>('GET', '/committee-members');
    expect(items.find((member) => member.id === id)).toMatchObject({ inOffice: false, endsOn: '2020-12-31' });
    expect((await catalog.call('PUT', `/committee-members/${id}/end`, { endsOn: '2019-01-01' }, { as: head })).status).toBe(400);
    await buying.ok('PUT', `/committee-members/${id}/end`, { endsOn: '2060-01-01' }, head);
    const order = await submitted();
    expect((await vote(order, id, yes, catalog.otherLibrarian)).status).toBe(404);
    const stranger = await catalog.signer.account({ role: 'teacher', schoolId: catalog.schools[0], classId: newId() });
    expect(codesOf(await catalog.call('PUT', `/orders/${order}/own-committee-vote`, yes, { as: stranger }))).toEqual(['committee.not-a-member']);
    await buying.ok('PUT', '/committee-rules', { required: false, quorum: 3 }, head);
    expect((await approve(order)).status).toBe(200);
  }); // prettier-ignore
});
