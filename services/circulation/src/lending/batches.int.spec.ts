import { AsyncLocalStorage } from 'node:async_hooks';
import type { Server } from 'node:http';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database } from '@shulian/service-kit';
import { TitleDescribedV1 } from '@shulian/contracts/catalog';
import type { TitleId } from '@shulian/contracts/ids';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Copy, type Pupil, type Reply } from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('batches');
  county = await CountyForTests.open(database.ownerUrl);
});
beforeEach(() => county.itIs('2026-10-12'));
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

type Item = {
  status: number;
  loan?: { id: string; status: string };
  next?: string;
  problem?: { code: string; reasons: { code: string }[] };
};
const send = (path: string, items: readonly object[], key?: string): Promise<Reply> =>
  county.ask('POST', `${path}/batch`, { items }, key === undefined ? {} : { key });
const itemsOf = (told: Reply): Item[] => {
  expect([told.status, told.body]).toEqual([200, expect.objectContaining({ items: expect.anything() })]);
  return told.body['items'] as Item[];
};
const back = (copies: readonly Copy[]): object[] => copies.map(({ barcode }) => ({ copyBarcode: barcode }));
const out = (copies: readonly Copy[], pupils: readonly Pupil[]): object[] =>
  copies.map(({ barcode }, n) => ({
    copyBarcode: barcode,
    cardNumber: pupils[n % pupils.length]?.cardNumber,
  }));
const pupilsOf = async (many: number): Promise<Pupil[]> => {
  const pupils: Pupil[] = [];
  for (let n = 0; n < many; n += 1) pupils.push(await county.enrol());
  return pupils;
};

/** Counts what goes to the database for requests that come while the work is done, and not what schedules ask meanwhile. */
async function tripsOf(work: () => Promise<unknown>): Promise<number> {
  const input = county.service.app.get(Database);
  const server: Server = county.service.app.getHttpServer();
  const [rows, inTransaction] = [input.rows.bind(input), input.inTransaction.bind(input)];
  const ofRequests = new AsyncLocalStorage<true>();
  const asRequest = (): void => ofRequests.enterWith(true);
  let trips = 0;
  const count = (many: number): void => {
    if (ofRequests.getStore() === true) trips += many;
  };
  const counted = {
    rows: (...given: Parameters<typeof rows>) => (count(1), rows(...given)),
    inTransaction: (...given: Parameters<typeof inTransaction>) => (count(3), inTransaction(...given)),
  };
  Object.assign(input, counted);
  server.prependListener('request', asRequest);
  try {
    await work();
  } finally {
    server.off('request', asRequest);
    Object.assign(input, { rows, inTransaction });
  }
  return trips;
}

