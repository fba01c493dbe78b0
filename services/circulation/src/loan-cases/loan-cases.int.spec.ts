import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TermOpenedV1 } from '@shulian/contracts/readers';
import type { SchoolId, TermId } from '@shulian/contracts/ids';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import {
  CountyForTests,
  day,
  disagreements,
  type Copy,
  type Pupil,
  type Reply,
} from '../a-county.builder.js';
import type { MeritCandidate, SuggestionView } from '../merit-suggestions/merit.http.js';
import { CountStock } from './count-stock.use-case.js';
import type { CaseView, OverdueCase, TermFigures } from './loan-cases.http.js';

let database: FreshDatabase;
let county: CountyForTests;
let elsewhere: string;
let teacher: string;
let head: string;

beforeAll(async () => {
  database = await freshDatabase('loan_cases');
  county = await CountyForTests.open(database.ownerUrl);
  const { schoolId, classId } = county;
  const other = randomUUID() as SchoolId;
  await county.openSchool(other);
  elsewhere = await county.account({ role: 'librarian', schoolId: other });
  teacher = await county.account({ role: 'teacher', schoolId, classId });
  head = await county.account({ role: 'school-head', schoolId });
  await county.tell(
    TermOpenedV1.announce(
      {
        termId: randomUUID() as TermId,
        schoolId,
        name: '2027 spring',
        startsOn: day('2027-02-22'),
        endsOn: day('2027-07-09'),
      },
      county.next(`calendar ${schoolId}`),
    ),
  );
});
beforeEach(() => county.itIs('2026-10-12'));
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

type Lent = { readonly pupil: Pupil; readonly copy: Copy; readonly loanId: string };
const lent = async (): Promise<Lent> => {
  const [pupil, copy] = [await county.enrol(), await county.accession()];
  const { id } = (await county.lend(copy, pupil)).body['loan'] as { id: string };
  return { pupil, copy, loanId: id };
};
const itemsOf = <Item>(told: Reply): Item[] => told.body['items'] as Item[];
const post = (path: string, body: object = {}, as?: string): Promise<Reply> =>
  county.ask('POST', path, body, as ? { as } : {});
const opened = async (body: object, as?: string): Promise<CaseView> => {
  const told = await post('/loan-cases', body, as);
  expect(told.status).toBe(201);
  return told.body as unknown as CaseView;
};
const end = (id: string, outcome: string, more: object = {}, as?: string): Promise<Reply> =>
  post(`/loan-cases/${id}/ending`, { outcome, ...more }, as);
const damage = (loanId: string) => ({ loanId, kind: 'damage', damage: 'torn', mendBy: '2026-10-19' });

