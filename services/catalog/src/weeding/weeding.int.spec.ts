import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LoanCheckedOutV1, LoanReturnedV1 } from '@shulian/contracts/circulation';
import { freshDatabase } from '@shulian/test-kit';
import { eventually } from '@shulian/service-kit/testing';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import type { CopyView } from '../accession/copies.http.js';
import type { WeedingCandidateView, ProposalView, WeedingLine } from './weeding.http.js';

let catalog: CatalogForTests;
let head: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_weeding'));
  head = await catalog.signer.account({ role: 'school-head', schoolId: catalog.schools[0] });
}, 60_000);
afterAll(() => catalog.end());

const post = async <View>(path: string, body: unknown, status: number, as?: string): Promise<View> => {
  const answer = await catalog.call('POST', path, body, as === undefined ? {} : { as });
  expect({ path, status: answer.status, body: answer.body }).toMatchObject({ path, status });
  return answer.body;
};
const codeOf = async (path: string, body: unknown, as?: string): Promise<unknown> => {
  const { status, body: problem } = await catalog.call('POST', path, body, as === undefined ? {} : { as });
  return { status, code: (problem as { code: string }).code };
};
const itemsOf = async <Item>(path: string): Promise<Item[]> => {
  const { status, body } = await catalog.call('GET', path);
  expect({ path, status }).toEqual({ path, status: 200 });
  return (body as { items: Item[] }).items;
};
/** A title of a class of its own, so that the rules of other tests do not meet its copies. */
const copiesOf = async (clc: string, count: number, more: object = {}): Promise<CopyView[]> => {
  const { id: titleId } = await post<{ id: string }>('/titles', { title: `书${clc}`, clc, ...more }, 201);
  const copies: CopyView[] = [];
  for (let at = 0; at < count; at += 1) copies.push(await post('/copies', { titleId, priceFen: 1_000 }, 201));
  return copies;
};
const versions = new Map<string, number>();
const loanOf = (copy: CopyView, loanedOn: string) => ({
  loanId: randomUUID(), copyId: copy.id, titleId: copy.titleId, borrower: { kind: 'class', id: randomUUID() },
  mode: 'collective', readerId: null, lendingSchoolId: copy.schoolId, owningSchoolId: copy.schoolId,
  readerSchoolId: copy.schoolId, readerKind: null, classId: null, grade: null, clc: null, loanedOn, dueOn: loanedOn, renewals: 0,
}); // prettier-ignore
const heard = async (
  copy: CopyView,
  announce: (version: number) => unknown,
  status: string,
): Promise<void> => {
  const version = (versions.get(copy.id) ?? 0) + 1;
  versions.set(copy.id, version);
  await catalog.hear(announce(version) as never);
  await eventually(async () => {
    const { body } = await catalog.call('GET', `/copies/${copy.id}`);
    expect((body as CopyView).status).toBe(status);
  });
};
const lent = (copy: CopyView, loanedOn: string): Promise<void> =>
  heard(
    copy,
    (version) =>
      LoanCheckedOutV1.announce(
        { ...loanOf(copy, loanedOn), checkedOutAt: `${loanedOn}T04:00:00.000Z` } as never,
        version,
      ),
    'on-loan',
  );
const returned = (copy: CopyView, loanedOn: string): Promise<void> =>
  heard(
    copy,
    (version) =>
      LoanReturnedV1.announce(
        {
          ...loanOf(copy, loanedOn), returnedOn: loanedOn, returnedAt: `${loanedOn}T05:00:00.000Z`, next: 'shelf',
          daysLate: 0,
          returnedToSchoolId: copy.schoolId,
        } as never,
        version,
      ), // prettier-ignore
    'lendable',
  );
const candidates = async (query: string): Promise<number[]> =>
  (await itemsOf<WeedingCandidateView>(`/weeding-candidates?${query}`)).map(
    ({ accessionNumber }) => accessionNumber,
  );
const numbersOf = (copies: readonly CopyView[]): number[] => copies.map((copy) => copy.accessionNumber);
const proposed = (copies: readonly CopyView[], reason = 'surplus'): Promise<ProposalView> =>
  post('/weeding-proposals', { name: '剔旧', reason, copyIds: copies.map(({ id }) => id) }, 201);

