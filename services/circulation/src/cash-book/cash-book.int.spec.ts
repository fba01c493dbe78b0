import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SchoolId } from '@shulian/contracts/ids';
import { freshDatabase, pdfTexts, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Copy, type Pupil, type Reply } from '../a-county.builder.js';
import type { WriteOffView } from '../write-offs/write-offs.http.js';
import type { CashEntered, CashLine, CashPeriodView } from './cash-book.http.js';

let database: FreshDatabase;
let county: CountyForTests;
let elsewhere: string;
let head: string;

beforeAll(async () => {
  database = await freshDatabase('cash_book');
  county = await CountyForTests.open(database.ownerUrl);
  const other = randomUUID() as SchoolId;
  await county.openSchool(other);
  elsewhere = await county.account({ role: 'librarian', schoolId: other });
  head = await county.account({ role: 'school-head', schoolId: county.schoolId });
});
beforeEach(() => county.itIs('2026-10-12'));
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

type Owed = { readonly pupil: Pupil; readonly copy: Copy; readonly id: string };
const owed = async (priceFen = 2_500): Promise<Owed> => {
  const [pupil, copy] = [await county.enrol(), await county.accession({ priceFen })];
  const { id } = (await county.lend(copy, pupil)).body['loan'] as { id: string };
  return { pupil, copy, id: ((await county.lose(id)).body['compensation'] as { id: string }).id };
};
const post = (path: string, body: object = {}, as?: string): Promise<Reply> =>
  county.ask('POST', path, body, as ? { as } : {});
const linesOf = async (query = ''): Promise<CashLine[]> =>
  (await county.ask('GET', `/cash-lines?limit=500&${query}`)).body['items'] as CashLine[];
const entered = ({ body }: Reply): CashEntered => body as unknown as CashEntered;

