import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests, type Reply } from '../a-catalog.builder.js';
import type { CopyView } from '../accession/copies.http.js';
import type { PatrolDay, PatrolFinding, PatrolView } from './shelf-patrols.http.js';

let catalog: CatalogForTests;
let head: string;
let shelves: readonly [string, string];
/** One copy each of I287.45/1, /2, /3 and so on, as their titles came. */
let copies: CopyView[];
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_shelf_patrols'));
  head = await catalog.signer.account({ role: 'school-head', schoolId: catalog.schools[0] });
  const made: string[] = [];
  for (const name of ['A1', 'A2'])
    made.push((await post<{ id: string }>('/locations', { kind: 'shelf', name }, 201)).id);
  shelves = [made[0] ?? '', made[1] ?? ''];
  copies = [];
  for (let at = 1; at <= 5; at += 1) {
    const { id } = await post<{ id: string }>('/titles', { title: `第${String(at)}本`, clc: 'I287.45' }, 201);
    copies.push(await post('/copies', { titleId: id }, 201));
  }
  await move(copies.slice(0, 4), shelves[0]);
  await move(copies.slice(4), shelves[1]);
}, 60_000);
afterAll(() => catalog.end());

const post = async <View>(path: string, body: unknown, status: number, as?: string): Promise<View> => {
  const answer = await catalog.call('POST', path, body, as === undefined ? {} : { as });
  expect({ path, status: answer.status, body: answer.body }).toMatchObject({ path, status });
  return answer.body;
};
const barcodesOf = (of: readonly (CopyView | undefined)[]): string[] => of.map((copy) => copy?.barcode ?? '');
const move = (of: readonly CopyView[], toId: string): Promise<unknown> =>
  post('/copy-moves', { toId, barcodes: barcodesOf(of) }, 201);
const walk = (barcodes: readonly string[], more: object = {}): Promise<PatrolView> =>
  post('/shelf-patrols', { locationId: shelves[0], barcodes, ...more }, 201);
const findingsOf = async ({ id }: PatrolView, query = ''): Promise<PatrolFinding[]> =>
  ((await catalog.call('GET', `/shelf-patrols/${id}/findings?${query}`)).body as { items: PatrolFinding[] })
    .items;
const correct = ({ id }: PatrolView, body: object, as = catalog.librarian): Promise<Reply> =>
  catalog.call('POST', `/shelf-patrols/${id}/corrections`, body, { as });
const csvOf = async (path: string): Promise<string[]> => {
  const answer = await fetch(`${catalog.url}/api/v1${path}format=csv`, {
    headers: { authorization: `Bearer ${catalog.librarian}`, 'accept-language': 'zh' },
  });
  return (await answer.text()).replace('\ufeff', '').split('\r\n');
};

