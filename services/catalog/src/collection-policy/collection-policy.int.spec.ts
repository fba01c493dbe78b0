import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReaderEnrolledV1 } from '@shulian/contracts/readers';
import type { ReaderId } from '@shulian/contracts/ids';
import { newId } from '@shulian/service-kit';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase, pdfTexts } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import { aBuying, type Buying } from '../orders/a-round.builder.js';
import type {
  CollectionPolicyView,
  CollectionGapsPage,
  LevelView,
  StandardView,
  StockPlanPage,
} from './collection-policy.http.js';

let catalog: CatalogForTests;
let buying: Buying;
let head: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_collection_policy'));
  head = await catalog.signer.account({ role: 'school-head', schoolId: catalog.schools[0] });
  buying = aBuying(catalog, head);
}, 60_000);
afterAll(() => catalog.end());

const codeOf = ({ body }: { readonly body: never }): string => (body as { code: string }).code;
const printed = async (path: string): Promise<string> => {
  const headers = { authorization: `Bearer ${catalog.librarian}`, 'accept-language': 'zh-CN' };
  for (const format of ['csv', 'xlsx'])
    expect((await fetch(`${catalog.url}/api/v1${path}&format=${format}`, { headers })).status).toBe(200);
  const answer = await fetch(`${catalog.url}/api/v1${path}&format=pdf`, { headers });
  return (await pdfTexts(new Uint8Array(await answer.arrayBuffer()))).join(' ');
};
const write = (body: object, as = catalog.librarian) =>
  catalog.call('POST', '/collection-policies', { reason: '方案', ...body }, { as });
const enrolled = async (pupils: number, section: 'primary' | 'junior'): Promise<void> => {
  const before = (await catalog.sql('select 1 from known_reader')).length;
  for (let at = 0; at < pupils; at += 1)
    await catalog.hear(
      ReaderEnrolledV1.announce(
        {
          readerId: newId<ReaderId>(), schoolId: catalog.schools[0], kind: 'student', classId: null, section, entryYear: 2026,
          leftOn: null, leftWhy: null, suspension: null,
        },
        1,
      ),
    ); // prettier-ignore
  await eventually(async () => {
    if ((await catalog.sql('select 1 from known_reader')).length < before + pupils)
      throw new Error('not heard yet');
  });
};
const copies = async (clc: string, count: number, kind = 'book', publishedYear = 2020): Promise<void> => {
  const { id } = await buying.ok<{ id: string }>('POST', '/titles', {
    title: `书${clc}${kind}`,
    clc,
    publishedYear,
    priceFen: 1_000,
    audience: clc === 'H125' ? '低年级拼音' : null,
  });
  for (let at = 0; at < count; at += 1) await buying.ok('POST', '/copies', { titleId: id, kind });
};