describe('the cash book of compensations', () => {
  it('[CIR-062] itemises every payment with its copy and whether it is struck, and balances to the fen', async () => {
    const [one, two] = [await owed(2_500), await owed(990)];
    await county.settle(one.id, 'paid', { note: '现金' });
    await Promise.all([
      county.settle(two.id, 'paid', { paidFen: 800 }),
      county.settle(two.id, 'paid', { paidFen: 800 }),
    ]);
    const lines = await linesOf();
    expect(lines).toMatchObject([
      {
        number: 1, enteredOn: '2026-10-12', kind: 'payment', inFen: 2_500, outFen: null, balanceFen: 2_500, compensationId: one.id,
        readerId: one.pupil.readerId, copyBarcode: one.copy.barcode, struck: false, note: '现金', period: null,
      },
      { number: 2, inFen: 800, balanceFen: 3_300, compensationId: two.id },
    ]); // prettier-ignore
    await county.withdraw(one.copy);
    expect((await linesOf('struck=true')).map(({ compensationId }) => compensationId)).toEqual([one.id]);
    expect((await linesOf('struck=false')).map(({ compensationId }) => compensationId)).toEqual([two.id]);

    // The second copy is found again: some of what was paid goes back, never more than there was.
    const refund = (amountFen?: number, as?: string): Promise<Reply> =>
      post(
        '/cash-lines/refunds',
        { compensationId: two.id, ...(amountFen === undefined ? {} : { amountFen }) },
        as,
      );
    expect((await refund(100, elsewhere)).status).toBe(422);
    expect(await refund(801)).toMatchObject({ status: 409, body: { code: 'refund.too-much' } });
    expect(entered(await refund(799))).toEqual({
      number: 3,
      kind: 'refund',
      amountFen: -799,
      balanceFen: 2_501,
    });
    const last = entered(await refund());
    expect(last).toMatchObject({ amountFen: -1, balanceFen: 2_500 });
    expect(await refund()).toMatchObject({ status: 409, body: { code: 'refund.too-much' } });
    // The last one was a mistake.
    const reverse = (number: number): Promise<Reply> => post('/cash-lines/reversals', { number });
    expect(entered(await reverse(last.number))).toMatchObject({ number: 5, amountFen: 1, balanceFen: 2_501 });
    expect(await reverse(last.number)).toMatchObject({ status: 409, body: { code: 'cash.not-reversible' } });
    expect(await reverse(1)).toMatchObject({ status: 409, body: { code: 'cash.not-reversible' } });
    expect((await reverse(99)).status).toBe(422);
    // A settlement that is taken back takes what is left of its payment with it.
    expect((await post(`/compensations/${two.id}/reopening`)).status).toBe(200);
    expect((await linesOf()).at(-1)).toMatchObject({
      number: 6,
      kind: 'payment-reversed',
      outFen: 1,
      balanceFen: 2_500,
    });

    const handOver = (amountFen: number): Promise<Reply> =>
      post('/cash-lines/handings-over', { amountFen, documentNumber: '收据 12' });
    expect(await handOver(2_501)).toMatchObject({ status: 409, body: { code: 'cash.not-enough' } });
    expect(entered(await handOver(2_000))).toMatchObject({ balanceFen: 500, amountFen: -2_000 });
    const all = await linesOf();
    expect(all.reduce((sum, { inFen, outFen }) => sum + (inFen ?? 0) - (outFen ?? 0), 0)).toBe(500);
    expect(all.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const answer = await fetch(`${county.service.url}/api/v1/cash-lines?format=pdf`, {
      headers: { authorization: `Bearer ${county.librarian}`, 'accept-language': 'zh' },
    });
    const paper = (await pdfTexts(Buffer.from(await answer.arrayBuffer()))).join('\n');
    for (const text of ['图书赔偿现金账', '25.00', '上缴', '经手人', '收据 12'])
      expect(paper).toContain(text);
    expect((await county.settle(two.id, 'waived')).status).toBe(200);
  });

  it('[CIR-062] closes a period when what was counted agrees with the book, or a note says why not', async () => {
    const close = (countedFen: number, note?: string, as?: string): Promise<Reply> =>
      post('/cash-periods', { countedFen, ...(note === undefined ? {} : { note }) }, as);
    expect(await close(499)).toMatchObject({ status: 409, body: { code: 'cash.count-differs' } });
    const first = (await close(500)).body as unknown as CashPeriodView;
    expect(first).toMatchObject({
      number: 1, firstLine: 1, lastLine: 7, openingFen: 0, inFen: 3_301, outFen: 2_801, closingFen: 500, countedFen: 500,
    }); // prettier-ignore
    expect(await close(500)).toMatchObject({ status: 409, body: { code: 'cash.nothing-to-close' } });
    const next = await owed(700);
    await county.settle(next.id);
    expect((await close(1_199, '少一分，已查')).body).toMatchObject({
      number: 2, firstLine: 8, lastLine: 8, openingFen: 500, inFen: 700, outFen: 0, closingFen: 1_200,
    }); // prettier-ignore
    expect(await linesOf('period=2')).toMatchObject([{ number: 8, period: 2 }]);
    const periods = (await county.ask('GET', '/cash-periods', undefined, { as: head })).body['items'];
    expect(periods).toMatchObject([{ number: 2, note: '少一分，已查' }, { number: 1 }]);
    expect((await post('/cash-periods/reopening')).status).toBe(204);
    expect((await linesOf()).map(({ period }) => period)).toEqual([1, 1, 1, 1, 1, 1, 1, null]);
    expect((await close(1_200)).body).toMatchObject({ number: 2, firstLine: 8 });
    expect(await post('/cash-periods/reopening', {}, elsewhere)).toMatchObject({
      status: 409,
      body: { code: 'cash.no-period' },
    });
    expect((await close(0, undefined, elsewhere)).status).toBe(409);
  });

  it('[CIR-062] is written off only with the approval of the head, who has not asked for it', async () => {
    const [poor, other] = [await owed(), await owed()];
    const ask = (compensationId: string, as?: string): Promise<Reply> =>
      post('/write-offs', { compensationId, reason: '家庭困难' }, as);
    const told = await ask(poor.id);
    expect(told).toMatchObject({
      status: 201,
      body: { state: 'asked', owedFen: 2_500, readerId: poor.pupil.readerId, reason: '家庭困难' },
    });
    expect(await ask(poor.id)).toMatchObject({ status: 409, body: { code: 'write-off.asked-already' } });
    expect((await ask(poor.id, elsewhere)).status).toBe(422);
    const { id } = told.body as unknown as WriteOffView;
    const decide = (of: string, decision: string, as: string): Promise<Reply> =>
      post(`/write-offs/${of}/decision`, { decision, note: '同意免赔' }, as);
    expect((await decide(id, 'approved', county.librarian)).status).toBe(403);
    const both = await county.account(
      { role: 'librarian', schoolId: county.schoolId },
      { role: 'school-head', schoolId: county.schoolId },
    );
    const own = (await ask(other.id, both)).body as unknown as WriteOffView;
    expect(await decide(own.id, 'approved', both)).toMatchObject({
      status: 409,
      body: { code: 'write-off.own' },
    });
    expect((await decide(own.id, 'declined', head)).body).toMatchObject({ state: 'declined' });
    expect((await county.ask('GET', `/compensations/${other.id}`)).body).toMatchObject({ status: 'owed' });
    const again = (await ask(other.id)).body as unknown as WriteOffView;
    expect((await post(`/write-offs/${again.id}/withdrawal`)).body).toMatchObject({ state: 'withdrawn' });
    expect((await decide(id, 'approved', head)).body).toMatchObject({
      state: 'approved',
      decisionNote: '同意免赔',
    });
    expect(await decide(id, 'declined', head)).toMatchObject({
      status: 409,
      body: { code: 'write-off.decided' },
    });
    expect((await county.ask('GET', `/compensations/${poor.id}`)).body).toMatchObject({ status: 'waived' });
    expect((await county.lend(await county.accession(), poor.pupil)).status).toBe(201);
    expect(await ask(poor.id)).toMatchObject({ status: 409, body: { code: 'write-off.not-owed' } });
    expect(
      (await county.ask('GET', '/write-offs?state=approved')).body['items'] as WriteOffView[],
    ).toMatchObject([{ id }]);
  });

  it('[CIR-062] goes by a written rule of the school, whose versions are kept', async () => {
    const put = (text: string, version?: number, as = head): Promise<Reply> =>
      county.ask(
        'PUT',
        '/compensation-rules',
        { text },
        { as, ...(version === undefined ? {} : { headers: { 'if-match': `"v${version}"` } }) },
      );
    expect((await county.ask('GET', '/compensation-rules')).status).toBe(404);
    expect((await put('一、丢失图书照价赔偿。')).body).toMatchObject({
      version: 1,
      effectiveOn: '2026-10-12',
    });
    expect((await put('二')).status).toBe(428);
    expect((await put('二', 9)).status).toBe(412);
    expect((await put('一、丢失照价赔偿。二、损坏由借阅人修补。', 1)).body).toMatchObject({ version: 2 });
    const teacher = await county.account({
      role: 'teacher',
      schoolId: county.schoolId,
      classId: county.classId,
    });
    const read = (query = ''): Promise<Reply> =>
      county.ask('GET', `/compensation-rules?${query}`, undefined, { as: teacher });
    expect((await read()).body).toMatchObject({
      version: 2,
      text: '一、丢失照价赔偿。二、损坏由借阅人修补。',
    });
    expect((await read('version=1')).body).toMatchObject({ text: '一、丢失图书照价赔偿。' });
    expect((await put('三', 2, teacher)).status).toBe(403);
  });
});
