import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CompensationOwedV1,
  CompensationReopenedV1,
  CompensationSettledV1,
  CopyLostV1,
  CopyReleasedV1,
} from '@shulian/contracts/circulation';
import { newId } from '@shulian/service-kit';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests, type Reply } from '../a-catalog.builder.js';
import type { CopyView } from '../accession/copies.http.js';
import type { ClosingsAnswer, CompensationLine, CompensationMonth } from './compensations.http.js';
import type { Standing } from './rules/standing.js';

let catalog: CatalogForTests;
let head: string;
let titleId: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_compensations'));
  head = await catalog.signer.account({ role: 'school-head', schoolId: catalog.schools[0] });
  titleId = (await catalog.call('POST', '/titles', { title: '草房子', clc: 'I287.47' })).body['id'];
}, 60_000);
afterAll(() => catalog.end());

type Loss = { readonly copy: CopyView; readonly said: Parameters<typeof CompensationOwedV1.announce>[0] };

/** A copy that was lent and lost, for what its reader owes. */
const lost = async (owedOn = '2026-10-12', priceFen = 2_500): Promise<Loss> => {
  const copy: CopyView = (await catalog.call('POST', '/copies', { titleId, priceFen })).body;
  const said = {
    compensationId: newId(), loanId: newId(), copyId: copy.id, titleId, borrower: { kind: 'class', id: newId() }, readerId: null,
    owningSchoolId: catalog.schools[0], lendingSchoolId: catalog.schools[0], readerSchoolId: catalog.schools[0], owedOn, owedFen: priceFen,
  } as never as Loss['said']; // prettier-ignore
  const loan = {
    loanId: said.loanId, copyId: copy.id, titleId, borrower: said.borrower, mode: 'collective', readerId: null,
    lendingSchoolId: copy.schoolId, owningSchoolId: copy.schoolId, readerSchoolId: copy.schoolId, readerKind: null, classId: null,
    grade: null, clc: null, loanedOn: '2026-09-12', dueOn: '2026-10-12', renewals: 0, lostOn: owedOn,
  }; // prettier-ignore
  await catalog.hear(CopyLostV1.announce(loan as never, 2));
  await catalog.hear(CompensationOwedV1.announce(said, 1));
  await stands(said.compensationId, 'owed');
  await eventually(async () => {
    const { body } = await catalog.call('GET', `/copies/${copy.id}`);
    expect((body as CopyView).status).toBe('lost');
  });
  return { copy, said };
};
const settled = async (
  { said }: Loss,
  how: 'paid' | 'replaced' | 'waived',
  amountFen: number | null = null,
) => {
  await catalog.hear(
    CompensationSettledV1.announce({ ...said, how, amountFen, settledOn: '2026-10-14' as never }, 2),
  );
  await stands(said.compensationId, 'to-close');
};
const linesOf = async (query = ''): Promise<CompensationLine[]> =>
  (
    (await catalog.call('GET', `/compensation-account?limit=500&${query}`)).body as {
      items: CompensationLine[];
    }
  ).items;
const lineOf = async (id: string): Promise<CompensationLine | undefined> =>
  (await linesOf()).find((line) => line.id === id);
const stands = (id: string, standing: Standing): Promise<void> =>
  eventually(async () => {
    expect((await lineOf(id))?.standing).toBe(standing);
  });
const close = async (ids: readonly string[], more: object = {}): Promise<ClosingsAnswer> =>
  (await catalog.call('POST', '/compensation-closings', { compensationIds: ids, ...more })).body;
const replace = (id: string, body: object = {}, as = catalog.librarian): Promise<Reply> =>
  catalog.call('POST', `/compensation-account/${id}/replacement`, body, { as });
const withdrawals = async (): Promise<{ copyId: string; number: number }[]> =>
  catalog.sql(`select copy_id as "copyId", number from register_line where kind = 'withdrawal'`);

