import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { eventually } from '@shulian/service-kit/testing';
import { aCatalog, type CatalogForTests, type Reply } from '../a-catalog.builder.js';
import { aClock, type SetClock } from '../serials/a-clock.builder.js';
import type { CertificateView } from './certificates/certificates.http.js';
import type { ArchiveFileView } from './files/archive-files.http.js';
import type { ArchiveStepsAnswer, HandoverView } from './files/archive-steps.http.js';
import type { CompletionView, RecallView, ReminderView } from './recalls/recalls.http.js';
import type { DestructionView, ExpiryView } from './retention/destructions.http.js';
import type { IntakeView, ScopeView, UnitView } from './units/units.http.js';
import type { YearbookView } from './yearbooks/yearbooks.http.js';

let catalog: CatalogForTests;
let clock: SetClock;
let head: string;
beforeAll(async () => {
  clock = aClock('2026-09-01');
  catalog = await aCatalog(await freshDatabase('catalog_archives'), { SHULIAN_CLOCK: clock.setting });
  head = await catalog.signer.account({ role: 'school-head', schoolId: catalog.schools[0] });
}, 60_000);
afterAll(() => catalog.end());

const ok = async <Body>(method: string, path: string, body?: unknown, as?: string): Promise<Body> => {
  const reply = await catalog.call(method, path, body, { as: as ?? catalog.librarian });
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
const printed = async (path: string): Promise<string[]> => {
  const reply = await fetch(`${catalog.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${catalog.librarian}`, 'accept-language': 'zh' },
  });
  expect(reply.status).toBe(200);
  return (await reply.text()).replace('\ufeff', '').trimEnd().split('\r\n');
};
const entered = async (files: readonly object[], as?: string): Promise<ArchiveFileView[]> =>
  (await post<{ items: ArchiveFileView[] }>('/archive-files', { items: files }, as)).items;
const file = (more: object = {}): object => ({
  class: 'administrative', year: 2025, title: '会议纪要', retention: '30-years', ...more,
}); // prettier-ignore
const step = (
  name: string,
  fileIds: readonly string[],
  more: object = {},
  as?: string,
): Promise<ArchiveStepsAnswer> => post('/archive-steps', { step: name, fileIds, ...more }, as);
const stateOf = async (id: string): Promise<string> =>
  (await ok<ArchiveFileView>('GET', `/archive-files/${id}`)).state;
const unit = (name: string, more: object = {}): Promise<UnitView> =>
  post('/archive-units', { name, ...more });