describe('a damaged copy', () => {
  it('[CIR-061] is mended by who has it and inspected, or treated as a loss', async () => {
    const [mended, hopeless] = [await lent(), await lent()];
    const one = await opened(damage(mended.loanId), teacher);
    expect(one).toMatchObject({
      state: 'open', damage: 'torn', mendBy: '2026-10-19', readerId: mended.pupil.readerId, classId: county.classId, copyBarcode: mended.copy.barcode,
    }); // prettier-ignore
    expect(await post('/loan-cases', damage(mended.loanId))).toMatchObject({
      status: 409,
      body: { code: 'loan-case.open-already' },
    });
    expect((await end(one.id, 'mended', {}, teacher)).status).toBe(403);
    expect((await end(one.id, 'mended', {}, elsewhere)).status).toBe(404);
    expect(await end(one.id, 'found')).toMatchObject({ status: 409, body: { code: 'loan-case.outcome' } });
    await county.itIs('2026-10-16');
    expect((await end(one.id, 'mended', { note: '封面已粘好' })).body).toMatchObject({
      state: 'mended', endedOn: '2026-10-16', endNote: '封面已粘好', compensationId: null,
    }); // prettier-ignore
    expect(await end(one.id, 'lost')).toMatchObject({ status: 409, body: { code: 'loan-case.ended' } });
    await county.giveBack(mended.copy);

    const other = await opened({ copyBarcode: hopeless.copy.barcode, kind: 'damage', damage: 'wet' });
    const told = await end(other.id, 'lost', { note: '无法修补' });
    expect(told.body).toMatchObject({ state: 'lost', compensationId: expect.any(String) });
    const { compensationId } = told.body as unknown as CaseView;
    expect((await county.ask('GET', `/compensations/${String(compensationId)}`)).body).toMatchObject({
      loanId: hopeless.loanId, owedFen: 2_500, status: 'owed', note: '无法修补',
    }); // prettier-ignore
    expect((await county.ask('GET', `/loans/${hopeless.loanId}`)).body).toMatchObject({
      status: 'closed',
      closedHow: 'lost',
    });
    expect(await post(`/loan-cases/${other.id}/reopening`)).toMatchObject({
      status: 409,
      body: { code: 'loan-case.not-reopened' },
    });
    expect((await post(`/loan-cases/${one.id}/reopening`)).body).toMatchObject({
      state: 'open',
      endedOn: null,
    });
    expect((await end(one.id, 'mended')).status).toBe(200);
    for (const wrong of [
      { kind: 'damage', damage: 'torn' },
      { loanId: mended.loanId, kind: 'damage' },
      { ...damage(mended.loanId), kind: 'said-returned' },
    ])
      expect((await post('/loan-cases', wrong)).status).toBe(400);
    expect(await post('/loan-cases', damage(mended.loanId))).toMatchObject({
      status: 409,
      body: { code: 'loan-case.loan-closed' },
    });
    expect((await post('/loan-cases', damage(randomUUID()))).status).toBe(422);
  });

  it('[CIR-061] or said to be back is looked for on the shelf, found and taken back, or not', async () => {
    const one = await lent();
    const { id } = await opened({ loanId: one.loanId, kind: 'said-returned', note: '说上周已还' });
    expect(await end(id, 'found')).toMatchObject({ status: 409, body: { code: 'loan-case.still-lent' } });
    await county.giveBack(one.copy);
    expect((await end(id, 'found')).body).toMatchObject({ state: 'found' });
    const list = async (query: string, as?: string): Promise<CaseView[]> =>
      itemsOf(await county.ask('GET', `/loan-cases?${query}`, undefined, as ? { as } : {}));
    expect(await list('kind=said-returned', teacher)).toMatchObject([{ id, note: '说上周已还' }]);
    expect(await list('kind=said-returned&state=open')).toEqual([]);
    expect(await list('', elsewhere)).toEqual([]);
  });
});

describe('a term that is looked back at', () => {
  it('[CIR-064] shows its cases in the next one, and the trend from term to term', async () => {
    const late = await lent();
    await county.itIs('2026-11-20');
    await county.giveBack(late.copy);
    await county.itIs('2027-03-01');
    const overdue = async (query = '', as?: string): Promise<OverdueCase[]> =>
      itemsOf(await county.ask('GET', `/overdue-cases?${query}`, undefined, as ? { as } : {}));
    expect(await overdue('', teacher)).toMatchObject([
      { loanId: late.loanId, dueOn: '2026-11-11', closedOn: '2026-11-20', since: 'returned', daysLate: 9 },
    ]);
    expect(await overdue('on=2027-03-01')).toEqual([]);
    const cases = itemsOf<CaseView>(await county.ask('GET', '/loan-cases?from=2026-09-01&to=2027-01-22'));
    expect(cases.map(({ state }) => state).sort()).toEqual(['found', 'lost', 'mended']);
    const terms = itemsOf<TermFigures>(await county.ask('GET', '/loss-figures', undefined, { as: head }));
    expect(terms).toMatchObject([
      { termStartsOn: '2027-02-22', lent: 0, overdue: 0, damaged: 0, lost: 0 },
      {
        termStartsOn: '2026-09-01',
        termEndsOn: '2027-01-22',
        lent: 4,
        overdue: 1,
        damaged: 2,
        mended: 1,
        lost: 1,
        compensated: 0,
      },
    ]);
    const page = await county.ask('GET', '/loss-figures?limit=1');
    const rest = await county.ask(
      'GET',
      `/loss-figures?cursor=${encodeURIComponent(String(page.body['nextCursor']))}`,
    );
    expect(itemsOf<TermFigures>(rest)).toEqual(terms.slice(1));
  });

  it('[CIR-065] has its rates of loss and wear of the stock it had then', async () => {
    const count = county.service.app.get(CountStock);
    await county.itIs('2027-01-20');
    const before = await county.service.sql<{ n: number }>(
      `select count(*)::int as n from known_copy where school_id = $1 and stock_state <> 'withdrawn'`,
      [county.schoolId],
    );
    const stock = before[0]?.n ?? 0;
    expect(await count.execute(day('2027-01-20'))).toBe(1);
    await county.accessionMany(3);
    await county.itIs('2027-03-01');
    await count.execute(day('2027-03-01'));
    const rate = (part: number, whole: number): number => Math.round((part * 10_000) / whole) / 10;
    const terms = itemsOf<TermFigures>(await county.ask('GET', '/loss-figures', undefined, { as: head }));
    expect(terms).toMatchObject([
      { stock: stock + 3, lossRate: 0, wearRate: 0, lossesPerThousandLent: null },
      { stock, lossRate: rate(1, stock), wearRate: rate(2, stock), lossesPerThousandLent: 250 },
    ]);
    const answer = await fetch(`${county.service.url}/api/v1/loss-figures?format=csv`, {
      headers: { authorization: `Bearer ${head}`, 'accept-language': 'zh' },
    });
    expect((await answer.text()).replace('\ufeff', '').split('\r\n')[0]).toBe(
      '学期开始,学期结束,借出,逾期,损坏,修好,丢失,已赔,馆藏,丢失率‰,损耗率‰',
    );
  });
});

