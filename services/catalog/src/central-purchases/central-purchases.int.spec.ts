import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReaderEnrolledV1 } from '@shulian/contracts/readers';
import type { ReaderId, SchoolId } from '@shulian/contracts/ids';
import { newId } from '@shulian/service-kit';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase, pdfTexts } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import { aBuying, type Buying } from '../orders/a-round.builder.js';
import type { CentralPurchaseView, SchoolProgressView, ShareView } from './central-purchases.http.js';

let catalog: CatalogForTests;
let buying: Buying;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_central_purchases'));
  buying = aBuying(
    catalog,
    await catalog.signer.account({ role: 'school-head', schoolId: catalog.schools[0] }),
  );
}, 60_000);
afterAll(() => catalog.end());

type Named = { id: string };
const admin = (method: string, path: string, body?: unknown) =>
  catalog.call(method, path, body, { as: catalog.admin });
const ok = <Body = CentralPurchaseView>(method: string, path: string, body?: unknown): Promise<Body> =>
  buying.ok<Body>(method, path, body, catalog.admin);
const items = async <Item>(path: string, as = catalog.admin): Promise<Item[]> =>
  (await buying.ok<{ items: Item[] }>('GET', path, undefined, as)).items;
const codesOf = ({ body }: { readonly body: never }): unknown => {
  const { code, reasons = [] } = body as { code: string; reasons?: { code: string }[] };
  return [code, ...reasons.map((reason) => reason.code)];
};
const enrolled = async (schoolId: SchoolId, pupils: number): Promise<void> => {
  for (let at = 0; at < pupils; at += 1)
    await catalog.hear(
      ReaderEnrolledV1.announce(
        {
          readerId: newId<ReaderId>(), schoolId, kind: 'student', classId: null, section: null, entryYear: null, leftOn: null,
          leftWhy: null, suspension: null,
        },
        1,
      ),
    ); // prettier-ignore
};
const work = (name: string, quantity: number, unitPriceFen: number) => ({
  name, quantity, unitPriceFen, verdict: 'suitable', firstGrade: 1, lastGrade: 6, clc: 'I287.5',
}); // prettier-ignore
const drafted = async (...works: readonly object[]): Promise<string> => {
  const { id } = await ok<Named>('POST', '/central-purchases', { name: '全县共读', vendor: '省新华书店', documentNumber: '招标7' });
  await ok('POST', `/central-purchases/${id}/lines`, { reviewer: '县审读组', items: works });
  return id;
}; // prettier-ignore