describe('a pile of books', () => {
  it('[CIR-001] of a class of 45 comes back in one call and three trips at most, in the order of the pile', async () => {
    const copies = await county.accessionMany(45);
    const pupils = await pupilsOf(45);
    expect(itemsOf(await send('/checkouts', out(copies, pupils))).map(({ status }) => status)).toEqual(
      copies.map(() => 201),
    );
    let told: Reply | undefined;
    const trips = await tripsOf(async () => (told = await send('/returns', back(copies))));
    const items = itemsOf(told as Reply);
    expect(items.map(({ status, next, loan }) => [status, next, loan?.status])).toEqual(
      copies.map(() => [200, 'shelf', 'closed']),
    );
    // None would mean that nothing was counted.
    expect([1, 2, 3]).toContain(trips);
  });

  it('is lent under one key once, and pressed again gets the same answers; with another body it is a 422', async () => {
    const [copies, pupils, key] = [await county.accessionMany(3), await pupilsOf(3), randomUUID()];
    const [one, other] = await Promise.all([
      send('/checkouts', out(copies, pupils), key),
      send('/checkouts', out(copies, pupils), key),
    ]);
    const first = itemsOf(one);
    expect(itemsOf(other)).toEqual(first);
    expect(itemsOf(await send('/checkouts', out(copies, pupils), key))).toEqual(first);
    expect((await send('/checkouts', out(copies.toReversed(), pupils), key)).status).toBe(422);
    const returned = itemsOf(await send('/returns', back(copies), key));
    expect(itemsOf(await send('/returns', back(copies), key))).toEqual(returned);
    expect(returned.map(({ loan }) => loan?.id)).toEqual(first.map(({ loan }) => loan?.id));
  });

  it('is lent up to the limit of its reader, in its order; what is refused stops no other', async () => {
    const [copies, [pupil, another]] = [await county.accessionMany(6), await pupilsOf(2)];
    if (pupil === undefined || another === undefined) throw new Error('two were asked for');
    const unknown = { copyBarcode: `X${randomUUID().slice(0, 8)}`, cardNumber: another.cardNumber };
    const items = itemsOf(
      await send('/checkouts', [
        ...out(copies, [pupil]),
        unknown,
        ...out(await county.accessionMany(1), [another]),
      ]),
    );
    expect(items.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 409, 409, 201]);
    expect(items.map(({ problem }) => problem?.reasons.map(({ code }) => code)).slice(5, 7)).toEqual([
      ['reader.at-limit'],
      ['copy.unknown'],
    ]);
    expect(items[5]?.problem).toMatchObject({ code: 'checkout.refused', status: 409 });
  });

  it('twice in one pile is taken back once; the same book lent and wanted again is refused the second', async () => {
    const [copy] = await county.accessionMany(1);
    const [pupil, other] = await pupilsOf(2);
    if (copy === undefined || pupil === undefined || other === undefined) throw new Error('asked for');
    const lent = itemsOf(await send('/checkouts', [...out([copy], [pupil]), ...out([copy], [other])]));
    expect(lent.map(({ status }) => status)).toEqual([201, 409]);
    const returned = itemsOf(await send('/returns', back([copy, copy])));
    expect(returned.map(({ loan, next }) => [loan?.status, next])).toEqual([
      ['closed', 'shelf'],
      [undefined, 'shelf'],
    ]);
  });

  it('goes to those who wait, each copy to its hold', async () => {
    const copies = await county.accessionMany(3);
    const pupils = await pupilsOf(3);
    await send('/checkouts', out(copies, pupils));
    const waiting = await county.enrol();
    const hold = await county.ask('POST', '/holds', {
      titleId: copies[1]?.titleId,
      cardNumber: waiting.cardNumber,
    });
    expect([hold.status, hold.body]).toMatchObject([201, { readerId: waiting.readerId }]);
    expect(itemsOf(await send('/returns', back(copies))).map(({ next }) => next)).toEqual([
      'shelf',
      'hold',
      'shelf',
    ]);
  });

  it('is renewed by loan or by barcode; a book that is not on loan is said to be so', async () => {
    const copies = await county.accessionMany(3);
    const lent = itemsOf(await send('/checkouts', out(copies.slice(0, 2), await pupilsOf(2))));
    await county.itIs('2026-10-14');
    const items = itemsOf(await send('/renewals', [{ loanId: lent[0]?.loan?.id }, ...back(copies.slice(1))]));
    expect(items.map(({ status, loan }) => [status, loan?.id])).toEqual([
      [200, lent[0]?.loan?.id],
      [200, lent[1]?.loan?.id],
      [409, undefined],
    ]);
    expect(items[2]?.problem?.reasons).toMatchObject([{ code: 'copy.not-on-loan' }]);
  });

  it.each([
    ['nothing', 0, 400],
    ['a hundred', 100, 200],
    ['a hundred and one', 101, 400],
  ])('of %s is a %i', async (_, many, status) => {
    const [copy] = await county.accessionMany(1);
    const items = Array.from({ length: many }, () => ({ copyBarcode: copy?.barcode }));
    expect((await send('/returns', items)).status).toBe(status);
  });

  it('of which nothing is for the caller is refused as a whole', async () => {
    const stranger = await county.account({ role: 'librarian', schoolId: randomUUID() });
    const [copy] = await county.accessionMany(1);
    const input = { items: back(copy === undefined ? [] : [copy]), schoolId: county.schoolId };
    expect((await county.ask('POST', '/returns/batch', input, { as: stranger })).status).toBe(403);
    const renewal = { items: [{ loanId: randomUUID() }] };
    expect((await county.ask('POST', '/renewals/batch', renewal)).status).toBe(422);
  });
});

