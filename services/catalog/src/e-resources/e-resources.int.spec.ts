import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests, type Reply } from '../a-catalog.builder.js';
import type { BibliographyView, EntryView } from '../bibliographies/bibliographies.http.js';
import { aClock, type SetClock } from '../serials/a-clock.builder.js';
import type { EBookHoldingView, EBookLineView } from './e-books/e-books.http.js';
import type { FeatureEntryView } from './feature-entries/feature-entries.http.js';
import type { EResourceView, PublishedEResourceView } from './register/e-resources.http.js';
import type { TermLineView } from './register/terms.http.js';
import type { EvaluationView, TrialView } from './trials/trials.http.js';

let catalog: CatalogForTests;
let clock: SetClock;
let reader: string;
let foreignReader: string;
let teacher: string;
let head: string;
beforeAll(async () => {
  clock = aClock('2026-09-01');
  catalog = await aCatalog(await freshDatabase('catalog_e_resources'), { SHULIAN_CLOCK: clock.setting });
  const [schoolId, other] = catalog.schools;
  head = await catalog.signer.account({ role: 'school-head', schoolId });
  teacher = await catalog.signer.account({ role: 'teacher', schoolId, classId: randomUUID() });
  reader = await catalog.signer.account({ role: 'reader', schoolId, readerId: randomUUID() });
  foreignReader = await catalog.signer.account({ role: 'reader', schoolId: other, readerId: randomUUID() });
}, 60_000);
afterAll(() => catalog.end());

const ok = async <Body>(
  method: string,
  path: string,
  body?: unknown,
  as?: string,
  version?: number,
): Promise<Body> => {
  const headers = version === undefined ? {} : { 'if-match': `"v${String(version)}"` };
  const reply = await catalog.call(method, path, body, { as: as ?? catalog.librarian, headers });
  expect([method, path, reply.status < 300, reply.body]).toEqual([method, path, true, reply.body]);
  return reply.body;
};
const post = <Body>(path: string, body: object = {}, as?: string): Promise<Body> =>
  ok('POST', path, body, as);
const items = async <Item>(path: string, as?: string): Promise<Item[]> =>
  (await ok<{ items: Item[] }>('GET', path, undefined, as)).items;
const said = ({ status, body }: Reply): unknown => [status, (body as { code?: string }).code];
const refusal = async (path: string, body: object = {}, as?: string): Promise<unknown> =>
  said(await catalog.call('POST', path, body, as === undefined ? {} : { as }));
const printed = async (path: string, as = catalog.librarian): Promise<string[]> => {
  const reply = await fetch(`${catalog.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${as}`, 'accept-language': 'zh' },
  });
  expect(reply.status).toBe(200);
  return (await reply.text()).replace('\ufeff', '').trimEnd().split('\r\n');
};
const resource = (more: object = {}, as?: string): Promise<EResourceView> =>
  post('/e-resources', { kind: 'database', name: '万方学位论文', ...more }, as);