describe('what the county office buys for its schools', () => {
  it('is split by pupils to the last volume and fen, sent out as orders of the schools, and accepted by each for itself', async () => {
    const [first, second] = catalog.schools;
    await enrolled(first, 2);
    await enrolled(second, 1);
    await eventually(async () => {
      if ((await catalog.sql('select 1 from known_reader')).length < 3) throw new Error('not heard yet');
    });
    const id = await drafted(work('共读一', 10, 1_995), work('共读二', 7, 333));
    const at = `/central-purchases/${id}`;
    const early = await admin('POST', `${at}/dispatch`);
    expect([early.status, codesOf(early)]).toEqual([
      409, ['central-purchase.refused', 'central-purchase.shares-differ', 'central-purchase.shares-differ'],
    ]);
    await ok('POST', `${at}/split`, { rule: 'by-pupils', schools: [{ schoolId: first }, { schoolId: second }] });
    const shares = await items<ShareView>(`${at}/shares`);
    const volumesOf = (school: SchoolId) => shares.filter(({ schoolId }) => schoolId === school).map(({ volumes }) => volumes);
    expect([volumesOf(first), volumesOf(second)]).toEqual([[7, 5], [3, 2]]);
    const fen = 10 * 1_995 + 7 * 333;
    expect(shares.reduce((sum, share) => sum + share.fen, 0)).toBe(fen);

    await ok('PUT', `${at}/lines/2/shares`, { items: [{ schoolId: first, volumes: 6 }] });
    expect(codesOf(await admin('POST', `${at}/dispatch`))).toEqual(['central-purchase.refused', 'central-purchase.shares-differ']);
    await ok('PUT', `${at}/lines/2/shares`, { items: [{ schoolId: first, volumes: 6 }, { schoolId: second, volumes: 1 }] });
    const sent = await Promise.all([admin('POST', `${at}/dispatch`), admin('POST', `${at}/dispatch`)]);
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await admin('POST', `${at}/lines`, { reviewer: '组', items: [work('迟到', 1, 1)] })).status).toBe(409);

    const [order] = await items<Named & { status: string; volumes: number; fen: number }>('/orders', catalog.librarian);
    expect(order).toMatchObject({ status: 'approved', volumes: 13, fen: 7 * 1_995 + 6 * 333, centralPurchaseId: id, vendor: '省新华书店' });
    const refused = await catalog.call('POST', `/orders/${String(order?.id)}/cancellation`, { reason: '不要' });
    expect([refused.status, codesOf(refused)]).toEqual([409, ['order.of-the-county']]);

    const delivery = await buying.ok<Named & { source: string }>('POST', '/deliveries', {
      orderId: order?.id, documentNumber: '送货1', items: [{ orderLine: 1, received: 6, short: 1 }, { orderLine: 2, received: 5, damaged: 1 }],
    });
    expect(delivery.source).toBe('central-purchase');
    expect(codesOf(await admin('POST', `${at}/end`, { reason: '停' }))).toEqual(['central-purchase.delivery-open']);
    await buying.ok('POST', `/deliveries/${delivery.id}/acceptance`, {});
    expect(codesOf(await admin('POST', `${at}/recall`, { reason: '停' }))).toEqual(['central-purchase.delivered-already']);
    const register = await items<{ source: string }>('/registers/individual', catalog.librarian);
    expect(register.map(({ source }) => source)).toEqual(Array(11).fill('allocation'));
    // The school has not bought it.
    expect(await items('/purchase-register', catalog.librarian)).toEqual([]);

    const progress = await items<SchoolProgressView>(`${at}/schools`);
    expect(progress.map(({ schoolId, volumes, accepted, outstanding, short, damaged }) => [schoolId, volumes, accepted, outstanding, short, damaged])).toEqual(
      [[first, 13, 11, 2, 1, 1], [second, 4, 0, 4, 0, 0]].sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
    );
    expect(progress.reduce((sum, school) => sum + school.fen, 0)).toBe(fen);
    expect(await ok('GET', at)).toMatchObject({ volumes: 17, shared: 17, schools: 2, accepted: 11, acceptedFen: 6 * 1_995 + 5 * 333, fen });

    await ok('POST', `${at}/end`, { reason: '出版社断货' });
    const over = await catalog.call('POST', '/deliveries', { orderId: order?.id, items: [{ orderLine: 1, received: 1 }] });
    expect(codesOf(over)).toEqual(['delivery.refused', 'delivery.order-not-approved']);
    await ok('POST', `${at}/resumption`);
    const rest = await buying.ok<Named>('POST', '/deliveries', { orderId: order?.id, items: [{ orderLine: 1, received: 1 }] });
    await buying.ok('POST', `/deliveries/${rest.id}/acceptance`, {});
    expect(await ok('GET', at)).toMatchObject({ accepted: 12 });
    for (const list of ['lines', 'shares', 'schools']) {
      const printed = await fetch(`${catalog.url}/api/v1${at}/${list}?format=pdf`, { headers: { authorization: `Bearer ${catalog.admin}` } });
      expect((await pdfTexts(new Uint8Array(await printed.arrayBuffer()))).join(' ')).toContain('全县共读');
    }
  }, 30_000); // prettier-ignore

  it('is split by what each needs, refuses what cannot be split, and is taken back while nothing came', async () => {
    const [first, second] = catalog.schools;
    const id = await drafted(work('按需', 5, 100));
    const at = `/central-purchases/${id}`;
    const split = (body: object) => admin('POST', `${at}/split`, body);
    expect(codesOf(await split({ rule: 'by-need', schools: [{ schoolId: first, need: 0 }] }))).toEqual(['central-purchase.nothing-to-split-by']);
    expect((await split({ rule: 'by-need', schools: [{ schoolId: first }] })).status).toBe(400);
    expect((await split({ rule: 'by-pupils', schools: [{ schoolId: first }, { schoolId: first }] })).status).toBe(400);
    expect((await split({ rule: 'by-need', schools: [{ schoolId: newId(), need: 1 }] })).status).toBe(422);
    await split({ rule: 'by-need', schools: [{ schoolId: first, need: 40 }, { schoolId: second, need: 10 }] });
    await ok('POST', `${at}/dispatch`);
    const before = await items<{ id: string; name: string; status: string }>('/orders', catalog.otherLibrarian);
    expect(before[0]).toMatchObject({ status: 'approved', volumes: 1 });
    await ok('POST', `${at}/recall`, { reason: '数目有误' });
    expect(await ok('GET', at)).toMatchObject({ status: 'draft', reason: '数目有误' });
    expect((await items<{ status: string }>('/orders', catalog.otherLibrarian))[0]).toMatchObject({ status: 'cancelled' });
    await ok('DELETE', `${at}/lines/1`);
    expect(codesOf(await admin('POST', `${at}/dispatch`))).toEqual(['central-purchase.refused', 'central-purchase.empty']);
    expect((await catalog.call('GET', at)).status).toBe(403);
    const unsuitable = { ...work('不宜', 1, 1), verdict: 'unsuitable' };
    expect((await admin('POST', `${at}/lines`, { reviewer: '组', items: [unsuitable] })).status).toBe(400);
  }); // prettier-ignore
});
