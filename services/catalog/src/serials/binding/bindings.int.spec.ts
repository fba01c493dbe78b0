import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../../a-catalog.builder.js';
import type { CopyView } from '../../accession/copies.http.js';
import { aLibrary } from '../../locations/a-library.builder.js';
import { aClock } from '../a-clock.builder.js';
import { aSubscribing, type Subscribing } from '../a-subscription.builder.js';
import type { CheckedInAnswer, IssueView } from '../check-in/issues.http.js';
import type { BackIssueView, BindingAnswer, RunView } from './bindings.http.js';

let catalog: CatalogForTests;
let subscribing: Subscribing;
let paper: string;
let stories: string;
let store: string;
const clock = aClock('2026-11-20');
beforeAll(async () => {
  const settings = { SHULIAN_CLOCK: clock.setting };
  catalog = await aCatalog(await freshDatabase('catalog_serial_bindings'), settings);
  subscribing = aSubscribing(catalog);
  const daily = { every: 'week', weekdays: [1, 2, 3, 4, 5, 6, 7] };
  paper = await subscribing.serial({ title: '中国少年报', kind: 'newspaper', clc: 'G219', pattern: daily });
  stories = await subscribing.serial({ title: '儿童文学', clc: 'I28' });
  await subscribing.approved(2027, [
    { serialId: paper, room: 'pupils', copies: 2, priceFen: 7_200 },
    { serialId: stories, room: 'pupils', copies: 1, priceFen: 12_000 },
  ]);
  store = (await aLibrary(catalog).place('room', '过刊室', { capacity: 3 })).id;
}, 60_000);
afterAll(() => catalog.end());

const issuesOf = async (serialId: string, from: string, to: string): Promise<IssueView[]> =>
  (
    await subscribing.ok<{ items: IssueView[] }>(
      'GET',
      `/serial-issues?serialId=${serialId}&from=${from}&to=${to}&limit=500`,
    )
  ).items;
const receive = (issues: readonly IssueView[]): Promise<CheckedInAnswer> =>
  subscribing.ok('POST', '/serial-check-ins', { items: issues.map(({ id }) => ({ issueId: id })) });
const runs = async (query: string): Promise<RunView[]> =>
  (await subscribing.ok<{ items: RunView[] }>('GET', `/serial-binding-runs?year=2027&${query}`)).items;
const bind = (asked: object, as?: string) =>
  catalog.call('POST', '/serial-bindings', asked, as === undefined ? {} : { as });
const backIssues = async (query = ''): Promise<BackIssueView[]> =>
  (await subscribing.ok<{ items: BackIssueView[] }>('GET', `/back-issues?${query}`)).items;
const codesOf = ({ status, body }: { readonly status: number; readonly body: never }): unknown[] => {
  const problem = body as { code: string; reasons?: { code: string }[] };
  return [status, problem.code, ...(problem.reasons ?? []).map(({ code }) => code)];
};
const printed = async (path: string): Promise<string[]> => {
  const answer = await fetch(`${catalog.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${catalog.librarian}` },
  });
  return (await answer.text()).replace('\ufeff', '').trimEnd().split('\r\n');
};

