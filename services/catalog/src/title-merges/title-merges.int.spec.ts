import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests, type Reply } from '../a-catalog.builder.js';
import { CheckRegisters } from '../registers/check-registers.use-case.js';
import type { TitleView } from '../titles/titles.http.js';
import { CompareTitles } from './compare-titles.use-case.js';
import type { MergeCandidateView, MergePreview, MergeView } from './title-merges.http.js';

let catalog: CatalogForTests;
let viewer: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_title_merges'));
  viewer = await catalog.signer.account({ role: 'county-viewer' });
});
afterAll(() => catalog.end());
afterEach(async () => {
  const check = catalog.app.get(CheckRegisters);
  expect(await check.execute('2026-10-12' as CalendarDay, AbortSignal.timeout(60_000))).toEqual([]);
});

const isbns = ['9787503717444', '9787020098323', '9787506365437'];
const described = async (more: object = {}): Promise<TitleView> =>
  (await catalog.call('POST', '/titles', { title: `城南旧事${randomUUID()}`, clc: 'I246.5', ...more })).body;
const enter = async (titleId: string, school = 0): Promise<{ id: string; callNumber: string }> => {
  const reply = await catalog.call(
    'POST',
    '/copies',
    { titleId, schoolId: catalog.schools[school] },
    { as: school === 0 ? catalog.librarian : catalog.otherLibrarian },
  );
  expect(reply.status).toBe(201);
  return reply.body;
};
const read = async (id: string): Promise<TitleView> => (await catalog.call('GET', `/titles/${id}`)).body;
const bodyOf = (from: TitleView, into: TitleView, more: object = {}): object => ({
  titleId: from.id,
  version: from.version,
  intoTitleId: into.id,
  intoVersion: into.version,
  ...more,
});
const merge = (from: TitleView, into: TitleView, more: object = {}, as = catalog.admin): Promise<Reply> =>
  catalog.call('POST', '/title-merges', bodyOf(from, into, more), { as });
const merged = async (from: TitleView, into: TitleView): Promise<MergeView> => {
  const reply = await merge(from, into);
  expect(reply.status).toBe(201);
  return reply.body;
};
const undo = (id: string, as = catalog.admin): Promise<Reply> =>
  catalog.call('POST', `/title-merges/${id}/undo`, undefined, { as });
const copiesOf = async (titleId: string): Promise<string[]> =>
  ((await catalog.call('GET', `/copies?titleId=${titleId}`)).body as { items: { id: string }[] }).items.map(
    ({ id }) => id,
  );
const announced = async (key: string): Promise<{ type: string; version: number }[]> =>
  (
    await catalog.sql<{ type: string; version: number }>(
      'select type, agg_version as version from outbox where key = $1 order by id',
      [key],
    )
  ).map(({ type, version }) => ({ type: type.replace('shulian.catalog.', ''), version }));
const titlesInBooks = async (school = 0): Promise<number> => {
  const [row] = await catalog.sql<{ n: number }>(
    'select coalesce(sum(titles), 0)::int as n from register_line where school_id = $1',
    [catalog.schools[school]],
  );
  return row?.n ?? 0;
};

