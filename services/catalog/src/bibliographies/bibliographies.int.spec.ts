import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests, type Reply } from '../a-catalog.builder.js';
import type { BibliographyView, EntryView } from './bibliographies.http.js';

let catalog: CatalogForTests;
let teacher: string;
let reader: string;
let titles: string[];
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_bibliographies'));
  const [schoolId] = catalog.schools;
  teacher = await catalog.signer.account({ role: 'teacher', schoolId, classId: randomUUID() });
  reader = await catalog.signer.account({ role: 'reader', schoolId, readerId: randomUUID() });
  titles = [];
  for (const title of ['呐喊', '彷徨', '野草']) {
    const { body } = await catalog.call('POST', '/titles', {
      title,
      contributors: ['鲁迅'],
      publisher: '人民文学出版社',
      publishedYear: 1981,
      clc: 'I210.6',
    });
    titles.push((body as { id: string }).id);
  }
  await catalog.call('POST', '/copies', { titleId: titles[0], schoolId });
});
afterAll(() => catalog.end());

const begun = async (more: object = {}, as = teacher): Promise<BibliographyView> => {
  const reply = await catalog.call(
    'POST',
    '/bibliographies',
    { kind: 'course', name: '七年级语文', ...more },
    { as },
  );
  expect(reply.status).toBe(201);
  return reply.body;
};
const put = ({ id, version }: BibliographyView, entries: readonly object[], as = teacher): Promise<Reply> =>
  catalog.call(
    'PUT',
    `/bibliographies/${id}/entries`,
    { entries },
    {
      as,
      headers: { 'if-match': `"v${String(version)}"` },
    },
  );
const publish = (id: string, as = teacher): Promise<Reply> =>
  catalog.call('PUT', `/bibliographies/${id}/publication`, undefined, { as });
const published = async (query: string, as = reader): Promise<BibliographyView[]> => {
  const { body } = await catalog.call('GET', `/published-bibliographies?${query}`, undefined, { as });
  return (body as { items: BibliographyView[] }).items;
};
const entriesOf = async (path: string, as = reader): Promise<EntryView[]> =>
  ((await catalog.call('GET', `${path}/entries`, undefined, { as })).body as { items: EntryView[] }).items;
const printed = async (path: string, as: string): Promise<string[]> => {
  const reply = await fetch(`${catalog.url}/api/v1${path}/entries?format=csv`, {
    headers: { authorization: `Bearer ${as}`, 'accept-language': 'zh' },
  });
  expect(reply.status).toBe(200);
  return (await reply.text()).replace('\ufeff', '').trimEnd().split('\r\n');
};

