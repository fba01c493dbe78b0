import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SchoolId, TermId } from '@shulian/contracts/ids';
import { TermOpenedV1 } from '@shulian/contracts/readers';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../../a-catalog.builder.js';
import { aClock } from '../a-clock.builder.js';
import { aSubscribing, type Subscribing } from '../a-subscription.builder.js';
import type { CheckedInAnswer } from '../check-in/issues.http.js';
import type {
  AllotmentView,
  PersonalDeliveryView,
  DistributionView,
  PersonalView,
  VacationView,
} from './distribution.http.js';

let catalog: CatalogForTests;
let subscribing: Subscribing;
let paper: string;
let stories: string;
let teacher: string;
let helper: string;
const schoolClass = randomUUID();
const otherClass = randomUUID();
const clock = aClock('2026-11-20');
beforeAll(async () => {
  const settings = { SHULIAN_CLOCK: clock.setting };
  catalog = await aCatalog(await freshDatabase('catalog_serial_distribution'), settings);
  subscribing = aSubscribing(catalog);
  const [schoolId] = catalog.schools;
  teacher = await catalog.signer.account({ role: 'teacher', schoolId, classId: schoolClass });
  helper = await catalog.signer.account({ role: 'class-helper', schoolId, classId: otherClass });
  const daily = { every: 'week', weekdays: [1, 2, 3, 4, 5, 6, 7] };
  paper = await subscribing.serial({ title: '教育报', kind: 'newspaper', postalCode: '1-10', pattern: daily });
  stories = await subscribing.serial({ title: '小学生作文', postalCode: '2-20' });
  await subscribing.approved(2027, [
    { serialId: paper, room: 'teachers', copies: 4 },
    { serialId: stories, room: 'pupils', copies: 2 },
  ]);
}, 60_000); // prettier-ignore
afterAll(() => catalog.end());

type Items<Item> = { readonly items: Item[] };
const list = async <Item>(path: string, as?: string): Promise<Item[]> =>
  (await subscribing.ok<Items<Item>>('GET', path, undefined, as)).items;
const printed = async (path: string): Promise<string[]> => {
  const answer = await fetch(`${catalog.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${catalog.librarian}` },
  });
  return (await answer.text()).replace('\ufeff', '').trimEnd().split('\r\n');
};
const put = (serialId: string, offices: readonly object[], as = catalog.librarian) =>
  catalog.call('PUT', '/serial-allotments', { year: 2027, serialId, offices }, { as });
const hand = (items: readonly object[], more: object = {}, as?: string): Promise<{ changed: number }> =>
  subscribing.ok('POST', '/serial-handouts', { items, ...more }, as);
const checkIn = (...codes: string[]): Promise<CheckedInAnswer> =>
  subscribing.ok('POST', '/serial-check-ins', { items: codes.map((code) => ({ code })) });
const codeOf = ({ status, body }: { readonly status: number; readonly body: never }): unknown => [
  status,
  (body as { code: string }).code,
];