describe('the catalogue of an archive', () => {
  it('[CAT-096] enters files with the retention of their scope and numbers without gaps, files, shelves and finds them', async () => {
    const scope = await ok<ScopeView>('PUT', '/archive-scopes', {
      class: 'pupil-files',
      name: '新生学籍卡',
      retention: 'permanent',
    });
    const office = await unit('教务处');
    const asked = { class: 'pupil-files', year: 2026, unitId: office.id, scopeId: scope.id, pages: 12 };
    const made = await entered([
      { ...asked, title: '张小明学籍档案', readerId: randomUUID() },
      { ...asked, title: '李小红学籍档案' },
    ]);
    expect(made).toMatchObject([
      {
        number: 1,
        code: 'XJ2026-0001',
        retention: 'permanent',
        scope: '新生学籍卡',
        unit: '教务处',
        state: 'received',
        filedOn: null,
      },
      { number: 2, code: 'XJ2026-0002' },
    ]);
    const answers = await Promise.all(
      [1, 2, 3].map(() => entered([file({ year: 2020 }), file({ year: 2020 })])),
    );
    expect(
      answers
        .flat()
        .map(({ number }) => number)
        .sort(),
    ).toEqual([1, 2, 3, 4, 5, 6]);
    const ids = made.map(({ id }) => id);
    expect(await step('shelve', ids, { place: '1架2列3层' })).toMatchObject({
      moved: 0,
      kept: [{ code: 'archive-file.not-now' }, {}],
    });
    expect(await step('file', ids)).toEqual({ moved: 2, kept: [] });
    expect(await step('shelve', ids, { place: '1架2列3层' })).toMatchObject({ moved: 2 });
    const [first = '', second = ''] = ids;
    expect(await ok('GET', `/archive-files/${first}`)).toMatchObject({
      state: 'shelved',
      filedOn: '2026-09-01',
      place: '1架2列3层',
    });
    const find = async (q: string, more: object = {}): Promise<string[]> =>
      (await post<{ items: ArchiveFileView[] }>('/archive-files/search', { q, ...more })).items.map(
        ({ title }) => title,
      );
    expect(await find('小明 学籍')).toEqual(['张小明学籍档案']);
    expect(await find('XJ2026')).toEqual(['张小明学籍档案', '李小红学籍档案']);
    expect(await find('学籍', { class: 'ordinary' })).toEqual([]);
    expect(await find('%')).toEqual([]);
    expect((await post<ArchiveStepsAnswer>('/archive-steps/undo', { fileIds: [second] })).moved).toBe(1);
    expect(await ok('GET', `/archive-files/${second}`)).toMatchObject({ state: 'filed', place: null });
    const headers = { 'if-match': '"v3"' };
    const changed = await catalog.call(
      'PATCH',
      `/archive-files/${second}`,
      { pages: 13, note: '补页' },
      { headers },
    );
    expect(changed.status).toBe(412);
    const { version } = await ok<ArchiveFileView>('GET', `/archive-files/${second}`);
    const again = await catalog.call(
      'PATCH',
      `/archive-files/${second}`,
      { pages: 13 },
      { headers: { 'if-match': `"v${String(version)}"` } },
    );
    expect(again.body).toMatchObject({ pages: 13, title: '李小红学籍档案' });
    expect(await printed('/archive-files?class=pupil-files&format=csv')).toEqual([
      '档号,门类,年度,归档单位,题名,页数,保管期限,归档日期,存放位置,状态,备注',
      'XJ2026-0001,学生档案,2026,教务处,张小明学籍档案,12,永久,2026-09-01,1架2列3层,已上架,',
      'XJ2026-0002,学生档案,2026,教务处,李小红学籍档案,13,永久,2026-09-01,,已归档,',
    ]);
    expect(await printed('/archive-scopes?format=csv')).toEqual([
      '门类,归档范围,保管期限,停用',
      '学生档案,新生学籍卡,永久,否',
    ]);
  });

  it('refuses what is not complete, is of others, or is there already', async () => {
    expect((await catalog.call('POST', '/archive-files', { items: [file({ retention: undefined })] })).body).toMatchObject({
      status: 400, errors: [{ pointer: '/items/0/retention', code: 'is-defined' }],
    }); // prettier-ignore
    expect(
      (await catalog.call('POST', '/archive-files', { items: [file({ unitId: randomUUID() })] })).status,
    ).toBe(422);
    await entered([file({ code: '旧-1' })]);
    expect(await refusal('/archive-files', { items: [file({ code: '旧-1' })] })).toEqual([
      409,
      'archive-file.code-taken',
    ]);
    const [own] = await entered([file()]);
    const id = own?.id ?? '';
    expect(
      (await catalog.call('GET', `/archive-files/${id}`, undefined, { as: catalog.otherLibrarian })).status,
    ).toBe(404);
    expect(await step('void', [id], { note: '误录' }, catalog.otherLibrarian)).toEqual({
      moved: 0,
      kept: [{ fileId: id, code: 'resource.unknown' }],
    });
    expect(await refusal('/archive-steps', { step: 'void', fileIds: [id] })).toEqual([
      400,
      'request.invalid',
    ]);
    for (const role of ['teacher', 'reader', 'county-viewer', 'county-admin'] as const) {
      const as = await catalog.signer.account({
        role,
        schoolId: catalog.schools[0],
        classId: randomUUID(),
        readerId: randomUUID(),
      });
      expect([role, (await catalog.call('GET', '/archive-files', undefined, { as })).status]).toEqual([
        role,
        403,
      ]);
    }
    for (const [count, status] of [
      [199, 201],
      [200, 201],
      [201, 400],
    ] as const)
      expect(
        (
          await catalog.call('POST', '/archive-files', {
            items: Array.from({ length: count }, () => file({ year: 2011 })),
          })
        ).status,
      ).toBe(status);
  });

  it('[CAT-097] hands files over when pupils leave, under a document and to somebody, and takes them back', async () => {
    const readerId = randomUUID();
    const [left, kept] = await entered([
      file({ class: 'pupil-files', title: '毕业生档案', state: 'shelved', code: '毕-1', readerId }), file({ class: 'pupil-files', code: '毕-2' }),
    ]); // prettier-ignore
    const ids = [left?.id ?? '', kept?.id ?? ''];
    expect((await catalog.call('POST', '/archive-steps', { step: 'hand-over', fileIds: ids })).body).toMatchObject({
      errors: [{ pointer: '/documentNumber' }, { pointer: '/receiver' }],
    }); // prettier-ignore
    const handed = await step('hand-over', ids, {
      documentNumber: '调2026-6',
      receiver: '县一中',
      readerId,
      note: '升学',
    });
    expect(handed).toEqual({ moved: 1, kept: [{ fileId: ids[1], code: 'archive-file.not-now' }] });
    await clock.dayIs('2026-09-02');
    await step('take-back', ids.slice(0, 1), { note: '退档' });
    await clock.dayIs('2026-09-01');
    expect(await stateOf(ids[0] ?? '')).toBe('received');
    expect(await items<HandoverView>('/archive-handovers?from=2026-09-01')).toMatchObject([
      { step: 'take-back', code: '毕-1', on: '2026-09-02', note: '退档' },
      {
        step: 'hand-over',
        documentNumber: '调2026-6',
        receiver: '县一中',
        readerId,
        on: '2026-09-01',
        undoneOn: null,
      },
    ]);
    expect((await printed('/archive-handovers?format=csv'))[0]).toBe(
      '日期,类别,档号,题名,凭证号,接收单位,备注,撤销日期',
    );
    expect((await post<ArchiveStepsAnswer>('/archive-steps/undo', { fileIds: ids.slice(0, 1) })).moved).toBe(
      1,
    );
    expect((await post<ArchiveStepsAnswer>('/archive-steps/undo', { fileIds: ids.slice(0, 1) })).moved).toBe(
      1,
    );
    expect(await stateOf(ids[0] ?? '')).toBe('shelved');
    expect(await post('/archive-steps/undo', { fileIds: ids.slice(0, 1) })).toMatchObject({
      moved: 0,
      kept: [{ code: 'archive-file.nothing-to-undo' }],
    });
  });
});