describe('a class with losses', () => {
  it('[CIR-063] may be suggested to lose a merit award, seen by its teacher and handed on, once a term', async () => {
    const late = await lent();
    await county.itIs('2026-11-20');
    const { classId } = county;
    const candidates = async (): Promise<MeritCandidate[]> =>
      itemsOf(await county.ask('GET', '/merit-candidates', undefined, { as: head }));
    expect(await candidates()).toEqual([{ classId, overdue: 1, lost: 1, damaged: 2, isSuggested: false }]);
    const suggest = (as?: string): Promise<Reply> =>
      post('/merit-suggestions', { classId, note: '三项竞赛' }, as);
    expect((await suggest(elsewhere)).status).toBe(422);
    expect((await suggest(teacher)).status).toBe(403);
    const told = await suggest();
    expect(told).toMatchObject({
      status: 201,
      body: {
        classId,
        termStartsOn: '2026-09-01',
        overdue: 1,
        lost: 1,
        damaged: 2,
        awards: 1,
        state: 'suggested',
      },
    });
    expect(await suggest()).toMatchObject({ status: 409, body: { code: 'merit-suggestion.made-already' } });
    expect(await candidates()).toMatchObject([{ isSuggested: true }]);
    const { id } = told.body as unknown as SuggestionView;
    expect(itemsOf(await county.ask('GET', '/merit-suggestions', undefined, { as: teacher }))).toMatchObject([
      { id },
    ]);
    expect((await post(`/merit-suggestions/${id}/handing-on`, {}, elsewhere)).status).toBe(404);
    expect((await post(`/merit-suggestions/${id}/handing-on`, {}, head)).body).toMatchObject({
      state: 'handed-on',
    });
    expect((await post(`/merit-suggestions/${id}/handing-on`)).status).toBe(409);
    const answer = await fetch(`${county.service.url}/api/v1/merit-suggestions?state=handed-on&format=csv`, {
      headers: { authorization: `Bearer ${head}`, 'accept-language': 'zh' },
    });
    expect((await answer.text()).replace('\ufeff', '').split('\r\n')).toMatchObject([
      '日期,逾期,丢失,损坏,建议扣除次数,状态,备注',
      '2026-11-20,1,1,2,1,已转交,三项竞赛',
      '',
    ]);
    expect((await post(`/merit-suggestions/${id}/withdrawal`)).body).toMatchObject({ state: 'withdrawn' });
    expect((await post(`/merit-suggestions/${id}/withdrawal`)).status).toBe(409);
    expect((await suggest()).status).toBe(201);
    await county.giveBack(late.copy);
  });
});
