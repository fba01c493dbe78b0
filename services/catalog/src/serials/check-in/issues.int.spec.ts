import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../../a-catalog.builder.js';
import { aClock } from '../a-clock.builder.js';
import { aSubscribing, type Subscribing } from '../a-subscription.builder.js';
import type { MissingView, SerialYearView } from '../claims/claims.http.js';
import type { CheckedInAnswer, DayView, IssueView } from './issues.http.js';

let catalog: CatalogForTests;
let subscribing: Subscribing;
let paper: string;
let stories: string;
let vendorId: string;
const clock = aClock('2026-11-20');
beforeAll(async () => {
  const settings = { SHULIAN_CLOCK: clock.setting };
  catalog = await aCatalog(await freshDatabase('catalog_serial_issues'), settings);
  subscribing = aSubscribing(catalog);
  const daily = { every: 'week', weekdays: [1, 2, 3, 4, 5, 6, 7] };
  paper = await subscribing.serial({ title: '中国少年报', kind: 'newspaper', postalCode: '1-12', pattern: daily });
  stories = await subscribing.serial({
    title: '儿童文学', issn: '1005-4324', pattern: { every: 'month', days: [1], combined: [{ first: 7, last: 8 }] },
  });
  vendorId = (await subscribing.ok<{ id: string }>('POST', '/vendors', { name: '邮局' })).id;
  const round = await subscribing.approved(2027, [
    { serialId: paper, room: 'pupils', copies: 3, shelfOrder: 'A1' },
    { serialId: paper, room: 'teachers', copies: 1 },
    { serialId: stories, room: 'pupils', copies: 2 },
  ]);
  const { version } = await subscribing.ok<{ version: number }>('GET', `/subscription-rounds/${round}`);
  const { status } = await catalog.call('PATCH', `/subscription-rounds/${round}`, { vendorId }, {
    headers: { 'if-match': `"v${String(version)}"` },
  });
  expect(status).toBe(200);
}, 60_000); // prettier-ignore
afterAll(() => catalog.end());

const issuesOf = async (query: string, as?: string): Promise<IssueView[]> =>
  (await subscribing.ok<{ items: IssueView[] }>('GET', `/serial-issues?${query}`, undefined, as)).items;
const checkIn = (items: readonly object[], more: object = {}, as?: string): Promise<CheckedInAnswer> =>
  subscribing.ok('POST', '/serial-check-ins', { items, ...more }, as);
const codes = ({ items }: CheckedInAnswer): unknown[] =>
  items.map(({ issue, code }) => [issue?.label ?? null, code]);
const missing = async (query: string): Promise<MissingView[]> =>
  (await subscribing.ok<{ items: MissingView[] }>('GET', `/missing-issues?year=2027&${query}`)).items;
const printed = async (path: string): Promise<string[]> => {
  const answer = await fetch(`${catalog.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${catalog.librarian}` },
  });
  return (await answer.text()).replace('\ufeff', '').trimEnd().split('\r\n');
};
const codeOf = ({ status, body }: { readonly status: number; readonly body: never }): unknown => [
  status,
  (body as { code: string }).code,
];

