import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import { aBuying } from '../orders/a-round.builder.js';
import type { ClassOfTitles, NewPurchase, NewTitle } from './browsing.http.js';

let catalog: CatalogForTests;
let reader: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_browsing'));
  reader = await catalog.signer.account({
    role: 'reader',
    schoolId: catalog.schools[0],
    readerId: randomUUID(),
  });
});
afterAll(() => catalog.end());

const came = async (
  title: string,
  clc: string | null,
  on: readonly string[],
  school = 0,
): Promise<string> => {
  const { body } = await catalog.call('POST', '/titles', { title, clc, contributors: ['老舍'] });
  const { id } = body as { id: string };
  for (const day of on) {
    const reply = await catalog.call(
      'POST',
      '/copies',
      { titleId: id, schoolId: catalog.schools[school] },
      { as: school === 0 ? catalog.librarian : catalog.otherLibrarian },
    );
    await catalog.sql('update copy set accessioned_on = $2 where id = $1', [
      (reply.body as { id: string }).id,
      day,
    ]);
  }
  return id;
};
const listed = async <Item>(path: string): Promise<{ items: Item[]; nextCursor: string | null }> => {
  const reply = await catalog.call('GET', path, undefined, { as: reader });
  expect(reply.status).toBe(200);
  return reply.body;
};
const printed = async (path: string): Promise<string[]> => {
  const reply = await fetch(`${catalog.url}/api/v1${path}&format=csv`, {
    headers: { authorization: `Bearer ${reader}`, 'accept-language': 'zh' },
  });
  expect(reply.status).toBe(200);
  return (await reply.text()).replace('\ufeff', '').trimEnd().split('\r\n');
};