describe('the units that hand in', () => {
  it('[CAT-103] are reminded of what they have of a year; who was reminded when stands on record, and what came of it', async () => {
    const office = await unit('总务处', { officer: '王老师' });
    const files = await entered(
      [1, 2, 3].map((n) =>
        file({ year: 2024, unitId: office.id, state: 'with-unit', title: `基建${String(n)}` }),
      ),
    );
    const [first = '', second = ''] = files.map(({ id }) => id);
    const remind = (year: number) => catalog.call('POST', '/archive-reminders', { unitId: office.id, year });
    expect(said(await remind(2023))).toEqual([409, 'archive-recall.nothing-out']);
    expect((await remind(2024)).body).toMatchObject({ files: 3, reminded: '王老师', on: '2026-09-01' });
    expect(await stateOf(first)).toBe('called-in');
    await step('receive', [first, second]);
    await step('file', [first]);
    await step('shelve', [first], { place: '2架' });
    await clock.dayIs('2026-09-08');
    await post('/archive-reminders', { unitId: office.id, year: 2024, reminded: '李主任', note: '第二次' });
    await clock.dayIs('2026-09-01');
    expect(await items<RecallView>('/archive-recalls?year=2024')).toEqual([{
      unitId: office.id, unit: '总务处', officer: '王老师', year: 2024, files: 3, withUnit: 0, calledIn: 1, received: 1, filed: 0, shelved: 1,
      reminders: 2, lastRemindedOn: '2026-09-08', lastReminded: '李主任',
    }]); // prettier-ignore
    expect(await items<ReminderView>(`/archive-reminders?unitId=${office.id}`)).toMatchObject([
      { reminded: '李主任', files: 1, note: '第二次' }, { reminded: '王老师', files: 3 },
    ]); // prettier-ignore
    expect(await printed('/archive-recalls?year=2024&format=csv')).toEqual([
      '部门,档案员,年度,总件数,在部门,已催收,已收,已归档,已上架,催收次数,最近催收,催收对象',
      '总务处,王老师,2024,3,0,1,1,0,1,2,2026-09-08,李主任',
    ]);
    await step('give-out', [first]);
    expect(await stateOf(first)).toBe('with-unit');
    const foreign = await catalog.call(
      'POST',
      '/archive-reminders',
      { unitId: office.id, year: 2024 },
      { as: catalog.otherLibrarian },
    );
    expect(foreign.status).toBe(422);
  });

  it('[CAT-102] have officers with their contact, and a checklist before they file, by unit and year', async () => {
    const office = await unit('德育处', { officer: '赵老师', contact: '分机 8012' });
    expect(await refusal('/archive-units', { name: '德育处' })).toEqual([409, 'archive-unit.name-taken']);
    const path = `/archive-units/${office.id}`;
    const list = [{ name: '活动方案', doneOn: '2026-08-30' }, { name: '总结' }, { name: '照片' }];
    await ok('PUT', `${path}/intakes/2026`, { items: list });
    expect((await catalog.call('PUT', `${path}/intakes/1899`, { items: [] })).status).toBe(404);
    expect(
      await ok('PUT', `${path}/intakes/2026`, {
        items: [list[0], { name: '总结', doneOn: '2026-09-01' }, list[2]],
      }),
    ).toMatchObject({ done: 2 });
    expect((await items<IntakeView>('/archive-intakes?year=2026'))[0]).toMatchObject({
      unit: '德育处',
      officer: '赵老师',
      done: 2,
      items: [{}, {}, { name: '照片', doneOn: null }],
    });
    expect(await printed('/archive-intakes?year=2026&format=csv')).toEqual([
      '部门,档案员,年度,项目数,已完成,未完成项目,检查日期', '德育处,赵老师,2026,3,2,照片,2026-09-01',
    ]); // prettier-ignore
    const change = (body: object) => catalog.call('PATCH', path, body, { headers: { 'if-match': '"v1"' } });
    expect((await change({ officer: '钱老师' })).body).toMatchObject({
      version: 2,
      officer: '钱老师',
      contact: '分机 8012',
    });
    expect((await change({ officer: '孙老师' })).status).toBe(412);
    expect((await printed('/archive-units?format=csv'))[0]).toBe('部门,档案员,联系方式,停用');
  });
});

