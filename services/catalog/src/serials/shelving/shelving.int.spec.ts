import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../../a-catalog.builder.js';
import { aSubscribing } from '../a-subscription.builder.js';
import type { ShelfNumberView } from './shelving.http.js';

let catalog: CatalogForTests;
const serials: string[] = [];
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_serial_shelving'));
  const { serial } = aSubscribing(catalog);
  for (const [title, clc] of [['少年科学', 'N49'], ['语文学习', 'G633'], ['故事会', 'I247'], ['班主任', 'G451']])
    serials.push(await serial({ title, clc }));
}, 60_000); // prettier-ignore
afterAll(() => catalog.end());

const put = (at: number, input: object = {}, as = catalog.librarian) =>
  catalog.call('PUT', `/serials/${serials[at] ?? ''}/shelf-number`, input, { as });
const listed = async (school = catalog.schools[0]): Promise<ShelfNumberView[]> => {
  const { status, body } = await catalog.call('GET', `/serial-shelf-numbers?schoolId=${school}`);
  expect([status, body]).toMatchObject([200, {}]);
  return (body as { items: ShelfNumberView[] }).items;
};

describe('the shelf-order number of a periodical', () => {
  it('[CAT-029] is one for each title in its school, counted on, kept when asked again, listed in order and printed', async () => {
    const first = await put(0);
    expect([first.status, first.body]).toMatchObject([
      200,
      { number: 1, callNumber: 'N49/1', title: '少年科学' },
    ]);
    expect((await put(1)).body).toMatchObject({ number: 2 });
    expect((await put(0)).body).toMatchObject({ number: 1 });
    expect((await put(0, {}, catalog.otherLibrarian)).body).toMatchObject({ number: 1 });
    const taken = await put(2, { number: 2 });
    expect([taken.status, taken.body]).toMatchObject([409, { code: 'serial-shelving.number-taken' }]);
    expect((await put(2, { number: 9 })).body).toMatchObject({ number: 9 });
    expect((await put(3)).body).toMatchObject({ number: 10 });
    expect((await put(1, { number: 5 })).body).toMatchObject({ number: 5 });
    expect((await listed()).map(({ number, title }) => [number, title])).toEqual([
      [1, '少年科学'], [5, '语文学习'], [9, '故事会'], [10, '班主任'],
    ]); // prettier-ignore
    const reply = await fetch(
      `${catalog.url}/api/v1/serial-shelf-numbers?schoolId=${catalog.schools[0]}&format=csv`,
      { headers: { authorization: `Bearer ${catalog.librarian}` } },
    );
    expect(await reply.text()).toMatch(/5,G633\/5,语文学习,期刊/);
  });

  it('is given to many at once without a number twice or left out, and taken away again', async () => {
    const as = catalog.otherLibrarian;
    await Promise.all([1, 2, 3].map((at) => put(at, {}, as)));
    expect((await listed(catalog.schools[1])).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    const remove = () =>
      catalog.call('DELETE', `/serials/${serials[3] ?? ''}/shelf-number`, undefined, { as });
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
    expect(await listed(catalog.schools[1])).toHaveLength(3);
    expect(await listed()).toHaveLength(4);
    for (const number of [0, 100_000]) expect((await put(0, { number })).status).toBe(400);
    const { body: book } = await catalog.call('POST', '/titles', { title: '书' });
    const none = await catalog.call('PUT', `/serials/${(book as { id: string }).id}/shelf-number`, {});
    expect(none.status).toBe(404);
  });
});