describe('an answer of the desk', () => {
  it('says what a person would read: title, barcode and call number, and whose the copy is', async () => {
    const titleId = randomUUID() as TitleId;
    const copy = await county.accession({ titleId, callNumber: 'I287.45/7' });
    const described = { titleId, title: '草房子', contributors: [], isbns: [], publisher: null };
    await county.tell(TitleDescribedV1.announce({ ...described, publishedYear: null, clc: null }, 1));
    const pupil = await county.enrol();
    const words = { title: '草房子', copyBarcode: copy.barcode, callNumber: 'I287.45/7' };
    const lent = await county.lend(copy, pupil);
    expect(lent.body['loan']).toMatchObject(words);
    const list = await county.ask('GET', `/loans?copyId=${copy.copyId}`);
    expect(list.body['items']).toMatchObject([words]);
    const again = await county.lend(copy, await county.enrol());
    expect(again.body['reasons']).toMatchObject([
      { code: 'copy.already-on-loan', facts: { borrowerKind: 'reader', borrowerId: pupil.readerId } },
    ]);
    const hold = await county.ask('POST', '/holds', { titleId, readerId: (await county.enrol()).readerId });
    expect(hold.body).toMatchObject({ title: '草房子', copyBarcode: null });
    const key = randomUUID();
    const lost = await county.ask('POST', '/losses', { copyBarcode: copy.barcode }, { key });
    expect(lost.body).toMatchObject({ loan: words, compensation: { ...words, priceFen: 2_500 } });
    const repeated = await county.ask('POST', '/losses', { copyBarcode: copy.barcode }, { key });
    expect([repeated.status, repeated.body]).toEqual([201, lost.body]);
    expect((await county.giveBack(copy)).body).toMatchObject({ loan: null, next: 'hold', ...words });
    const { id } = lost.body['compensation'] as { id: string };
    expect((await county.settle(id)).body).toMatchObject(words);
    expect((await county.ask('GET', `/holds/${String(hold.body['id'])}`)).body).toMatchObject(words);
  });

  it('tells a helper of another class that a copy is lent, and not to whom', async () => {
    const [copy, pupil] = [await county.accession(), await county.enrol()];
    await county.lend(copy, pupil);
    const other = await county.enrol({ classId: randomUUID() as never });
    const { schoolId } = county;
    const helper = await county.account({ role: 'class-helper', schoolId, classId: other.classId });
    const input = { copyBarcode: copy.barcode, cardNumber: other.cardNumber, schoolId };
    const told = await county.ask('POST', '/checkouts', input, { as: helper });
    expect(told.body['reasons']).toMatchObject([
      { code: 'copy.already-on-loan', facts: { toThisReader: false } },
    ]);
    expect(JSON.stringify(told.body)).not.toContain(pupil.readerId);
  });

  it('[CIR-017] lets the loan officer of a class borrow and return for classmates, and the loans keep by whom', async () => {
    const officer = await county.account({
      role: 'class-helper',
      schoolId: county.schoolId,
      classId: county.classId,
    });
    const classmates = [await county.enrol(), await county.enrol()];
    const stranger = await county.enrol({ classId: randomUUID() as never });
    const copies = [await county.accession(), await county.accession(), await county.accession()];
    const items = [...classmates, stranger].map(({ cardNumber }, at) => ({
      copyBarcode: copies[at]?.barcode,
      cardNumber,
    }));
    const { body: lent } = await county.ask('POST', '/checkouts/batch', { items }, { as: officer });
    expect((lent['items'] as { status: number }[]).map(({ status }) => status)).toEqual([201, 201, 403]);
    const { body: back } = await county.ask(
      'POST',
      '/returns/batch',
      { items: [{ copyBarcode: copies[0]?.barcode }] },
      { as: officer },
    );
    expect((back['items'] as { status: number }[]).map(({ status }) => status)).toEqual([200]);
    // The librarian, who watches over them, sees who stood there for whom.
    const { sub } = JSON.parse(Buffer.from(officer.split('.')[1] ?? '', 'base64url').toString()) as {
      sub: string;
    };
    for (const [at, { readerId }] of classmates.entries()) {
      const { body } = await county.ask('GET', `/loans?readerId=${readerId}`);
      expect(body['items']).toMatchObject([
        { readerId, desk: at === 0 ? { lentBy: sub, closedBy: sub } : { lentBy: sub } },
      ]);
    }
  });
});