describe('what is entered of an archive', () => {
  it('[CAT-099] is compared with what there is, by class and year, until all of it is entered', async () => {
    await ok('PUT', '/archive-expectations', { class: 'ordinary', year: 1998, expected: 3 });
    const ofYear = async (): Promise<CompletionView | undefined> =>
      (await items<CompletionView>('/archive-completion?class=ordinary')).find(({ year }) => year === 1998);
    expect(await ofYear()).toMatchObject({ expected: 3, entered: 0, toEnter: 3, percent: 0 });
    const form = (text: string, more: Readonly<Record<string, string>> = {}): FormData => {
      const sent = new FormData();
      for (const [name, value] of Object.entries(more)) sent.set(name, value);
      sent.set('file', new Blob([text]), '目录.csv');
      return sent;
    };
    const HEADER = '档号,门类,年度,归档单位,题名,页数,保管期限,归档日期,存放位置,状态,备注';
    const rows = [1, 2].map(
      (n) => `P-${String(n)},普通档案,1998,校办,旧档${String(n)},5,10年,1999-01-05,3架,已上架,`,
    );
    const run = async (text: string, more = {}): Promise<{ result: object; id: string }> => {
      const reply = await catalog.call('POST', '/archive-imports', form(text, more));
      expect(reply.status).toBe(202);
      const { id } = reply.body as { id: string };
      return eventually(async () => {
        const job = await ok<{ status: string; result: object; id: string }>('GET', `/jobs/${id}`);
        if (job.status !== 'succeeded') throw new Error(job.status);
        return job;
      });
    };
    const text = `档案目录\n${[HEADER, ...rows, 'P-1,普通档案,1998,校办,重复,5,10年,,,,', 'P-3,手稿,1998,,缺门类,,永久,,,,'].join('\n')}\n`;
    expect((await run(text, { dryRun: 'true' })).result).toMatchObject({
      dryRun: true,
      total: 4,
      created: 2,
      rejected: 2,
    });
    expect(await ofYear()).toMatchObject({ entered: 0 });
    const { result, id } = await run(text);
    expect(result).toMatchObject({ total: 4, created: 2, updated: 0, unchanged: 0, rejected: 2 });
    expect(await items(`/jobs/${id}/problems`)).toMatchObject([
      { place: { row: 5 }, code: 'archive-row.code-repeats' }, { place: { row: 6 }, code: 'archive-row.unreadable', facts: { column: 'class' } },
    ]); // prettier-ignore
    expect(await ofYear()).toMatchObject({ entered: 2, toEnter: 1, percent: 66.6 });
    expect((await run(text)).result).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    await entered([file({ class: 'ordinary', year: 1998 })]);
    expect(await ofYear()).toMatchObject({ entered: 3, toEnter: 0, percent: 100 });
    expect((await printed('/archive-completion?class=ordinary&format=csv')).slice(0, 2)).toEqual([
      '门类,年度,应录件数,已录件数,待录件数,完成率', '普通档案,1998,3,3,0,100.0%',
    ]); // prettier-ignore
    const exported = (await printed('/archive-files?class=ordinary&format=csv')).join('\r\n');
    expect((await run(exported)).result).toMatchObject({
      total: 3,
      created: 0,
      updated: 0,
      unchanged: 3,
      rejected: 0,
    });
    const changed = exported.replace('旧档2', '旧档二');
    expect((await run(changed)).result).toMatchObject({ updated: 1, unchanged: 2 });
    const sheet = await fetch(`${catalog.url}/api/v1/archive-files?format=xlsx`, {
      headers: { authorization: `Bearer ${catalog.librarian}`, 'accept-language': 'zh' },
    });
    const workbook = new FormData();
    workbook.set('file', new Blob([await sheet.arrayBuffer()]), '目录.xlsx');
    const queued = await catalog.call('POST', '/archive-imports', workbook);
    await eventually(async () => {
      const job = await ok<{ status: string; result: { total: number; unchanged: number } }>(
        'GET',
        `/jobs/${(queued.body as { id: string }).id}`,
      );
      if (job.status !== 'succeeded') throw new Error(job.status);
      expect(job.result.unchanged).toBe(job.result.total);
    });
  }, 60_000);
});

