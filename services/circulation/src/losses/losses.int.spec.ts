import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests, disagreements, type Copy, type Pupil, type Reply } from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;

beforeAll(async () => {
  database = await freshDatabase('losses');
  county = await CountyForTests.open(database.ownerUrl);
});
beforeEach(() => county.itIs('2026-10-12'));
afterEach(async () => expect(await disagreements(county.service)).toEqual([]));
afterAll(async () => {
  await county.stop();
  await database.drop();
});

type Lent = { readonly pupil: Pupil; readonly copy: Copy; readonly loanId: string };
const loanOf = (told: Reply): string => (told.body['loan'] as { id: string }).id;
const lent = async (pupil?: Pupil, given: Parameters<CountyForTests['accession']>[0] = {}): Promise<Lent> => {
  const [whom, copy] = [pupil ?? (await county.enrol()), await county.accession(given)];
  return { pupil: whom, copy, loanId: loanOf(await county.lend(copy, whom)) };
};
const compensationOf = (told: Reply): string => (told.body['compensation'] as { id: string }).id;
const lost = async (given?: Lent): Promise<Lent & { readonly compensationId: string }> => {
  const loan = given ?? (await lent());
  const told = await county.lose(loan.loanId);
  expect(told.status).toBe(201);
  return { ...loan, compensationId: compensationOf(told) };
};
const idsOf = (told: Reply): string[] => (told.body['items'] as { id: string }[]).map((item) => item.id);
const refusal = (told: Reply): unknown[] => [
  told.status,
  told.body['code'],
  (told.body['reasons'] as { code: string }[]).map((reason) => reason.code),
];
const pointersOf = (told: Reply): string[] => [
  ...new Set((told.body['errors'] as { pointer: string }[]).map((error) => error.pointer)),
];
const standing = async ({ pupil, copy }: Lent): Promise<Record<string, unknown>> => {
  const [row] = await county.service.sql<Record<string, unknown>>(
    `select lc.state, lc.version as copy_version, b.version as reader_version, b.open_loans, b.compensations_owed
     from lent_copy lc, borrower b where lc.copy_id = $1 and b.borrower_id = $2`,
    [copy.copyId, pupil.readerId],
  );
  return row ?? {};
};

