import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TermOpenedV1 } from '@shulian/contracts/readers';
import type { CalendarDay, TermId } from '@shulian/contracts/ids';
import { newId } from '@shulian/service-kit';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import type { CopyView } from '../accession/copies.http.js';
import type {
  BacklogView,
  LateLine,
  LeadTimeLine,
  QueueLine,
  RecordedStep,
  StepView,
} from './processing.http.js';

let catalog: CatalogForTests;
let head: string;
let titleId: string;
let today: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_processing'));
  head = await catalog.signer.account({ role: 'school-head', schoolId: catalog.schools[0] });
  titleId = await aTitle('I287.47');
  const [day] = await catalog.sql<{ today: string }>(
    `select (now() at time zone 'Asia/Shanghai')::date::text as today`,
  );
  today = day?.today ?? '';
}, 60_000);
afterAll(() => catalog.end());

const daysAgo = (days: number): string =>
  new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
const aTitle = async (clc: string | null): Promise<string> =>
  ((await catalog.call('POST', '/titles', { title: `书${clc ?? ''}`, clc })).body as { id: string }).id;
const unpacked = async (count: number, more: object = {}): Promise<CopyView[]> => {
  const copies: CopyView[] = [];
  for (let at = 0; at < count; at += 1)
    copies.push((await catalog.call('POST', '/copies', { titleId, status: 'processing', ...more })).body);
  return copies;
};
const barcodesOf = (copies: readonly CopyView[]): string[] => copies.map(({ barcode }) => barcode);
const step = (stage: string, copies: readonly CopyView[], more: object = {}, as = catalog.librarian) =>
  catalog.call('POST', '/processing-steps', { stage, barcodes: barcodesOf(copies), ...more }, { as });
const done = async (stage: string, copies: readonly CopyView[], more: object = {}): Promise<StepView> => {
  const { status, body } = await step(stage, copies, more);
  expect([status, body]).toMatchObject([201, {}]);
  return body;
};
const undo = (stage: string, copies: readonly CopyView[], as = catalog.librarian) =>
  catalog.call('POST', '/processing-steps/undo', { stage, barcodes: barcodesOf(copies) }, { as });
const reasonsOf = ({ body }: { body: unknown }): { code: string; facts: object }[] =>
  (body as { reasons: { code: string; facts: object }[] }).reasons;
const items = async <Line>(path: string, as = catalog.librarian): Promise<Line[]> => {
  const { status, body } = await catalog.call('GET', path, undefined, { as });
  expect([status, body]).toMatchObject([200, {}]);
  return (body as { items: Line[] }).items;
};
const copyNow = async ({ id }: CopyView): Promise<CopyView> =>
  (await catalog.call('GET', `/copies/${id}`)).body;
const csvOf = async (path: string): Promise<string[]> => {
  const reply = await fetch(`${catalog.url}/api/v1${path}${path.includes('?') ? '&' : '?'}format=csv`, {
    headers: { authorization: `Bearer ${catalog.librarian}` },
  });
  return (await reply.text()).replace('\ufeff', '').trim().split('\r\n');
};