describe('candidates for weeding', () => {
  it('[CAT-046] are surplus copies, idle, old and of a class, and never so many that proportions or the standard break', async () => {
    const copies = await copiesOf('Q1', 5, { publishedYear: 1995 });
    const [first, second, third] = copies as [CopyView, CopyView, CopyView, CopyView, CopyView];
    await lent(second, '2026-09-01');
    await lent(third, '2020-03-01');
    await returned(third, '2020-03-01');
    const of = (more: string): Promise<number[]> => candidates(`clc=Q1&${more}`);

    // Out is out of the question; of the others the one lent last stays first.
    expect(await of('')).toEqual(numbersOf(copies.filter((copy) => copy !== second)));
    expect(await of('keepCopies=5')).toEqual([]);
    expect(await of('keepCopies=4')).toHaveLength(1);
    expect(await of('keepCopies=2')).toEqual(numbersOf([first, ...copies.slice(3)]));
    expect(await of('notLentSince=2020-03-01')).toEqual(numbersOf([first, ...copies.slice(3)]));
    expect(await of('notLentSince=2020-03-02')).toHaveLength(4);
    expect(await of('publishedBefore=1995')).toEqual([]);
    expect(await of('publishedBefore=1996')).toHaveLength(4);
    expect(await of(`accessionedBefore=${first.accessionedOn}`)).toEqual([]);
    // Four of five may go at 20 of 100, three at 40, none at 100.
    expect(await of('keepPercent=20')).toHaveLength(4);
    expect(await of('keepPercent=40')).toHaveLength(3);
    expect(await of('keepPercent=41')).toHaveLength(2);
    expect(await of('keepPercent=100')).toEqual([]);
    const [{ n: volumes }] = (await catalog.sql<{ n: number }>(
      `select count(*)::int as n from copy where school_id = '${catalog.schools[0]}' and stock_state <> 'withdrawn'`,
    )) as [{ n: number }];
    expect(await of(`keepVolumes=${String(volumes)}`)).toEqual([]);
    expect(await of(`keepVolumes=${String(volumes - 1)}`)).toHaveLength(1);

    const { titles, ...proposal } = {
      titles: 1,
      ...(await post<ProposalView>(
        '/weeding-proposals',
        { name: '复本', reason: 'surplus', rule: { clc: 'Q1', keepCopies: 3 } },
        201,
      )),
    };
    expect({ titles, copies: proposal.copies, fen: proposal.fen }).toEqual({
      titles: 1,
      copies: 2,
      fen: 2_000,
    });
    // What is proposed already is no candidate any more.
    expect(await of('')).toHaveLength(2);
    const page = await fetch(`${catalog.url}/api/v1/weeding-candidates?clc=Q1&format=csv`, {
      headers: { authorization: `Bearer ${catalog.librarian}`, 'accept-language': 'zh' },
    });
    expect((await page.text()).replace('\ufeff', '').split('\r\n')[0]).toBe(
      '登录号,条码,索书号,题名,出版年,馆藏地,单价(元),入藏日期,最近借出,复本',
    );
  });

  it('[CAT-048] of old teaching literature only where the stock stays above the standard', async () => {
    const old = await copiesOf('G42', 2, { publishedYear: 1988 });
    const [{ n: volumes }] = (await catalog.sql<{ n: number }>(
      // What others have proposed is as good as gone.
      `select count(*)::int as n from copy c where school_id = '${catalog.schools[0]}' and stock_state <> 'withdrawn'
         and not exists (select from weeding_line w where w.copy_id = c.id and w.state in ('proposed', 'approved'))`,
    )) as [{ n: number }];
    const rule = { clc: 'G4', publishedBefore: 1990 };
    const bodyOf = (keepVolumes: number) => ({
      name: '教研旧书',
      reason: 'outdated',
      rule: { ...rule, keepVolumes },
    });
    expect(await codeOf('/weeding-proposals', bodyOf(volumes))).toEqual({
      status: 409,
      code: 'weeding.nothing-to-weed',
    });
    expect(await candidates(`clc=G4&publishedBefore=1990&keepVolumes=${String(volumes - 2)}`)).toEqual(
      numbersOf(old),
    );
    expect(await post<ProposalView>('/weeding-proposals', bodyOf(volumes - 1), 201)).toMatchObject({
      copies: 1,
    });
  });
});