describe('a loss', () => {
  it('[CIR-060] closes the loan, marks the copy lost, and leaves the reader with a compensation', async () => {
    const loan = await lent();
    const before = await standing(loan);
    await county.itIs('2026-10-20');
    const told = await county.lose(loan.loanId, { note: '丢在公共汽车上' });
    expect([told.status, told.body]).toMatchObject([
      201,
      {
        loan: { id: loan.loanId, status: 'closed', closedHow: 'lost', closedOn: '2026-10-20' },
        compensation: {
          loanId: loan.loanId,
          copyId: loan.copy.copyId,
          readerId: loan.pupil.readerId,
          schoolId: county.schoolId,
          owedOn: '2026-10-20',
          status: 'owed',
          note: '丢在公共汽车上',
        },
      },
    ]);
    // A swift checkout that decided on what was before sees by the versions that it must look again.
    expect(await standing(loan)).toEqual({
      state: 'lost',
      copy_version: Number(before['copy_version']) + 1,
      reader_version: Number(before['reader_version']) + 1,
      open_loans: 0,
      compensations_owed: 1,
    });
    expect((await county.ask('GET', `/loans/${loan.loanId}`)).body).toEqual({
      ...(told.body['loan'] as object),
      desk: {
        lentBy: expect.any(String),
        lentAt: expect.any(String),
        closedBy: expect.any(String),
        closedAt: expect.any(String),
        closedAtSchoolId: county.schoolId,
        overrides: [],
      },
    });
    const id = compensationOf(told);
    expect((await county.ask('GET', `/compensations/${id}`)).body).toEqual({
      ...(told.body['compensation'] as object),
      desk: { declaredBy: expect.any(String) },
    });
  });
  it('owes the price of that day, whatever it becomes later', async () => {
    const loan = await lent(undefined, { priceFen: 3_980 });
    const { body } = await county.lose(loan.loanId);
    expect(body).toMatchObject({ compensation: { owedFen: 3_980 } });
    const id = compensationOf({ status: 201, body } as unknown as Reply);
    for (const priceFen of [99_900, null]) {
      await county.changeCopy(loan.copy, { priceFen });
      expect((await county.ask('GET', `/compensations/${id}`)).body).toMatchObject({ owedFen: 3_980 });
    }
    expect((await county.settle(id)).body).toMatchObject({ status: 'paid', settledFen: 3_980 });
  });
  it('without a price says so, and is told it once it is said; a price that is known is not for the desk to say', async () => {
    const loan = await lent(undefined, { priceFen: null });
    const asks = await county.lose(loan.loanId);
    expect(refusal(asks)).toEqual([409, 'loss.refused', ['loss.price-needed']]);
    expect((await county.ask('GET', `/loans/${loan.loanId}`)).body).toMatchObject({ status: 'open' });
    for (const priceFen of [-1, 10_000_001, 1.5, '5'])
      expect([priceFen, pointersOf(await county.lose(loan.loanId, { priceFen }))]).toEqual([
        priceFen,
        ['/priceFen'],
      ]);
    expect((await county.lose(loan.loanId, { priceFen: 1_250 })).body).toMatchObject({
      compensation: { owedFen: 1_250 },
    });
    const known = await lent(undefined, { priceFen: 2_000 });
    const other = await county.lose(known.loanId, { priceFen: 1_999 });
    expect(refusal(other)).toEqual([409, 'loss.refused', ['loss.price-known']]);
    expect(other.body).toMatchObject({ reasons: [{ facts: { priceFen: 2_000 } }] });
    expect((await county.lose(known.loanId, { priceFen: 2_000 })).status).toBe(201);
  });
  it('is announced in the same commit, without the note', async () => {
    const { copy, loanId } = await lent();
    await county.lose(loanId, { note: '找不到了' });
    const events = await county.announced('shulian.circulation.copy.lost.v1', copy.copyId);
    expect(events).toMatchObject([{ version: 2, data: { loanId, lostOn: '2026-10-12' } }]);
    expect(JSON.stringify(events)).not.toContain('找不到了');
  });
  it('of a loan that has ended is refused', async () => {
    const { copy, loanId } = await lent();
    await county.giveBack(copy);
    const told = await county.lose(loanId);
    expect(refusal(told)).toEqual([409, 'loss.refused', ['loan.closed']]);
    expect(told.body).toMatchObject({
      title: '不能登记丢失',
      reasons: [{ facts: { closedHow: 'returned' }, overridable: false, title: expect.any(String) }],
    });
    const again = await lost();
    const twice = await county.lose(again.loanId);
    expect(refusal(twice)).toEqual([409, 'loss.refused', ['loan.closed']]);
    expect(twice.body).toMatchObject({ reasons: [{ facts: { closedHow: 'lost' } }] });
  });
  it('of a loan nobody knows is a 422, a malformed one a 400', async () => {
    const unknown = await county.lose(randomUUID());
    expect([unknown.status, unknown.body]).toMatchObject([
      422,
      { code: 'request.unknown-reference', errors: [{ pointer: '/loanId' }] },
    ]);
    for (const [body, pointer] of [
      [{}, '/loanId'],
      [{ loanId: 'no-id' }, '/loanId'],
      [{ loanId: randomUUID(), note: 7 }, '/note'],
      [{ loanId: randomUUID(), note: '' }, '/note'],
      [{ loanId: randomUUID(), note: 'a\u0000b' }, '/note'],
      [{ loanId: randomUUID(), note: 'x'.repeat(501) }, '/note'],
      [{ loanId: randomUUID(), amount: 5 }, '/amount'],
    ] as const) {
      const told = await county.ask('POST', '/losses', body);
      expect([told.status, pointersOf(told)]).toEqual([400, [pointer]]);
    }
    expect((await county.lose((await lent()).loanId, { note: 'x'.repeat(500) })).status).toBe(201);
  });
  it('is one loss under one key, twenty times pressed', async () => {
    const [{ copy, loanId }, key] = [await lent(), randomUUID()];
    const told = await Promise.all(Array.from({ length: 20 }, () => county.lose(loanId, {}, key)));
    expect(new Set(told.map((answer) => JSON.stringify([answer.status, answer.body]))).size).toBe(1);
    expect(told[0]?.status).toBe(201);
    expect(await county.announced('shulian.circulation.copy.lost.v1', copy.copyId)).toHaveLength(1);
    const other = await county.lose(randomUUID(), {}, key);
    expect([other.status, other.body['code']]).toEqual([422, 'idempotency.key-reused']);
  });
  it('and a return that meet leave one of the two', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { copy, loanId } = await lent();
      const [declared, returned] = await Promise.all([county.lose(loanId), county.giveBack(copy)]);
      // A return that comes second finds the copy again.
      expect([declared.status, returned.body['loan'] === null]).toEqual(
        declared.status === 201 ? [201, true] : [409, false],
      );
      expect(returned.body['next']).toBe('shelf');
    }
  });
  it('leaves the other loans and the holds of the reader as they are', async () => {
    const first = await lent();
    const second = await lent(first.pupil);
    await county.lose(first.loanId);
    expect(await standing(first)).toMatchObject({ open_loans: 1, compensations_owed: 1 });
    await county.lose(second.loanId);
    expect(await standing(first)).toMatchObject({ open_loans: 0, compensations_owed: 2 });
  });
});