describe('files that need not be kept', () => {
  it('[CAT-096] are listed to the day, and destroyed when the head has approved what somebody else proposed', async () => {
    const old = await entered(['2015-12-31', '2016-01-01', '2016-09-01'].map((filedOn, at) =>
      file({ class: 'certificates', year: 2015, retention: '10-years', state: 'shelved', filedOn, code: `存${String(at)}` }))); // prettier-ignore
    await entered([
      file({
        class: 'certificates',
        year: 2015,
        retention: 'permanent',
        state: 'shelved',
        filedOn: '1990-01-01',
      }),
    ]);
    const due = async (on: string): Promise<string[]> =>
      (await items<ExpiryView>(`/archive-expiries?on=${on}`))
        .filter((each) => each.class === 'certificates')
        .map(({ code }) => code);
    expect([await due('2025-12-31'), await due('2026-01-01'), await due('2026-12-31'), await due('2027-01-01')]).toEqual([
      [], ['存0'], ['存0'], ['存0', '存1', '存2'],
    ]); // prettier-ignore
    const [first, second] = old.map(({ id }) => id);
    expect((await catalog.call('POST', '/archive-destructions', { name: '清理', fileIds: [first, second] })).body).toMatchObject({
      status: 422, errors: [{ pointer: '/fileIds/1', code: 'has-not-run-out' }],
    }); // prettier-ignore
    const propose = (as?: string) =>
      post<DestructionView>('/archive-destructions', { name: '2026年清理', fileIds: [first] }, as);
    const byHead = await propose(head);
    const path = (id: string, step: string): string => `/archive-destructions/${id}/${step}`;
    const approval = { documentNumber: '销2026-1' };
    expect(await refusal('/archive-destructions', { name: '再清理', fileIds: [first] })).toEqual([
      409,
      'archive-destruction.proposed-already',
    ]);
    expect(await refusal(path(byHead.id, 'approval'), approval, head)).toEqual([
      409,
      'archive-destruction.own-proposal',
    ]);
    expect(await post(path(byHead.id, 'withdrawal'), { words: '由档案员提出' })).toMatchObject({
      state: 'withdrawn',
    });
    const { id } = await propose();
    expect(await refusal(path(id, 'execution'), { witness: '周老师' })).toEqual([
      409,
      'archive-destruction.not-now',
    ]);
    expect(await refusal(path(id, 'approval'), approval)).toEqual([403, 'permission.denied']);
    expect(await post(path(id, 'approval'), approval, head)).toMatchObject({
      state: 'approved',
      documentNumber: '销2026-1',
      files: 1,
    });
    expect(await post(path(id, 'revocation'), { words: '再核对' }, head)).toMatchObject({
      state: 'proposed',
    });
    expect(await refusal(path(id, 'execution'), { witness: '周老师' })).toEqual([
      409,
      'archive-destruction.not-now',
    ]);
    await post(path(id, 'approval'), approval, head);
    expect(await post(path(id, 'execution'), { witness: '周老师' })).toMatchObject({
      state: 'carried-out',
      carriedOutOn: '2026-09-01',
    });
    expect(await stateOf(first ?? '')).toBe('destroyed');
    expect(await post('/archive-steps/undo', { fileIds: [first] })).toMatchObject({ moved: 0 });
    expect(await printed(`/archive-destructions/${id}/files?format=csv`)).toEqual([
      '档号,门类,年度,题名,保管期限,归档日期,期满日期', '存0,证书,2015,会议纪要,10年,2015-12-31,2026-01-01',
    ]); // prettier-ignore
    expect((await printed('/archive-destructions?format=csv'))[0]).toBe(
      '名称,件数,状态,提出日期,审批日期,批准文号,意见,销毁日期,监销人',
    );
  });
});