describe('merging titles', () => {
  it('moves the copies of all schools, fills what lacked, says where the title went, and the books count one title less', async () => {
    const [from, into] = [await described({ isbns: [isbns[0]], summary: '北平南城' }), await described()];
    const copies = [await enter(from.id), await enter(from.id), await enter(from.id, 1)];
    const kept = await enter(into.id);
    const before = [await titlesInBooks(0), await titlesInBooks(1)];
    const done = await merged(from, into);
    expect(done).toMatchObject({ titleId: from.id, intoTitleId: into.id, copies: 3, undoneAt: null });
    expect(await copiesOf(into.id)).toEqual([...copies, kept].map(({ id }) => id).sort());
    expect(await read(into.id)).toMatchObject({
      version: 2,
      isbns: [isbns[0]],
      summary: '北平南城',
      holdings: expect.arrayContaining([
        { schoolId: catalog.schools[0], copies: 3, available: 3 },
        { schoolId: catalog.schools[1], copies: 1, available: 1 },
      ]),
    });
    expect([await titlesInBooks(0), await titlesInBooks(1)]).toEqual([(before[0] ?? 0) - 1, before[1]]);
    expect(await announced(from.id)).toEqual([
      { type: 'title.described.v1', version: 1 },
      { type: 'title.merged.v1', version: 2 },
    ]);
    expect(await announced(into.id)).toEqual([
      { type: 'title.described.v1', version: 1 },
      { type: 'title.described.v1', version: 2 },
    ]);
    expect(await announced(copies[2]?.id ?? '')).toEqual([
      { type: 'copy.accessioned.v1', version: 1 },
      { type: 'copy.changed.v1', version: 2 },
    ]);
    const went = { code: 'title.merged', facts: { titleId: into.id } };
    expect(await catalog.call('GET', `/titles/${from.id}`)).toMatchObject({ status: 410, body: went });
    const change = { as: catalog.admin, headers: { 'if-match': '"v2"' } };
    expect(await catalog.call('PATCH', `/titles/${from.id}`, { summary: '二' }, change)).toMatchObject({
      status: 410,
      body: went,
    });
    expect(
      await catalog.call('POST', '/copies', { titleId: from.id, schoolId: catalog.schools[0] }),
    ).toMatchObject({ status: 409, body: went });
    // Neither a search nor a list of ids has it.
    const found = await catalog.call('GET', `/titles?q=${encodeURIComponent(from.title)}`);
    expect((found.body as { items: unknown[] }).items).toEqual([]);
    expect((await catalog.call('GET', `/titles?ids=${from.id}`)).body).toMatchObject({ items: [] });
    expect((await catalog.call('GET', `/title-merges/${done.id}`, undefined, { as: viewer })).body).toEqual(
      done,
    );
  });

  it('can be undone: copies, description, cover and books are as before, and an event says so', async () => {
    const [from, into] = [await described({ isbns: [isbns[1]] }), await described({ publisher: '新潮社' })];
    const [moved, kept] = [await enter(from.id), await enter(into.id)];
    const before = await titlesInBooks();
    const done = await merged(from, into);
    const since = await enter(into.id);
    const undone = await undo(done.id);
    expect(undone).toMatchObject({ status: 200, body: { id: done.id } });
    expect((undone.body as MergeView).undoneAt).not.toBeNull();
    expect(await copiesOf(from.id)).toEqual([moved.id]);
    expect(await copiesOf(into.id)).toEqual([kept.id, since.id].sort());
    const [fromAgain, intoAgain] = [await read(from.id), await read(into.id)];
    expect({ ...fromAgain, version: 1, holdings: [] }).toEqual({ ...from, holdings: [] });
    expect(intoAgain).toMatchObject({ version: 3, isbns: [], publisher: '新潮社' });
    expect(await titlesInBooks()).toBe(before);
    expect((await announced(from.id)).slice(1)).toEqual([
      { type: 'title.merged.v1', version: 2 },
      { type: 'title.separated.v1', version: 3 },
    ]);
    expect(await undo(done.id)).toMatchObject({ status: 409, body: { code: 'title-merge.undone' } });
    // And it can be done again.
    expect((await merge(fromAgain, intoAgain)).status).toBe(201);
  });

  it('is undone no more when the title was changed since, or went on itself', async () => {
    const [a, b, c] = [await described({ summary: '甲' }), await described(), await described()];
    const first = await merged(a, b);
    const headers = { 'if-match': '"v2"' };
    expect(
      (await catalog.call('PATCH', `/titles/${b.id}`, { extent: '200 页' }, { as: catalog.admin, headers }))
        .status,
    ).toBe(200);
    expect(await undo(first.id)).toMatchObject({ status: 409, body: { code: 'title-merge.built-on' } });
    const second = await merged(await read(b.id), c);
    expect(await undo(first.id)).toMatchObject({ status: 409, body: { code: 'title-merge.built-on' } });
    for (const id of [a.id, b.id])
      expect((await catalog.call('GET', `/titles/${id}`)).body).toMatchObject({ facts: { titleId: c.id } });
    expect((await undo(second.id)).status).toBe(200);
    expect((await catalog.call('GET', `/titles/${a.id}`)).body).toMatchObject({ facts: { titleId: b.id } });
    expect((await read(b.id)).extent).toBe('200 页');
  });

  it('needs both versions, both titles and two of them, and writes nothing otherwise', async () => {
    const [from, into] = [await described(), await described()];
    expect((await merge(from, into, { version: 2 })).status).toBe(412);
    expect((await merge(from, into, { intoVersion: 2 })).status).toBe(412);
    expect((await merge(from, into, { version: 0 })).status).toBe(400);
    expect((await merge(from, from)).body).toMatchObject({
      errors: [{ pointer: '/intoTitleId', code: 'is-another-title' }],
    });
    expect((await merge(from, into, { intoTitleId: randomUUID() })).body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/intoTitleId' }],
    });
    expect((await merge(from, into, { titleId: '1' })).status).toBe(400);
    expect(await announced(from.id)).toHaveLength(1);
    await merged(from, into);
    const other = await described();
    expect((await merge(from, other)).body).toMatchObject({ status: 409, facts: { titleId: into.id } });
    expect((await merge(other, from)).body).toMatchObject({ status: 409, facts: { titleId: into.id } });
    expect((await undo(randomUUID())).status).toBe(404);
  });

  it('is for the county office: others are refused, whoever may look sees it', async () => {
    const [from, into] = [await described(), await described()];
    for (const as of [catalog.librarian, viewer]) expect((await merge(from, into, {}, as)).status).toBe(403);
    const done = await merged(from, into);
    expect((await undo(done.id, catalog.librarian)).status).toBe(403);
    expect((await catalog.call('GET', '/title-merges')).status).toBe(403);
    const { items } = (await catalog.call('GET', '/title-merges?limit=1', undefined, { as: viewer }))
      .body as { items: MergeView[] };
    expect(items).toEqual([done]);
  });

  it('happens once when several try at once, whichever way round', async () => {
    const [a, b] = [await described(), await described()];
    await enter(a.id);
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => (n % 2 === 0 ? merge(a, b) : merge(b, a))),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.every(({ status }) => [201, 409, 412].includes(status))).toBe(true);
  });

  it('leaves no copy behind that is entered at the same moment', async () => {
    const [from, into] = [await described(), await described()];
    const [done, ...entered] = await Promise.all([
      merge(from, into),
      ...Array.from({ length: 8 }, () =>
        catalog.call('POST', '/copies', { titleId: from.id, schoolId: catalog.schools[0] }),
      ),
    ]);
    expect(done?.status).toBe(201);
    expect(entered.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(await copiesOf(from.id)).toEqual([]);
    expect(await copiesOf(into.id)).toHaveLength(entered.filter(({ status }) => status === 201).length);
  });

  it('gives a further copy the number on the spines of those that came along', async () => {
    const [from, into] = [await described({ clc: 'K81' }), await described({ clc: 'K81' })];
    const { callNumber } = await enter(from.id);
    const done = await merged(from, into);
    expect((await enter(into.id)).callNumber).toBe(callNumber);
    expect((await undo(done.id)).status).toBe(200);
  });

  it('is foreseen by school: what moves, and the call numbers of both', async () => {
    const [from, into] = [
      await described({ isbns: [isbns[2]], clc: 'G62' }),
      await described({ isbns: [isbns[2]], clc: 'G63' }),
    ];
    const [one, other] = [await enter(from.id), await enter(into.id)];
    await enter(from.id, 1);
    const path = `/title-merge-previews?titleId=${from.id}&intoTitleId=${into.id}`;
    const preview = (await catalog.call('GET', path, undefined, { as: viewer })).body as MergePreview;
    expect(preview).toMatchObject({
      from: { id: from.id, copies: 2 },
      into: { id: into.id, copies: 1 },
      reasons: ['same-isbn', 'other-title'],
      after: { id: into.id, title: into.title, isbns: [isbns[2]], clc: 'G63' },
    });
    expect(preview.schools).toHaveLength(2);
    expect(preview.schools[0]).toEqual({
      schoolId: catalog.schools[0],
      schoolName: '第1小学',
      copies: 1,
      onLoan: 0,
      onHoldShelf: 0,
      callNumbers: [one.callNumber],
      otherCallNumbers: [other.callNumber],
    });
    expect((await read(from.id)).holdings).toHaveLength(2);
  });
});