describe('issues that come', () => {
  it('[CAT-064, CAT-081] are waited for by their pattern, checked in by scan or from the list, processed, and known by their place on the rack', async () => {
    await clock.dayIs('2027-07-02');
    expect((await issuesOf(`serialId=${stories}&from=2027-06-01&to=2027-09-30`)).map(({ label, dueOn }) => [label, dueOn])).toEqual([
      ['6', '2027-06-01'], ['7-8', '2027-07-01'], ['9', '2027-09-01'],
    ]);
    const answer = await checkIn([
      { code: '9771005432006' }, { code: '1-12' }, { code: '977000000100107' }, { code: '1-12', supplement: '增刊1', copies: 4 }, { code: '1-12' },
    ]);
    expect(answer.checkedIn).toBe(3);
    expect(codes(answer)).toEqual([
      ['7-8', null], ['183', null], [null, 'serial.unknown'], ['增刊1', null], ['183', 'issue.checked-in-already'],
    ]);
    expect(answer.items[1]?.issue).toMatchObject({ title: '中国少年报', expected: 4, received: 4, receivedOn: '2027-07-02', shelfOrder: 'A1' });
    const [picked] = await issuesOf(`serialId=${paper}&from=2027-07-01&to=2027-07-01`);
    const counted = await checkIn([{ issueId: picked?.id, copies: 3 }]);
    expect(counted.items[0]?.issue).toMatchObject({ label: '182', expected: 4, received: 3 });
    const again = await checkIn([{ issueId: picked?.id }]);
    expect([again.checkedIn, again.items[0]?.issue?.received]).toEqual([0, 3]);
    const more = await checkIn([{ issueId: picked?.id, copies: 4 }]);
    expect([more.checkedIn, more.items[0]?.issue?.received]).toEqual([0, 4]);
    const receiptId = more.items[0]?.issue?.receiptId ?? '';
    const step = (asked: object) => subscribing.ok('POST', '/serial-receipt-steps', { receiptIds: [receiptId], ...asked });
    expect(await step({ step: 'processed' })).toEqual({ changed: 1 });
    expect(await step({ step: 'processed' })).toEqual({ changed: 0 });
    expect((await issuesOf('show=not-processed')).map(({ label }) => label)).not.toContain('182');
    expect(await step({ step: 'processed', undo: true })).toEqual({ changed: 1 });
    expect((await issuesOf('show=not-processed')).map(({ label }) => label)).toContain('182');
    expect((await printed(`/serial-issues?serialId=${stories}&format=csv`))).toEqual([
      '应到日期,刊名,类型,邮发代号,年,期,应到份数,实到份数,登到日期,加工日期,上架日期,排架号',
      '2027-07-01,儿童文学,期刊,,2027,7-8,2,2,2027-07-02,,,',
    ]);
  }); // prettier-ignore

  it('[CAT-065, CAT-077] are put out the day they come, counted by day, and what was left over is listed', async () => {
    await clock.dayIs('2027-08-03');
    await checkIn([{ code: '1-12' }], { displayed: true });
    await clock.dayIs('2027-08-04');
    const late = await checkIn([{ code: '1-12' }]);
    await clock.dayIs('2027-08-05');
    const receipts = [late.items[0]?.issue?.receiptId];
    await subscribing.ok('POST', '/serial-receipt-steps', { step: 'displayed', receiptIds: receipts });
    const days = await subscribing.ok<{ items: DayView[] }>('GET', '/serial-days?from=2027-08-02&to=2027-08-05');
    expect(days.items).toEqual([
      { day: '2027-08-05', newspapersDue: 1, newspapersSameDay: 0, newspapersDisplayedSameDay: 0, newspapersReceived: 0, periodicalsReceived: 0, copiesReceived: 0, notCheckedIn: 1, notDisplayed: 0 },
      { day: '2027-08-04', newspapersDue: 1, newspapersSameDay: 1, newspapersDisplayedSameDay: 0, newspapersReceived: 1, periodicalsReceived: 0, copiesReceived: 4, notCheckedIn: 0, notDisplayed: 0 },
      { day: '2027-08-03', newspapersDue: 1, newspapersSameDay: 1, newspapersDisplayedSameDay: 1, newspapersReceived: 1, periodicalsReceived: 0, copiesReceived: 4, notCheckedIn: 0, notDisplayed: 0 },
      { day: '2027-08-02', newspapersDue: 1, newspapersSameDay: 0, newspapersDisplayedSameDay: 0, newspapersReceived: 0, periodicalsReceived: 0, copiesReceived: 0, notCheckedIn: 1, notDisplayed: 0 },
    ]);
    const leftOver = await issuesOf('kind=newspaper&show=not-checked-in&from=2027-08-02&to=2027-08-05');
    expect(leftOver.map(({ dueOn }) => dueOn)).toEqual(['2027-08-02', '2027-08-05']);
    expect((await issuesOf('show=not-displayed&from=2027-08-02')).map(({ dueOn }) => dueOn)).toEqual([]);
    expect((await printed('/serial-days?from=2027-08-03&to=2027-08-03&format=csv'))).toEqual([
      '日期,应到报纸,当日登到,当日上架,实到报纸,实到期刊,实到份数,未登到,未上架',
      '2027-08-03,1,1,1,1,0,4,0,0',
    ]);
  }); // prettier-ignore

  it('are waited for again when the check-in is taken back, and are of their school', async () => {
    const [issue] = await issuesOf(`serialId=${paper}&from=2027-08-02&to=2027-08-02`);
    const receipt = (await checkIn([{ issueId: issue?.id }])).items[0]?.issue?.receiptId ?? '';
    const undo = (as?: string) =>
      catalog.call('DELETE', `/serial-receipts/${receipt}`, undefined, as === undefined ? {} : { as });
    expect((await undo(catalog.otherLibrarian)).status).toBe(404);
    expect((await undo()).body).toMatchObject({ received: 0, receiptId: null, expected: 4 });
    expect((await undo()).status).toBe(404);
    const foreign = await checkIn([{ issueId: issue?.id }, { code: '1-12' }], {}, catalog.otherLibrarian);
    expect(codes(foreign)).toEqual([
      [null, 'serial.not-subscribed'],
      [null, 'serial.not-subscribed'],
    ]);
    expect(await issuesOf('', catalog.otherLibrarian)).toEqual([]);
  });

  it('are named one way, on a day that was', async () => {
    const ask = async (item: object, more: object = {}): Promise<number> =>
      (await catalog.call('POST', '/serial-check-ins', { items: [item], ...more })).status;
    expect(await ask({})).toBe(400);
    expect(await ask({ issueId: paper, code: '1-12' })).toBe(400);
    expect(await ask({ code: '1-12' }, { receivedOn: '2027-08-06' })).toBe(400);
    expect(await ask({ code: '1-12', copies: 0 })).toBe(400);
    expect(await ask({ code: '1-12' }, { receivedOn: '2027-08-05' })).toBe(200);
    const years = await catalog.call('GET', '/serial-issues?from=2027-01-01&to=2028-01-03');
    expect(years.status).toBe(400);
    expect((await catalog.call('GET', '/serial-issues?from=2027-01-01&to=2028-01-02')).status).toBe(200);
  });

  it('keep their list from going back to a draft', async () => {
    const { items } = await subscribing.ok<{ items: { id: string }[] }>(
      'GET',
      '/subscription-rounds?year=2027',
    );
    const revised = await catalog.call('POST', `/subscription-rounds/${items[0]?.id ?? ''}/revision`, {
      reason: '改',
    });
    expect(revised.body).toMatchObject({
      code: 'subscription.refused',
      reasons: [{ code: 'subscription.issues-arrived' }],
    });
  });
});