describe('who waits for a lost copy', () => {
  const place = async (body: object): Promise<string> => {
    const told = await county.ask('POST', '/holds', { pickupSchoolId: county.schoolId, ...body });
    expect(told.status).toBe(201);
    return told.body['id'] as string;
  };
  const statusOf = async (id: string): Promise<unknown> =>
    (await county.ask('GET', `/holds/${id}`)).body['status'];

  it('waits no longer when only this copy would do, and is told; who wants the title keeps the place', async () => {
    const loan = await lent();
    const { titleId, copyId } = loan.copy;
    const [one, two, three, four] = [
      await county.enrol(),
      await county.enrol(),
      await county.enrol(),
      await county.enrol(),
    ];
    const onlyThis = [
      await place({ copyId, readerId: one.readerId }),
      await place({ copyId, readerId: two.readerId }),
    ];
    const anyCopy = await place({ titleId, readerId: three.readerId });
    await county.lose(loan.loanId);
    for (const id of onlyThis) expect(await statusOf(id)).toBe('cancelled');
    expect(await statusOf(anyCopy)).toBe('waiting');
    const cancelled = await county.announced('shulian.circulation.hold.cancelled.v1', titleId);
    expect(new Set(cancelled.map(({ data }) => String(data['holdId'])))).toEqual(new Set(onlyThis));
    const late = await county.ask('POST', '/holds', { copyId, readerId: four.readerId });
    expect(refusal(late)).toEqual([409, 'hold.refused', ['hold.no-copies']]);
  });
  it('is never left waiting, though the hold is placed in the moment of the loss', async () => {
    for (let round = 0; round < 15; round += 1) {
      const loan = await lent();
      const readers = [await county.enrol(), await county.enrol()];
      const [told, ...placed] = await Promise.all([
        county.lose(loan.loanId),
        ...readers.map(({ readerId }) =>
          county.ask('POST', '/holds', { copyId: loan.copy.copyId, readerId }),
        ),
      ]);
      expect(told.status).toBe(201);
      for (const answer of placed) expect([201, 409]).toContain(answer.status);
      expect(await disagreements(county.service)).toEqual([]);
    }
  });
});