describe('new titles of a school', () => {
  it('[CAT-110] are read by a reader by day and week, the latest first, page by page, and printed', async () => {
    const first = await came('茶馆', 'I234', ['2026-09-06', '2026-09-07', '2026-09-07']);
    const second = await came('龙须沟', 'I234', ['2026-09-07']);
    await came('别校的书', 'I234', ['2026-09-07'], 1);
    const path = `/new-titles?schoolId=${catalog.schools[0]}`;
    const { items } = await listed<NewTitle>(path);
    const [later, earlier] = [first, second].sort().reverse();
    expect(items.map(({ titleId, day, week }) => [titleId, day, week])).toEqual([
      [later, '2026-09-07', '2026-W37'],
      [earlier, '2026-09-07', '2026-W37'],
      [first, '2026-09-06', '2026-W36'],
    ]);
    expect(items.find(({ titleId }) => titleId === first)).toMatchObject({
      copies: 2,
      title: '茶馆',
      contributors: ['老舍'],
      callNumber: 'I234/1',
      hasCover: false,
    });
    const seen: NewTitle[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const next: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: { items: NewTitle[]; nextCursor: string | null } = await listed(`${path}&limit=1${next}`);
      seen.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(items);
    expect((await listed<NewTitle>(`${path}&from=2026-09-07`)).items).toHaveLength(2);
    expect((await listed<NewTitle>(`${path}&to=2026-09-06`)).items).toHaveLength(1);
    const [head, ...lines] = await printed(path);
    expect(head).toBe('入藏日期,周次,索书号,题名,责任者,出版者,出版年,ISBN,册');
    expect(lines[2]).toBe('2026-09-06,2026-W36,I234/1,茶馆,老舍,,,,1');
  });

  it('[CAT-023, CAT-110] are read by the purchase they were bought with, as soon as it is accepted', async () => {
    const [schoolId] = catalog.schools;
    const head = await catalog.signer.account({ role: 'school-head', schoolId });
    const buying = aBuying(catalog, head);
    const reviews = [await buying.review({ name: '骆驼祥子' }), await buying.review({ name: '四世同堂' })];
    const orderId = await buying.approved(await buying.vendor('新华书店'), [
      { reviewId: reviews[0], quantity: 3, unitPriceFen: 2_000 },
      { reviewId: reviews[1], quantity: 2, unitPriceFen: 5_000 },
    ]);
    const delivered = async (orderLine: number, received: number): Promise<string> => {
      const items = [{ orderLine, received }];
      const { id } = await buying.ok('POST', '/deliveries', { orderId, documentNumber: '发票1', items });
      return id;
    };
    const [first, second] = [await delivered(1, 3), await delivered(2, 2)];
    const path = `/new-purchases?schoolId=${schoolId}`;
    expect((await listed<NewPurchase>(path)).items).toEqual([]);
    for (const id of [first, second]) await buying.ok('POST', `/deliveries/${id}/acceptance`, {});
    const { items } = await listed<NewPurchase>(path);
    expect(items).toMatchObject([
      { deliveryId: second, name: '秋季图书采购', source: 'order', titles: 1, copies: 2 },
      { deliveryId: first, titles: 1, copies: 3 },
    ]);
    const told = await catalog.sql<{ data: object }>(
      `select payload->'data' as data from outbox where type = 'shulian.catalog.notice.due.v1' order by id`,
    );
    expect(told.map(({ data }) => data)).toMatchObject(
      [first, second].map((causeId) => ({
        kind: 'new-books',
        causeId,
        schoolId,
        readerId: null,
        classId: null,
        facts: { count: 1 },
      })),
    );
    const page = await listed<NewPurchase>(`${path}&limit=1`);
    const rest = await listed<NewPurchase>(`${path}&cursor=${encodeURIComponent(page.nextCursor ?? '')}`);
    expect([...page.items, ...rest.items]).toEqual(items);
    const ofPurchase = `/new-titles?schoolId=${schoolId}&deliveryId=${first}`;
    expect((await listed<NewTitle>(ofPurchase)).items).toMatchObject([{ title: '骆驼祥子', copies: 3 }]);
    expect(await printed(ofPurchase)).toHaveLength(2);
    expect((await printed(path))[0]).toBe('验收日期,批次,来源,种,册');
    const elsewhere = `/new-titles?schoolId=${catalog.schools[1]}&deliveryId=${first}`;
    expect((await listed<NewTitle>(elsewhere)).items).toEqual([]);
  });

  it('are those of one import where it is named', async () => {
    const id = await came('骆驼祥子', 'I246.5', ['2026-09-08']);
    const importId = randomUUID();
    await catalog.sql(
      'insert into imported_copy (import_id, copy_id) select $1, id from copy where title_id = $2',
      [importId, id],
    );
    const path = `/new-titles?schoolId=${catalog.schools[0]}&importId=`;
    expect((await listed<NewTitle>(`${path}${importId}`)).items.map(({ titleId }) => titleId)).toEqual([id]);
    expect((await listed<NewTitle>(`${path}${randomUUID()}`)).items).toEqual([]);
  });

  it.each(['', 'schoolId=1', 'schoolId=01940000-0000-7000-8000-000000000201&from=2026-02-30'])(
    'are not asked for like this: %s',
    async (query) => {
      expect((await catalog.call('GET', `/new-titles?${query}`)).status).toBe(400);
    },
  );
});

describe('titles by class', () => {
  const classes = async (query: string): Promise<ClassOfTitles[]> =>
    (await listed<ClassOfTitles>(`/classes-of-titles?${query}`)).items;

  it('are counted down the tree, in the order of the shelf, for a school and for the county', async () => {
    const school = `schoolId=${catalog.schools[1]}`;
    const before = await classes('under=K');
    for (const [title, clc] of [
      ['史一', 'K825.6'],
      ['史二', 'K82'],
      ['史三', 'K103'],
      ['机', 'TP312'],
      ['无类', null],
    ] as const)
      await came(title, clc, ['2026-09-09', '2026-09-09'], 1);
    expect(before).toEqual([]);
    const top = await classes(school);
    expect(top.map(({ clc, titles, hasParts }) => [clc, titles, hasParts])).toEqual([
      ['I', 1, true],
      ['K', 3, true],
      ['T', 1, true],
      ['-', 1, false],
    ]);
    expect(top[1]?.name).toEqual(expect.any(String));
    for (const query of [`${school}&under=K`, 'under=K'])
      expect((await classes(query)).map(({ clc, titles }) => [clc, titles])).toEqual([
        ['K1', 1],
        ['K8', 2],
      ]);
    expect((await classes('under=K82')).map(({ clc, titles, hasParts }) => [clc, titles, hasParts])).toEqual([
      ['K82', 1, false],
      ['K825', 1, true],
    ]);
    expect((await classes('under=K825')).map(({ clc }) => clc)).toEqual(['K8256']);
    const page = await listed<ClassOfTitles>('/classes-of-titles?under=K&limit=1');
    expect(page.items.map(({ clc }) => clc)).toEqual(['K1']);
    const next = encodeURIComponent(page.nextCursor ?? '');
    expect((await classes(`under=K&limit=1&cursor=${next}`)).map(({ clc }) => clc)).toEqual(['K8']);
    expect((await catalog.call('GET', '/classes-of-titles?cursor=x')).status).toBe(400);
    expect((await classes('under=T')).map(({ clc }) => clc)).toEqual(['TP']);
    expect((await printed('/classes-of-titles?under=K')).slice(0, 2)).toEqual(['类号,类名,种', 'K1,,1']);
    expect((await catalog.call('GET', '/classes-of-titles?under=%25')).status).toBe(400);
  });
});
