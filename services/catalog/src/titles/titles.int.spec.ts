import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import type { TitlesPage, TitleView } from './titles.http.js';

let catalog: CatalogForTests;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_titles'));
});
afterAll(() => catalog.end());

const described = async (input: Record<string, unknown>): Promise<TitleView> => {
  const { status, body } = await catalog.call('POST', '/titles', input);
  expect([status, body]).toEqual([201, expect.anything()]);
  return body;
};
const found = async (query: string, as = catalog.librarian): Promise<string[]> => {
  const { status, body } = await catalog.call('GET', `/titles?${query}`, undefined, { as });
  expect(status).toBe(200);
  return (body as TitlesPage).items.map(({ title }) => title);
};
const q = (question: string): Promise<string[]> => found(`q=${encodeURIComponent(question)}`);

describe('describing a title', () => {
  it('[CAT-027] keeps ISBNs with 13 digits and class numbers in their normal form, and announces the title', async () => {
    const title = await described({
      title: '呐喊', contributors: ['鲁迅'], isbns: ['7-5037-1744-0'], publisher: '人民文学出版社', publishedYear: 1981, clc: 'Ｉ２１０６',
    }); // prettier-ignore
    expect(title).toMatchObject({
      title: '呐喊',
      isbns: ['9787503717444'],
      clc: 'I210.6',
      version: 1,
      holdings: [],
    });
    const [event] = await catalog.sql<{ payload: { data: unknown } }>(
      'select payload from outbox where key = $1',
      [title.id],
    );
    expect(event?.payload.data).toEqual({
      titleId: title.id, title: '呐喊', contributors: ['鲁迅'], isbns: ['9787503717444'], publisher: '人民文学出版社', publishedYear: 1981, clc: 'I210.6', kind: 'book',
    }); // prettier-ignore
  });

  it('says every wrong place at once', async () => {
    const { status, body } = await catalog.call('POST', '/titles', {
      title: '甲',
      isbns: ['9787503717444', '123'],
      clc: 'W1',
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      errors: [
        { pointer: '/isbns/1', code: 'isbn-invalid' },
        { pointer: '/clc', code: 'clc.invalid' },
      ],
    });
    expect(
      (await catalog.call('POST', '/titles', { title: '  ', publishedYear: 999, colour: 'red' })).status,
    ).toBe(400);
    expect((await catalog.call('POST', '/titles', { title: 'a\u0000b' })).status).toBe(400);
  });

  it.each([999, 1000, 2100, 2101])('takes a year between 1000 and 2100: %i', async (publishedYear) => {
    const { status } = await catalog.call('POST', '/titles', { title: '年', publishedYear });
    expect(status).toBe(publishedYear >= 1000 && publishedYear <= 2100 ? 201 : 400);
  });

  it('answers a second press of the button with the first title', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const presses = await Promise.all(
      Array.from({ length: 10 }, () => catalog.call('POST', '/titles', { title: '按两次' }, { headers })),
    );
    const done = presses.filter(({ status }) => status === 201);
    expect(done.length).toBeGreaterThan(0);
    expect(new Set(done.map(({ body }) => (body as TitleView).id)).size).toBe(1);
    expect((await catalog.call('POST', '/titles', { title: '别的' }, { headers })).status).toBe(422);
  });
});

