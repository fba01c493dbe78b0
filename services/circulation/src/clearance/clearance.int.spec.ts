import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CardBlockedV1 } from '@shulian/contracts/readers';
import type { CardId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { freshDatabase, pdfTexts, type FreshDatabase } from '@shulian/test-kit';
import { cardKeyOf, CountyForTests, disagreements, type Pupil, type Reply } from '../a-county.builder.js';
import type { TermClosingView } from '../term-closings/term-closings.http.js';
import type { ClearanceClass, ClearanceView, ReaderCheck } from './clearance.http.js';

let database: FreshDatabase;
let county: CountyForTests;
let elsewhere: string;
let teacher: string;
let system: string;
const LEAVING = randomUUID() as SchoolClassId;

beforeAll(async () => {
  database = await freshDatabase('clearance');
  county = await CountyForTests.open(database.ownerUrl);
  const { schoolId, classId } = county;
  const other = randomUUID() as SchoolId;
  await county.openSchool(other);
  elsewhere = await county.account({ role: 'librarian', schoolId: other });
  teacher = await county.account({ role: 'teacher', schoolId, classId });
  system = await county.service.signer.sign({
    sub: randomUUID(),
    kind: 'client',
    grants: [],
    scopes: ['circulation.read'],
    schools: [schoolId],
  });
});
beforeEach(() => county.itIs('2027-06-15'));
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const post = (path: string, body: object = {}, as?: string): Promise<Reply> =>
  county.ask('POST', path, body, as ? { as } : {});
const itemsOf = <Item>(told: Reply): Item[] => told.body['items'] as Item[];
const listed = async (query = '', as?: string): Promise<ClearanceView[]> =>
  itemsOf(await county.ask('GET', `/clearances?${query}`, undefined, as ? { as } : {}));
const check = async (readerId: string, as = system): Promise<Reply> =>
  county.ask('GET', `/clearances/check?readerId=${readerId}`, undefined, { as });
const clearanceOf = async ({ readerId }: Pupil): Promise<ClearanceView> => {
  const found = (await listed()).find((one) => one.readerId === readerId);
  if (found === undefined) throw new Error('none was opened');
  return found;
};
const codesOf = ({ body }: Reply): string[] =>
  (body['reasons'] as { code: string }[]).map(({ code }) => code);
/** The card as readers tells it when it was handed in there. */
const cardReturned = async ({ readerId, cardNumber }: Pupil): Promise<void> => {
  const [card] = await county.service.sql<{ card_id: CardId }>(
    'select card_id from known_card where reader_id = $1',
    [readerId],
  );
  if (card === undefined) throw new Error('every reader has one');
  const { schoolId } = county;
  await county.tell(
    CardBlockedV1.announce(
      { cardId: card.card_id, readerId, schoolId, cardKey: cardKeyOf(schoolId, cardNumber), why: 'returned' },
      county.next(readerId),
    ),
  );
};

describe('who leaves', () => {
  it('[CIR-087, CAT-097] is cleared when nothing is out, owed or kept, with a certificate; until then all that is missing is said', async () => {
    const pupil = await county.enrol();
    const [book, lost] = await county.accessionMany(2);
    if (book === undefined || lost === undefined) throw new Error('two were asked for');
    await county.lend(book, pupil);
    const loan = (await county.lend(lost, pupil)).body['loan'] as { id: string };
    const owed = (await county.lose(loan.id)).body['compensation'] as { id: string };
    const asked = { readerIds: [pupil.readerId], why: 'transfer', withFiles: true, note: '转往外地' };
    expect((await post('/clearances', asked, elsewhere)).status).toBe(422);
    expect((await post('/clearances', asked)).body).toEqual({ opened: 1, already: 0 });
    expect((await post('/clearances', asked)).body).toEqual({ opened: 0, already: 1 });
    const { id } = await clearanceOf(pupil);
    expect(await clearanceOf(pupil)).toMatchObject({
      openLoans: 1, debts: 1, outstanding: ['loans', 'debts', 'card', 'files'], state: 'open', why: 'transfer', classId: county.classId,
    }); // prettier-ignore
    const complete = (as?: string): Promise<Reply> => post(`/clearances/${id}/completion`, {}, as);
    expect((await complete(elsewhere)).status).toBe(404);
    expect((await complete(teacher)).status).toBe(403);
    const refused = await complete();
    expect([refused.status, refused.body['code'], codesOf(refused)]).toEqual([
      409,
      'clearance.refused',
      ['clearance.loans-open', 'clearance.debts-owed', 'clearance.card-out', 'clearance.files-out'],
    ]);
    await county.giveBack(book);
    expect(codesOf(await complete())).toEqual([
      'clearance.debts-owed',
      'clearance.card-out',
      'clearance.files-out',
    ]);
    await county.settle(owed.id);
    const handIn = (what: string, handedIn = true): Promise<Reply> =>
      post(`/clearances/${id}/hand-ins`, { what, handedIn });
    expect((await handIn('card')).body).toMatchObject({ cardInOn: '2027-06-15', outstanding: ['files'] });
    expect((await handIn('card', false)).body).toMatchObject({
      cardInOn: null,
      outstanding: ['card', 'files'],
    });
    await cardReturned(pupil);
    expect(await check(pupil.readerId)).toMatchObject({
      body: { isClear: false, outstanding: ['files'], openLoans: 0, clearanceId: id },
    });
    expect((await handIn('files')).body).toMatchObject({ outstanding: [] });
    const certificate = (): Promise<Response> =>
      fetch(`${county.service.url}/api/v1/clearances/${id}/certificate?format=pdf`, {
        headers: { authorization: `Bearer ${teacher}`, 'accept-language': 'zh' },
      });
    expect((await certificate()).status).toBe(409);
    const told = await Promise.all([complete(), complete()]);
    expect(told.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await clearanceOf(pupil)).toMatchObject({
      state: 'cleared',
      clearedOn: '2027-06-15',
      number: 1,
      outstanding: [],
    });
    const paper = (await pdfTexts(Buffer.from(await (await certificate()).arrayBuffer()))).join('\n');
    for (const text of ['离校图书清还证明', '借书证已交回', '图书馆（盖章）']) expect(paper).toContain(text);
    expect((await check(pupil.readerId)).body).toMatchObject({ isClear: true, clearedOn: '2027-06-15' });

    // Given by mistake: open again, and the number is not given to anybody else.
    expect((await post(`/clearances/${id}/undoing`)).body).toMatchObject({ state: 'open', number: 1 });
    expect((await post(`/clearances/${id}/undoing`)).status).toBe(409);
    expect((await complete()).body).toMatchObject({ number: 1 });
    expect((await county.ask('DELETE', `/clearances/${id}`)).status).toBe(409);
  });

  it('[CIR-087] is asked for by the systems of the school, by the teacher of the class and by nobody else', async () => {
    const pupil = await county.enrol();
    await county.itIs('2026-10-12');
    await county.lend(await county.accession(), pupil);
    const { body } = await check(pupil.readerId);
    expect(body as unknown as ReaderCheck).toMatchObject({
      readerId: pupil.readerId, isClear: false, outstanding: ['loans', 'card'], openLoans: 1, clearanceId: null, clearedOn: null,
    }); // prettier-ignore
    expect((await check(pupil.readerId, teacher)).status).toBe(200);
    expect((await check(pupil.readerId, elsewhere)).status).toBe(404);
    expect((await check(randomUUID())).status).toBe(404);
    const herself = await county.account({ role: 'reader', readerId: pupil.readerId });
    expect((await check(pupil.readerId, herself)).status).toBe(200);
  });

  it('[CIR-087] is called for by the grade that graduates, class by class', async () => {
    const leavers = [
      await county.enrol({ entryYear: 2021, classId: LEAVING }),
      await county.enrol({ entryYear: 2021, classId: LEAVING }),
    ];
    const [first] = leavers;
    if (first === undefined) throw new Error('two were enrolled');
    await county.lend(await county.accession(), first);
    const ofGrade = { grade: 6, why: 'graduation' };
    expect((await post('/clearances', ofGrade)).body).toEqual({ opened: 2, already: 0 });
    for (const wrong of [
      { why: 'graduation' },
      { ...ofGrade, classId: LEAVING },
      { ...ofGrade, grade: 13 },
      { grade: 6 },
    ])
      expect((await post('/clearances', wrong)).status).toBe(400);
    expect((await listed(`classId=${LEAVING}&missing=loans`)).map(({ readerId }) => readerId)).toEqual([
      first.readerId,
    ]);
    expect(await listed('', teacher)).toMatchObject([{ classId: county.classId }]);
    const second = await clearanceOf(leavers[1] ?? first);
    await post(`/clearances/${second.id}/hand-ins`, { what: 'card' });
    expect((await post(`/clearances/${second.id}/completion`)).body).toMatchObject({ number: 2 });
    const classes = itemsOf<ClearanceClass>(await county.ask('GET', '/clearances/classes'));
    expect(classes).toContainEqual({ classId: LEAVING, readers: 2, cleared: 1, withLoans: 1, withDebts: 0 });
    const open = await clearanceOf(first);
    expect((await county.ask('DELETE', `/clearances/${open.id}`, undefined, { as: elsewhere })).status).toBe(
      404,
    );
    expect((await county.ask('DELETE', `/clearances/${open.id}`)).status).toBe(204);
    const answer = await fetch(`${county.service.url}/api/v1/clearances?classId=${LEAVING}&format=csv`, {
      headers: { authorization: `Bearer ${county.librarian}`, 'accept-language': 'zh' },
    });
    expect((await answer.text()).replace('\ufeff', '').split('\r\n')[0]).toBe(
      '原因,未还,未赔,交证,档案,尚缺,办结,证明编号',
    );
  });
});

describe('the end of a term', () => {
  it('[CIR-088, CAT-041] is closed in its order: returns, compensation, withdrawals, settlement, each with who did it', async () => {
    await county.itIs('2027-01-20');
    const read = async (): Promise<TermClosingView> =>
      (await county.ask('GET', '/term-closings')).body as unknown as TermClosingView;
    const step = (name: string, note?: string, as?: string): Promise<Reply> =>
      post('/term-closings/steps', { step: name, ...(note === undefined ? {} : { note }) }, as);
    const before = await read();
    expect(before).toMatchObject({ termStartsOn: '2026-09-01', isClosed: false });
    expect(before.steps.map(({ step: name, state, remaining }) => [name, state, remaining])).toEqual([
      ['returns', 'next', 2],
      ['compensation', 'waiting', 0],
      ['withdrawals', 'waiting', 1],
      ['settlement', 'waiting', 1],
    ]);
    expect(await step('compensation')).toMatchObject({
      status: 409,
      body: { code: 'term-closing.earlier-open' },
    });
    expect(await step('returns')).toMatchObject({ status: 409, body: { code: 'term-closing.note-needed' } });
    expect((await step('returns', '两册下学期追还')).status).toBe(200);
    expect(await step('returns', '再来')).toMatchObject({ status: 409, body: { code: 'term-closing.done' } });
    expect((await step('compensation')).status).toBe(200);
    expect((await step('settlement', '一笔')).status).toBe(409);
    expect((await post('/term-closings/undoing')).body).toMatchObject({
      steps: [
        { state: 'done', remainingThen: 2, note: '两册下学期追还', doneOn: '2027-01-20' },
        { state: 'next', doneBy: null },
        {},
        {},
      ],
    });
    const twice = await Promise.all([step('compensation'), step('compensation')]);
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [struck] = await county.service.sql<{ copy_id: string; title_id: string }>(
      `select k.copy_id, k.title_id from known_copy k join lent_copy l using (copy_id) where l.state = 'lost'`,
    );
    await county.withdraw({ copyId: struck?.copy_id, titleId: struck?.title_id } as never, 99);
    expect((await step('withdrawals')).status).toBe(200);
    expect((await post('/cash-periods', { countedFen: 2_500 })).status).toBe(201);
    expect((await step('settlement')).body).toMatchObject({ isClosed: true });
    expect((await step('returns', '一', elsewhere)).status).toBe(200);
    expect(await read()).toMatchObject({ isClosed: true });
    const undone = await post('/term-closings/undoing');
    expect(undone.body).toMatchObject({ isClosed: false });
  });
});