describe('the register of electronic resources', () => {
  it('[CAT-085] keeps terms, costs and quotas line by line, with more quota bought within a term', async () => {
    const { id } = await resource({
      provider: '万方数据', scope: '学位论文', quotaUnit: '篇', url: 'https://d.wanfangdata.com.cn/', note: '教研用',
    }); // prettier-ignore
    const enter = (line: object) => post<TermLineView>(`/e-resources/${id}/lines`, line);
    const year = {
      kind: 'subscription',
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
      costFen: 2_000_000,
      quota: 100_000,
    };
    await enter({ ...year, documentNumber: '合同2026-1' });
    await enter({ kind: 'add-on', startsOn: '2026-09-01', costFen: 500_000, quota: 45_000 });
    expect(await ok('GET', `/e-resources/${id}`)).toMatchObject({
      state: 'running', startsOn: '2026-01-01', endsOn: '2026-12-31', daysLeft: 121, terms: 1, costFen: 2_500_000, quota: 145_000,
    }); // prettier-ignore
    expect(await refusal(`/e-resources/${id}/lines`, { ...year, kind: 'renewal', startsOn: '2026-12-31', endsOn: '2027-12-31' }))
      .toEqual([409, 'e-resource.term-overlaps']); // prettier-ignore
    const wrong = await enter({ ...year, kind: 'renewal', startsOn: '2027-01-01', endsOn: '2028-12-31' });
    await post(`/e-resource-lines/${wrong.id}/correction`, { note: '一年期误作两年' });
    expect(await refusal(`/e-resource-lines/${wrong.id}/correction`, { note: '再更正' })).toEqual([
      409,
      'e-resource-line.corrected',
    ]);
    await enter({ ...year, kind: 'renewal', startsOn: '2027-01-01', endsOn: '2027-12-31' });
    expect(await ok('GET', `/e-resources/${id}`)).toMatchObject({
      endsOn: '2027-12-31',
      terms: 2,
      costFen: 4_500_000,
      quota: 145_000,
    });
    expect(await items<TermLineView>(`/e-resources/${id}/lines`)).toMatchObject([
      { number: 1, kind: 'subscription', corrected: false, documentNumber: '合同2026-1' },
      { number: 2, kind: 'add-on', endsOn: '2026-12-31', quota: 45_000 },
      { number: 3, kind: 'renewal', corrected: true },
      {
        number: 4,
        kind: 'correction',
        corrects: 3,
        costFen: -2_000_000,
        quota: -100_000,
        note: '一年期误作两年',
      },
      { number: 5, kind: 'renewal', corrected: false },
    ]);
    expect((await printed(`/e-resources/${id}/lines?format=csv`))[0]).toBe(
      '序号,登记日期,类别,起始日期,到期日期,费用(元),额度,凭证号,更正行,备注',
    );
    expect(await printed('/e-resources?format=csv')).toEqual([
      '学校,资源名称,类型,提供单位,范围,起始日期,到期日期,累计费用(元),当前额度,单位,状态,发布日期,条目,目标条目,网址,备注',
      '第1小学,万方学位论文,数据库,万方数据,学位论文,2026-01-01,2027-12-31,45000,145000,篇,在用,,0,,https://d.wanfangdata.com.cn/,教研用',
    ]);
  });

  it('[CAT-085] says what ends within so many days, to the day, until it is renewed or ended, which can be taken back', async () => {
    const { id } = await resource({ name: 'CNKI', scope: '8个专辑' }, catalog.admin);
    const term = { kind: 'subscription', startsOn: '2026-01-01', endsOn: '2026-09-30', costFen: 1, quota: 8 };
    await post(`/e-resources/${id}/lines`, term, catalog.admin);
    const due = async (within: number): Promise<string[]> =>
      (await items<EResourceView>(`/e-resource-renewals?within=${String(within)}`, catalog.admin)).map(
        ({ name }) => name,
      );
    expect([await due(28), await due(29), await due(30)]).toEqual([[], ['CNKI'], ['CNKI']]);
    expect(await items('/e-resource-renewals?within=30')).toEqual([]);
    expect((await printed('/e-resource-renewals?within=30&format=csv', catalog.admin)).slice(0, 2)).toEqual([
      '到期日期,剩余天数,学校,资源名称,类型,提供单位,范围,累计费用(元),已订期数',
      '2026-09-30,29,全县,CNKI,数据库,,8个专辑,0.01,1',
    ]);
    await clock.dayIs('2026-10-01');
    expect(await ok('GET', `/e-resources/${id}`)).toMatchObject({
      state: 'expired',
      daysLeft: -1,
      quota: null,
    });
    expect(await due(0)).toEqual(['CNKI']);
    await clock.dayIs('2026-09-01');
    await post(`/e-resources/${id}/end`, { reason: '退订' }, catalog.admin);
    expect(await due(30)).toEqual([]);
    expect(await refusal(`/e-resources/${id}/end`, { reason: '退订' }, catalog.admin)).toEqual([
      409,
      'e-resource.ended',
    ]);
    const next = { ...term, kind: 'renewal', startsOn: '2026-10-01', endsOn: '2027-09-30' };
    expect(await refusal(`/e-resources/${id}/lines`, next, catalog.admin)).toEqual([409, 'e-resource.ended']);
    expect(await post(`/e-resources/${id}/reopening`, {}, catalog.admin)).toMatchObject({
      state: 'running',
      endReason: null,
    });
    await post(`/e-resources/${id}/lines`, next, catalog.admin);
    expect(await due(30)).toEqual([]);
  });

  it('takes links of https only, and grades the right way round', async () => {
    for (const url of ['http://a.example/', 'https://', 'ftp://a.example', 'https://u:p@a.example/', 'https://a.example/ b', 'javascript:alert(1)'])
      expect([url, (await catalog.call('POST', '/e-resources', { kind: 'website', name: '站', url })).status]).toEqual([url, 400]);
    const { id, version } = await resource({ url: 'https://a.example/', firstGrade: 3, lastGrade: 3 });
    const headers = { 'if-match': `"v${String(version)}"` };
    expect((await catalog.call('PATCH', `/e-resources/${id}`, { firstGrade: 4 }, { headers })).status).toBe(400);
    expect(await ok('PATCH', `/e-resources/${id}`, { url: null, lastGrade: 4 }, undefined, version)).toMatchObject({ url: null, lastGrade: 4 });
    expect((await catalog.call('PATCH', `/e-resources/${id}`, { name: '站' }, { headers })).status).toBe(412);
  }); // prettier-ignore

  it('of another school is not there, and of the county is written by the county alone', async () => {
    const own = await resource();
    const ofCounty = await resource({}, catalog.admin);
    const asked = async (path: string, body?: object): Promise<number> =>
      (await catalog.call(body === undefined ? 'GET' : 'POST', path, body, { as: catalog.otherLibrarian }))
        .status;
    expect(await asked(`/e-resources/${own.id}`)).toBe(404);
    expect(await asked(`/e-resources/${own.id}/end`, { reason: '停' })).toBe(404);
    expect(await asked(`/e-resources/${ofCounty.id}`)).toBe(200);
    expect(await asked(`/e-resources/${ofCounty.id}/end`, { reason: '停' })).toBe(404);
    expect((await catalog.call('GET', `/e-resources/${own.id}`, undefined, { as: reader })).status).toBe(403);
  });
});

