import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { TermOpenedV1 } from '@shulian/contracts/readers';
import type { CalendarDay, ReaderId, SchoolClassId, TermId, TitleId } from '@shulian/contracts/ids';
import { newId } from '@shulian/service-kit';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import type { TeachingHoldingView, TeachingLineView, TeachingStockView } from './teaching-stock.http.js';

let catalog: CatalogForTests;
let guide: TitleId;
let chart: TitleId;
let algebra: TitleId;
const [spring, autumn] = [newId<TermId>(), newId<TermId>()];
const schoolClass = newId<SchoolClassId>();
const teacher = newId<ReaderId>();
const office = { kind: 'office', ref: '语文教研组' };

beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_teaching_stock'));
  for (const [termId, name, startsOn, endsOn] of [
    [spring, '2025—2026学年第二学期', '2026-03-02', '2026-07-03'],
    [autumn, '2026—2027学年第一学期', '2026-09-01', '2027-01-20'],
  ] as const)
    await catalog.hear(
      TermOpenedV1.announce(
        {
          termId, schoolId: catalog.schools[0], name, startsOn: startsOn as CalendarDay, endsOn: endsOn as CalendarDay,
        },
        1,
      ),
    ); // prettier-ignore
  await eventually(async () => expect(await catalog.sql('select 1 from known_term')).toHaveLength(2));
  const titled = async (title: string, kind: string): Promise<TitleId> =>
    ((await catalog.call('POST', '/titles', { title, kind, clc: 'G62' })).body as { id: TitleId }).id;
  guide = await titled('语文教师教学用书', 'teaching-book');
  chart = await titled('人体结构挂图', 'wall-chart');
  algebra = await titled('音乐（循环用书）', 'recyclable-textbook');
}, 60_000);
afterAll(() => catalog.end());

const enter = (lines: object[], more: object = {}, as = catalog.librarian) =>
  catalog.call('POST', '/teaching-lines', { termId: spring, lines, ...more }, { as });
const entered = async (lines: object[], more: object = {}): Promise<TeachingLineView[]> => {
  const { status, body } = await enter(lines, more);
  expect([status, body]).toMatchObject([201, {}]);
  return (body as { items: TeachingLineView[] }).items;
};
const reverse = (id: string | undefined, as = catalog.librarian) =>
  catalog.call('POST', `/teaching-lines/${id ?? ''}/reversal`, { note: '误登' }, { as });
const items = async <Item>(path: string): Promise<Item[]> => {
  const { status, body } = await catalog.call('GET', path);
  expect([status, body]).toMatchObject([200, {}]);
  return (body as { items: Item[] }).items;
};
const stockOf = async (titleId: string, query = ''): Promise<Partial<TeachingStockView> | undefined> => {
  const found = (await items<TeachingStockView>(`/teaching-stock?${query}`)).find(
    (line) => line.titleId === titleId,
  );
  if (found === undefined) return undefined;
  const { received, issued, recalled, lost, onHand, out } = found;
  return { received, issued, recalled, lost, onHand, out };
};
const printed = async (path: string): Promise<string> => {
  const reply = await fetch(`${catalog.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${catalog.librarian}` },
  });
  expect(reply.status).toBe(200);
  return reply.text();
};

describe('books for teaching', () => {
  it('[CAT-091] are catalogued and received before they are issued, and not one more goes out than came in', async () => {
    const early = await enter([{ titleId: guide, what: 'issued', quantity: 1, holder: office }], { termId: autumn });
    expect([early.status, early.body]).toMatchObject([409, { code: 'teaching-stock.not-enough' }]);
    const unknown = await enter([{ titleId: newId(), what: 'received', quantity: 1 }]);
    expect([unknown.status, unknown.body]).toMatchObject([422, { errors: [{ pointer: '/lines/0/titleId' }] }]);
    const { body: novel } = await catalog.call('POST', '/titles', { title: '小说' });
    const other = await enter([{ titleId: (novel as { id: string }).id, what: 'received', quantity: 1 }]);
    expect([other.status, other.body]).toMatchObject([409, { code: 'teaching-stock.other-kind' }]);

    const on = { termId: autumn, onDay: '2026-09-01' };
    await entered([{ titleId: guide, what: 'received', quantity: 30, note: '新华书店' }], on);
    await entered(
      [
        { titleId: guide, what: 'issued', quantity: 12, holder: office },
        { titleId: guide, what: 'issued', quantity: 1, holder: { kind: 'teacher', ref: teacher.toUpperCase() } },
      ],
      on,
    );
    expect(await stockOf(guide, `termId=${autumn}`)).toEqual({
      received: 30, issued: 13, recalled: 0, lost: 0, onHand: 17, out: 13,
    }); // prettier-ignore
    for (const [quantity, status] of [[18, 409], [17, 201]] as const)
      expect((await enter([{ titleId: guide, what: 'issued', quantity, holder: office }], on)).status).toBe(status);
    expect(await printed(`/teaching-lines?format=csv&termId=${autumn}&what=issued`)).toMatch(
      /2026-09-01,2026—2027学年第一学期,发放,语文教师教学用书,12,办公室,语文教研组/,
    );
  }); // prettier-ignore
});

