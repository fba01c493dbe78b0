import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, type Pupil, type Reply } from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('book_exchange');
  county = await CountyForTests.open(database.ownerUrl);
});
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const bring = async ({ readerId }: Pupil, title = '草房子'): Promise<string> => {
  const brought = await county.ask('POST', '/exchange-books', { readerId, title });
  expect([brought.status, brought.body['state']]).toEqual([201, 'offered']);
  return String(brought.body['id']);
};
const act = (id: string, what: string, body: object = {}, as?: string): Promise<Reply> =>
  county.ask('POST', `/exchange-books/${id}/${what}`, body, as === undefined ? {} : { as });
const good = async (pupil: Pupil, tickets: number, title?: string): Promise<string> => {
  const id = await bring(pupil, title);
  expect((await act(id, 'acceptance', { tickets })).body).toMatchObject({ state: 'there', tickets });
  return id;
};
const ticketsOf = async ({ readerId }: Pupil, as?: string): Promise<unknown> =>
  (await county.ask('GET', `/exchange-tickets/${readerId}`, undefined, as === undefined ? {} : { as })).body;
const codeOf = ({ status, body }: Reply): unknown => [status, body['code']];

describe('the exchange station for good books', () => {
  it('[CIR-073] gives tickets for a book that is found good, and books of others for tickets', async () => {
    const [one, other] = [await county.enrol(), await county.enrol()];
    const self = await county.account({ role: 'reader', readerId: one.readerId });
    await good(one, 2);
    expect(await ticketsOf(one, self)).toEqual({ readerId: one.readerId, tickets: 2, brought: 1, taken: 0 });
    const wanted = await good(other, 2, '城南旧事');
    const taken = await act(wanted, 'taking', { readerId: one.readerId });
    expect([taken.status, taken.body]).toMatchObject([
      200,
      { state: 'taken', taker: { id: one.readerId }, takenOn: '2026-10-12' },
    ]);
    expect(await ticketsOf(one, self)).toMatchObject({ tickets: 0, taken: 1 });
    expect(
      (await county.ask('GET', `/exchange-tickets/${other.readerId}`, undefined, { as: self })).status,
    ).toBe(404);
    expect(codeOf(await act(wanted, 'taking', { readerId: one.readerId }))).toEqual([
      409,
      'exchange-book.not-so',
    ]);
  });

  it('[CIR-073] gives no book for fewer tickets than it costs, however many are taken at once', async () => {
    const [one, other] = [await county.enrol(), await county.enrol()];
    await good(one, 3);
    const dear = await good(other, 4);
    expect(codeOf(await act(dear, 'taking', { readerId: one.readerId }))).toEqual([
      409,
      'exchange-book.too-few-tickets',
    ]);
    const books = [await good(other, 1), await good(other, 1), await good(other, 1), await good(other, 1)];
    const told = await Promise.all(books.map((id) => act(id, 'taking', { readerId: one.readerId })));
    expect(told.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 409]);
    expect(await ticketsOf(one)).toMatchObject({ tickets: 0, taken: 3 });
    expect((await act(dear, 'taking', { readerId: other.readerId })).status).toBe(422);
    expect((await act(dear, 'taking', { readerId: randomUUID() })).status).toBe(422);
  });

  it('[CIR-073] refuses a book with the reason, and takes back what was a mistake, with its tickets', async () => {
    const [one, other] = [await county.enrol(), await county.enrol()];
    const bad = await bring(one);
    expect((await act(bad, 'refusal')).status).toBe(400);
    expect((await act(bad, 'refusal', { why: '缺页' })).body).toMatchObject({
      state: 'refused',
      why: '缺页',
    });
    expect(codeOf(await act(bad, 'acceptance', { tickets: 1 }))).toEqual([409, 'exchange-book.not-so']);
    const own = await good(one, 2);
    const wanted = await good(other, 2);
    await act(wanted, 'taking', { readerId: one.readerId });
    expect(codeOf(await act(own, 'undoing'))).toEqual([409, 'exchange-book.too-few-tickets']);
    expect((await act(wanted, 'undoing')).body).toMatchObject({ state: 'there', taker: null });
    expect(await ticketsOf(one)).toMatchObject({ tickets: 2 });
    expect((await act(own, 'undoing')).body).toMatchObject({ state: 'withdrawn' });
    expect(await ticketsOf(one)).toMatchObject({ tickets: 0, brought: 0 });
    for (const tickets of [0, 11])
      expect((await act(await bring(one), 'acceptance', { tickets })).status).toBe(400);
  });

  it('[CIR-073] is listed by state and pupil, printed, and of the own school', async () => {
    const pupil = await county.enrol();
    const id = await good(pupil, 1, '格林童话');
    const list = await county.ask('GET', `/exchange-books?readerId=${pupil.readerId}&state=there`);
    expect(list.body['items']).toMatchObject([{ id, title: '格林童话', readerId: pupil.readerId }]);
    const path = `/exchange-books?readerId=${pupil.readerId}&format=csv`;
    const answer = await fetch(`${county.service.url}/api/v1${path}`, {
      headers: { authorization: `Bearer ${county.librarian}`, 'accept-language': 'zh' },
    });
    expect((await answer.text()).replace('\ufeff', '').trim().split('\r\n')).toEqual([
      '送来日期,题名,作者,换书券,状态,换走日期',
      '2026-10-12,格林童话,,1,可换,',
    ]);
    const foreign = await county.account({ role: 'librarian', schoolId: randomUUID() });
    expect((await act(id, 'undoing', {}, foreign)).status).toBe(404);
    expect((await county.ask('GET', '/exchange-books', undefined, { as: foreign })).body['items']).toEqual(
      [],
    );
  });
});