describe('what a school collects', () => {
  it('[CAT-002] stands by class and subject, with the reason, in versions by the day from which they hold', async () => {
    const today = (await buying.ok<CollectionPolicyView>('POST', '/collection-policies', {
      reason: '建校方案',
      levels: [
        { clc: 'H', level: 'comprehensive', subject: '语文', reason: '重点学科' },
        { clc: 'TP3', level: 'supplementary', subject: '信息科技', reason: '新增学科' },
        { clc: 'I', level: 'selective', reason: '一般读物' },
      ],
    })).effectiveOn;
    const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
    const next = { effectiveOn: tomorrow, levels: [{ clc: 'TP3', level: 'comprehensive', subject: '信息科技', reason: '成为重点' }] };
    const planned = (await write(next)).body as CollectionPolicyView;
    expect(planned.standing).toBe('planned');
    const twice = await write(next);
    expect([twice.status, codeOf(twice)]).toEqual([409, 'collection-policy.day-taken']);
    const levels = async (on: string) =>
      (await buying.ok<{ items: LevelView[] }>('GET', `/collecting-levels?on=${on}`)).items.map(({ clc, level, subject }) => [clc, level, subject]);
    expect(await levels(today)).toEqual([['H', 'comprehensive', '语文'], ['I', 'selective', null], ['TP3', 'supplementary', '信息科技']]);
    expect(await levels(tomorrow)).toEqual([['TP3', 'comprehensive', '信息科技']]);
    expect(await levels('2020-01-01')).toEqual([]);
    for (const word of ['各类图书收藏级别', '全面收藏', '重点学科', 'TP3']) expect(await printed(`/collecting-levels?on=${today}`)).toContain(word);
    const versions = await buying.ok<{ items: CollectionPolicyView[] }>('GET', '/collection-policies');
    expect(versions.items.map(({ standing, levels: count }) => [standing, count])).toEqual([['planned', 1], ['in-force', 3]]);
    expect((await catalog.call('DELETE', `/collection-policies/${planned.id}`, undefined, { as: catalog.otherLibrarian })).status).toBe(404);
    await buying.ok('DELETE', `/collection-policies/${planned.id}`);
    expect(await levels(tomorrow)).toEqual(await levels(today));
    for (const wrong of [
      { effectiveOn: '2020-01-01' },
      { levels: [{ clc: '99X', level: 'selective', reason: '无此类' }] },
      { levels: [{ clc: 'I', level: 'selective', reason: '一' }, { clc: 'I', level: 'selective', reason: '二' }] },
      { levels: [{ clc: 'I', level: 'all', reason: '一' }] },
    ])
      expect((await write(wrong)).status).toBe(400);
    await buying.ok('DELETE', `/collection-policies/${versions.items[1]?.id ?? ''}`);
  }); // prettier-ignore

  it('[CAT-003, CAT-004] is balanced between pupils and teachers by named categories, and what the stock lacks of it is a list', async () => {
    await copies('I287.45', 6);
    await copies('H125', 1);
    await copies('G40', 2);
    await copies('Z3', 1, 'reference');
    const targets = [
      { name: '文学拓展', audience: 'pupils', category: 'enrichment', clcs: ['I'], share: 5_000 },
      { name: '低年级拼音读物', audience: 'pupils', category: 'pinyin-readers', clcs: ['H125'], share: 1_501 },
      { name: '七八年级作文', audience: 'pupils', category: 'composition-readers', clcs: ['H15', 'G634.3'], volumes: 3 },
      { name: '教育新理念', audience: 'teachers', category: 'educational-thinking', clcs: ['G4'], share: 2_000 },
      { name: '工具书', audience: 'teachers', category: 'other', kind: 'reference', volumes: 2 },
      { name: '拼音标签', audience: 'pupils', category: 'pinyin-readers', tag: '拼音', volumes: 2 },
    ];
    expect((await write({ targets: [{ ...targets[0], category: 'research-reading' }] })).status).toBe(400);
    expect((await write({ targets: [{ ...targets[0], volumes: 3 }] })).status).toBe(400);
    const { id } = (await write({ targets, volumesPerPupil: { primary: 4 } })).body as CollectionPolicyView;
    await enrolled(3, 'primary');
    const gaps = await buying.ok<CollectionGapsPage>('GET', '/collection-gaps');
    expect(gaps.items.map(({ name, target, held, heldShare, gap }) => [name, target, held, heldShare, gap])).toEqual([
      ['文学拓展', 5, 6, 6_000, 0], ['低年级拼音读物', 2, 1, 1_000, 1], ['七八年级作文', 3, 0, 0, 3], ['教育新理念', 2, 2, 2_000, 0], ['工具书', 2, 1, 1_000, 1],
      ['拼音标签', 2, 1, 1_000, 1],
    ]);
    // Structure is mended once there are enough: 3 pupils at 4 want 12, and there are 10.
    expect(gaps).toMatchObject({ volumes: 10, standard: 12, meetsStandard: false });
    const paged = await buying.ok<CollectionGapsPage>('GET', '/collection-gaps?limit=2');
    const rest = await buying.ok<CollectionGapsPage>('GET', `/collection-gaps?limit=500&cursor=${String(paged.nextCursor)}`);
    expect([...paged.items, ...rest.items]).toEqual(gaps.items);
    const text = await printed('/collection-gaps?limit=50');
    for (const word of ['馆藏结构缺口表', '低年级拼音读物', '15.01%', '馆藏 10 / 标准 12', '拼音读物']) expect(text).toContain(word);
    await copies('H125', 2);
    expect((await buying.ok<CollectionGapsPage>('GET', '/collection-gaps')).meetsStandard).toBe(true);
    await buying.ok('DELETE', `/collection-policies/${id}`);
  }); // prettier-ignore
});