describe('e-books', () => {
  it('[CAT-084] are counted apart from print, by how they came, on any day, for a school and for the county', async () => {
    const [schoolId, other] = catalog.schools;
    const enter = (line: object, as?: string) => post<EBookLineView>('/e-book-lines', line, as);
    await enter({ kind: 'bought', volumes: 25_000, fen: 1_250_000, day: '2026-03-01' });
    const gift = await enter({ kind: 'donated', volumes: 300, day: '2026-03-02', note: '校友赠' });
    await enter({ kind: 'county', volumes: 100, day: '2026-05-01' });
    await enter({ kind: 'removed', volumes: 1_000, day: '2026-06-01' });
    await enter({ kind: 'free', volumes: 40, day: '2026-06-02' }, catalog.otherLibrarian);
    await enter({ kind: 'bought', volumes: 7, fen: 700, day: '2026-07-01' }, catalog.admin);
    await post(`/e-book-lines/${gift.id}/correction`, { note: '重复登记' });
    expect(await refusal(`/e-book-lines/${gift.id}/correction`, { note: '重复登记' })).toEqual([
      409,
      'e-book-line.corrected',
    ]);
    const told = await catalog.sql<{ data: object }>(
      `select payload->'data' as data from outbox where type = 'shulian.catalog.e-books.counted.v1' order by id`,
    );
    expect(told).toHaveLength(7);
    expect(told[1]?.data).toEqual({
      lineId: gift.id,
      schoolId,
      countsAs: 'donated',
      day: '2026-03-02',
      volumes: 300,
      fen: 0,
    });
    expect(told[6]?.data).toMatchObject({ countsAs: 'donated', volumes: -300 });
    const on = (day: string, more = '') =>
      items<EBookHoldingView>(`/e-book-holdings?on=${day}${more}`, more === '' ? head : catalog.admin);
    expect(await on('2026-02-28')).toMatchObject([{ volumes: 0, fen: 0 }]);
    expect(await on('2026-05-31')).toMatchObject([
      { schoolId, bought: 25_000, donated: 300, county: 100, removed: 0, volumes: 25_400, fen: 1_250_000 },
    ]);
    expect(await on('2026-09-01')).toMatchObject([
      { school: '第1小学', donated: 0, removed: 1_000, volumes: 24_100 },
    ]);
    expect((await on('2026-09-01', '&by=school')).map(({ schoolId: id, volumes }) => [id, volumes])).toEqual([
      [schoolId, 24_100], [other, 40], [null, 7],
    ]); // prettier-ignore
    expect(await on('2026-09-01', '&by=county')).toMatchObject([
      { schoolId: null, volumes: 24_147, bought: 25_007, fen: 1_250_700 },
    ]);
    const firstPage = await ok<{ items: unknown[]; nextCursor: string }>(
      'GET',
      '/e-book-holdings?limit=1',
      undefined,
      catalog.admin,
    );
    const next = await items<EBookHoldingView>(
      `/e-book-holdings?limit=1&cursor=${encodeURIComponent(firstPage.nextCursor)}`,
      catalog.admin,
    );
    expect(next.map(({ schoolId: id }) => id)).toEqual([other]);
    const { items: print } = await ok<{ items: { volumes: number }[] }>(
      'GET',
      `/registers/holdings?schoolId=${schoolId}`,
    );
    expect(print.reduce((sum, { volumes }) => sum + volumes, 0)).toBe(0);
    expect(await printed('/e-book-holdings?on=2026-09-01&format=csv')).toEqual([
      '学校,截至日期,购入,捐赠,县里配发,免费资源,下架,电子图书册数,金额(元)',
      '第1小学,2026-09-01,25000,0,100,0,1000,24100,12500',
    ]);
    expect((await printed('/e-book-lines?format=csv')).slice(0, 2)).toEqual([
      '序号,日期,类别,册数,金额(元),结存册数,所在资源,凭证号,更正行,备注',
      '1,2026-03-01,购入,25000,12500,25000,,,,',
    ]);
  });

  it('do not go where there are none: on the day, on a later one, or when two take the last at once', async () => {
    const enter = (line: object) =>
      catalog.call('POST', '/e-book-lines', line, { as: catalog.otherLibrarian });
    expect((await enter({ kind: 'bought', volumes: 10, day: '2026-01-10' })).status).toBe(201);
    expect((await enter({ kind: 'removed', volumes: 10, day: '2026-01-20' })).status).toBe(201);
    expect(said(await enter({ kind: 'removed', volumes: 1, day: '2026-01-09' }))).toEqual([
      409,
      'e-book.too-few',
    ]);
    expect(said(await enter({ kind: 'removed', volumes: 1, day: '2026-01-15' }))).toEqual([
      409,
      'e-book.too-few',
    ]);
    const [{ volumes } = { volumes: 0 }] = await items<EBookHoldingView>(
      '/e-book-holdings',
      catalog.otherLibrarian,
    );
    const answers = await Promise.all([1, 2, 3].map(() => enter({ kind: 'removed', volumes })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(said(await enter({ kind: 'bought', volumes: 1, day: '2026-09-02' }))).toEqual([
      400,
      'request.invalid',
    ]);
    const lines = await items<EBookLineView>(
      '/e-book-lines?from=2026-01-10&to=2026-01-20',
      catalog.otherLibrarian,
    );
    expect(lines.map(({ balance }) => balance)).toEqual([10, 0]);
  });
});

describe('a trial of an electronic resource', () => {
  it('[CAT-086] is evaluated with marks and words, extended, and adopted into the register; each step is taken back', async () => {
    const term = { startsOn: '2026-09-01', endsOn: '2026-09-30' };
    const asked = {
      kind: 'e-journal-package',
      name: '龙源期刊',
      provider: '龙源',
      url: 'https://a.example/try',
      ...term,
    };
    const trial = await post<TrialView>('/e-resource-trials', asked);
    const path = `/e-resource-trials/${trial.id}`;
    expect(await refusal(`${path}/outcome`, { outcome: 'adopt', reason: '好' })).toEqual([
      409,
      'e-resource-trial.not-evaluated',
    ]);
    const evaluate = (mark: number, as: string, evaluator: string) =>
      ok<TrialView>('PUT', `${path}/evaluation`, { evaluator, mark, words: '内容较全' }, as);
    await evaluate(2, teacher, '语文组');
    await evaluate(4, teacher, '语文组');
    expect(await evaluate(5, head, '张校长')).toMatchObject({ evaluations: 2, mark: 4.5 });
    expect(await items<EvaluationView>(`${path}/evaluations`, teacher)).toEqual(expect.arrayContaining([
      { evaluator: '语文组', mark: 4, words: '内容较全', on: '2026-09-01', mine: true },
      { evaluator: '张校长', mark: 5, words: '内容较全', on: '2026-09-01', mine: false },
    ])); // prettier-ignore
    expect(
      await refusal(`${path}/outcome`, { outcome: 'extend', reason: '再看', endsOn: '2026-09-30' }),
    ).toEqual([409, 'e-resource-trial.not-later']);
    expect(
      await post(`${path}/outcome`, { outcome: 'extend', reason: '再看', endsOn: '2026-10-31' }),
    ).toMatchObject({ endsOn: '2026-10-31', state: 'running' });
    const adopted = await post<TrialView>(`${path}/outcome`, { outcome: 'adopt', reason: '适用' });
    expect(adopted).toMatchObject({
      state: 'adopted',
      steps: [{ outcome: 'extend' }, { outcome: 'adopt', reason: '适用', on: '2026-09-01' }],
    });
    const entry = `/e-resources/${adopted.resourceId ?? ''}`;
    expect(await ok('GET', entry)).toMatchObject({
      name: '龙源期刊',
      kind: 'e-journal-package',
      provider: '龙源',
      url: 'https://a.example/try',
    });
    expect(await refusal(`${path}/outcome`, { outcome: 'decline', reason: '贵' })).toEqual([
      409,
      'e-resource-trial.decided',
    ]);
    expect(
      (
        await catalog.call(
          'PUT',
          `${path}/evaluation`,
          { evaluator: '组', mark: 1, words: '晚' },
          { as: teacher },
        )
      ).status,
    ).toBe(409);
    expect(await printed('/e-resource-trials?format=csv')).toEqual([
      '资源名称,类型,提供单位,试用开始,试用结束,评估人数,平均分,结果,理由',
      '龙源期刊,电子期刊包,龙源,2026-09-01,2026-10-31,2,4.5,引进,适用',
    ]);
    expect(await post(`${path}/reopening`)).toMatchObject({
      state: 'running',
      resourceId: null,
      steps: [{ outcome: 'extend' }],
    });
    expect((await catalog.call('GET', entry)).status).toBe(404);
    expect(await post(`${path}/reopening`)).toMatchObject({ endsOn: '2026-09-30', steps: [] });
    expect(await refusal(`${path}/reopening`)).toEqual([409, 'e-resource-trial.nothing-to-undo']);
    expect(await post(`${path}/outcome`, { outcome: 'decline', reason: '重复' })).toMatchObject({
      state: 'declined',
    });
  });

  it('stays adopted once its resource is in use', async () => {
    const asked = { kind: 'database', name: '试用库', startsOn: '2026-09-01', endsOn: '2026-09-30' };
    const { id } = await post<TrialView>('/e-resource-trials', asked);
    await ok(
      'PUT',
      `/e-resource-trials/${id}/evaluation`,
      { evaluator: '组', mark: 5, words: '好' },
      teacher,
    );
    const { resourceId } = await post<TrialView>(`/e-resource-trials/${id}/outcome`, {
      outcome: 'adopt',
      reason: '好',
    });
    await post(`/e-resources/${resourceId ?? ''}/lines`, {
      kind: 'subscription',
      startsOn: '2026-09-01',
      costFen: 0,
    });
    expect(await refusal(`/e-resource-trials/${id}/reopening`)).toEqual([409, 'e-resource-trial.in-use']);
    expect(await refusal(`/e-resource-trials/${id}/reopening`, {}, catalog.otherLibrarian)).toEqual([
      404,
      'resource.unknown',
    ]);
  });
});

describe('a feature database', () => {
  it('[CAT-087] grows entry by entry towards its goal, is published to readers and taken back', async () => {
    const { id } = await resource({
      kind: 'feature-database',
      name: '本地名人库',
      goalEntries: 4,
      goalOn: '2027-06-30',
    });
    const put = () => catalog.call('PUT', `/e-resources/${id}/publication`);
    expect(said(await put())).toEqual([409, 'e-resource.nothing-to-show']);
    const title = await post<{ id: string }>('/titles', { title: '乡土志', clc: 'K29' });
    const copy = await post<{ id: string; callNumber: string }>('/copies', { titleId: title.id });
    const add = (entries: readonly object[]) =>
      catalog.call('POST', `/e-resources/${id}/entries`, { items: entries });
    expect((await add([{ name: '无物可看' }, { url: 'https://a.example/1.pdf' }])).body).toMatchObject({
      errors: [{ pointer: '/items/0', code: 'title-copy-or-url' }, { pointer: '/items/1/name', code: 'is-defined' }],
    }); // prettier-ignore
    expect((await add([{ titleId: title.id }, { copyId: randomUUID() }])).body).toMatchObject({
      status: 422, errors: [{ pointer: '/items/1', code: 'unknown' }],
    }); // prettier-ignore
    const made = (await add([
      { titleId: title.id, subject: '方志' }, { copyId: copy.id, name: '乡土志手稿' },
      { name: '校史照片', url: 'https://a.example/1.jpg', description: '一九五六年' },
    ])).body as { ids: string[]; entries: number }; // prettier-ignore
    expect(made).toMatchObject({ entries: 3, goalEntries: 4 });
    expect(await ok('GET', `/e-resources/${id}`)).toMatchObject({
      entries: 3,
      goalEntries: 4,
      goalOn: '2027-06-30',
    });
    const path = `/published-e-resources/${id}`;
    expect((await catalog.call('GET', `${path}/entries`, undefined, { as: reader })).status).toBe(404);
    expect((await put()).status).toBe(200);
    expect(await items<FeatureEntryView>(`${path}/entries`, reader)).toMatchObject([
      { name: '乡土志', titleId: title.id, subject: '方志' }, { name: '乡土志手稿', callNumber: copy.callNumber, titleId: title.id },
      { name: '校史照片', url: 'https://a.example/1.jpg', description: '一九五六年' },
    ]); // prettier-ignore
    expect(await printed(`${path}/entries?format=csv`, reader)).toHaveLength(4);
    expect((await catalog.call('GET', `${path}/entries`, undefined, { as: foreignReader })).status).toBe(404);
    const [first = '', second = '', third = ''] = made.ids;
    expect(
      await ok('PATCH', `/feature-entries/${third}`, { description: null, name: '老照片' }, undefined, 1),
    ).toMatchObject({ name: '老照片', description: null });
    expect(
      (
        await catalog.call(
          'PATCH',
          `/feature-entries/${third}`,
          { url: null },
          { headers: { 'if-match': '"v2"' } },
        )
      ).status,
    ).toBe(400);
    for (const each of [first, second])
      expect((await catalog.call('DELETE', `/feature-entries/${each}`)).status).toBe(204);
    expect(said(await catalog.call('DELETE', `/feature-entries/${third}`))).toEqual([
      409,
      'feature-entry.last-of-published',
    ]);
    expect(
      (await catalog.call('DELETE', `/feature-entries/${third}`, undefined, { as: catalog.otherLibrarian }))
        .status,
    ).toBe(404);
    expect(await ok('DELETE', `/e-resources/${id}/publication`)).toMatchObject({ publishedOn: null });
    expect((await catalog.call('GET', path, undefined, { as: reader })).status).toBe(404);
    const plain = await resource();
    expect(await refusal(`/e-resources/${plain.id}/entries`, { items: [{ titleId: title.id }] })).toEqual([
      409,
      'feature-entry.no-database',
    ]);
  });
});

describe('the page of resources', () => {
  it('[CAT-088] shows what the library and the province chose to teachers and pupils, by subject and grade', async () => {
    const show = async (more: object, as?: string): Promise<string> => {
      const { id } = await resource({ kind: 'website', url: 'https://a.example/', ...more }, as);
      await ok('PUT', `/e-resources/${id}/publication`, undefined, as);
      return id;
    };
    await show({ name: '小学语文资源', subject: '语文', firstGrade: 1, lastGrade: 3 });
    await show({ name: '初中语文资源', subject: '语文', firstGrade: 7, lastGrade: 9 });
    const issued = await show(
      { name: '省教育资源网', kind: 'province-issued', provider: '省电教馆' },
      catalog.admin,
    );
    await show({ name: '别校资源' }, catalog.otherLibrarian);
    const seen = async (query: string, as: string): Promise<string[]> =>
      (await items<PublishedEResourceView>(`/published-e-resources?${query}`, as))
        .map(({ name }) => name)
        .sort();
    const subject = encodeURIComponent('语文');
    expect(await seen(`subject=${subject}&grade=3`, reader)).toEqual(['小学语文资源', '省教育资源网']);
    expect(await seen(`subject=${subject}&grade=4`, reader)).toEqual(['省教育资源网']);
    expect(await seen(`subject=${subject}&grade=7`, teacher)).toEqual(['初中语文资源', '省教育资源网']);
    expect(await seen('kind=province-issued', foreignReader)).toEqual(['省教育资源网']);
    expect(await seen('kind=website', foreignReader)).toEqual(['别校资源']);
    expect(await ok('GET', `/published-e-resources/${issued}`, undefined, reader)).toMatchObject({
      url: 'https://a.example/',
      provider: '省电教馆',
    });
    expect(await printed('/published-e-resources?kind=province-issued&format=csv', reader)).toEqual([
      '资源名称,类型,学科,年级,对象,提供单位,范围,条目,网址',
      '省教育资源网,省级下发资源,,1–12,,省电教馆,,0,https://a.example/',
    ]);
    await ok('DELETE', `/e-resources/${issued}/publication`, undefined, catalog.admin);
    expect(await seen('kind=province-issued', reader)).toEqual([]);
  });

  it('[CAT-089] has lists of e-books for pupils, with links and words how to read them', async () => {
    const pack = await resource({
      kind: 'e-book-package',
      name: '电子图书馆',
      url: 'https://a.example/books',
    });
    const list = await post<BibliographyView>(
      '/bibliographies',
      { kind: 'e-books', name: '暑假网上读', audience: '四年级' },
      teacher,
    );
    const title = await post<{ id: string }>('/titles', { title: '昆虫记' });
    const put = (entries: readonly object[], version: number) =>
      catalog.call(
        'PUT',
        `/bibliographies/${list.id}/entries`,
        { entries },
        { as: teacher, headers: { 'if-match': `"v${String(version)}"` } },
      );
    expect((await put([{ heading: '甲', url: 'http://a.example' }], 1)).status).toBe(400);
    expect((await put([{ heading: '甲', resourceId: randomUUID() }], 1)).body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/entries/0/resourceId' }],
    });
    expect((await put([
      { titleId: title.id, url: 'https://a.example/book/1', note: '边读边记三种昆虫' },
      { heading: '海底两万里', resourceId: pack.id, note: '先读第一章' },
    ], 1)).status).toBe(200); // prettier-ignore
    await ok('PUT', `/bibliographies/${list.id}/publication`, undefined, teacher);
    const path = `/published-bibliographies/${list.id}/entries`;
    expect(await items<EntryView>(path, reader)).toMatchObject([
      { heading: '昆虫记', url: 'https://a.example/book/1', resource: null, note: '边读边记三种昆虫' },
      { heading: '海底两万里', url: 'https://a.example/books', resource: '电子图书馆', note: '先读第一章' },
    ]);
    expect(await printed(`${path}?format=csv`, reader)).toEqual([
      '序号,题名,责任者,出版者,出版年,ISBN,分类号,出处,提要,所在资源,网址,馆藏册',
      '1,昆虫记,,,,,,,边读边记三种昆虫,,https://a.example/book/1,0',
      '2,海底两万里,,,,,,,先读第一章,电子图书馆,https://a.example/books,0',
    ]);
    await post(`/e-resources/${pack.id}/end`, { reason: '停' });
    expect((await items<EntryView>(path, reader))[1]).toMatchObject({ url: null, resource: null });
  });
});