describe('a weeding proposal', () => {
  it('[CAT-047] goes from the librarian to the head to the office, and only then out of the register under its number', async () => {
    const copies = await copiesOf('R1', 3);
    const [gone, kept, out] = copies as [CopyView, CopyView, CopyView];
    const { id } = await proposed(copies);
    const at = `/weeding-proposals/${id}`;

    // Nothing leaves before the office has said so, and nobody jumps a step.
    expect(await codeOf(`${at}/withdrawals`, undefined)).toEqual({ status: 409, code: 'weeding.not-now' });
    expect(await codeOf(`${at}/approval`, { documentNumber: '批1' }, catalog.admin)).toEqual({
      status: 409,
      code: 'weeding.not-now',
    });
    expect(await codeOf(`${at}/review`, {})).toEqual({ status: 403, code: 'permission.denied' });
    expect(await codeOf(`${at}/approval`, { documentNumber: '批1' }, head)).toMatchObject({ status: 403 });
    expect(await codeOf(`${at}/review`, { keep: [kept.id, randomUUID()] }, head)).toEqual({
      status: 409,
      code: 'weeding.not-in-proposal',
    });

    await post(`${at}/review`, { keep: [gone.id] }, 200, head);
    expect(await post(`${at}/review/undo`, undefined, 200, head)).toMatchObject({
      state: 'proposed',
      kept: 0,
    });
    expect(await post(`${at}/review`, { keep: [kept.id], note: '校史' }, 200, head)).toMatchObject({
      state: 'reviewed', copies: 3, kept: 1, note: '校史',
    }); // prettier-ignore
    expect(
      await post(
        `${at}/approval`,
        { documentNumber: '教批〔2027〕3号', approvedBy: '教育局装备科' },
        200,
        catalog.admin,
      ),
    ).toMatchObject({
      state: 'approved',
      documentNumber: '教批〔2027〕3号',
      approvedBy: '教育局装备科',
      hasEvidence: false,
    });
    expect(await codeOf(`${at}/cancellation`, {})).toEqual({ status: 409, code: 'weeding.not-now' });
    expect(await codeOf(`${at}/review/undo`, undefined, head)).toEqual({
      status: 409,
      code: 'weeding.not-now',
    });

    // A copy that was lent meanwhile waits for its return.
    await lent(out, '2026-10-12');
    expect(await post(`${at}/withdrawals`, undefined, 200)).toEqual({ withdrawn: 1, left: 1, away: 1 });
    await returned(out, '2026-10-12');
    expect(await post(`${at}/withdrawals`, undefined, 200)).toEqual({ withdrawn: 1, left: 0, away: 0 });
    expect((await catalog.call('GET', at)).body).toMatchObject({ state: 'done', withdrawn: 2, kept: 1 });
    expect(await codeOf(`${at}/withdrawals`, undefined)).toEqual({ status: 409, code: 'weeding.not-now' });

    const struck = (await itemsOf<Record<string, unknown>>('/registers/withdrawals')).filter(
      ({ documentNumber }) => documentNumber === '教批〔2027〕3号',
    );
    expect(struck.map(({ copyId, reason, approvedBy }) => [copyId, reason, approvedBy])).toEqual([
      [gone.id, 'surplus', '教育局装备科'],
      [out.id, 'surplus', '教育局装备科'],
    ]);
    expect((await itemsOf<WeedingLine>(`${at}/lines`)).map(({ copyId, state }) => [copyId, state])).toEqual([
      [gone.id, 'withdrawn'],
      [kept.id, 'kept'],
      [out.id, 'withdrawn'],
    ]);
    expect((await catalog.call('GET', `/copies/${kept.id}`)).body).toMatchObject({ status: 'lendable' });
  });

  it('[CAT-047] keeps the paper of its approval, in place of a wrong one until all is struck', async () => {
    const [copy] = await copiesOf('R3', 1);
    if (copy === undefined) throw new Error('no copy');
    const { id } = await proposed([copy]);
    const at = `/weeding-proposals/${id}`;
    const put = async (bytes: string, as?: string) => {
      const form = new FormData();
      form.set('file', new Blob([bytes]), 'approval');
      const { status, body } = await catalog.call(
        'PUT',
        `${at}/evidence`,
        form,
        as === undefined ? {} : { as },
      );
      return [status, (body as { code?: string }).code];
    };
    const kept = async (as = catalog.librarian): Promise<readonly [number, string, string | null]> => {
      const answer = await fetch(`${catalog.url}/api/v1${at}/evidence`, {
        headers: { authorization: `Bearer ${as}` },
      });
      return [answer.status, await answer.text(), answer.headers.get('content-type')];
    };
    expect(await put('%PDF-1.4 early')).toEqual([409, 'weeding.not-now']);
    await post(`${at}/review`, {}, 200, head);
    await post(`${at}/approval`, { documentNumber: '批9' }, 200, catalog.admin);
    expect((await kept())[0]).toBe(404);
    expect(await put('<html>')).toEqual([415, 'weeding.evidence-unsupported']);
    expect(await put('%PDF-1.4 wrong', catalog.otherLibrarian)).toEqual([404, 'resource.unknown']);
    expect(await put('%PDF-1.4 wrong')).toEqual([200, undefined]);
    expect(await put('%PDF-1.4 right')).toEqual([200, undefined]);
    expect(await kept()).toEqual([200, '%PDF-1.4 right', 'application/pdf']);
    expect((await kept(catalog.otherLibrarian))[0]).toBe(404);
    await post(`${at}/withdrawals`, undefined, 200);
    expect(await put('%PDF-1.4 late')).toEqual([409, 'weeding.not-now']);
    expect((await kept(catalog.admin))[1]).toBe('%PDF-1.4 right');
  });

  it('leaves everything as it was when the school cancels it or the office refuses it', async () => {
    const copies = await copiesOf('R2', 1);
    const first = await proposed(copies);
    expect(
      await codeOf('/weeding-proposals', { name: '又', reason: 'surplus', copyIds: [copies[0]?.id] }),
    ).toEqual({
      status: 409,
      code: 'weeding.nothing-to-weed',
    });
    await post(`/weeding-proposals/${first.id}/cancellation`, { note: '误提' }, 200);
    const second = await proposed(copies);
    await post(`/weeding-proposals/${second.id}/review`, {}, 200, head);
    expect(
      await post(`/weeding-proposals/${second.id}/refusal`, { note: '再用' }, 200, catalog.admin),
    ).toMatchObject({ state: 'refused', note: '再用', documentNumber: null });
    expect(await itemsOf<WeedingLine>(`/weeding-proposals/${second.id}/lines`)).toMatchObject([
      { state: 'dropped' },
    ]);
    expect(await proposed(copies)).toMatchObject({ copies: 1 });
  });

  it('is decided by nobody who proposed it', async () => {
    const { id: copyId } = (await copiesOf('R3', 1))[0] as CopyView;
    const { id } = await post<ProposalView>(
      '/weeding-proposals',
      { schoolId: catalog.schools[0], name: '自批', reason: 'outdated', copyIds: [copyId] },
      201,
      catalog.admin,
    );
    await post(`/weeding-proposals/${id}/review`, {}, 200, head);
    expect(
      await codeOf(`/weeding-proposals/${id}/approval`, { documentNumber: '自' }, catalog.admin),
    ).toEqual({
      status: 409,
      code: 'weeding.own-proposal',
    });
  });

  it('is approved once and strikes each copy once, however many press the button', async () => {
    const copies = await copiesOf('R4', 3);
    const { id } = await proposed(copies);
    await post(`/weeding-proposals/${id}/review`, {}, 200, head);
    const statuses = await Promise.all(
      [1, 2, 3].map(
        async (n) =>
          (
            await catalog.call(
              'POST',
              `/weeding-proposals/${id}/approval`,
              { documentNumber: `并批${String(n)}` },
              { as: catalog.admin },
            )
          ).status,
      ),
    );
    expect(statuses.sort()).toEqual([200, 409, 409]);
    await Promise.all([1, 2, 3].map(() => catalog.call('POST', `/weeding-proposals/${id}/withdrawals`)));
    const lines = await catalog.sql<{ n: number }>(
      `select count(*)::int as n from register_line where kind = 'withdrawal' and copy_id = any('{${copies.map((copy) => copy.id).join()}}')`,
    );
    expect(lines[0]?.n).toBe(3);
  });

  it('of another school answers as one that does not exist', async () => {
    const { id } = await proposed(await copiesOf('R5', 1));
    for (const proposal of [id, randomUUID()]) {
      for (const path of ['', '/lines'])
        expect(
          (
            await catalog.call('GET', `/weeding-proposals/${proposal}${path}`, undefined, {
              as: catalog.otherLibrarian,
            })
          ).status,
        ).toBe(404);
      for (const path of ['withdrawals', 'cancellation'])
        expect(await codeOf(`/weeding-proposals/${proposal}/${path}`, {}, catalog.otherLibrarian)).toEqual({
          status: 404,
          code: 'resource.unknown',
        });
    }
  });
});

