import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import type { SerialChangeView, SerialView } from './serials.http.js';

let catalog: CatalogForTests;
let reader: string;
/** As the county's clock has it. */
const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' });
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_serials'));
  reader = await catalog.signer.account({ role: 'reader', schoolId: catalog.schools[0] });
}, 60_000);
afterAll(() => catalog.end());

const monthly = { every: 'month', days: [1] };
const make = (asked: Readonly<Record<string, unknown>>) =>
  catalog.call('POST', '/serials', { kind: 'periodical', languages: ['chi'], pattern: monthly, ...asked });
const made = async (asked: Readonly<Record<string, unknown>>): Promise<SerialView> => {
  const answer = await make(asked);
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  return answer.body;
};
const change = (id: string, version: number, asked: object, as?: string) =>
  catalog.call('PATCH', `/serials/${id}`, asked, {
    headers: { 'if-match': `"v${String(version)}"` },
    ...(as === undefined ? {} : { as }),
  });
const listed = async (query: string, as = catalog.librarian): Promise<string[]> => {
  const { body } = await catalog.call('GET', `/serials?${query}`, undefined, { as });
  return (body as { items: SerialView[] }).items.map(({ title }) => title);
};
const changesOf = async (id: string): Promise<SerialChangeView[]> =>
  ((await catalog.call('GET', `/serials/${id}/changes`)).body as { items: SerialChangeView[] }).items;
const printed = async (path: string): Promise<string[]> => {
  const answer = await fetch(`${catalog.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${catalog.librarian}` },
  });
  return (await answer.text()).replace('\ufeff', '').trimEnd().split('\r\n');
};
const codeOf = ({ body }: { readonly body: never }): unknown => (body as { code: string }).code;
const errorsOf = ({ body }: { readonly body: never }): unknown =>
  (body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);