describe('the account of compensations', () => {
  it('[CAT-042] closes what was paid with one line of the withdrawal register, however many press the button', async () => {
    const loss = await lost('2026-10-12', 2_500);
    const id = loss.said.compensationId;
    expect(await close([id])).toMatchObject({ closed: 0, items: [{ code: 'compensation.still-owed' }] });
    await settled(loss, 'paid', 2_400);
    const answers = await Promise.all([1, 2, 3].map(() => close([id, id], { documentNumber: '赔2026-1' })));
    expect(answers.map(({ closed }) => closed).sort()).toEqual([0, 0, 1]);
    expect((await withdrawals()).filter(({ copyId }) => copyId === loss.copy.id)).toHaveLength(1);
    expect(await lineOf(id)).toMatchObject({
      owedOn: '2026-10-12', owedFen: 2_500, how: 'paid', amountFen: 2_400, settledOn: '2026-10-14', standing: 'closed',
      accessionNumber: loss.copy.accessionNumber, title: '草房子', withdrawnFen: 2_500, documentNumber: '赔2026-1',
      withdrawalLine: expect.any(Number), replacementId: null,
    }); // prettier-ignore
    const { body } = await catalog.call('GET', `/copies/${loss.copy.id}`);
    expect(body).toMatchObject({ status: 'withdrawn', withdrawalReason: 'lost-and-paid' });
  });

  it('[CAT-042] closes what was replaced with the copy that came for it, entered with it or before', async () => {
    const loss = await lost();
    await settled(loss, 'replaced');
    const id = loss.said.compensationId;
    expect(await close([id])).toMatchObject({ items: [{ code: 'compensation.replacement-needed' }] });
    const line = (await replace(id, { documentNumber: '赔2026-2' })).body as CompensationLine;
    expect(line).toMatchObject({ standing: 'replaced', replacementFen: 2_500, withdrawnFen: 2_500 });
    expect((await catalog.call('GET', `/copies/${line.replacementId ?? ''}`)).body).toMatchObject({
      titleId,
      status: 'lendable',
      accessionNumber: line.replacementNumber,
    });
    const { body: register } = await catalog.call('GET', '/registers/individual?limit=500');
    expect((register as { items: { copyId: string; source: string }[] }).items).toContainEqual(
      expect.objectContaining({ copyId: line.replacementId, source: 'replacement' }),
    );
    expect(await replace(id)).toMatchObject({ status: 409, body: { code: 'compensation.closed' } });

    const [again, third] = [await lost(), await lost()];
    await settled(again, 'replaced');
    await settled(third, 'replaced');
    const entered: CopyView = (await catalog.call('POST', '/copies', { titleId, source: 'replacement' }))
      .body;
    expect((await replace(again.said.compensationId, { copyId: entered.id, barcode: 'X1' })).status).toBe(
      400,
    );
    expect((await replace(again.said.compensationId, { copyId: again.copy.id })).status).toBe(422);
    expect((await replace(again.said.compensationId, { copyId: entered.id })).body).toMatchObject({
      standing: 'replaced',
      replacementId: entered.id,
    });
    expect(await replace(third.said.compensationId, { copyId: entered.id })).toMatchObject({
      status: 409,
      body: { code: 'compensation.replacement-taken' },
    });
    await stands(third.said.compensationId, 'to-close');
  });

  it('[CAT-042] shows what is owed again, what came back, and takes the line that a lost copy has already', async () => {
    const [taken, found, struck] = [await lost(), await lost(), await lost()];
    await settled(taken, 'paid', 2_500);
    await close([taken.said.compensationId]);
    await catalog.hear(
      CompensationReopenedV1.announce({ ...taken.said, reopenedOn: '2026-10-15' as never }, 3),
    );
    await stands(taken.said.compensationId, 'owed-again');

    await settled(found, 'waived');
    expect(await replace(found.said.compensationId)).toMatchObject({
      status: 409,
      body: { code: 'compensation.no-replacement-due' },
    });
    const released = { copyId: found.copy.id, titleId, owningSchoolId: catalog.schools[0], next: 'shelf' };
    await catalog.hear(CopyReleasedV1.announce(released as never, 3));
    await stands(found.said.compensationId, 'came-back');
    expect(await close([found.said.compensationId, randomUUID()])).toMatchObject({
      closed: 0,
      items: [{ code: 'compensation.copy-came-back' }, { code: 'compensation.unknown' }],
    });

    const { status } = await catalog.call('PATCH', `/copies/${struck.copy.id}`, { status: 'withdrawn', withdrawalReason: 'lost' }, {
      headers: { 'if-match': '"v1"' },
    }); // prettier-ignore
    expect(status).toBe(200);
    await settled(struck, 'waived');
    expect(await close([struck.said.compensationId])).toMatchObject({ closed: 1 });
    expect(await lineOf(struck.said.compensationId)).toMatchObject({
      standing: 'closed',
      withdrawnFen: 2_500,
    });
  });

  it('[CAT-042] balances by month, and is printed', async () => {
    await lost('2026-08-31', 700);
    const open = await lost('2026-09-01', 1_000);
    const paid = await lost('2026-09-30', 500);
    await settled(paid, 'paid', 500);
    await lost('2026-10-01', 100);
    const { body } = await catalog.call(
      'GET',
      '/compensation-months?from=2026-09-10&to=2026-10-02',
      undefined,
      { as: head },
    );
    const months = (body as { items: CompensationMonth[] }).items;
    expect(months.map(({ month }) => month)).toEqual(['2026-10-01', '2026-09-01']);
    expect(months[1]).toMatchObject({
      owed: 2, owedFen: 1_500, open: 1, openFen: 1_000, paid: 1, paidFen: 500, toClose: 1, withdrawn: 0, withdrawnFen: 0,
    }); // prettier-ignore
    for (const month of months) {
      const settledThen = month.paid + month.replaced + month.waived;
      expect(month.owed).toBe(month.open + settledThen);
      expect(settledThen).toBe(month.withdrawn + month.replacements + month.cameBack + month.toClose);
    }
    expect(months[0]).toMatchObject({ replacements: 2, cameBack: 1, owedAgain: 1 });
    const struck = (await linesOf()).filter(({ withdrawalLine }) => withdrawalLine !== null);
    const register = await withdrawals();
    expect(
      struck.map(({ copyId, withdrawalLine }) => ({ copyId, number: withdrawalLine })).sort(byNumber),
    ).toEqual([...register].sort(byNumber));
    expect((await linesOf('standing=owed&from=2026-09-01&to=2026-09-30')).map(({ id }) => id)).toEqual([
      open.said.compensationId,
    ]);
    const first = (await catalog.call('GET', '/compensation-account?limit=1')).body as { nextCursor: string };
    const second = await linesOf(`cursor=${encodeURIComponent(first.nextCursor)}`);
    expect(second).toHaveLength((await linesOf()).length - 1);
    const printed = await fetch(`${catalog.url}/api/v1/compensation-account?format=csv`, {
      headers: { authorization: `Bearer ${catalog.librarian}`, 'accept-language': 'zh' },
    });
    const lines = (await printed.text()).replace('\ufeff', '').split('\r\n');
    expect(lines[0]).toBe(
      '丢失日期,登录号,索书号,题名,应赔(元),办结,实赔(元),办结日期,状态,注销行号,注销金额(元),凭证号,赔书登录号',
    );
    expect(lines.join('\n')).toContain('草房子,25,赔款,24,2026-10-14,已注销');
  });

  it('of another school answers as one that does not exist', async () => {
    const loss = await lost();
    await settled(loss, 'replaced');
    const answer = await replace(loss.said.compensationId, {}, catalog.otherLibrarian);
    expect([answer.status, (await replace(randomUUID())).status]).toEqual([404, 404]);
    const closing = { compensationIds: [loss.said.compensationId] };
    const { body } = await catalog.call('POST', '/compensation-closings', closing, {
      as: catalog.otherLibrarian,
    });
    expect(body).toMatchObject({ closed: 0, items: [{ code: 'compensation.unknown' }] });
    const { body: refused } = await catalog.call('POST', '/compensation-closings', closing, { as: head });
    expect(refused).toMatchObject({ status: 403 });
  });
});

const byNumber = (one: { number: number | null }, other: { number: number | null }): number =>
  (one.number ?? 0) - (other.number ?? 0);