describe('copies for the offices', () => {
  it('[CAT-069, CAT-070] are given by title, no more than there are, and each office has its register of what came and was handed out', async () => {
    expect(codeOf(await put(paper, [{ office: '校长室', copies: 3 }, { office: '语文组', copies: 2 }]))).toEqual([409, 'allotment.too-many']);
    expect((await put(paper, [{ office: '校长室', copies: 1 }, { office: '校长室', copies: 1 }])).status).toBe(400);
    expect((await put(paper, [{ office: '校长室', copies: 4 }])).body).toEqual({ subscribed: 4, allotted: 4, left: 0 });
    expect((await put(paper, [{ office: '校长室', copies: 1 }, { office: '语文组', copies: 2 }])).body).toEqual({ subscribed: 4, allotted: 3, left: 1 });
    await put(stories, [{ office: '语文组', copies: 1 }]);
    expect((await list<AllotmentView>('/serial-allotments?year=2027&office=语文组')).map(({ title, copies }) => [title, copies])).toEqual([
      ['教育报', 2], ['小学生作文', 1],
    ]);
    expect(await printed('/serial-allotments?year=2027&kind=newspaper&format=csv')).toEqual([
      '室,刊名,类型,年,份数', '校长室,教育报,报纸,2027,1', '语文组,教育报,报纸,2027,2',
    ]);
    await clock.dayIs('2027-03-01');
    await checkIn('1-10', '2-20');
    const today = await list<DistributionView>('/serial-distribution');
    expect(today.map(({ office, title, label, copies, handedOn }) => [office, title, label, copies, handedOn])).toEqual([
      ['校长室', '教育报', '60', 1, null], ['语文组', '教育报', '60', 2, null], ['语文组', '小学生作文', '3', 1, null],
    ]);
    const items = today.map(({ issueId, office }) => ({ issueId, office }));
    expect(await hand(items)).toEqual({ changed: 3 });
    expect(await hand([...items, { issueId: items[0]?.issueId, office: '数学组' }])).toEqual({ changed: 0 });
    expect(await hand(items.slice(0, 1), { undo: true })).toEqual({ changed: 1 });
    expect(await hand(items.slice(0, 1), { undo: true })).toEqual({ changed: 0 });
    const refused = await catalog.call('POST', '/serial-handouts', { items: items.slice(0, 1) }, { as: teacher });
    expect(refused.status).toBe(403);
    expect(await printed('/serial-distribution?from=2027-03-01&to=2027-03-31&office=语文组&format=csv')).toEqual([
      '到刊日期,室,刊名,类型,年,期,份数,发放日期,签收',
      '2027-03-01,语文组,教育报,报纸,2027,60,2,2027-03-01,',
      '2027-03-01,语文组,小学生作文,期刊,2027,3,1,2027-03-01,',
    ]);
    expect((await list('/serial-distribution?from=2027-03-01&to=2027-03-31', catalog.otherLibrarian))).toEqual([]);
  }); // prettier-ignore
});

describe('what readers have subscribed to themselves', () => {
  it('[CAT-071] comes with the school’s copies and is handed out by class the same day', async () => {
    await clock.dayIs('2027-04-01');
    const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
    const of = (readerId: string, classId: string | null, more: object = {}) => ({
      readerId, serialId: stories, startsOn: '2027-03-01', endsOn: '2027-07-31', ...(classId === null ? {} : { classId }), ...more,
    });
    const entered = await subscribing.ok<Items<PersonalView>>('POST', '/personal-subscriptions', {
      items: [of(first, schoolClass), of(second, otherClass, { copies: 2 }), of(third, null)],
    });
    expect(entered.items).toHaveLength(3);
    const wrong = async (more: object): Promise<number> =>
      (await catalog.call('POST', '/personal-subscriptions', { items: [of(first, null, more)] })).status;
    expect(await wrong({ endsOn: '2027-02-28' })).toBe(400);
    expect(await wrong({ endsOn: '2028-03-01' })).toBe(400);
    expect(await wrong({ serialId: first })).toBe(422);
    const arrived = await checkIn('2-20');
    expect(arrived.items[0]?.issue).toMatchObject({ label: '4', expected: 6, received: 6 });
    const piles = await list<PersonalDeliveryView>('/personal-deliveries');
    expect(piles.map(({ readerId }) => readerId).sort()).toEqual([first, second, third].sort());
    const [mine] = await list<PersonalDeliveryView>('/personal-deliveries', teacher);
    expect(await list('/personal-deliveries', teacher)).toHaveLength(1);
    expect(mine).toMatchObject({ readerId: first, classId: schoolClass, title: '小学生作文', label: '4', copies: 1, handedOn: null });
    const items = piles.map(({ issueId, subscriptionId }) => ({ issueId, subscriptionId }));
    const beyond = await catalog.call('POST', '/serial-handouts', { items }, { as: helper });
    expect(beyond.status).toBe(403);
    const theirs = piles.filter(({ classId }) => classId === otherClass);
    expect(await hand(theirs.map(({ issueId, subscriptionId }) => ({ issueId, subscriptionId })), {}, helper)).toEqual({ changed: 1 });
    expect(await list('/personal-deliveries?show=to-hand-out')).toHaveLength(2);
    expect(await hand(items)).toEqual({ changed: 2 });
    expect(await list('/personal-deliveries?show=to-hand-out')).toEqual([]);
    expect(await hand([{ issueId: mine?.issueId, subscriptionId: mine?.subscriptionId }], { undo: true }, teacher)).toEqual({ changed: 1 });
    expect(await list<PersonalDeliveryView>(`/personal-deliveries?show=handed-out&classId=${otherClass}`)).toMatchObject([{ readerId: second, copies: 2, handedOn: '2027-04-01' }]);
    expect(await hand(items, {}, catalog.otherLibrarian)).toEqual({ changed: 0 });
    expect(await printed('/personal-deliveries?format=csv').then(([head]) => head)).toBe('到刊日期,刊名,年,期,份数,发放日期,签收');
    const subscriptionId = entered.items.find(({ readerId }) => readerId === second)?.id ?? '';
    const end = (endsOn: string, as = catalog.librarian) =>
      catalog.call('POST', `/personal-subscriptions/${subscriptionId}/end`, { endsOn }, { as });
    expect(codeOf(await end('2027-03-31'))).toEqual([409, 'personal-subscription.handed-out-later']);
    expect((await end('2027-08-01')).status).toBe(400);
    expect((await end('2027-04-30', catalog.otherLibrarian)).status).toBe(404);
    expect((await end('2027-04-30')).body).toMatchObject({ endsOn: '2027-04-30' });
    expect(await list<PersonalView>(`/personal-subscriptions?classId=${otherClass}`)).toMatchObject([{ readerId: second, endsOn: '2027-04-30' }]);
    expect(await list('/personal-subscriptions', teacher)).toHaveLength(1);
  }); // prettier-ignore
});