describe('a yearbook', () => {
  it('[CAT-100] is collected, edited, printed and bound once a year, given out by register, and one is kept', async () => {
    const { id } = await post<YearbookView>('/archive-yearbooks', { year: 2025, name: '2025年鉴' });
    expect(await refusal('/archive-yearbooks', { year: 2025, name: '又一部' })).toEqual([
      409,
      'archive-yearbook.year-taken',
    ]);
    const path = `/archive-yearbooks/${id}`;
    const next = (body: object = {}) => post<YearbookView>(`${path}/step`, body);
    expect(await next()).toMatchObject({ state: 'edited', editedOn: '2026-09-01' });
    expect((await catalog.call('POST', `${path}/step`, {})).status).toBe(400);
    expect(await next({ copies: 5 })).toMatchObject({ state: 'printed', copies: 5, kept: 5 });
    expect(await post(`${path}/reopening`)).toMatchObject({ state: 'edited', copies: null, printedOn: null });
    await next({ copies: 10 });
    expect(await refusal(`${path}/issues`, { recipient: '教育局', copies: 1 })).toEqual([
      409,
      'archive-yearbook.not-bound',
    ]);
    await next();
    expect(await refusal(`${path}/step`)).toEqual([409, 'archive-yearbook.bound']);
    const given = await post<{ id: string }>(`${path}/issues`, { recipient: '教育局', copies: 4 });
    expect(await refusal(`${path}/issues`, { recipient: '各教研组', copies: 6 })).toEqual([
      409,
      'archive-yearbook.too-few',
    ]);
    await post(`${path}/issues`, { recipient: '各教研组', copies: 5 });
    expect(await refusal(`${path}/reopening`)).toEqual([409, 'archive-yearbook.issued']);
    expect(await ok('GET', path)).toMatchObject({ copies: 10, issued: 9, kept: 1 });
    expect(await post(`/archive-yearbook-issues/${given.id}/return`)).toMatchObject({
      returnedOn: '2026-09-01',
    });
    expect(await refusal(`/archive-yearbook-issues/${given.id}/return`)).toEqual([
      409,
      'archive-yearbook.returned',
    ]);
    expect(await printed('/archive-yearbooks?format=csv')).toEqual([
      '年度,名称,进度,编辑完成,印制,装订,印数,发放,收藏,备注', '2025,2025年鉴,已装订,2026-09-01,2026-09-01,2026-09-01,10,5,5,',
    ]); // prettier-ignore
    expect(await printed(`${path}/issues?format=csv`)).toEqual([
      '序号,日期,领取单位,册数,退回日期', '1,2026-09-01,教育局,4,2026-09-01', '2,2026-09-01,各教研组,5,',
    ]); // prettier-ignore
  });
});

