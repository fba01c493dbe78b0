import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import { aBook, iso2709Of } from '../catalog-imports/a-marc-file.builder.js';
import { importsInto } from '../catalog-imports/an-import.builder.js';
import type { TitleView } from '../titles/titles.http.js';
import type {
  AuthoritiesPage,
  AuthorityMergePreview,
  AuthorityMergesPage,
  AuthorityMergeView,
  AuthorityProposalsPage,
  AuthorityTitlesPage,
  AuthorityView,
} from './authorities.http.js';

let catalog: CatalogForTests;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_authority'));
}, 120_000);
afterAll(() => catalog.end());

const asAdmin = (method: string, path: string, body?: unknown) =>
  catalog.call(method, path, body, { as: catalog.admin });
const described = async (title: string, contributors: string[], more: object = {}): Promise<TitleView> =>
  (await catalog.call('POST', '/titles', { title, contributors, ...more })).body;
const entered = async (body: object): Promise<AuthorityView> => {
  const reply = await catalog.call('POST', '/authorities', body);
  expect(reply.status).toBe(201);
  return reply.body;
};
const get = async <Body>(path: string): Promise<Body> => (await catalog.call('GET', path)).body;
const titlesOf = async (id: string): Promise<string[]> =>
  (await get<AuthorityTitlesPage>(`/authorities/${id}/titles`)).items.map(({ title }) => title).sort();
const byName = async (name: string, kind = 'person'): Promise<string[]> =>
  (await get<AuthorityTitlesPage>(`/titles-by-name?kind=${kind}&name=${encodeURIComponent(name)}`)).items
    .map(({ title }) => title)
    .sort();

describe('a name', () => {
  it('[CAT-028] has one preferred form and others; the books that bear any of them point to it, those that come later, too', async () => {
    await described('呐喊', ['鲁迅']);
    await described('中国小说史略', ['周树人']);
    const lu = await entered({
      kind: 'person', preferred: '鲁迅', variants: ['周树人', 'Lu Xun', '魯迅'], dates: '1881-1936',
    }); // prettier-ignore
    expect(lu).toMatchObject({ version: 1, titles: 2, variants: ['周树人', 'Lu Xun', '魯迅'] });
    await described('彷徨', ['Lu Xun']);
    await importsInto(catalog).imported(
      iso2709Of(aBook('A1', '野草', [['701', ' 0$a周树人'], ['606', '0 $a散文诗']])), // prettier-ignore
    );
    expect(await titlesOf(lu.id)).toEqual(['中国小说史略', '呐喊', '彷徨', '野草']);
    for (const name of ['周树人', '鲁迅', '魯迅', 'LU XUN'])
      expect(await byName(name)).toEqual(['中国小说史略', '呐喊', '彷徨', '野草']);
    const found = await get<AuthoritiesPage>(`/authorities?kind=person&q=${encodeURIComponent('周')}`);
    expect(found.items.map(({ id }) => id)).toEqual([lu.id]);

    const { status, body } = await catalog.call('PATCH', `/authorities/${lu.id}`, { note: '作家' }, {
      headers: { 'if-match': '"v1"' },
    }); // prettier-ignore
    expect([status, body]).toMatchObject([200, { version: 2, note: '作家', titles: 4 }]);
    const stale = await catalog.call('PATCH', `/authorities/${lu.id}`, { note: 'x' }, { headers: { 'if-match': '"v1"' } }); // prettier-ignore
    expect(stale.status).toBe(412);
    const csv = await fetch(`${catalog.url}/api/v1/authorities?kind=person&format=csv`, {
      headers: { authorization: `Bearer ${catalog.librarian}` },
    });
    expect(await csv.text()).toContain('1881-1936');
  });

  it('[CAT-028] that two people bear points to neither by itself: a cataloguer says which is meant', async () => {
    const [one, other] = [
      await entered({ kind: 'person', preferred: '王伟', dates: '1950-' }),
      await entered({ kind: 'person', preferred: '王伟', dates: '1971-' }),
    ];
    const title = await described('机械制图', ['王伟']);
    expect([await titlesOf(one.id), await titlesOf(other.id)]).toEqual([[], []]);
    const pointed = await catalog.call('PUT', `/authorities/${other.id}/titles`, { add: [title.id] });
    expect([pointed.status, (pointed.body as AuthorityView).titles]).toEqual([200, 1]);
    const taken = await catalog.call('PUT', `/authorities/${other.id}/titles`, { remove: [title.id] });
    expect((taken.body as AuthorityView).titles).toBe(0);
    // Their dates say that they are two.
    const { items } = await get<AuthorityProposalsPage>('/authority-proposals?kind=person');
    expect(items).toMatchObject([{ score: 30, form: expect.any(String) }]);
  });

  it('[CAT-028] of a subject and of a body is kept apart from people', async () => {
    await described('宇宙', ['北京天文馆'], { subjects: ['天文学'] });
    const body = await entered({ kind: 'body', preferred: '北京天文馆' });
    const subject = await entered({ kind: 'subject', preferred: '天文学', variants: ['天文', '星象学'] });
    expect(body.titles).toBe(1);
    expect(await byName('星象学', 'subject')).toHaveLength(subject.titles);
    expect(await byName('星象学')).toEqual([]);
  });
});