describe('issues that do not come', () => {
  it('[CAT-066] are in the register by themselves, claimed with dates, and replaced, refunded or given up', async () => {
    await clock.dayIs('2027-10-01');
    const of = (state: string) => missing(`state=${state}&limit=500`);
    const stolen = (await of('missing')).filter(({ serialId }) => serialId === stories);
    expect(stolen.map(({ label, copies }) => [label, copies])).toEqual([
      ['1', 2], ['2', 2], ['3', 2], ['4', 2], ['5', 2], ['6', 2],
    ]);
    await clock.dayIs('2027-10-02');
    const ninth = (await of('missing')).filter(({ serialId, label }) => serialId === stories && label === '9');
    expect(ninth).toMatchObject([{ dueOn: '2027-09-01', missingFrom: '2027-10-02' }]);
    const ids = stolen.slice(0, 4).map(({ issueId }) => issueId);
    const claim = (issueIds: readonly string[], more: object = {}) =>
      subscribing.ok('POST', '/missing-issue-claims', { issueIds, ...more });
    expect(await claim([...ids, paper], { note: '电话' })).toEqual({ claimed: 4, notMissing: [paper] });
    await clock.dayIs('2027-10-09');
    expect(await claim(ids.slice(0, 1))).toEqual({ claimed: 1, notMissing: [] });
    const claimed = await of('claimed');
    expect(claimed).toHaveLength(4);
    expect(claimed[0]).toMatchObject({
      label: '1', vendor: '邮局', claimedOn: '2027-10-02', lastClaimedOn: '2027-10-09', times: 2, note: '电话', copies: 2,
    });
    const end = (at: number, asked: object) =>
      catalog.call('POST', `/missing-issue-claims/${claimed[at]?.claimId ?? ''}/outcome`, asked);
    expect((await end(1, { outcome: 'refunded' })).status).toBe(400);
    expect((await end(1, { outcome: 'given-up', refundFen: 1 })).status).toBe(400);
    expect((await end(1, { outcome: 'refunded', refundFen: 2_000 })).body).toMatchObject({ state: 'refunded', endedOn: '2027-10-09', copies: 2 });
    expect(codeOf(await end(1, { outcome: 'given-up' }))).toEqual([409, 'claim.ended']);
    expect((await end(2, { outcome: 'given-up', note: '停刊' })).body).toMatchObject({ state: 'given-up', note: '停刊' });
    const reopen = await catalog.call('POST', `/missing-issue-claims/${claimed[2]?.claimId ?? ''}/reopening`);
    expect(reopen.body).toMatchObject({ state: 'claimed', endedOn: null });
    const receipt = (await checkIn([{ issueId: ids[0], copies: 1 }, { issueId: ids[3] }])).items.map(({ issue }) => issue?.receiptId);
    expect((await of('claimed')).map(({ label, copies }) => [label, copies])).toEqual([['1', 1], ['3', 2]]);
    expect((await of('replaced')).map(({ label, endedOn }) => [label, endedOn])).toEqual([['4', '2027-10-09']]);
    await subscribing.ok('DELETE', `/serial-receipts/${receipt[1] ?? ''}`);
    expect((await of('replaced'))).toEqual([]);
    const foreign = await catalog.call('POST', `/missing-issue-claims/${claimed[0]?.claimId ?? ''}/outcome`, { outcome: 'given-up' }, { as: catalog.otherLibrarian });
    expect(foreign.status).toBe(404);
    expect((await printed('/missing-issues?year=2027&state=refunded&format=csv'))).toEqual([
      '应到日期,刊名,类型,邮发代号,年,期,缺份数,处理,催询单位,催询日期,次数,了结日期,退款(元),备注',
      '2027-02-01,儿童文学,期刊,,2027,2,2,已退款,邮局,2027-10-02,1,2027-10-09,20,电话',
    ]);
  }); // prettier-ignore

  it('[CAT-068] are in the sums of the year, title by title', async () => {
    await clock.dayIs('2028-01-20');
    const { items } = await subscribing.ok<{ items: SerialYearView[] }>('GET', '/serial-years?year=2027&kind=newspaper');
    expect(items).toMatchObject([
      { title: '中国少年报', copies: 4, due: 365, received: 5, late: 0, missing: 360, claimed: 0, supplements: 1 },
    ]);
    expect((await printed('/serial-years?year=2027&kind=periodical&format=csv'))).toEqual([
      '刊名,类型,邮发代号,份数,应到期数,到齐期数,迟到,缺期,催询中,退款,不再补,增刊',
      '儿童文学,期刊,,2,11,1,1,10,3,1,0,0',
    ]);
  }); // prettier-ignore
});

describe('a serial that comes on other days from now on', () => {
  it('is waited for anew from tomorrow on, numbered on', async () => {
    await clock.dayIs('2028-06-30');
    const serialId = await subscribing.serial({ title: '学与玩' });
    await subscribing.approved(2028, [{ serialId, room: 'pupils', copies: 1 }]);
    const answer = await catalog.call('PATCH', `/serials/${serialId}`, { pattern: { every: 'month', days: [5, 20] } }, {
      headers: { 'if-match': '"v1"' },
    });
    expect(answer.status).toBe(200);
    const days = (await issuesOf(`serialId=${serialId}&from=2028-05-01&to=2028-12-31&limit=500`)).map(({ label, dueOn }) => `${label} ${dueOn}`);
    expect(days.slice(0, 4)).toEqual(['5 2028-05-01', '6 2028-06-01', '7 2028-07-05', '8 2028-07-20']);
    expect(days.at(-1)).toBe('18 2028-12-20');
  }); // prettier-ignore
});