describe('titles that look like one', () => {
  const candidates = async (query = ''): Promise<MergeCandidateView[]> => {
    const compare = catalog.app.get(CompareTitles);
    while ((await compare.execute()) > 0);
    const { body } = await catalog.call('GET', `/title-merge-candidates?limit=500${query}`, undefined, {
      as: viewer,
    });
    return (body as { items: MergeCandidateView[] }).items;
  };
  const pair = (list: readonly MergeCandidateView[], one: TitleView): MergeCandidateView | undefined =>
    list.find(({ titles }) => titles.some(({ id }) => id === one.id));

  it('are proposed with their reasons, that with more copies first, until they are merged or said to be two', async () => {
    const same = { title: `骆驼祥子${randomUUID()}`, contributors: ['老舍'], publisher: '人民文学出版社' };
    const [a, b] = [await described(same), await described({ ...same, publisher: '人民文学' })];
    await enter(b.id);
    const found = pair(await candidates(), a);
    expect(found).toMatchObject({
      score: 55,
      reasons: ['same-title', 'same-contributor', 'same-publisher'],
      status: 'open',
      titles: [
        { id: b.id, copies: 1 },
        { id: a.id, copies: 0 },
      ],
    });
    const path = `/title-merge-candidates/${found?.id ?? ''}/dismissal`;
    const dismissed = await catalog.call('PUT', path, undefined, { as: catalog.admin });
    expect(dismissed).toMatchObject({ status: 200, body: { status: 'dismissed' } });
    expect(pair(await candidates(), a)).toBeUndefined();
    expect(pair(await candidates('&status=dismissed'), a)).toBeDefined();
    // Also when one of them is described anew.
    const headers = { 'if-match': '"v1"' };
    await catalog.call('PATCH', `/titles/${a.id}`, { publishedYear: 1936 }, { as: catalog.admin, headers });
    expect(pair(await candidates(), a)).toBeUndefined();
    expect((await catalog.call('DELETE', path, undefined, { as: catalog.admin })).status).toBe(200);
    expect(pair(await candidates(), a)).toBeDefined();
    expect((await catalog.call('PUT', path)).status).toBe(403);
    await merged(await read(a.id), b);
    expect(pair(await candidates(), b)).toBeUndefined();
    expect((await catalog.call('PUT', path, undefined, { as: catalog.admin })).status).toBe(404);
  });

  it('are none when a change made them two', async () => {
    const number = '9787020002207';
    const title = `茶馆${randomUUID()}`;
    const [a, b] = [await described({ title, isbns: [number] }), await described({ title, isbns: [number] })];
    expect(pair(await candidates(), a)).toMatchObject({ score: 80 });
    const headers = { 'if-match': '"v1"' };
    await catalog.call('PATCH', `/titles/${b.id}`, { partNumber: '下' }, { as: catalog.admin, headers });
    expect(pair(await candidates(), a)).toBeUndefined();
  });

  it('come page by page, each once, and are printed', async () => {
    const all = await candidates();
    for (const number of ['9787544253994', '9787544270878']) {
      const title = `边城${randomUUID()}`;
      await described({ title, isbns: [number] });
      await described({ title, isbns: [number] });
    }
    const now = await candidates();
    expect(now.length).toBe(all.length + 2);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const next: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { body } = await catalog.call('GET', `/title-merge-candidates?limit=1${next}`, undefined, {
        as: viewer,
      });
      const page = body as { items: MergeCandidateView[]; nextCursor: string | null };
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(now.map(({ id }) => id));
    const printed = async (path: string): Promise<string[]> => {
      const reply = await fetch(`${catalog.url}/api/v1/${path}?format=csv`, {
        headers: { authorization: `Bearer ${viewer}`, 'accept-language': 'zh' },
      });
      return (await reply.text()).trimEnd().split('\r\n');
    };
    const [head = '', ...lines] = await printed('title-merge-candidates');
    expect(head).toContain('相似度,书目一,册,书目二,册,依据');
    expect(lines).toHaveLength(now.length);
    expect(lines.join()).toContain('ISBN 相同; 题名相同');
    const [heads = '', ...merges] = await printed('title-merges');
    expect(heads).toContain('合并时间,被合并的书目,并入,移动册数,经手,撤销时间');
    const [counted] = await catalog.sql<{ n: number }>('select count(*)::int as n from title_merge');
    expect(merges).toHaveLength(counted?.n ?? -1);
  });
});