describe('a lost copy that is scanned at a desk', () => {
  it('[CIR-060] is found again and lent again; the compensation stays owed until somebody settles it', async () => {
    const loan = await lost();
    const { copy, pupil, compensationId } = loan;
    const lendable = await county.ask('POST', '/checkouts/dry-run', {
      copyBarcode: copy.barcode,
      readerId: (await county.enrol()).readerId,
    });
    expect(lendable.body).toMatchObject({
      outcome: 'deny',
      reasons: [{ code: 'copy.not-lendable', facts: { state: 'lost' }, overridable: false }],
    });
    await county.itIs('2026-11-30');
    expect((await county.giveBack(copy)).body).toMatchObject({ loan: null, next: 'shelf' });
    expect(await county.announced('shulian.circulation.copy.released.v1', copy.copyId)).toMatchObject([
      { version: 3, data: { next: 'shelf' } },
    ]);
    expect(await standing(loan)).toMatchObject({ state: 'in', compensations_owed: 1 });
    expect((await county.ask('GET', `/compensations/${compensationId}`)).body).toMatchObject({
      status: 'owed',
    });
    expect((await county.lend(copy, pupil)).body).toMatchObject({
      reasons: [{ code: 'reader.owes-compensation' }],
    });
    expect((await county.settle(compensationId, 'waived', { note: '书找到了' })).body).toMatchObject({
      status: 'waived',
      settledOn: '2026-11-30',
      settlementNote: '书找到了',
    });
    expect((await county.lend(copy, pupil)).status).toBe(201);
  });
  it('goes to whoever waits for the title', async () => {
    const { copy } = await lost();
    const waiting = await county.enrol();
    await county.accession({ titleId: copy.titleId, stockState: 'repair' });
    const placed = await county.ask('POST', '/holds', {
      titleId: copy.titleId,
      readerId: waiting.readerId,
    });
    expect(placed.body).toMatchObject({ status: 'waiting' });
    expect((await county.giveBack(copy)).body).toMatchObject({
      loan: null,
      next: 'hold',
      holdId: placed.body['id'],
    });
  });
  it('can be lost a second time, with a compensation of its own', async () => {
    const { copy, compensationId } = await lost();
    await county.giveBack(copy);
    const loanId = loanOf(await county.lend(copy, await county.enrol()));
    const again = await county.lose(loanId);
    expect(again.status).toBe(201);
    expect(compensationOf(again)).not.toBe(compensationId);
    expect((await county.settle(compensationId)).status).toBe(200);
  });
});