describe('a booklist', () => {
  it('[CAT-011] of a course is written by its teacher, published, seen by readers with what is on the shelf, and taken back', async () => {
    const list = await begun({ about: '上学期', audience: '七年级' });
    expect(list).toMatchObject({
      version: 1,
      schoolId: catalog.schools[0],
      schoolName: '第1小学',
      entries: 0,
      publishedOn: null,
    });
    expect((await publish(list.id)).body).toMatchObject({ status: 409, code: 'bibliography.empty' });
    const written = await put(list, [{ titleId: titles[1] }, { titleId: titles[0], note: '必读' }]);
    expect([written.status, written.headers.get('etag')]).toEqual([200, '"v2"']);
    expect(await published(`schoolId=${catalog.schools[0]}`)).toEqual([]);
    const path = `/published-bibliographies/${list.id}`;
    expect((await catalog.call('GET', path, undefined, { as: reader })).status).toBe(404);
    expect((await catalog.call('GET', `${path}/entries`, undefined, { as: reader })).status).toBe(404);
    expect(await publish(list.id)).toMatchObject({ status: 200, body: { version: 3, entries: 2 } });
    expect((await published('kind=course')).map(({ id }) => id)).toEqual([list.id]);
    expect(await published('kind=digest')).toEqual([]);
    expect(await entriesOf(path)).toEqual([
      expect.objectContaining({ place: 1, titleId: titles[1], heading: '彷徨', note: null, holdings: [] }),
      expect.objectContaining({
        place: 2,
        titleId: titles[0],
        heading: '呐喊',
        contributors: ['鲁迅'],
        note: '必读',
        holdings: [{ schoolId: catalog.schools[0], copies: 1, available: 1 }],
      }),
    ]);
    const back = await catalog.call('DELETE', `/bibliographies/${list.id}/publication`, undefined, {
      as: teacher,
    });
    expect(back).toMatchObject({ status: 200, body: { publishedOn: null } });
    expect((await catalog.call('GET', path, undefined, { as: reader })).status).toBe(404);
  });

  it('[CAT-104] [CAT-105] [CAT-106] is printed with its columns: of a subject, or a digest of excerpts with their source', async () => {
    const list = await begun({ kind: 'digest', name: '教育文摘', issue: '2026-3' }, catalog.librarian);
    await put(
      list,
      [{ heading: '论语文教学', source: '人民教育 2026(3): 12', note: '文摘' }, { titleId: titles[2] }],
      catalog.librarian,
    );
    expect((await publish(list.id, catalog.librarian)).status).toBe(200);
    expect(await printed(`/published-bibliographies/${list.id}`, reader)).toEqual([
      '序号,题名,责任者,出版者,出版年,ISBN,分类号,出处,提要,馆藏册',
      '1,论语文教学,,,,,,人民教育 2026(3): 12,文摘,0',
      '2,野草,鲁迅,人民文学出版社,1981,,I210.6,,,0',
    ]);
    const subject = await begun({ kind: 'subject', name: '鲁迅研究' }, catalog.librarian);
    await put(
      subject,
      titles.map((titleId) => ({ titleId })),
      catalog.librarian,
    );
    expect((await publish(subject.id, catalog.librarian)).status).toBe(200);
    expect(await printed(`/published-bibliographies/${subject.id}`, reader)).toHaveLength(4);
    const overview = await fetch(`${catalog.url}/api/v1/published-bibliographies?kind=subject&format=csv`, {
      headers: { authorization: `Bearer ${reader}`, 'accept-language': 'zh' },
    });
    expect((await overview.text()).replace('\ufeff', '').split('\r\n').slice(0, 2)).toEqual([
      '书目,类型,期次,学校,对象,条目,发布日期',
      expect.stringMatching(/^鲁迅研究,专题书目,,第1小学,,3,\d{4}-\d\d-\d\d$/),
    ]);
  });

  it('refuses entries that are none, all at once, and keeps those that were there', async () => {
    const list = await begun();
    const { body } = await put(list, [{ titleId: titles[0] }]);
    const now = body as BibliographyView;
    expect((await put(now, [{}, { titleId: titles[0] }, { titleId: titles[0] }])).body).toMatchObject({
      status: 400,
      errors: [
        { pointer: '/entries/0', code: 'title-or-heading' },
        { pointer: '/entries/2', code: 'is-there-already' },
      ],
    });
    expect((await put(now, [{ titleId: titles[1] }, { titleId: randomUUID() }])).body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/entries/1/titleId', code: 'unknown' }],
    });
    expect((await put(list, [])).status).toBe(412);
    for (const [count, status] of [
      [499, 200],
      [500, 200],
      [501, 400],
    ] as const) {
      const fresh = await begun();
      const entries = Array.from({ length: count }, (_, at) => ({ heading: `文 ${String(at)}` }));
      expect((await put(fresh, entries)).status).toBe(status);
    }
    expect((await entriesOf(`/bibliographies/${list.id}`, teacher)).map(({ titleId }) => titleId)).toEqual([
      titles[0],
    ]);
  });

  it('is for those who write for its school; of the county for the county office', async () => {
    const list = await begun();
    const path = `/bibliographies/${list.id}`;
    for (const [method, where, body] of [
      ['GET', path, undefined],
      ['GET', `${path}/entries`, undefined],
      ['PATCH', path, { name: '二' }],
      ['PUT', `${path}/entries`, { entries: [] }],
      ['PUT', `${path}/publication`, undefined],
      ['DELETE', `${path}/publication`, undefined],
      ['DELETE', path, undefined],
    ] as const) {
      const headers = { 'if-match': '"v1"' };
      const foreign = await catalog.call(method, where, body, { as: catalog.otherLibrarian, headers });
      const unknown = await catalog.call(method, where.replace(list.id, randomUUID()), body, {
        as: catalog.otherLibrarian,
        headers,
      });
      expect([method, where, foreign.status, unknown.status]).toEqual([method, where, 404, 404]);
      expect((await catalog.call(method, where, body, { as: reader, headers })).status).toBe(403);
    }
    const ofCounty = await begun({ name: '全县共读' }, catalog.admin);
    expect(ofCounty).toMatchObject({ schoolId: null, schoolName: null });
    expect((await catalog.call('GET', `/bibliographies/${ofCounty.id}`)).status).toBe(404);
    const { body } = await catalog.call('GET', '/bibliographies?limit=500', undefined, {
      as: catalog.otherLibrarian,
    });
    expect((body as { items: unknown[] }).items).toEqual([]);
    const foreign = { kind: 'course', name: '别校', schoolId: catalog.schools[1] };
    expect((await catalog.call('POST', '/bibliographies', foreign)).status).toBe(403);
  });

  it('is changed on its version, and removed while it is not published', async () => {
    const list = await begun();
    const path = `/bibliographies/${list.id}`;
    const change = (body: object, version: number): Promise<Reply> =>
      catalog.call('PATCH', path, body, { as: teacher, headers: { 'if-match': `"v${String(version)}"` } });
    expect((await change({ name: '八年级语文', audience: '八年级' }, 1)).body).toMatchObject({
      version: 2,
      name: '八年级语文',
      audience: '八年级',
    });
    expect((await change({ name: '九年级' }, 1)).status).toBe(412);
    expect((await change({ name: null }, 2)).status).toBe(400);
    const { body } = await catalog.call('GET', path, undefined, { as: teacher });
    await put(body, [{ heading: '文' }]);
    expect((await publish(list.id)).status).toBe(200);
    const remove = (): Promise<Reply> => catalog.call('DELETE', path, undefined, { as: teacher });
    expect((await remove()).body).toMatchObject({ status: 409, code: 'bibliography.published' });
    await catalog.call('DELETE', `${path}/publication`, undefined, { as: teacher });
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
  });

  it('shows a title that was merged as the one it went into', async () => {
    const ids = [];
    for (const title of ['故事新编', '故事新编'])
      ids.push(((await catalog.call('POST', '/titles', { title })).body as { id: string }).id);
    const list = await begun();
    await put(list, [{ titleId: ids[0] }]);
    const merge = { titleId: ids[0], version: 1, intoTitleId: ids[1], intoVersion: 1 };
    expect((await catalog.call('POST', '/title-merges', merge, { as: catalog.admin })).status).toBe(201);
    const path = `/bibliographies/${list.id}`;
    expect((await entriesOf(path, teacher)).map(({ titleId }) => titleId)).toEqual([ids[1]]);
    const now = (await catalog.call('GET', path, undefined, { as: teacher })).body as BibliographyView;
    expect((await put(now, [{ titleId: ids[0] }])).status).toBe(422);
  });
});