describe('the standard of a school', () => {
  it('[CAT-116, RPT-013] is planned for the pupils to come: volumes to buy year by year, to the last one, printed', async () => {
    const now = await buying.ok<StandardView>('GET', '/stock-standard');
    expect(now).toMatchObject({ pupils: 3, volumesPerPupil: { primary: 25, junior: 35, senior: 45 }, required: 75, volumes: 12, wanting: 63 });
    const ask = '/stock-plans?expectedPupils=5&years=5&volumesPerPupil=20';
    const plan = await buying.ok<StockPlanPage>('GET', ask);
    expect(plan.items.map(({ pupils, required, toBuy, volumes }) => [pupils, required, toBuy, volumes])).toEqual([
      [3, 60, 18, 30], [4, 80, 18, 48], [4, 80, 17, 65], [5, 100, 18, 83], [5, 100, 17, 100],
    ]);
    const asPolicy = await buying.ok<StockPlanPage>('GET', '/stock-plans?expectedPupils=5&years=1');
    expect(asPolicy.items).toMatchObject([{ required: 125, toBuy: 113, volumes: 125 }]);
    const enough = await buying.ok<StockPlanPage>('GET', '/stock-plans?expectedPupils=0&years=2');
    expect(enough.items.map(({ toBuy }) => toBuy)).toEqual([0, 0]);
    for (const wrong of ['expectedPupils=5', 'expectedPupils=5&years=0', 'expectedPupils=5&years=21', 'expectedPupils=-1&years=1'])
      expect((await catalog.call('GET', `/stock-plans?${wrong}`)).status).toBe(400);
    for (const word of ['藏书配备规划', '应购册数', '3 → 5', '88']) expect(await printed(ask)).toContain(word);
  }); // prettier-ignore

  it('[CAT-048] keeps its volumes by itself when obsolete reading of teachers is weeded: nothing before it is met, then only what is above', async () => {
    await copies('G451', 30, 'book', 1990);
    const rule = 'clc=G451&publishedBefore=2000&keepStandard=true&limit=500';
    const candidates = async () => (await buying.ok<{ items: object[] }>('GET', `/weeding-candidates?${rule}`)).items.length;
    // 42 volumes, and 75 are wanted of three pupils.
    expect(await candidates()).toBe(0);
    const early = await catalog.call('POST', '/weeding-proposals', {
      name: '剔旧', reason: 'outdated', rule: { clc: 'G451', publishedBefore: 2000, keepStandard: true },
    });
    expect([early.status, codeOf(early)]).toEqual([409, 'weeding.nothing-to-weed']);
    const { id } = (await write({ volumesPerPupil: { primary: 13 } })).body as CollectionPolicyView;
    expect(await candidates()).toBe(42 - 39);
    const proposal = await buying.ok<{ copies: number }>('POST', '/weeding-proposals', {
      name: '剔旧', reason: 'outdated', rule: { clc: 'G451', publishedBefore: 2000, keepStandard: true },
    });
    expect(proposal.copies).toBe(3);
    await buying.ok('DELETE', `/collection-policies/${id}`);
  }); // prettier-ignore
});
