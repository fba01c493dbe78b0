import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { freshDatabase, pdfTexts, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, type Copy, type Pupil, type Reply } from '../a-county.builder.js';
import type { OverLongLoan } from '../over-long/over-long.http.js';
import type { ContactView, DunningLine, DunningRunView, PriorityView } from './dunning.http.js';

let database: FreshDatabase;
let county: CountyForTests;
let elsewhere: string;
let teacher: string;
let head: string;

beforeAll(async () => {
  database = await freshDatabase('dunning');
  county = await CountyForTests.open(database.ownerUrl);
  const { schoolId, classId } = county;
  const other = randomUUID() as SchoolId;
  await county.openSchool(other);
  elsewhere = await county.account({ role: 'librarian', schoolId: other });
  teacher = await county.account({ role: 'teacher', schoolId, classId });
  head = await county.account({ role: 'school-head', schoolId });
});
afterAll(async () => {
  await county.stop();
  await database.drop();
});
beforeEach(() => county.itIs('2026-10-12'));

type Lent = { readonly pupil: Pupil; readonly copy: Copy; readonly loanId: string };
const lent = async (given: Parameters<CountyForTests['enrol']>[0] = {}): Promise<Lent> => {
  const [pupil, copy] = [await county.enrol(given), await county.accession()];
  const told = await county.lend(copy, pupil);
  return { pupil, copy, loanId: (told.body['loan'] as { id: string }).id };
};
const itemsOf = <Item>(told: Reply): Item[] => told.body['items'] as Item[];
const make = async (input: object = {}): Promise<DunningRunView> => {
  const told = await county.ask('POST', '/dunning-runs', input);
  expect(told.status).toBe(201);
  return told.body as unknown as DunningRunView;
};
const linesOf = async (run: DunningRunView, query = '', as?: string): Promise<DunningLine[]> =>
  itemsOf(
    await county.ask('GET', `/dunning-runs/${run.id}/lines?limit=500&${query}`, undefined, as ? { as } : {}),
  );
const printed = async (path: string): Promise<Buffer> => {
  const answer = await fetch(`${county.service.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${county.librarian}`, 'accept-language': 'zh' },
  });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
};