describe('newspapers', () => {
  it('[CAT-073, CAT-075] are bound by month: on the list once the month is over or complete, and copies with register lines and a place from then on', async () => {
    await clock.dayIs('2027-07-31');
    const july = await issuesOf(paper, '2027-07-01', '2027-07-31');
    await receive(july.slice(0, 30));
    expect(await runs('show=to-bind')).toEqual([]);
    await clock.dayIs('2027-08-01');
    expect(await runs('show=to-bind')).toMatchObject([
      { title: '中国少年报', month: 7, issues: 31, received: 30, missing: ['212'], endsOn: '2027-07-31', complete: false, ended: true },
    ]);
    const asked = { serialId: paper, year: 2027, month: 7, volumes: 2, locationId: store };
    expect(codesOf(await bind(asked))).toEqual([409, 'binding.refused', 'binding.incomplete']);
    await receive(july.slice(30));
    expect(await subscribing.ok('GET', '/registers/individual')).toMatchObject({ items: [] });
    expect(codesOf(await bind({ ...asked, volumes: 3 }))).toEqual([409, 'binding.refused', 'binding.too-few-copies']);
    const bound = await bind(asked);
    expect([bound.status, (bound.body as BindingAnswer).volumes]).toMatchObject([201, [
      { title: '中国少年报', volume: '2027年7月', accessionNumber: 1, callNumber: 'G219/1/2027年7月', location: '过刊室', status: 'reading-room', issues: 31, missing: 0, boundOn: '2027-08-01' },
      { accessionNumber: 2 },
    ]]);
    const copyId = (bound.body as BindingAnswer).volumes[0]?.copyId ?? '';
    expect(await subscribing.ok<CopyView>('GET', `/copies/${copyId}`)).toMatchObject({ kind: 'periodical', priceFen: 600, titleId: paper });
    const lines = await subscribing.ok<{ items: unknown[] }>('GET', '/registers/individual');
    expect(lines.items).toMatchObject([{ accessionNumber: 1, valueFen: 600 }, { accessionNumber: 2 }]);
    expect(codesOf(await bind(asked))).toEqual([409, 'binding.bound-already']);
    expect(await runs('show=to-bind')).toEqual([]);
    expect(await runs('show=bound')).toMatchObject([{ month: 7, volumes: 2, boundOn: '2027-08-01' }]);
    const receipt = (await issuesOf(paper, '2027-07-01', '2027-07-01'))[0]?.receiptId ?? '';
    expect(codesOf(await catalog.call('DELETE', `/serial-receipts/${receipt}`))).toEqual([409, 'receipt.bound']);
    expect(await printed('/serial-binding-runs?year=2027&show=bound&format=csv')).toEqual([
      '刊名,类型,年,月,应有期数,实有期数,缺期,期满,装订日期,合订本,缺期说明',
      '中国少年报,报纸,2027,7,31,31,,2027-07-31,2027-08-01,2,',
    ]);
  }); // prettier-ignore
});

describe('periodicals', () => {
  it('[CAT-074, CAT-075] are bound by year, complete or with a word why not, and are catalogued copies', async () => {
    await clock.dayIs('2027-12-31');
    const issues = await issuesOf(stories, '2027-01-01', '2027-12-31');
    await receive(issues.filter(({ label }) => label !== '3'));
    expect(await runs('show=to-bind&kind=periodical')).toEqual([]);
    await clock.dayIs('2028-01-01');
    expect(await runs('show=to-bind&kind=periodical')).toMatchObject([
      { month: 0, issues: 12, received: 11, missing: ['3'], complete: false, ended: true, volumes: 0 },
    ]);
    const asked = { serialId: stories, year: 2027, locationId: store };
    expect(codesOf(await bind(asked))).toEqual([409, 'binding.refused', 'binding.incomplete']);
    const bound = await bind({ ...asked, incompleteReason: '第3期缺，已退款' });
    expect((bound.body as BindingAnswer).volumes).toMatchObject([
      { volume: '2027年第1-12期', issues: 11, missing: 1, accessionNumber: 3, location: '过刊室' },
    ]);
    const none = await bind({ serialId: paper, year: 2027 });
    expect(codesOf(none)).toEqual([409, 'binding.refused', 'binding.nothing-received']);
    const foreign = await bind({ serialId: stories, year: 2027 }, catalog.otherLibrarian);
    expect(codesOf(foreign)).toEqual([409, 'binding.refused', 'binding.nothing-received']);
  }); // prettier-ignore

  it('are bound once, by whoever comes first, and where there is room', async () => {
    const june = await issuesOf(paper, '2027-06-01', '2027-06-30');
    await receive(june);
    const asked = { serialId: paper, year: 2027, month: 6 };
    expect(codesOf(await bind({ ...asked, locationId: store }))).toEqual([409, 'location.over-capacity', 'location.over-capacity']);
    const both = await Promise.all([bind(asked), bind(asked), bind(asked)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await backIssues(`serialId=${paper}`)).toHaveLength(3);
  }); // prettier-ignore
});

describe('the store of back issues', () => {
  it('[CAT-076] stands by class, and shows what is missing or in repair', async () => {
    const volumes = await backIssues();
    expect(volumes.map(({ callNumber }) => callNumber?.split('/')[0])).toEqual([
      'G219',
      'G219',
      'G219',
      'I28',
    ]);
    const [first] = volumes;
    await subscribing.ok('POST', '/repairs', { barcodes: [first?.barcode], damage: 'spine' });
    expect(await backIssues('status=repair')).toMatchObject([{ copyId: first?.copyId, status: 'repair' }]);
    expect(await backIssues('status=missing')).toEqual([]);
    expect((await printed('/back-issues?format=csv'))[0]).toBe(
      '索书号,刊名,类型,卷期,登录号,条码,馆藏地点,状态,期数,缺期,装订日期',
    );
  });
});