describe('weeding past the office', () => {
  it.each(['damaged', 'surplus', 'outdated'])(
    'is refused for a copy that is %s (P-23)',
    async (withdrawalReason) => {
      const [copy] = (await copiesOf('R6', 1)) as [CopyView];
      const { status, body } = await catalog.call(
        'PATCH',
        `/copies/${copy.id}`,
        { status: 'withdrawn', withdrawalReason, documentNumber: '自批' },
        { headers: { 'if-match': '"v1"' } },
      );
      expect({ status, code: (body as { code: string }).code }).toEqual({
        status: 409,
        code: 'copy.weeding-needs-approval',
      });
    },
  );
});

describe('proposals beside each other', () => {
  const ask = (body: object) =>
    catalog.call('POST', '/weeding-proposals', { name: '剔旧', reason: 'surplus', ...body });

  it('[CAT-046] together leave what one rule leaves, by name or by rule, one after the other or at once', async () => {
    await copiesOf('E6', 6);
    const rule = { clc: 'E6', keepPercent: 50 };
    expect((await ask({ rule })).body).toMatchObject({ copies: 3 });
    expect((await ask({ rule })).body).toMatchObject({ code: 'weeding.nothing-to-weed' });

    const [named] = (await copiesOf('P6', 3)) as [CopyView];
    const both = await ask({ copyIds: [named.id], rule: { clc: 'P6', keepCopies: 1 } });
    expect(both.body).toMatchObject({ copies: 2 });

    await Promise.all([copiesOf('S7', 4), copiesOf('S8', 4)]);
    const [one, other] = await Promise.all([
      ask({ rule: { clc: 'S7', keepPercent: 75 } }),
      ask({ rule: { clc: 'S8', keepPercent: 75 } }),
    ]);
    // Two of the eight volumes of the class may go.
    const weeded = [one, other].map(({ body }) => (body as Partial<ProposalView>).copies ?? 0);
    expect(weeded.sort()).toEqual([0, 2]);
  });
});

