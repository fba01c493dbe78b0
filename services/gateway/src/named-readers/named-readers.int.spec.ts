import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually, type ServiceForTests } from '@shulian/service-kit/testing';
import { freshDatabase, pdfTexts, type FreshDatabase } from '@shulian/test-kit';
import { aGateway } from '../a-gateway.builder.js';
import { Answering } from '../front-door/an-answering-service.builder.js';

const SCHOOL = '01940000-0000-7000-8000-000000000001';
const [MEI, BO] = ['01940000-0000-7000-8000-00000000000a', '01940000-0000-7000-8000-00000000000b'];
const named = { id: MEI, name: '梅小雨', cardNumber: 'R0000001', className: '三年级1班' };

let database: FreshDatabase;
let gateway: ServiceForTests;
let librarian: string;
let circulation: Answering;
let readers: Answering;

beforeAll(async () => {
  database = await freshDatabase('gateway_named_readers');
  [circulation, readers] = [new Answering(), new Answering()];
  gateway = await aGateway(database.ownerUrl, {
    circulation: await circulation.start(),
    readers: await readers.start(),
  });
  librarian = await gateway.signer.account({ role: 'librarian', schoolId: SCHOOL });
});
afterAll(async () => {
  await gateway?.stop();
  circulation?.stop();
  readers?.stop();
  await database?.drop();
});
beforeEach(() => {
  [circulation.input, readers.input] = [[], []];
  readers.at.clear();
  circulation.answer = {
    status: 200,
    body: {
      items: [{ readerId: MEI }, { readerId: BO }, { readerId: MEI }, { readerId: null }],
      nextCursor: null,
    },
  };
  readers.answer = {
    status: 200,
    body: { items: [{ ...named, version: 3, suspension: null }], nextCursor: null },
  };
});

const ask = async (
  path: string,
  init: RequestInit = {},
  as = librarian,
): Promise<{ status: number; headers: Headers; body: unknown }> => {
  const answer = await fetch(`${gateway.url}/api/v1/${path}`, {
    ...init,
    headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json' },
  });
  const told = await answer.text();
  return { status: answer.status, headers: answer.headers, body: told === '' ? null : JSON.parse(told) };
};

describe('an answer that names readers by id', () => {
  it('says who they are when asked to, by one question to readers with the token of who asks', async () => {
    const { status, headers, body } = await ask(
      `loans?schoolId=${SCHOOL}&include=reader&status=overdue&limit=500`,
    );
    expect([status, headers.get('etag')]).toEqual([200, '"v7"']);
    expect(body).toEqual({
      items: [
        { readerId: MEI, reader: named },
        { readerId: BO, reader: null },
        { readerId: MEI, reader: named },
        { readerId: null, reader: null },
      ],
      nextCursor: null,
    });
    expect(circulation.input).toMatchObject([
      { url: `/api/v1/loans?schoolId=${SCHOOL}&status=overdue&limit=500` },
    ]);
    expect(readers.input).toEqual([
      {
        method: 'POST',
        url: '/api/v1/readers/search',
        body: JSON.stringify({ readerIds: [MEI, BO] }),
        authorization: `Bearer ${librarian}`,
      },
    ]);
  });

  it('says it of a batch at a desk, too, whose body goes on as it came', async () => {
    circulation.answer = { status: 200, body: { items: [{ status: 201, loan: { readerId: MEI } }] } };
    const input = '{"items":  [{"copyBarcode":"B1","cardNumber":"R1"}]}';
    const { body } = await ask('checkouts/batch?include=reader', { method: 'POST', body: input });
    expect(body).toEqual({ items: [{ status: 201, loan: { readerId: MEI, reader: named } }] });
    expect(circulation.input).toMatchObject([{ url: '/api/v1/checkouts/batch', body: input }]);
  });

  it('comes as it is without the wish, of which readers hears nothing', async () => {
    expect((await ask('loans')).body).toEqual(circulation.answer?.body);
    expect(readers.input).toEqual([]);
  });

  it('asks readers nothing when it names nobody, and passes a refusal on', async () => {
    circulation.answer = { status: 200, body: { items: [], nextCursor: null } };
    expect((await ask('loans?include=reader')).body).toEqual({ items: [], nextCursor: null });
    circulation.answer = { status: 403, body: { code: 'permission.denied', readerId: MEI } };
    expect(await ask('loans?include=reader')).toMatchObject({ status: 403, body: circulation.answer.body });
    expect(readers.input).toEqual([]);
  });

  it('names readers to themselves, and nobody else to them', async () => {
    readers.answer = { status: 403, body: { code: 'permission.denied' } };
    readers.at.set(`/api/v1/readers/${MEI}`, { status: 200, body: { ...named, version: 3 } });
    const pupil = await gateway.signer.account({ role: 'reader', readerId: MEI });
    const { body } = await ask('loans?include=reader', {}, pupil);
    expect(body).toMatchObject({
      items: [{ reader: named }, { reader: null }, { reader: named }, { reader: null }],
    });
    expect(readers.input.map(({ url }) => url)).toEqual(['/api/v1/readers/search', `/api/v1/readers/${MEI}`]);
  });

  it('names nobody to who may see no reader', async () => {
    readers.answer = { status: 403, body: { code: 'permission.denied' } };
    const { body } = await ask('loans?include=reader');
    expect((body as { items: unknown[] }).items).toContainEqual({ readerId: MEI, reader: null });
    expect(body).not.toHaveProperty('missing');
  });

  it.each([
    ['fails', { status: 500, body: {} }],
    ['is busy', { status: 503, body: {} }],
    ['does not understand', { status: 400, body: {} }],
    ['hangs', null],
  ])('comes without names, and says so, when readers %s', async (_how, answer) => {
    readers.answer = answer;
    expect(await ask('loans?include=reader')).toMatchObject({
      status: 200,
      body: { ...(circulation.answer?.body as object), missing: ['readers'] },
    });
  });

  it('includes nothing else', async () => {
    for (const wrong of ['title', '', 'reader&include=reader', 'reader,title'])
      expect(await ask(`loans?include=${wrong}`)).toMatchObject({
        status: 400,
        body: {
          code: 'request.invalid',
          errors: [{ pointer: '?include', code: 'is-in', allowed: ['reader'] }],
        },
      });
    expect(circulation.input).toEqual([]);
    // Of what names no reader the service is asked as it was written, and knows no such parameter.
    await ask('lending-policies?include=reader');
    expect(circulation.input).toMatchObject([{ url: '/api/v1/lending-policies?include=reader' }]);
  });
});