describe('dunning sheets', () => {
  it('[CIR-056] list what is overdue by class with a slip for each pupil, are kept as they were made, and show what came back', async () => {
    const [one, other, onTime] = [await lent(), await lent(), await lent()];
    const second = await county.accession();
    await county.lend(second, one.pupil);
    await county.itIs('2026-11-11');
    expect(await make()).toMatchObject({ lines: 0, borrowers: 0 });
    await county.itIs('2026-11-12');
    await county.giveBack(onTime.copy);
    const run = await make({ answerBy: '2026-11-20', note: '请班主任转发' });
    expect(run).toMatchObject({ madeOn: '2026-11-12', lines: 3, borrowers: 2, returned: 0, leastDays: 1 });
    const lines = await linesOf(run, `classId=${county.classId}`);
    expect(lines.map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(lines).toContainEqual({
      position: expect.any(Number),
      borrower: { kind: 'reader', id: other.pupil.readerId },
      readerId: other.pupil.readerId,
      classId: county.classId,
      priority: null,
      loanId: other.loanId,
      title: null,
      copyBarcode: other.copy.barcode,
      callNumber: 'I287.45/1',
      priceFen: 2_500,
      loanedOn: '2026-10-12',
      dueOn: '2026-11-11',
      daysLate: 1,
      since: 'open',
    });
    const paper = (await pdfTexts(await printed(`/dunning-runs/${run.id}/lines?format=pdf`))).join('\n');
    expect(paper.split('请于下列日期前归还：2026-11-20')).toHaveLength(1 + 2);
    expect(paper.split(other.copy.barcode)).toHaveLength(2);
    await county.giveBack(other.copy);
    expect((await linesOf(run)).map(({ since }) => since).sort()).toEqual(['open', 'open', 'returned']);
    expect(await linesOf(run, 'open=true')).toHaveLength(2);
    expect(await linesOf(run, '', teacher)).toHaveLength(3);
    const runs = itemsOf<DunningRunView>(await county.ask('GET', '/dunning-runs', undefined, { as: head }));
    expect(runs).toMatchObject([{ id: run.id, lines: 3, returned: 1, note: '请班主任转发' }, { lines: 0 }]);
    for (const copy of [one.copy, second]) await county.giveBack(copy);
  });

  it('[CIR-056] are due once a term, four weeks before its end, until they are made', async () => {
    const reminder = async (): Promise<unknown> => (await county.ask('GET', '/dunning-reminders')).body;
    const school = randomUUID() as SchoolId;
    await county.openSchool(school);
    const as = await county.account({ role: 'librarian', schoolId: school });
    const ofSchool = async (): Promise<unknown> =>
      (await county.ask('GET', '/dunning-reminders', undefined, { as })).body;
    await county.itIs('2026-12-24');
    expect(await ofSchool()).toMatchObject({ state: 'not-yet', dueOn: '2026-12-25', lastMadeOn: null });
    await county.itIs('2026-12-25');
    expect(await ofSchool()).toMatchObject({ state: 'due', termEndsOn: '2027-01-22', overdue: 0 });
    expect((await county.ask('POST', '/dunning-runs', {}, { as })).status).toBe(201);
    expect(await ofSchool()).toMatchObject({ state: 'done', lastMadeOn: '2026-12-25' });
    expect(await reminder()).toMatchObject({ state: 'done' });
  });

  it('[CIR-059] put who has left, the last grade, who changes school and guests before the others', async () => {
    const plain = await lent();
    const leaver = await lent({ entryYear: 2021, classId: randomUUID() as SchoolClassId });
    const [guest, changing] = [await lent(), await lent()];
    const mark = (readerId: string, why: string, as?: string): Promise<Reply> =>
      county.ask('PUT', `/dunning-priorities/${readerId}`, { why, note: '六月离校' }, as ? { as } : {});
    expect((await mark(guest.pupil.readerId, 'transfer')).status).toBe(200);
    expect((await mark(guest.pupil.readerId, 'temporary')).body).toMatchObject({
      why: 'temporary',
      openLoans: 1,
    });
    expect((await mark(changing.pupil.readerId, 'transfer')).status).toBe(200);
    expect((await mark(plain.pupil.readerId, 'transfer', elsewhere)).status).toBe(404);
    expect((await mark(plain.pupil.readerId, 'nonsense')).status).toBe(400);
    const marked = itemsOf<PriorityView>(await county.ask('GET', '/dunning-priorities'));
    expect(marked.map(({ readerId }) => readerId).sort()).toEqual(
      [guest.pupil.readerId, changing.pupil.readerId].sort(),
    );
    await county.itIs('2026-11-12');
    const run = await make();
    const lines = await linesOf(run);
    expect(lines.map(({ readerId, priority }) => [readerId, priority])).toEqual([
      [leaver.pupil.readerId, 'leaver'],
      [changing.pupil.readerId, 'transfer'],
      [guest.pupil.readerId, 'temporary'],
      [plain.pupil.readerId, null],
    ]);
    expect(await linesOf(run, 'priority=true')).toHaveLength(3);
    // Another visit is another line of the record.
    for (const whom of ['visit', 'guardian'])
      expect(
        (await county.ask('POST', '/return-contacts', { readerId: leaver.pupil.readerId, whom })).status,
      ).toBe(201);
    expect(
      itemsOf(await county.ask('GET', `/return-contacts?readerId=${leaver.pupil.readerId}`)),
    ).toMatchObject([{ whom: 'guardian' }, { whom: 'visit' }]);
    const unmark = (as?: string): Promise<Reply> =>
      county.ask('DELETE', `/dunning-priorities/${guest.pupil.readerId}`, undefined, as ? { as } : {});
    expect((await unmark(elsewhere)).status).toBe(404);
    expect([(await unmark()).status, (await unmark()).status]).toEqual([204, 404]);
    for (const { copy } of [plain, leaver, guest, changing]) await county.giveBack(copy);
  });

  it('are taken back on their day, and answer to no other school', async () => {
    const run = await make();
    const remove = (as?: string): Promise<Reply> =>
      county.ask('DELETE', `/dunning-runs/${run.id}`, undefined, as ? { as } : {});
    expect((await remove(elsewhere)).status).toBe(404);
    expect(
      (await county.ask('GET', `/dunning-runs/${run.id}/lines`, undefined, { as: elsewhere })).status,
    ).toBe(404);
    await county.itIs('2026-10-13');
    expect(await remove()).toMatchObject({ status: 409, body: { code: 'dunning-run.of-another-day' } });
    await county.itIs('2026-10-12');
    expect((await remove()).status).toBe(204);
    expect((await county.ask('POST', '/dunning-runs', { answerBy: '2026-10-11' })).status).toBe(400);
  });
});

describe('talks about returns', () => {
  it('are noted for a class by its teacher, seen by the class alone, and taken back on their day', async () => {
    const { classId } = county;
    const told = await county.ask(
      'POST',
      '/return-contacts',
      { classId, whom: 'homeroom-teacher', note: '周五前带回' },
      { as: teacher },
    );
    expect(told).toMatchObject({ status: 201, body: { classId, readerId: null, contactedOn: '2026-10-12' } });
    const { id } = told.body as unknown as ContactView;
    expect(
      (await county.ask('POST', '/return-contacts', { classId: randomUUID(), whom: 'visit' })).status,
    ).toBe(422);
    expect((await county.ask('POST', '/return-contacts', { whom: 'visit' })).status).toBe(400);
    expect(
      (await county.ask('POST', '/return-contacts', { classId, whom: 'visit' }, { as: elsewhere })).status,
    ).toBe(422);
    const seen = itemsOf<ContactView>(
      await county.ask('GET', '/return-contacts', undefined, { as: teacher }),
    );
    expect(seen.map((contact) => contact.id)).toContain(id);
    const remove = (as?: string): Promise<Reply> =>
      county.ask('DELETE', `/return-contacts/${id}`, undefined, as ? { as } : {});
    expect((await remove(elsewhere)).status).toBe(404);
    await county.itIs('2026-10-13');
    expect((await remove()).status).toBe(409);
    await county.itIs('2026-10-12');
    expect((await remove()).status).toBe(204);
  });
});

describe('loans that are out too long', () => {
  it('[CIR-022] are gone through once a term: each gets its mark, and the next term asks anew', async () => {
    const loan = await lent();
    const list = async (query = ''): Promise<OverLongLoan[]> =>
      itemsOf(await county.ask('GET', `/over-long-loans?${query}`));
    expect(await list()).toEqual([]);
    await county.itIs('2026-11-11');
    expect([await list('days=31'), (await list('days=30')).map(({ loanId }) => loanId)]).toEqual([
      [],
      [loan.loanId],
    ]);
    expect(await list()).toEqual([]);
    await county.itIs('2026-11-12');
    expect(await list('reviewed=false')).toMatchObject([
      { loanId: loan.loanId, daysOut: 31, daysLate: 1, decision: null, dueOn: '2026-11-11', dunnedOn: null },
    ]);
    await make();
    const review = (decision: string, as?: string): Promise<Reply> =>
      county.ask(
        'POST',
        '/over-long-loans/reviews',
        { loanIds: [loan.loanId], decision, note: '班主任已知' },
        as ? { as } : {},
      );
    expect((await review('to-dun')).body).toEqual({ reviewed: 1, termStartsOn: '2026-09-01' });
    expect((await review('may-keep')).status).toBe(200);
    expect((await review('may-keep', elsewhere)).status).toBe(422);
    expect(await list('reviewed=true')).toMatchObject([
      { decision: 'may-keep', reviewedOn: '2026-11-12', note: '班主任已知', dunnedOn: '2026-11-12' },
    ]);
    expect(await list('decision=to-dun')).toEqual([]);
    const sheet = (await printed('/over-long-loans?format=csv'))
      .toString()
      .replace('\ufeff', '')
      .split('\r\n');
    expect(sheet[0]).toBe('题名,条码,索书号,借出日期,应还日期,借出天数,逾期天数,本学期处理,审看日期,备注');
    expect(sheet[1]).toContain('可续用,2026-11-12,班主任已知');
    const undo = (as?: string): Promise<Reply> =>
      county.ask('DELETE', `/over-long-loans/${loan.loanId}/review`, undefined, as ? { as } : {});
    expect((await undo(elsewhere)).status).toBe(404);
    expect([(await undo()).status, (await undo()).status]).toEqual([204, 404]);
    expect(await list('reviewed=true')).toEqual([]);
    await county.giveBack(loan.copy);
    expect((await review('to-dun')).status).toBe(422);
  });
});