describe('an approval', () => {
  it('[CAT-047] is taken back by the office alone and with a reason: what is struck stays struck, the rest is free again', async () => {
    const copies = (await copiesOf('N7', 2)) as [CopyView, CopyView];
    const { id } = await proposed(copies);
    const path = `/weeding-proposals/${id}`;
    await post(`${path}/review`, {}, 200, head);
    await post(`${path}/approval`, { documentNumber: '教批7' }, 200, catalog.admin);
    await lent(copies[1], '2026-10-01');
    await post(`${path}/withdrawals`, {}, 200);

    expect(await codeOf(`${path}/revocation`, { note: '误批' })).toMatchObject({ status: 403 });
    expect(await codeOf(`${path}/revocation`, {}, catalog.admin)).toMatchObject({ status: 400 });
    const revoked = await post<ProposalView>(`${path}/revocation`, { note: '误批' }, 200, catalog.admin);
    expect(revoked).toMatchObject({
      state: 'cancelled',
      documentNumber: '教批7',
      note: '误批',
      withdrawn: 1,
    });
    const lines = await itemsOf<WeedingLine>(`${path}/lines`);
    expect(lines.map(({ state }) => state)).toEqual(['withdrawn', 'dropped']);
    expect(await codeOf(`${path}/withdrawals`, {})).toEqual({ status: 409, code: 'weeding.not-now' });
    await returned(copies[1], '2026-10-01');
    expect(await proposed([copies[1]])).toMatchObject({ copies: 1 });
  });
});

describe('a head who wants none of it', () => {
  it('[CAT-047] says no to the whole proposal, and its copies are free again', async () => {
    const copies = await copiesOf('N8', 2);
    const { id } = await proposed(copies);
    const refused = await post<ProposalView>(
      `/weeding-proposals/${id}/cancellation`,
      { note: '仍有人读' },
      200,
      head,
    );
    expect(refused).toMatchObject({ state: 'cancelled', note: '仍有人读' });
    expect(await proposed(copies)).toMatchObject({ copies: 2 });
  });
});