describe('a list on paper that says whom it is about', () => {
  const head = {
    name: 'loans',
    title: '借阅清单',
    notes: ['实验小学'],
    language: 'zh',
    columns: [
      { key: 'borrower', title: '读者', type: 'who' },
      { key: 'title', title: '题名', type: 'text' },
      { key: 'owedFen', title: '应赔', type: 'fen' },
    ],
  };
  const lines = (rows: readonly object[]): string =>
    [head, ...rows].map((line) => `${JSON.stringify(line)}\n`).join('');
  const ofReader = (id: string, title: string) => ({ borrower: { kind: 'reader', id }, title, owedFen: 105 });
  const printed = (format: string, query = ''): Promise<Response> =>
    fetch(`${gateway.url}/api/v1/loans?format=${format}${query}`, {
      headers: { authorization: `Bearer ${librarian}` },
    });

  beforeEach(() => {
    circulation.answer = { status: 200, body: lines([ofReader(MEI, '书'), ofReader(BO, '=1+1')]) };
  });

  it('has names, cards and classes of those the caller may see, and asks for them once with their token', async () => {
    const answer = await printed('csv', `&schoolId=${SCHOOL}&include=reader`);
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="loans.csv"',
    ]);
    expect((await answer.text()).trimEnd().split('\r\n')).toEqual([
      '姓名,借书证号,班级,题名,应赔(元)',
      '梅小雨,R0000001,三年级1班,书,1.05',
      ",,,'=1+1,1.05",
    ]);
    expect(circulation.input).toMatchObject([{ url: `/api/v1/loans?schoolId=${SCHOOL}&format=lines` }]);
    expect(readers.input).toMatchObject([
      { url: '/api/v1/readers/search', authorization: `Bearer ${librarian}` },
    ]);
  });

  it('asks for five hundred readers at a time, and prints each line once', async () => {
    const idOf = (n: number): string => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}`;
    circulation.answer = {
      status: 200,
      body: lines(Array.from({ length: 1_001 }, (_, n) => ofReader(idOf(n), `书 ${String(n)}`))),
    };
    const told = (await (await printed('csv')).text()).trimEnd().split('\r\n');
    expect(told).toHaveLength(1_002);
    expect(new Set(told).size).toBe(1_002);
    expect(readers.input.map(({ body }) => (JSON.parse(body) as { readerIds: [] }).readerIds.length)).toEqual(
      [500, 500, 1],
    );
  });

  it('is paper and a workbook, too', async () => {
    const paper = await printed('pdf');
    const [page = ''] = await pdfTexts(new Uint8Array(await paper.arrayBuffer()));
    for (const text of ['借阅清单', '实验小学', '姓名', '梅小雨', '三年级1班', '1.05'])
      expect(page).toContain(text);
    const workbook = Buffer.from(await (await printed('xlsx')).arrayBuffer());
    expect(workbook.subarray(0, 2).toString()).toBe('PK');
  });

  it.each([
    ['fails', { status: 500, body: {} }],
    ['hangs', null],
  ])('comes without names, and says so, when readers %s', async (_how, answer) => {
    readers.answer = answer;
    const [page = ''] = await pdfTexts(new Uint8Array(await (await printed('pdf')).arrayBuffer()));
    expect(page).toContain('不含姓名');
    expect(page).not.toContain('梅小雨');
    expect(page).toContain('书');
  });

  it('is refused as the service refuses it', async () => {
    circulation.answer = { status: 403, body: { code: 'permission.denied' } };
    const answer = await printed('pdf');
    expect([answer.status, await answer.json()]).toEqual([403, { code: 'permission.denied' }]);
    expect(readers.input).toEqual([]);
  });

  it('is made a few at a time: places come back when nobody takes it, and after answers that are no list', async () => {
    circulation.answer = { status: 200, body: 'no list' };
    for (let n = 0; n < 5; n += 1) expect((await printed('csv')).status).toBe(500);
    circulation.answer = { status: 200, body: lines([ofReader(MEI, '书')]) };
    for (let n = 0; n < 5; n += 1) {
      const leaving = new AbortController();
      const answer = await fetch(`${gateway.url}/api/v1/loans?format=pdf`, {
        headers: { authorization: `Bearer ${librarian}` },
        signal: leaving.signal,
      });
      expect(answer.status).toBe(200);
      leaving.abort();
    }
    await eventually(async () => expect((await printed('csv')).status).toBe(200));
  });
});