describe('a serial', () => {
  it('[CAT-067] is corrected as an issue shows it, and what it was called, how often it came and what it cost stays on record', async () => {
    const { id } = await made({ title: '小星星', issn: '1005-4324', postalCode: '44－61', priceFen: 9_600, publisher: '江西教育' });
    const stale = await change(id, 2, { title: '小星星作文' });
    expect(stale.status).toBe(412);
    const answer = await change(id, 1, {
      title: '小星星作文', priceFen: 12_000, pattern: { every: 'month', days: [5, 20] }, seenIn: '2026年第7期',
    }, catalog.otherLibrarian);
    expect(answer.body).toMatchObject({
      id, version: 2, title: '小星星作文', frequency: 'semi-monthly', issuesThisYear: 24, postalCode: '44-61',
    });
    const nothing = await change(id, 2, { priceFen: 12_000, pattern: { every: 'month', days: [5, 20] } });
    expect(nothing.body).toMatchObject({ version: 2 });
    expect(await changesOf(id)).toMatchObject([
      { version: 2, on: today, seenIn: '2026年第7期', changes: [
        { field: 'title', before: '小星星', after: '小星星作文' },
        { field: 'pattern', before: { every: 'month', days: [1] }, after: { every: 'month', days: [5, 20] } },
        { field: 'priceFen', before: 9_600, after: 12_000 },
      ] },
    ]);
    expect((await printed(`/serials/${id}/changes?format=csv`))[1]).toBe(
      `${today},2026年第7期,刊名: 小星星 → 小星星作文; 刊期: 月刊 → 半月刊; 全年价: 96.00 → 120.00`,
    );
    const title = (await catalog.call('GET', `/titles/${id}`)).body;
    expect(title).toMatchObject({
      title: '小星星作文', otherTitles: ['小星星'], level: 'serial', otherNumbers: ['1005-4324'], version: 2,
    });
  }); // prettier-ignore

  it('[CAT-078] is Chinese, foreign or parallel text by its languages, as a book is', async () => {
    await made({ title: '中文刊' });
    await made({ title: 'Time for Kids', languages: ['eng'] });
    await made({ title: '英语世界', languages: ['eng', 'chi'] });
    const of = (kind: string): Promise<string[]> => listed(`language=${kind}&limit=500`);
    expect(await of('foreign')).toEqual(['Time for Kids']);
    expect(await of('parallel')).toEqual(['英语世界']);
    expect(await of('chinese')).toContain('中文刊');
    const book = await catalog.call('POST', '/titles', { title: '英汉对照读物', languages: ['chi', 'eng'] });
    expect(book.body).toMatchObject({ languageKind: 'parallel' });
    const foreign = await catalog.call('POST', '/titles', { title: 'Matilda', languages: ['eng'] });
    expect(foreign.body).toMatchObject({ languageKind: 'foreign' });
  });

  it('[CAT-080] is on the core lists of school subjects, which everybody reads and which print', async () => {
    await made({ title: '语文教学与研究', coreSubjects: ['语文'], postalCode: '38-71', priceFen: 24_000 });
    await made({ title: '中学数学', coreSubjects: ['数学', '物理'] });
    expect(await listed('subject=语文', reader)).toEqual(['语文教学与研究']);
    expect(await listed('subject=物理', reader)).toEqual(['中学数学']);
    expect(await listed('subject=化学', reader)).toEqual([]);
    expect(await printed('/serials?subject=语文&format=csv')).toEqual([
      '刊名,类型,邮发代号,ISSN,国内刊号,语种,刊期,全年价(元),分类号,对象,核心学科',
      '语文教学与研究,期刊,38-71,,,中文,月刊,240,,全体,语文',
    ]);
  });

  it('is a title of level serial that the catalogue has, once', async () => {
    const book = (await catalog.call('POST', '/titles', { title: '一本书' })).body as { id: string };
    const known = (await catalog.call('POST', '/titles', { title: '少年文艺', level: 'serial' })).body as { id: string };
    const [no, first, second, unknown] = [
      await make({ titleId: book.id }),
      await make({ titleId: known.id.toUpperCase() }),
      await make({ titleId: known.id }),
      await make({ titleId: catalog.schools[0] }),
    ];
    expect([no.status, codeOf(no)]).toEqual([409, 'serial.title-is-no-serial']);
    expect([first.status, first.body]).toMatchObject([201, { id: known.id, title: '少年文艺' }]);
    expect([second.status, codeOf(second)]).toEqual([409, 'serial.described-already']);
    expect(unknown.status).toBe(422);
  }); // prettier-ignore

  it('has numbers of its own, which a scanner finds', async () => {
    await made({ title: '人民日报', kind: 'newspaper', postalCode: '1-1', issn: '0000-0019', pattern: { every: 'week', weekdays: [1, 2, 3, 4, 5, 6, 7] } });
    expect(await listed('code=1—1')).toEqual(['人民日报']);
    expect(await listed('code=977000000100107')).toEqual(['人民日报']);
    expect(await listed('code=0')).toEqual([]);
    expect(codeOf(await make({ title: '另一报', postalCode: '1-1' }))).toBe('serial.postal-code-taken');
    expect(codeOf(await make({ title: '另一报', issn: '00000019' }))).toBe('serial.issn-taken');
    expect(await listed('q=另一报')).toEqual([]);
  }); // prettier-ignore

  it('is not described with numbers or a pattern that are none', async () => {
    const wrong = await make({ title: '甲', issn: '1005-4323', postalCode: '邮', pattern: { every: 'week', days: [3] } });
    expect([wrong.status, errorsOf(wrong)]).toEqual([
      400, ['/issn', '/postalCode', '/pattern/weekdays', '/pattern/days'],
    ]);
    expect(errorsOf(await make({}))).toEqual(['/title']);
    const { id } = await made({ title: '乙' });
    expect((await change(id, 1, { title: null })).status).toBe(400);
    expect((await change(id, 1, { pattern: null })).status).toBe(400);
    expect((await change(id, 1, { coreSubjects: null })).status).toBe(400);
    const late = await make({ title: '丙', pattern: { every: 'month', days: [32] } });
    expect(late.status).toBe(400);
    expect((await make({ title: '丁', pattern: { every: 'month', days: [31] } })).status).toBe(201);
  }); // prettier-ignore
});