describe('wall charts and recyclable books', () => {
  it('[CAT-092] are issued in March and recalled in June, lost ones counted, with the balance of each title and term', async () => {
    const march = { onDay: '2026-03-02' };
    await entered(
      [
        { titleId: chart, what: 'received', quantity: 4 },
        { titleId: algebra, what: 'received', quantity: 90 },
      ],
      march,
    );
    const holder = { kind: 'class', ref: schoolClass };
    await entered([{ titleId: algebra, what: 'issued', quantity: 45, holder }], march);
    await entered([{ titleId: chart, what: 'issued', quantity: 2, holder: office }], march);
    expect(
      (await items<TeachingHoldingView>('/teaching-holdings?holderKind=class')).map((line) => line),
    ).toMatchObject([
      { holder, titleId: algebra, title: '音乐（循环用书）', kind: 'recyclable-textbook', quantity: 45 },
    ]);
    const june = { onDay: '2026-06-29' };
    for (const [quantity, status] of [[46, 409], [44, 201]] as const)
      expect((await enter([{ titleId: algebra, what: 'recalled', quantity, holder }], june)).status).toBe(status);
    await entered([{ titleId: algebra, what: 'lost', quantity: 1, holder, note: '遗失' }], june);
    await entered([{ titleId: chart, what: 'lost', quantity: 1, note: '破损' }], june);
    expect(await stockOf(algebra, `termId=${spring}`)).toEqual({
      received: 90, issued: 45, recalled: 44, lost: 1, onHand: 89, out: 0,
    }); // prettier-ignore
    expect(await stockOf(chart)).toEqual({ received: 4, issued: 2, recalled: 0, lost: 1, onHand: 1, out: 2 });
    expect(await stockOf(algebra, `termId=${autumn}`)).toBeUndefined();
    // The next year gets the same copies.
    await entered([{ titleId: algebra, what: 'issued', quantity: 89, holder }], { termId: autumn, onDay: '2026-09-01' });
    expect(await stockOf(algebra)).toMatchObject({ received: 90, issued: 134, onHand: 0, out: 89 });

    const recalls = await printed('/teaching-lines?format=csv&from=2026-06-01&to=2026-06-30&what=recalled');
    expect(recalls.trim().split('\r\n').length).toBeGreaterThanOrEqual(1);
    expect(recalls).toMatch(/2026-06-29,.*,收回,音乐（循环用书）,44,班级/);
    expect(recalls).not.toContain('发放');
    expect(await printed('/teaching-holdings?format=csv')).toMatch(/办公室,语文教研组,.*人体结构挂图,教学挂图,2/);
    expect(await printed('/teaching-stock?format=csv')).toMatch(/人体结构挂图,教学挂图,4,2,0,1,1,2/);
  }); // prettier-ignore

  it('a line is taken back by a counter-line, once, and not when what it brought is gone', async () => {
    const [came] = await entered([{ titleId: chart, what: 'received', quantity: 5 }]);
    const before = await stockOf(chart);
    const both = await Promise.all([reverse(came?.id), reverse(came?.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const done = both.find(({ status }) => status === 201)?.body as unknown as TeachingLineView;
    expect(done).toMatchObject({ quantity: -5, counterOf: came?.id, note: '误登', what: 'received' });
    expect(await stockOf(chart)).toMatchObject({ onHand: (before?.onHand ?? 0) - 5 });
    expect((await reverse(done.id)).body).toMatchObject({ code: 'teaching-stock.already-reversed' });
    expect((await reverse(came?.id, catalog.otherLibrarian)).status).toBe(404);

    const [more] = await entered([{ titleId: chart, what: 'received', quantity: 1 }]);
    const [out] = await entered([{ titleId: chart, what: 'issued', quantity: 2, holder: office }]);
    expect((await reverse(more?.id)).body).toMatchObject({ code: 'teaching-stock.not-enough' });
    expect((await reverse(out?.id)).status).toBe(201);
    expect((await reverse(more?.id)).status).toBe(201);
  });

  it('many hands at once never issue more than there is, and a line without a holder is told', async () => {
    await entered([{ titleId: guide, what: 'received', quantity: 5 }]);
    const issue = () =>
      enter([{ titleId: guide, what: 'issued', quantity: 2, holder: { kind: 'office', ref: randomUUID() } }]);
    const tries = await Promise.all([issue(), issue(), issue(), issue()]);
    expect(tries.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409]);
    expect(await stockOf(guide)).toMatchObject({ onHand: 1 });
    const wrong = await enter([
      { titleId: guide, what: 'issued', quantity: 1 },
      { titleId: guide, what: 'received', quantity: 1, holder: office },
      { titleId: guide, what: 'recalled', quantity: 1, holder: { kind: 'class', ref: '三（2）班' } },
    ]);
    expect(wrong.body).toMatchObject({
      errors: [
        { pointer: '/lines/0/holder', code: 'is-defined' },
        { pointer: '/lines/1/holder', code: 'not-of-this-line' },
        { pointer: '/lines/2/holder/ref', code: 'is-uuid' },
      ],
    });
    for (const quantity of [0, 100_001])
      expect((await enter([{ titleId: guide, what: 'received', quantity }])).status).toBe(400);
    const elsewhere = await enter(
      [{ titleId: guide, what: 'received', quantity: 1 }],
      {},
      catalog.otherLibrarian,
    );
    expect([elsewhere.status, elsewhere.body]).toMatchObject([422, { errors: [{ pointer: '/termId' }] }]);
  });
});