describe('a settlement', () => {
  it('is paid, replaced or waived, and kept with its day, who and why', async () => {
    for (const how of ['paid', 'replaced', 'waived']) {
      const loan = await lost();
      const before = await standing(loan);
      await county.itIs('2026-10-19');
      const told = await county.settle(loan.compensationId, how, { note: '收据12号' });
      expect([told.status, told.body]).toMatchObject([
        200,
        { id: loan.compensationId, status: how, settledOn: '2026-10-19', settlementNote: '收据12号' },
      ]);
      expect(await standing(loan)).toEqual({
        ...before,
        reader_version: Number(before['reader_version']) + 1,
        compensations_owed: 0,
      });
      const [row] = await county.service.sql<{ settled_by: string; declared_by: string }>(
        'select settled_by, declared_by from compensation where id = $1',
        [loan.compensationId],
      );
      expect(row?.settled_by).toBe(row?.declared_by);
      await county.itIs('2026-10-12');
    }
  });
  it('happens once', async () => {
    const { compensationId } = await lost();
    expect((await county.settle(compensationId, 'replaced')).status).toBe(200);
    const told = await county.settle(compensationId, 'paid');
    expect(refusal(told)).toEqual([409, 'settlement.refused', ['compensation.settled']]);
    expect(told.body).toMatchObject({
      title: '不能办结赔偿',
      reasons: [{ facts: { status: 'replaced', settledOn: '2026-10-12' } }],
    });
  });
  it('counts once, though ten desks press at once; the second press of one button gets the first answer', async () => {
    const owing = await lost();
    await lost(await lent());
    const told = await Promise.all(Array.from({ length: 10 }, () => county.settle(owing.compensationId)));
    expect(told.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(told.filter(({ status }) => status === 409)).toHaveLength(9);
    expect(await standing(owing)).toMatchObject({ compensations_owed: 0 });
    const [{ compensationId }, key] = [await lost(), randomUUID()];
    const press = () =>
      county.ask('POST', `/compensations/${compensationId}/settlement`, { how: 'paid' }, { key });
    const pressed = await Promise.all(Array.from({ length: 10 }, press));
    expect(new Set(pressed.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect(pressed[0]?.status).toBe(200);
  });
  it('is announced with its amount; a mistake is taken back, once, and the reader owes again', async () => {
    const { compensationId, pupil } = await lost();
    const reopen = (): Promise<Reply> => county.ask('POST', `/compensations/${compensationId}/reopening`);
    expect(refusal(await reopen())).toEqual([409, 'reopening.refused', ['compensation.owed']]);
    await county.settle(compensationId, 'paid', { paidFen: 1_000 });
    const next = await county.accession();
    expect([(await reopen()).status, (await reopen()).status]).toEqual([200, 409]);
    expect(refusal(await county.lend(next, pupil))[2]).toEqual(['reader.owes-compensation']);
    await county.settle(compensationId, 'waived');
    expect((await county.lend(next, pupil)).status).toBe(201);
    const said = ['owed', 'settled', 'reopened'].map((what) =>
      county.announced(`shulian.circulation.compensation.${what}.v1`, compensationId),
    );
    const [owed, settled, reopened] = await Promise.all(said);
    expect(owed).toMatchObject([{ version: 1, data: { readerId: pupil.readerId, owedFen: 2_500 } }]);
    expect(settled).toMatchObject([
      { version: 2, data: { how: 'paid', amountFen: 1_000, settledOn: '2026-10-12' } },
      { version: 4, data: { how: 'waived', amountFen: null } },
    ]);
    expect(reopened).toMatchObject([{ version: 3, data: { reopenedOn: '2026-10-12' } }]);
  });
  it('of what nobody knows is a 404, a malformed one a 400', async () => {
    expect((await county.settle(randomUUID())).status).toBe(404);
    expect((await county.settle('no-id')).status).toBe(404);
    const { compensationId } = await lost();
    for (const [how, more, pointer] of [
      ['stolen', {}, '/how'],
      ['owed', {}, '/how'],
      ['paid', { note: '\u0007' }, '/note'],
      ['paid', { amountFen: 100 }, '/amountFen'],
      ['paid', { paidFen: -1 }, '/paidFen'],
      ['paid', { paidFen: 1.5 }, '/paidFen'],
      ['waived', { paidFen: 100 }, '/paidFen'],
    ] as const) {
      const told = await county.settle(compensationId, how, more);
      expect([told.status, pointersOf(told)]).toEqual([400, [pointer]]);
    }
  });
});

describe('the list of compensations', () => {
  it('tells what a leaver still owes, beside the loans that are open', async () => {
    const first = await lost();
    const paid = await lost(await lent());
    await county.settle(paid.compensationId);
    const owedBy = (readerId: string): Promise<Reply> =>
      county.ask('GET', `/compensations?readerId=${readerId}&status=owed`);
    expect(idsOf(await owedBy(first.pupil.readerId))).toEqual([first.compensationId]);
    expect(idsOf(await owedBy(paid.pupil.readerId))).toEqual([]);
    const settledOnes = await county.ask(
      'GET',
      `/compensations?readerId=${paid.pupil.readerId}&status=paid&schoolId=${county.schoolId}`,
    );
    expect(idsOf(settledOnes)).toEqual([paid.compensationId]);
    await county.settle(first.compensationId, 'waived');
    expect(idsOf(await owedBy(first.pupil.readerId))).toEqual([]);
  });
  it('comes in pages, newest first, each once', async () => {
    const teacher = await county.enrol({ kind: 'teacher', section: null, entryYear: null });
    const loans: Lent[] = [];
    for (let n = 0; n < 5; n += 1) loans.push(await lent(teacher));
    const declared: string[] = [];
    for (const loan of loans) declared.unshift((await lost(loan)).compensationId);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const path = `/compensations?readerId=${teacher.readerId}&limit=2${cursor === null ? '' : `&cursor=${cursor}`}`;
      const page: Reply = await county.ask('GET', path);
      seen.push(...idsOf(page));
      cursor = page.body['nextCursor'] as string | null;
    } while (cursor !== null);
    expect(seen).toEqual(declared);
    for (const query of ['cursor=nonsense', 'limit=501', 'status=stolen', 'readerId=no-id'])
      expect((await county.ask('GET', `/compensations?${query}`)).status).toBe(400);
  });
});