describe('two names that are one', () => {
  it('[CAT-028] are proposed with a score, looked at, merged, and parted again', async () => {
    await described('骆驼祥子', ['老舍']);
    await described('茶馆', ['舒庆春']);
    const into = await entered({ kind: 'person', preferred: '老舍', variants: ['舍予'] });
    const from = await entered({
      kind: 'person',
      preferred: '舒庆春',
      variants: ['舍予'],
      dates: '1899-1966',
    });
    const proposals = await get<AuthorityProposalsPage>('/authority-proposals?kind=person');
    const proposal = proposals.items.find(({ authorities }) => authorities.some(({ id }) => id === from.id));
    expect(proposal).toMatchObject({ score: 60 });
    const preview = await get<AuthorityMergePreview>(
      `/authority-merge-previews?authorityId=${from.id}&intoAuthorityId=${into.id}`,
    );
    expect(preview.after).toMatchObject({
      preferred: '老舍',
      variants: ['舍予', '舒庆春'],
      dates: '1899-1966',
      titles: 2,
    });

    const asked = { authorityId: from.id, version: 1, intoAuthorityId: into.id, intoVersion: 1 };
    expect((await catalog.call('POST', '/authority-merges', asked)).status).toBe(403);
    expect((await asAdmin('POST', '/authority-merges', { ...asked, version: 9 })).status).toBe(412);
    const done = await asAdmin('POST', '/authority-merges', asked);
    const merge = done.body as AuthorityMergeView;
    expect([done.status, merge]).toMatchObject([201, { authority: '舒庆春', into: '老舍', titles: 1 }]);
    expect(await titlesOf(into.id)).toEqual(['茶馆', '骆驼祥子']);
    const gone = await catalog.call('GET', `/authorities/${from.id}`);
    expect([gone.status, gone.body]).toMatchObject([
      410,
      { code: 'authority.merged', facts: { authorityId: into.id } },
    ]);
    await described('龙须沟', ['舒庆春']);
    expect(await byName('舒庆春')).toEqual(['茶馆', '骆驼祥子', '龙须沟'].sort());

    const undone = await asAdmin('POST', `/authority-merges/${merge.id}/undo`, {});
    expect([undone.status, (undone.body as AuthorityMergeView).undoneAt]).toEqual([200, expect.any(String)]);
    expect(await titlesOf(from.id)).toEqual(['茶馆']);
    expect(await get<AuthorityView>(`/authorities/${into.id}`)).toMatchObject({
      variants: ['舍予'],
      dates: null,
    });
    expect((await asAdmin('POST', `/authority-merges/${merge.id}/undo`, {})).body).toMatchObject({
      code: 'authority-merge.undone',
    });
    const again = await asAdmin('POST', '/authority-merges', { ...asked, version: 3, intoVersion: 3 });
    expect(again.status).toBe(201);
    await catalog.call(
      'PATCH',
      `/authorities/${into.id}`,
      { note: '改' },
      { headers: { 'if-match': '"v4"' } },
    );
    expect(
      (await asAdmin('POST', `/authority-merges/${(again.body as AuthorityMergeView).id}/undo`, {})).body,
    ).toMatchObject({
      code: 'authority-merge.built-on',
    });
    const list = (await asAdmin('GET', '/authority-merges?limit=1')).body as AuthorityMergesPage;
    expect([list.items.length, list.nextCursor]).toEqual([1, expect.any(String)]);
  });
});
