import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, pdfTexts, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type Answered, type ReadersForTests } from '../a-readers-service.builder.js';
import type { CardsOfReader } from '../cards/cards.http.js';
import type { ReaderView } from '../enrolment/readers.http.js';
import type { BatchesPage, BatchReadersPage, BatchView } from './card-production.http.js';

let database: FreshDatabase;
let readers: ReadersForTests;
let schoolId: string;
let librarian: string;
let teacher: string;
let otherLibrarian: string;
let classId: string;
let otherClass: string;
let pupils: ReaderView[];

beforeAll(async () => {
  database = await freshDatabase('readers_card_production');
  readers = await aReadersService(database.ownerUrl);
  const open = (code: string): Promise<{ id: string }> =>
    readers.done('POST', '/api/v1/schools', readers.admin, {
      code,
      name: `桃溪小学 ${code}`,
      kind: 'primary',
    });
  schoolId = (await open('A')).id;
  const other = (await open('B')).id;
  librarian = await readers.as({ role: 'librarian', schoolId });
  otherLibrarian = await readers.as({ role: 'librarian', schoolId: other });
  const openClass = async (classNo: number): Promise<string> => {
    const body = { schoolId, section: 'primary', entryYear: 2024, classNo };
    return (await readers.done<{ id: string }>('POST', '/api/v1/classes', readers.admin, body)).id;
  };
  [classId, otherClass] = [await openClass(1), await openClass(2)];
  teacher = await readers.as({ role: 'teacher', schoolId, classId });
  pupils = [];
  for (const name of ['王小明', '李雨桐', '阿依古丽·买买提']) {
    const body = { kind: 'student', name, classId };
    const reader = await readers.done<ReaderView>('POST', '/api/v1/readers', librarian, body);
    await readers.done('POST', '/api/v1/card-returns', librarian, { cardIds: [reader.cardId] });
    pupils.push(reader);
  }
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

const ask = <Body = Record<string, unknown>>(
  method: string,
  path: string,
  body?: unknown,
  as = librarian,
): Promise<Answered<Body>> => readers.ask(method, `/api/v1${path}`, as, body === undefined ? {} : { body });
const get = <Body>(path: string, as = librarian): Promise<Body> => readers.done('GET', `/api/v1${path}`, as);
const begin = (body: object = {}): Promise<BatchView> =>
  readers.done('POST', '/api/v1/card-batches', librarian, { classId, ...body });
const step = ({ id }: BatchView, name: string, body: object = {}): Promise<Answered<BatchView>> =>
  ask('POST', `/card-batches/${id}/steps`, { step: name, ...body });
const undo = ({ id }: BatchView): Promise<Answered<BatchView>> => ask('POST', `/card-batches/${id}/undoing`);
const rosterOf = async ({ id }: BatchView, as = librarian) =>
  (await get<BatchReadersPage>(`/card-batches/${id}/readers`, as)).items;
const codeOf = ({ status, body }: Answered<object>): unknown => [status, 'code' in body ? body.code : null];
const returnAll = async (batch: BatchView): Promise<void> => {
  const cardIds = (await rosterOf(batch)).flatMap(({ cardId, status }) =>
    status === 'active' ? [cardId] : [],
  );
  if (cardIds.length > 0) await ask('POST', '/card-returns', { cardIds });
};
const sheet = (body: object, as = librarian): Promise<Response> =>
  fetch(`${readers.url}/api/v1/reader-card-sheets`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${as}`,
      'content-type': 'application/json',
      'accept-language': 'zh',
    },
    body: JSON.stringify(body),
  });
const textsOf = async (body: object, as = librarian): Promise<string> => {
  const answer = await sheet(body, as);
  expect(answer.status).toBe(200);
  const pdf = Buffer.from(await answer.arrayBuffer());
  return (await pdfTexts(pdf)).join('\n');
};

describe('cards that are made for a class', () => {
  it('[RDR-006] go from the notice to the lamination, with numbers from the barcodes on and active from the entry', async () => {
    const batch = await begin();
    expect(batch).toMatchObject({ className: '三年级1班', step: 'notice', nextStep: 'roster', readers: 0 });
    const early = await step(batch, 'written');
    expect([codeOf(early), early.body]).toMatchObject([
      [409, 'card-batch.other-step'],
      { facts: { nextStep: 'roster' } },
    ]);
    expect((await step(batch, 'roster')).body).toMatchObject({ step: 'roster', readers: 3, cards: 0 });
    expect((await rosterOf(batch)).map(({ number }) => number)).toEqual([null, null, null]);
    expect((await step(batch, 'written')).status).toBe(200);
    expect((await step(batch, 'barcode')).status).toBe(200);
    const numbers = (await rosterOf(batch, teacher)).map(({ number }) => number);
    expect(numbers).toEqual([1, 2, 3].map(() => expect.stringMatching(/^R\d{7}$/)));
    expect((await get<ReaderView>(`/readers/${String(pupils[0]?.id)}`)).cardStatus).toBe('returned');
    expect((await step(batch, 'entered')).body).toMatchObject({ step: 'entered', readers: 3, cards: 3 });
    expect((await rosterOf(batch)).map(({ number, status }) => [number, status])).toEqual(
      numbers.map((number) => [number, 'active']),
    );
    expect(await get<ReaderView>(`/readers/${String(pupils[0]?.id)}`)).toMatchObject({
      cardStatus: 'active',
    });
    expect((await step(batch, 'laminated')).body).toMatchObject({ step: 'laminated', nextStep: null });
    const read = await get<BatchView>(`/card-batches/${batch.id}`, teacher);
    expect(read.steps.map(({ step: name, doneOn }) => [name, doneOn])).toEqual(
      ['notice', 'roster', 'written', 'barcode', 'entered', 'laminated'].map((name) => [name, '2026-10-12']),
    );
    expect((await get<BatchesPage>('/card-batches?open=true')).items).toEqual([]);
    await returnAll(batch);
  });

  it('[RDR-006] are undone step by step: without the entry the cards go back, and their numbers are never given again', async () => {
    const batch = await begin();
    expect(codeOf(await undo(batch))).toEqual([409, 'card-batch.only-notice']);
    await step(batch, 'roster', { without: [pupils[2]?.id] });
    expect((await undo(batch)).body).toMatchObject({ step: 'notice', readers: 0 });
    await step(batch, 'roster', { without: [pupils[2]?.id] });
    for (const name of ['written', 'barcode', 'entered']) expect((await step(batch, name)).status).toBe(200);
    const before = (await rosterOf(batch)).map(({ number }) => number);
    expect(codeOf(await ask('POST', `/card-batches/${batch.id}/cancellation`))).toEqual([
      409,
      'card-batch.entered',
    ]);
    expect((await undo(batch)).body).toMatchObject({
      step: 'written',
      nextStep: 'barcode',
      readers: 2,
      cards: 0,
    });
    const cards = await get<CardsOfReader>(`/readers/${String(pupils[0]?.id)}/cards`);
    expect(cards.items[0]).toMatchObject({ number: before[0], status: 'returned' });
    await step(batch, 'barcode');
    const after = (await rosterOf(batch)).map(({ number }) => number);
    expect(after.filter((number) => before.includes(number))).toEqual([]);
    expect((await ask('POST', `/card-batches/${batch.id}/cancellation`)).body).toMatchObject({
      cancelledOn: '2026-10-12',
      nextStep: null,
    });
    expect(codeOf(await step(batch, 'entered'))).toEqual([409, 'card-batch.cancelled']);
  });

  it('[RDR-006] are for those who applied, once the class teacher has confirmed the list', async () => {
    const window = await readers.done<{ id: string }>('POST', '/api/v1/card-windows', librarian, {
      kind: 'application',
    });
    const of = { windowId: window.id, classId };
    const applied = await ask('POST', '/card-applications', { ...of, readerIds: [pupils[1]?.id] }, teacher);
    expect(applied.status).toBe(200);
    const batch = await begin({ windowId: window.id });
    expect(codeOf(await step(batch, 'roster'))).toEqual([409, 'card-batch.list-not-confirmed']);
    await ask('POST', `/card-windows/${window.id}/confirmations`, { classId }, teacher);
    expect((await step(batch, 'roster')).body).toMatchObject({ readers: 1 });
    expect(await rosterOf(batch)).toMatchObject([{ readerId: pupils[1]?.id, name: '李雨桐' }]);
    expect(codeOf(await step(await begin({ classId: otherClass }), 'roster'))).toEqual([
      409,
      'card-batch.nobody',
    ]);
    expect((await ask('POST', '/card-batches', { classId }, otherLibrarian)).status).toBe(422);
    expect((await ask('GET', `/card-batches/${batch.id}`, undefined, otherLibrarian)).status).toBe(404);
    const mine = await get<BatchesPage>('/card-batches', teacher);
    expect(new Set(mine.items.map((one) => one.classId))).toEqual(new Set([classId]));
  });

  it('[RDR-006] are printed as cards, as barcodes to stick on, and as the roster of a class of small children', async () => {
    const batch = await begin();
    await step(batch, 'roster');
    await step(batch, 'written');
    expect((await sheet({ kind: 'label', batchId: batch.id })).status).toBe(409);
    await step(batch, 'barcode');
    const numbers = (await rosterOf(batch)).map(({ number }) => String(number));
    const labels = await textsOf({ kind: 'label', batchId: batch.id });
    for (const number of numbers) expect(labels).toContain(number);
    await step(batch, 'entered');
    const cards = await textsOf({ kind: 'card', readerIds: pupils.map(({ id }) => id) });
    for (const text of ['图书借阅证', '桃溪小学 A', '王小明', '三年级1班', ...numbers])
      expect(cards).toContain(text);
    const roster = await textsOf({ kind: 'class-roster', classId }, teacher);
    for (const text of ['班级借阅条码表', '3 人', '阿依古丽·买买提', ...numbers])
      expect(roster).toContain(text);
    expect((await sheet({ kind: 'class-roster', classId }, otherLibrarian)).status).toBe(422);
    expect((await sheet({ kind: 'class-roster', classId: otherClass })).status).toBe(409);
    expect((await sheet({ kind: 'card', classId, batchId: batch.id })).status).toBe(400);
    expect((await sheet({ kind: 'card', classId, startAt: 10 })).status).toBe(200);
    expect((await sheet({ kind: 'card', classId, startAt: 11 })).status).toBe(400);
    await returnAll(batch);
  });

  it('are entered once, though two desks do it at the same moment', async () => {
    const batch = await begin();
    for (const name of ['roster', 'written', 'barcode']) await step(batch, name);
    const both = await Promise.all([step(batch, 'entered'), step(batch, 'entered')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const counted = await readers.sql<{ n: number }>(
      `select count(*)::int as n from card c join card_batch_reader m on m.card_id = c.id where m.batch_id = $1`,
      [batch.id],
    );
    expect(counted).toEqual([{ n: 3 }]);
    await returnAll(batch);
  });
});