describe('a certificate that nobody came for', () => {
  it('[CAT-101] is held, given to its owner or who comes for him, and taken back; whose it is says an id alone', async () => {
    const readerId = randomUUID();
    const enter = (number: string) =>
      catalog.call('POST', '/archive-certificates', {
        items: [{ kind: 'school', number, readerId, year: 2020 }],
      });
    const made = ((await enter('校2020-1')).body as { items: CertificateView[] }).items[0];
    const path = `/archive-certificates/${made?.id ?? ''}`;
    expect(made).toMatchObject({ state: 'held', readerId, receivedOn: '2026-09-01' });
    expect(said(await enter('校2020-1'))).toEqual([409, 'archive-certificate.entered-already']);
    expect((await catalog.call('POST', `${path}/issue`, { collectedBy: 'guardian' })).status).toBe(400);
    expect(
      await post(`${path}/issue`, { collectedBy: 'guardian', documentNumber: '委2026-3' }),
    ).toMatchObject({ state: 'issued', issuedOn: '2026-09-01' });
    expect(await refusal(`${path}/issue`, { collectedBy: 'self' })).toEqual([
      409,
      'archive-certificate.issued',
    ]);
    expect(said(await catalog.call('DELETE', path))).toEqual([409, 'archive-certificate.issued']);
    expect(await items<CertificateView>('/archive-certificates?state=issued')).toMatchObject([
      { number: '校2020-1', collectedBy: 'guardian' },
    ]);
    // Whose it is puts the gateway in, for those who may know.
    expect((await printed('/archive-certificates?format=csv'))[0]).toBe(
      '证书,证书编号,年度,收存日期,状态,领取日期,领取人,委托书号,备注',
    );
    expect(await post(`${path}/reopening`)).toMatchObject({ state: 'held', collectedBy: null });
    expect(await refusal(`${path}/reopening`)).toEqual([409, 'archive-certificate.held']);
    expect((await catalog.call('DELETE', path, undefined, { as: catalog.otherLibrarian })).status).toBe(404);
    expect((await catalog.call('DELETE', path)).status).toBe(204);
  });
});