describe('changing a title', () => {
  it('needs the version it builds on, and announces the new description', async () => {
    const title = await described({ title: '彷徨' });
    const change = (version: string | null, body: unknown) =>
      catalog.call('PATCH', `/titles/${title.id}`, body, {
        headers: version === null ? {} : { 'if-match': version },
      });
    expect((await change(null, { publisher: '北新书局' })).status).toBe(428);
    const changed = await change('"v1"', { publisher: '北新书局', contributors: ['鲁迅'] });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"v2"']);
    expect(changed.body).toMatchObject({ publisher: '北新书局', version: 2 });
    expect((await change('"v1"', { publisher: '别的' })).status).toBe(412);
    expect((await change('"v2"', { publisher: '北新书局' })).body).toMatchObject({ version: 2 });
    const events = await catalog.sql<{ agg_version: number }>(
      'select agg_version from outbox where key = $1 order by id',
      [title.id],
    );
    expect(events.map((event) => event.agg_version)).toEqual([1, 2]);
    expect(await q('北新书局')).toContain('彷徨');
  });

  it('can build on the ETag of the title that was just described or read', async () => {
    const created = await catalog.call('POST', '/titles', { title: '呐喊' });
    const { id } = created.body as TitleView;
    const read = await catalog.call('GET', `/titles/${id}`);
    expect([created, read].map(({ headers }) => headers.get('etag'))).toEqual(['"v1"', '"v1"']);
    const headers = { 'if-match': created.headers.get('etag') ?? '' };
    expect((await catalog.call('PATCH', `/titles/${id}`, { publisher: '新潮社' }, { headers })).status).toBe(
      200,
    );
  });

  it.each(['"v0"', '"v01"', 'v1', '"v12345678901"', 'W/"v1"', '*'])(
    'is 400 with an If-Match that is no tag of ours: %s',
    async (tag) => {
      const { id } = await described({ title: '热风' });
      const answer = await catalog.call('PATCH', `/titles/${id}`, {}, { headers: { 'if-match': tag } });
      expect([answer.status, answer.body]).toMatchObject([400, { errors: [{ pointer: 'If-Match' }] }]);
    },
  );

  it('answers a second press of the button with the first change, not with 412', async () => {
    const title = await described({ title: '朝花夕拾' });
    const change = (key: string, publisher: string) =>
      catalog.call(
        'PATCH',
        `/titles/${title.id}`,
        { publisher },
        { headers: { 'if-match': '"v1"', 'idempotency-key': key } },
      );
    const key = randomUUID();
    const [first, second] = [await change(key, '未名社'), await change(key, '未名社')];
    expect([first.status, second.status, second.headers.get('etag')]).toEqual([200, 200, '"v2"']);
    expect(second.body).toEqual(first.body);
    expect((await change(key, '别的')).status).toBe(422);
    expect((await change(randomUUID(), '别的')).status).toBe(412);
  });

  it('is 404 for a title that is not there, and 400 for an empty title', async () => {
    const headers = { 'if-match': '"v1"' };
    expect(
      (await catalog.call('PATCH', `/titles/${randomUUID()}`, { title: '甲' }, { headers })).status,
    ).toBe(404);
    const title = await described({ title: '坟' });
    expect((await catalog.call('PATCH', `/titles/${title.id}`, { title: null }, { headers })).status).toBe(
      400,
    );
    expect((await catalog.call('GET', '/titles/not-an-id')).status).toBe(404);
  });
});