describe('what came in the vacation', () => {
  it('[CAT-072] is worked off at the start of the term, from a list of what is not checked in, put out or handed out', async () => {
    const schoolId: SchoolId = catalog.schools[0];
    const term = (name: string, startsOn: string, endsOn: string): Promise<void> =>
      catalog.hear(
        TermOpenedV1.announce({ termId: randomUUID() as TermId, schoolId, name, startsOn, endsOn } as never, 1),
      );
    await term('2026-2027学年第二学期', '2027-02-20', '2027-07-02');
    await term('2027-2028学年第一学期', '2027-07-06', '2028-01-20');
    await clock.dayIs('2027-07-06');
    await eventually(async () => {
      expect(await list('/vacation-serials')).toHaveLength(3);
    });
    const open = await list<VacationView>('/vacation-serials');
    expect(open.map(({ title, dueOn, toHandOut }) => [title, dueOn, toHandOut])).toEqual([
      ['教育报', '2027-07-03', 2], ['教育报', '2027-07-04', 2], ['教育报', '2027-07-05', 2],
    ]);
    const arrived = await subscribing.ok<CheckedInAnswer>('POST', '/serial-check-ins', {
      items: open.map(({ issueId }) => ({ issueId })), displayed: true,
    });
    expect(arrived.checkedIn).toBe(3);
    const offices = ['校长室', '语文组'];
    await hand(open.slice(0, 2).flatMap(({ issueId }) => offices.map((office) => ({ issueId, office }))));
    expect(await list<VacationView>('/vacation-serials')).toMatchObject([{ dueOn: '2027-07-05', toHandOut: 2, receivedOn: '2027-07-06' }]);
    expect(await list('/vacation-serials?show=all')).toHaveLength(3);
    expect((await printed('/vacation-serials?format=csv'))).toEqual([
      '应到日期,刊名,类型,年,期,应到份数,登到日期,上架日期,待发',
      '2027-07-05,教育报,报纸,2027,186,4,2027-07-06,2027-07-06,2',
    ]);
  }); // prettier-ignore
});
