import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Copy, type Pupil, type Reply } from '../a-county.builder.js';
import { MarkOverdueLoans } from '../overdue/mark-overdue-loans.use-case.js';

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('in_room');
  county = await CountyForTests.open(database.ownerUrl);
}, 60_000);
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

const inRoom = { mode: 'in-room' };
const codesOf = (told: Reply): string[] =>
  (told.body['reasons'] as { code: string }[]).map(({ code }) => code);
const loanOf = (told: Reply): { id: string; dueOn: string; mode: string } => told.body['loan'] as never;
const standingOf = async ({ readerId }: Pupil): Promise<Record<string, unknown> | undefined> => {
  const told = await county.ask('POST', '/standings/search', { readerIds: [readerId] });
  return (told.body['items'] as Record<string, unknown>[])[0];
};

describe('reading in the room', () => {
  it('[CIR-010, CAT-090] a reference book is handed out in the room, due at closing of the day, and leaves by no override', async () => {
    const [pupil, other] = [await county.enrol(), await county.enrol()];
    const copy = await county.accession({ kind: 'reference', stockState: 'reading-room' });
    const home = await county.lend(copy, pupil, {
      overrides: [{ code: 'copy.reading-room-only', reason: 'please' }],
    });
    expect([home.status, codesOf(home)]).toEqual([409, ['copy.reading-room-only']]);

    const tried = await county.ask('POST', '/checkouts/dry-run', {
      copyBarcode: copy.barcode,
      readerId: pupil.readerId,
      ...inRoom,
    });
    expect(tried.body).toMatchObject({ outcome: 'allow', dueOn: '2026-10-12' });
    const lent = await county.lend(copy, pupil, inRoom);
    expect([lent.status, lent.body]).toMatchObject([
      201,
      { loan: { mode: 'in-room', loanedOn: '2026-10-12', dueOn: '2026-10-12', status: 'open' } },
    ]);
    const [announced] = await county.announced('shulian.circulation.loan.checked-out.v1', copy.copyId);
    expect(announced?.data).toMatchObject({ mode: 'in-room', dueOn: '2026-10-12' });

    const second = await county.lend(copy, other, inRoom);
    expect([second.status, codesOf(second)]).toEqual([409, ['copy.already-on-loan']]);
    const renewed = await county.ask('POST', '/renewals', { loanId: loanOf(lent).id });
    expect([renewed.status, codesOf(renewed)]).toEqual([
      409,
      ['copy.reading-room-only', 'loan.renewals-used-up', 'loan.not-later'],
    ]);
    const back = await county.giveBack(copy);
    expect(back.body).toMatchObject({ next: 'shelf', loan: { mode: 'in-room', status: 'closed' } });
  });

  it('counts apart from what is at home: limits of the one do not touch the other', async () => {
    const pupil = await county.enrol();
    const atHome = await county.accessionMany(5);
    for (const copy of atHome) expect((await county.lend(copy, pupil)).status).toBe(201);
    const room = await county.accessionMany(4, { stockState: 'reading-room' });
    for (const copy of room.slice(0, 3)) expect((await county.lend(copy, pupil, inRoom)).status).toBe(201);
    const fourth = await county.lend(room[3] as Copy, pupil, inRoom);
    expect([fourth.status, fourth.body['reasons']]).toMatchObject([
      409,
      [{ code: 'reader.at-limit', facts: { limit: 3, openLoans: 3 } }],
    ]);
    expect(await standingOf(pupil)).toMatchObject({ openLoans: 5, inRoomLoans: 3, limit: 5 });

    const listed = await county.ask('GET', `/loans?mode=in-room&readerId=${pupil.readerId}&status=open`);
    expect((listed.body['items'] as object[]).length).toBe(3);
    const ofSchool = await county.ask('GET', `/loans?mode=in-room&schoolId=${county.schoolId}`);
    expect((ofSchool.body['items'] as { mode: string }[]).every(({ mode }) => mode === 'in-room')).toBe(true);
    for (const copy of room.slice(0, 3)) expect((await county.giveBack(copy)).status).toBe(200);
    expect(await standingOf(pupil)).toMatchObject({ openLoans: 5, inRoomLoans: 0 });
  });

  it('holds its limit under ten desks at once', async () => {
    const pupil = await county.enrol();
    const copies = await county.accessionMany(10, { stockState: 'reading-room' });
    const told = await Promise.all(copies.map((copy) => county.lend(copy, pupil, inRoom)));
    expect(told.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(told.filter(({ status }) => status === 409)).toHaveLength(7);
  });

  it('ends no wait, and takes nothing that was put aside', async () => {
    const [reader, waiting] = [await county.enrol(), await county.enrol()];
    const copy = await county.accession();
    const placed = await county.ask('POST', '/holds', {
      titleId: copy.titleId,
      readerId: waiting.readerId,
    });
    expect(placed.body).toMatchObject({ status: 'ready' });
    for (const pupil of [reader, waiting]) {
      const told = await county.lend(copy, pupil, inRoom);
      expect([told.status, told.body['reasons']]).toMatchObject([
        409,
        [{ code: 'copy.not-lendable', facts: { state: 'hold-shelf' }, overridable: false }],
      ]);
    }
    const lookedAt = await county.accession({ titleId: copy.titleId });
    expect((await county.lend(lookedAt, waiting, inRoom)).status).toBe(201);
    const holds = await county.ask('GET', `/holds?readerId=${waiting.readerId}`);
    expect(holds.body['items']).toMatchObject([{ status: 'ready' }]);
    expect((await county.giveBack(lookedAt)).body).toMatchObject({ next: 'shelf' });
  });

  it('for a class that works in the room is a loan of the class', async () => {
    const copies = await county.accessionMany(2, { kind: 'reference' });
    const told = await county.ask('POST', '/checkouts/batch', {
      items: copies.map(({ barcode }) => ({ copyBarcode: barcode, classId: county.classId, ...inRoom })),
    });
    expect(told.body['items']).toMatchObject([
      { status: 201, loan: { mode: 'in-room', readerId: null, borrower: { kind: 'class' } } },
      { status: 201, loan: { mode: 'in-room' } },
    ]);
    for (const copy of copies) expect((await county.giveBack(copy)).status).toBe(200);
  });

  it('is overdue the next day, and then nothing more is handed out or lent to who kept it', async () => {
    const pupil = await county.enrol();
    const [kept, next] = await county.accessionMany(2, { kind: 'reference' });
    const lent = await county.lend(kept as Copy, pupil, inRoom);
    await county.itIs('2026-10-13');
    await county.service.app.get(MarkOverdueLoans).execute();
    const [said] = await county.announced('shulian.circulation.loan.overdue.v1', kept?.copyId);
    expect(said?.data).toMatchObject({
      loanId: loanOf(lent).id,
      mode: 'in-room',
      overdueSinceOn: '2026-10-13',
    });
    const inTheRoom = await county.lend(next as Copy, pupil, inRoom);
    expect([inTheRoom.status, codesOf(inTheRoom)]).toEqual([409, ['reader.has-overdue']]);
    const home = await county.lend(await county.accession(), pupil);
    expect([home.status, codesOf(home)]).toEqual([409, ['reader.has-overdue']]);
    expect((await county.giveBack(kept as Copy)).status).toBe(200);
    expect((await county.lend(next as Copy, pupil, inRoom)).status).toBe(201);
    await county.giveBack(next as Copy);
  });

  it('is no other word than in-room', async () => {
    const told = await county.lend(await county.accession(), await county.enrol(), { mode: 'corner' });
    expect([told.status, told.body['errors']]).toMatchObject([400, [{ pointer: '/mode' }]]);
  });
});