describe('searching the union catalogue', () => {
  beforeAll(async () => {
    await described({ title: '三国演义人物研究', contributors: ['沈伯俊'], clc: 'I207.413' });
    await described({
      title: '三国演义',
      contributors: ['罗贯中'],
      clc: 'I242.4',
      publisher: '岳麓书社',
      isbns: ['9787020008728'],
    });
    await described({ title: '图说三国演义', contributors: ['罗贯中'], clc: 'I242.4', isbns: [] });
    await described({ title: '演义三国', clc: 'I242' });
    await described({ title: '重庆的桥', clc: 'U448' });
  });

  it('[CAT-107] shows a reader what there is by title, author, publisher, pinyin and initials; the title itself comes first', async () => {
    const reader = await catalog.signer.account({
      role: 'reader',
      schoolId: catalog.schools[0],
      readerId: randomUUID(),
    });
    const q = (question: string): Promise<string[]> => found(`q=${encodeURIComponent(question)}`, reader);
    expect(await q('三国演义')).toEqual(['三国演义', '三国演义人物研究', '图说三国演义']);
    expect(await q('三国 演义')).toEqual(['三国演义', '三国演义人物研究', '图说三国演义', '演义三国']);
    expect(await q('罗贯中 三国')).toEqual(['三国演义', '图说三国演义']);
    expect(await q('岳麓')).toEqual(['三国演义']);
    expect(await q('sgyy')).toContain('三国演义');
    expect(await q('sanguoyanyi')).toContain('图说三国演义');
    expect(await q('cqdq')).toEqual(['重庆的桥']);
    expect(await q('桥')).toEqual(['重庆的桥']);
    expect(await q('水浒')).toEqual([]);
  });

  it('are found by up to 200 ids at once, in the order asked for, with what schools hold of them', async () => {
    const [one, two] = [await described({ title: '按编号一' }), await described({ title: '按编号二' })];
    expect(await found(`ids=${two.id.toUpperCase()},${one.id}&limit=1`)).toEqual(['按编号二', '按编号一']);
    expect(await found(`ids=${one.id}&ids=${randomUUID()}&ids=${one.id}`)).toEqual(['按编号一']);
    const many = Array.from({ length: 201 }, () => randomUUID());
    const ask = async (query: string): Promise<number> =>
      (await catalog.call('GET', `/titles?${query}`)).status;
    expect(await ask(`ids=${many.slice(1).join()}`)).toBe(200);
    for (const wrong of [`ids=${many.join()}`, 'ids=', 'ids=x', `ids=${one.id}&q=x`, `ids=${one.id}&clc=I`])
      expect([wrong.slice(0, 60), await ask(wrong)]).toEqual([wrong.slice(0, 60), 400]);
  });

  it('finds by ISBN with and without hyphens, in ten digits and in thirteen', async () => {
    for (const isbn of ['9787020008728', '978-7-02-000872-8', '7-02-000872-0', '7020008720']) {
      expect(await q(isbn)).toEqual(['三国演义']);
      expect(await found(`isbn=${isbn}`)).toEqual(['三国演义']);
    }
    expect((await catalog.call('GET', '/titles?isbn=123')).status).toBe(400);
  });

  it('narrows to a class, with or without dots', async () => {
    expect(await found('clc=I242')).toEqual(['三国演义', '图说三国演义', '演义三国']);
    expect(await found('clc=I242.4')).toEqual(['三国演义', '图说三国演义']);
    expect(await found('clc=i2424')).toEqual(['三国演义', '图说三国演义']);
    expect(await found('clc=%25')).toEqual([]);
  });

  it('pages through what is found, each title once', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 10; page += 1) {
      const { body } = await catalog.call(
        'GET',
        `/titles?q=${encodeURIComponent('三国')}&limit=1&cursor=${cursor}`,
      );
      const { items, nextCursor } = body as TitlesPage;
      seen.push(...items.map(({ title }) => title));
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
    expect(seen).toEqual(await q('三国'));
    expect(new Set(seen).size).toBe(4);
    expect((await catalog.call('GET', '/titles?cursor=rubbish')).status).toBe(400);
  });

  it.each([0, 1, 500, 501])('gives at most 500 at once: %i', async (limit) => {
    expect((await catalog.call('GET', `/titles?limit=${String(limit)}`)).status).toBe(
      limit >= 1 && limit <= 500 ? 200 : 400,
    );
  });

  it('refuses control characters, which no catalogue holds', async () => {
    for (const path of [
      'titles?q=a%00b',
      'titles?q=%07',
      'titles?clc=I%00',
      'titles?isbn=%00',
      'copies?barcode=%00',
    ])
      expect([path, (await catalog.call('GET', `/${path}`)).status]).toEqual([path, 400]);
    expect((await catalog.call('POST', '/titles', { title: '\ud800' })).status).toBe(400);
  });

  it('is not disturbed by signs of the query language', async () => {
    for (const question of ["' & | ! ( ) :* \\", "a'b", 'O\\', '<->', '三国:*', '!三国', '\u{1F600}'])
      expect((await catalog.call('GET', `/titles?q=${encodeURIComponent(question)}`)).status).toBe(200);
  });
});