describe('a patrol along a shelf', () => {
  it('[CAT-055] lists what is out of order and where it belongs, what is of another shelf, and what is not to be here', async () => {
    const [first, second, third, fourth, elsewhere] = copies;
    await post('/repairs', { barcodes: barcodesOf([third]), damage: 'torn' }, 200);
    const scanned = [...barcodesOf([first, fourth, elsewhere, second, third]), '没有的'];
    const patrol = await walk(scanned, { walkedBy: '张老师', note: '课间' });
    expect(patrol).toMatchObject({
      location: 'A1',
      walkedBy: '张老师',
      scanned: 6,
      misplaced: 4,
      putRight: 0,
    });
    expect(await findingsOf(patrol)).toMatchObject([
      { position: 2, finding: 'out-of-order', barcode: fourth?.barcode, behindBarcode: second?.barcode, callNumber: 'I287.45/4' },
      { position: 3, finding: 'of-another-place', barcode: elsewhere?.barcode, belongsIn: 'A2' },
      { position: 5, finding: 'not-to-be-here', barcode: third?.barcode, stockState: 'repair' },
      { position: 6, finding: 'unknown', copyId: null, title: null },
    ]); // prettier-ignore
    const lines = await csvOf(`/shelf-patrols/${patrol.id}/findings?`);
    expect(lines[0]).toBe('架上序号,条码,索书号,题名,情况,应在架位,应排在其后,归位日期');
    expect(lines[1]).toContain('I287.45/4,第4本,错架,A1,I287.45/2');
  });

  it('[CAT-055] is put right one by one, and what was put right by mistake is open again', async () => {
    const patrol = await walk(barcodesOf([copies[4], copies[1], copies[0]]));
    const before = await findingsOf(patrol);
    expect(before.map(({ position }) => position)).toHaveLength(2);
    const [one, other] = before.map(({ position }) => position);
    expect((await correct(patrol, { positions: [one] })).body).toMatchObject({ misplaced: 2, putRight: 1 });
    expect((await findingsOf(patrol, 'open=true')).map(({ position }) => position)).toEqual([other]);
    expect((await correct(patrol, { positions: [one, other] })).body).toMatchObject({ putRight: 2 });
    expect((await correct(patrol, { positions: [one], putRight: false })).body).toMatchObject({
      putRight: 1,
    });
    expect((await correct(patrol, { positions: [999] })).status).toBe(422);
    expect((await correct(patrol, { positions: [] })).status).toBe(400);
  });

  it('[CAT-055] is counted by day and place, and a day without one shows', async () => {
    const [today] = (
      (await catalog.call('GET', '/shelf-patrol-days', undefined, { as: head })).body as {
        items: PatrolDay[];
      }
    ).items;
    await walk(barcodesOf([copies[0]]));
    await post('/shelf-patrols', { locationId: shelves[1], barcodes: barcodesOf([copies[4]]) }, 201);
    const { items } = (await catalog.call('GET', '/shelf-patrol-days', undefined, { as: head })).body as {
      items: PatrolDay[];
    };
    expect(items).toHaveLength(31);
    expect(items[0]).toEqual({
      ...today,
      patrols: (today?.patrols ?? 0) + 2,
      places: 2,
      scanned: (today?.scanned ?? 0) + 2,
    });
    expect(items[1]).toMatchObject({ patrols: 0, places: 0, scanned: 0 });
    const page = (await catalog.call('GET', '/shelf-patrol-days?limit=30')).body as { nextCursor: string };
    const rest = await catalog.call(
      'GET',
      `/shelf-patrol-days?cursor=${encodeURIComponent(page.nextCursor)}`,
    );
    expect((rest.body as { items: PatrolDay[] }).items).toEqual(items.slice(30));
    const { items: ofPlace } = (await catalog.call('GET', `/shelf-patrols?locationId=${shelves[1]}`))
      .body as { items: PatrolView[] };
    expect(ofPlace).toMatchObject([{ location: 'A2', scanned: 1, misplaced: 0 }]);
    expect((await csvOf('/shelf-patrol-days?'))[0]).toBe('日期,巡架次数,架位,查看册数,错架册数,已归位');
    expect((await csvOf('/shelf-patrols?'))[0]).toBe('日期,架位,巡架人,查看册数,错架册数,已归位,备注');
  });

  it('has 1 to 1,000 barcodes, of a place of the school', async () => {
    const many = (count: number) => ({
      locationId: shelves[0],
      barcodes: Array.from({ length: count }, (_, at) => `K${String(at)}`),
    });
    expect((await catalog.call('POST', '/shelf-patrols', many(0))).status).toBe(400);
    expect((await catalog.call('POST', '/shelf-patrols', many(1_001))).status).toBe(400);
    expect(await post('/shelf-patrols', many(1_000), 201)).toMatchObject({
      scanned: 1_000,
      misplaced: 1_000,
    });
    expect(
      (await catalog.call('POST', '/shelf-patrols', { ...many(1), locationId: randomUUID() })).status,
    ).toBe(422);
    const foreign = await catalog.call('POST', '/shelf-patrols', many(1), { as: catalog.otherLibrarian });
    expect(foreign.status).toBe(422);
  });

  it('is taken back on its day, and answers to no other school', async () => {
    const patrol = await walk(barcodesOf([copies[0]]));
    const remove = (as = catalog.librarian): Promise<Reply> =>
      catalog.call('DELETE', `/shelf-patrols/${patrol.id}`, undefined, { as });
    expect((await remove(catalog.otherLibrarian)).status).toBe(404);
    expect((await correct(patrol, { positions: [1] }, catalog.otherLibrarian)).status).toBe(404);
    await catalog.sql(`update shelf_patrol set walked_on = walked_on - 1 where id = '${patrol.id}'`);
    expect(await remove()).toMatchObject({ status: 409, body: { code: 'shelf-patrol.of-another-day' } });
    await catalog.sql(`update shelf_patrol set walked_on = walked_on + 1 where id = '${patrol.id}'`);
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
  });
});