describe('the way of a new book', () => {
  it('[CAT-022] goes through all stages in their order, each with who and when, and ends in lending', async () => {
    const [book] = await unpacked(1);
    if (book === undefined) throw new Error('no copy');
    for (const stage of [
      'received',
      'accepted',
      'stamped',
      'classified',
      'catalogued',
      'labelled',
      'shelved',
    ]) {
      const [line] = await items<QueueLine>('/processing-queue');
      expect(line).toMatchObject({
        barcode: book.barcode,
        nextStage: stage,
        title: '书I287.47',
        since: today,
        days: 0,
      });
      expect((await copyNow(book)).status).toBe('processing');
      expect(await done(stage, [book])).toEqual({ stage, on: today, volumes: 1, steps: 1, left: [] });
    }
    const { version } = await copyNow(book);
    await done('lendable', [book]);
    expect(await copyNow(book)).toMatchObject({ status: 'lendable', available: true, version: version + 1 });
    const events = await catalog.sql<{ state: string }>(
      `select payload->'data'->>'stockState' as state from outbox where key = $1 and type like '%copy.changed%'`,
      [book.id],
    );
    expect(events).toEqual([{ state: 'lendable' }]);

    const steps = await items<RecordedStep>(`/copies/${book.id}/processing-steps`, head);
    expect(steps.map(({ stage }) => stage)).toEqual([
      'received', 'accepted', 'stamped', 'accessioned', 'classified', 'catalogued', 'labelled', 'shelved', 'lendable',
    ]); // prettier-ignore
    for (const { on, by, undoneAt } of steps)
      expect([on, by, undoneAt]).toEqual([today, expect.any(String), null]);
    expect((await csvOf(`/copies/${book.id}/processing-steps`))[0]).toBe('环节,日期,经办,撤销时间,撤销人');
  });

  it('skips no stage, unless it is said that those before are done with it', async () => {
    const [book] = await unpacked(1);
    if (book === undefined) throw new Error('no copy');
    const early = await step('stamped', [book]);
    expect([early.status, early.body]).toMatchObject([
      409,
      {
        code: 'processing.step-refused',
        reasons: [{ code: 'processing.earlier-missing', facts: { copies: 1, barcode: book.barcode } }],
      },
    ]);
    expect(await done('stamped', [book], { withEarlier: true })).toMatchObject({ steps: 3 });
    expect(reasonsOf(await step('stamped', [book]))).toMatchObject([{ code: 'processing.done-already' }]);
    expect(reasonsOf(await step('classified', [book], { on: daysAgo(1) }))).toMatchObject([
      { code: 'processing.day-before-earlier' },
    ]);
    expect((await step('classified', [book], { on: daysAgo(-1) })).status).toBe(400);
    await done('lendable', [book], { withEarlier: true });
    expect(reasonsOf(await step('received', [book]))).toMatchObject([
      { code: 'processing.not-in-processing' },
    ]);
    const [unclassed] = await unpacked(1, { titleId: await aTitle(null) });
    if (unclassed === undefined) throw new Error('no copy');
    expect(reasonsOf(await step('labelled', [unclassed], { withEarlier: true }))).toMatchObject([
      { code: 'processing.no-class' },
    ]);
    await done('stamped', [unclassed], { withEarlier: true });
    await undo('stamped', [unclassed]);
  });

  it('[CAT-024] has the stamp of its owner recorded for each book and each bound volume of a periodical', async () => {
    const books = [
      ...(await unpacked(1)),
      ...(await unpacked(1, { kind: 'periodical', volume: '2026年上' })),
    ];
    await done('stamped', books, { withEarlier: true });
    for (const { id } of books)
      expect(
        (await items<RecordedStep>(`/copies/${id}/processing-steps`)).map(({ stage }) => stage),
      ).toContain('stamped');
    expect(
      (await items<BacklogView>('/processing-backlog')).find(({ stage }) => stage === 'stamped')?.doneLately,
    ).toBeGreaterThanOrEqual(2);
    await done('lendable', books, { withEarlier: true });
  });

  it('is taken back step by step, the last one first; a reference book goes to the reading room and back', async () => {
    const [book] = await unpacked(1, { kind: 'reference' });
    if (book === undefined) throw new Error('no copy');
    await done('lendable', [book], { withEarlier: true });
    expect((await copyNow(book)).status).toBe('reading-room');
    const early = await undo('shelved', [book]);
    expect([early.status, early.body]).toMatchObject([
      409,
      { code: 'processing.undo-refused', reasons: [{ code: 'processing.not-last-step' }] },
    ]);
    expect((await undo('lendable', [book])).status).toBe(200);
    expect((await copyNow(book)).status).toBe('processing');
    expect((await undo('shelved', [book])).status).toBe(200);
    await done('shelved', [book]);
    const steps = await items<RecordedStep>(`/copies/${book.id}/processing-steps`);
    expect(steps.filter(({ stage }) => stage === 'shelved').map(({ undoneBy }) => undoneBy !== null)).toEqual(
      [true, false],
    );
    await done('lendable', [book]);
    const { version } = await copyNow(book);
    await catalog.call(
      'PATCH',
      `/copies/${book.id}`,
      { status: 'repair' },
      { headers: { 'if-match': `"v${String(version)}"` } },
    );
    expect(reasonsOf(await undo('lendable', [book]))).toMatchObject([{ code: 'processing.changed-since' }]);
  });

  it('is done once, however many say it at the same moment', async () => {
    const books = await unpacked(3);
    const tries = await Promise.all(Array.from({ length: 5 }, () => step('received', books)));
    expect(tries.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    const undone = await Promise.all(Array.from({ length: 3 }, () => undo('received', books)));
    expect(undone.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    await done('lendable', books, { withEarlier: true });
  });
});

describe('a batch', () => {
  it('[CAT-033] is lent in part while the rest still waits', async () => {
    const books = await unpacked(4);
    const [first, second] = books;
    if (first === undefined || second === undefined) throw new Error('no copies');
    await done('shelved', [first, second], { withEarlier: true });
    const all = { fromNumber: first.accessionNumber, toNumber: books.at(-1)?.accessionNumber };
    const refused = await catalog.call('POST', '/processing-steps', { stage: 'lendable', ...all });
    expect(refused.status).toBe(409);
    expect((await copyNow(first)).status).toBe('processing');
    const { body } = await catalog.call('POST', '/processing-steps', {
      stage: 'lendable',
      ...all,
      onlyReady: true,
    });
    expect(body).toMatchObject({
      volumes: 2,
      steps: 2,
      left: [{ code: 'processing.earlier-missing', facts: { copies: 2 } }],
    });
    expect((await Promise.all(books.map(copyNow))).map(({ status }) => status)).toEqual([
      'lendable', 'lendable', 'processing', 'processing',
    ]); // prettier-ignore
    await done('lendable', books.slice(2), { withEarlier: true });
  });

  it('of a thousand goes in one request, and one more does not', async () => {
    await catalog.call('POST', '/copies', { titleId, status: 'processing' });
    await catalog.sql(
      `insert into copy (id, title_id, school_id, barcode, accession_number, kind, stock_state, accessioned_on, clc)
       select gen_random_uuid(), $1, $2, 'M' || n, 10000 + n, 'book', 'processing', current_date, 'I2' from generate_series(1, 1001) n`,
      [titleId, catalog.schools[0]],
    );
    const many = await catalog.call('POST', '/processing-steps', {
      stage: 'received',
      fromNumber: 10_001,
      toNumber: 11_001,
    });
    expect([many.status, many.body]).toMatchObject([400, { code: 'processing.too-many' }]);
    const { status, body } = await catalog.call('POST', '/processing-steps', {
      stage: 'received',
      fromNumber: 10_001,
      toNumber: 11_000,
    });
    expect([status, body]).toMatchObject([201, { volumes: 1_000 }]);
    const rest = await catalog.call('POST', '/processing-steps', {
      stage: 'lendable',
      fromNumber: 10_001,
      toNumber: 11_000,
      withEarlier: true,
    });
    expect(rest.body).toMatchObject({ volumes: 1_000, steps: 7_000 });
    await catalog.sql(`update copy set stock_state = 'missing' where stock_state = 'processing'`);
  }, 60_000);
});

describe('what waits', () => {
  it('[CAT-031] is a queue by stage and a backlog with volumes a day and days to go', async () => {
    await catalog.sql('delete from processing_step');
    const books = await unpacked(6);
    const [first, second] = books;
    if (first === undefined || second === undefined) throw new Error('no copies');
    await done('received', books, { on: daysAgo(15) });
    await done('accepted', [first, second], { on: daysAgo(13) });
    await done('stamped', [first]);
    const queue = await items<QueueLine>('/processing-queue?stage=accepted&limit=3');
    expect(queue.map(({ barcode }) => barcode)).toEqual(barcodesOf(books.slice(2, 5)));
    expect(queue[0]).toMatchObject({
      lastStage: 'received',
      lastOn: daysAgo(15),
      nextStage: 'accepted',
      since: daysAgo(15),
      days: 15,
    });
    const backlog = await items<BacklogView>('/processing-backlog', head);
    expect(
      backlog.map(({ stage, waiting, toDo, doneLately, perDay, daysToGo }) => [
        stage,
        waiting,
        toDo,
        doneLately,
        perDay,
        daysToGo,
      ]),
    ).toMatchObject([
      ['received', 0, 0, 0, 0, 0],
      ['accepted', 4, 4, 2, 0.1, 28],
      ['stamped', 1, 5, 1, 0.1, 70],
      ['accessioned', 0, 5, expect.any(Number), expect.any(Number), expect.any(Number)],
      ['classified', 1, 6, 0, 0, null],
      ['catalogued', 0, 6, 0, 0, null],
      ['labelled', 0, 6, 0, 0, null],
      ['shelved', 0, 6, 0, 0, null],
      ['lendable', 0, 6, 0, 0, null],
    ]);
    expect((await csvOf('/processing-backlog'))[0]).toBe(
      '环节,待办册数,累计待办,近14天完成,日均册数,预计天数',
    );
    expect(await csvOf('/processing-queue?stage=accepted')).toHaveLength(5);
  });

  it('[CAT-034] tells how long it took from receipt to the shelf, and how long the rest has waited', async () => {
    const [, second, third] = await items<QueueLine>('/processing-queue');
    const shelve = (line: QueueLine | undefined, on: string) =>
      catalog.call('POST', '/processing-steps', {
        stage: 'shelved',
        barcodes: [line?.barcode],
        on,
        withEarlier: true,
      });
    expect((await shelve(second, daysAgo(5))).status).toBe(201);
    expect((await shelve(third, daysAgo(1))).status).toBe(201);
    expect(await items<LeadTimeLine>(`/processing-lead-times?from=${daysAgo(20)}`, head)).toEqual([
      {
        receivedOn: daysAgo(15),
        volumes: 6,
        shelved: 2,
        averageDays: 12,
        medianDays: 10,
        longestDays: 14,
        waitingDays: 15,
      },
    ]);
    expect(await items<LeadTimeLine>(`/processing-lead-times?to=${daysAgo(16)}`)).toEqual([]);
    expect((await csvOf('/processing-lead-times'))[0]).toBe(
      '到书日期,册数,已上架,平均天数,中位天数,最长天数,未上架已等',
    );
  });

  it('[CAT-023] is warned of before the end of the term, which the catalogue knows', async () => {
    expect((await catalog.call('GET', '/processing-late')).status).toBe(400);
    const schoolId = catalog.schools[0];
    const term = {
      termId: newId<TermId>(),
      schoolId,
      name: '第一学期',
      startsOn: daysAgo(60) as CalendarDay,
    };
    await catalog.hear(TermOpenedV1.announce({ ...term, endsOn: daysAgo(-10) as CalendarDay }, 1));
    await eventually(async () => {
      const late = await items<LateLine>('/processing-late', head);
      expect(late).toHaveLength(6);
      expect(late[0]).toMatchObject({
        dueOn: daysAgo(-10),
        daysLeft: 10,
        nextStage: 'classified',
        since: daysAgo(15),
      });
    });
    expect(await items<LateLine>(`/processing-late?by=${daysAgo(16)}`)).toEqual([]);
    expect((await items<LateLine>(`/processing-late?by=${daysAgo(15)}`))[0]).toMatchObject({ daysLeft: -15 });
    const [lines] = await csvOf('/processing-late');
    expect(lines).toBe('登录号,条码,题名,索书号,已完成,完成日期,待办,到书日期,天数,限期,剩余天数');
    expect(
      (await catalog.call('GET', '/processing-late', undefined, { as: catalog.otherLibrarian })).status,
    ).toBe(400);
  });

  it('is seen and worked on by the own school only', async () => {
    const [line] = await items<QueueLine>('/processing-queue');
    const as = catalog.otherLibrarian;
    const body = { stage: 'classified', barcodes: [line?.barcode] };
    const foreign = await catalog.call('POST', '/processing-steps', body, { as });
    const unknown = await catalog.call(
      'POST',
      '/processing-steps',
      { ...body, barcodes: ['NOBODYS'] },
      { as },
    );
    expect([foreign.status, foreign.body]).toMatchObject([409, { code: 'processing.unknown-barcodes' }]);
    expect([unknown.status, unknown.body]).toMatchObject([409, { code: 'processing.unknown-barcodes' }]);
    expect(
      (await catalog.call('POST', '/processing-steps', { ...body, schoolId: catalog.schools[0] }, { as }))
        .status,
    ).toBe(403);
    for (const id of [line?.copyId ?? '', newId()])
      expect((await catalog.call('GET', `/copies/${id}/processing-steps`, undefined, { as })).status).toBe(
        404,
      );
    expect((await catalog.call('POST', '/processing-steps', body, { as: head })).status).toBe(403);
    expect(
      (await catalog.call('GET', `/processing-queue?schoolId=${catalog.schools[0]}`, undefined, { as }))
        .status,
    ).toBe(403);
  });

  it.each([
    {},
    { stage: 'accessioned', barcodes: ['X'] },
    { stage: 'received' },
    { stage: 'received', barcodes: [] },
    { stage: 'received', barcodes: ['X'], on: '2026-02-30' },
    { stage: 'received', importId: 'mine' },
    { stage: 'received', fromNumber: 0 },
  ])('is not understood from %j', async (input) => {
    expect((await catalog.call('POST', '/processing-steps', input)).status).toBe(400);
  });
});
