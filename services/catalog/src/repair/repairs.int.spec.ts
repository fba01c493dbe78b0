import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LoanCheckedOutV1 } from '@shulian/contracts/circulation';
import { freshDatabase } from '@shulian/test-kit';
import { eventually } from '@shulian/service-kit/testing';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import type { CopyView } from '../accession/copies.http.js';
import type { ProposalView } from '../weeding/weeding.http.js';
import type { RepairView, TakenAnswer, WeekLine } from './repairs.http.js';

let catalog: CatalogForTests;
let titleId: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_repair'));
  titleId = (
    (await catalog.call('POST', '/titles', { title: '草房子', clc: 'I287.47' })).body as { id: string }
  ).id;
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
const copies = async (count: number): Promise<CopyView[]> => {
  const made: CopyView[] = [];
  for (let at = 0; at < count; at += 1) made.push(await post('/copies', { titleId }, 201));
  return made;
};
const statusOf = async ({ id }: CopyView): Promise<string> =>
  ((await catalog.call('GET', `/copies/${id}`)).body as CopyView).status;
const moved = async ({ id }: CopyView, input: object): Promise<void> => {
  const { body } = await catalog.call('GET', `/copies/${id}`);
  const { status } = await catalog.call('PATCH', `/copies/${id}`, input, {
    headers: { 'if-match': `"v${String((body as CopyView).version)}"` },
  });
  expect(status).toBe(200);
};
const take = (of: readonly CopyView[], more: object = {}): Promise<TakenAnswer> =>
  post('/repairs', { barcodes: of.map(({ barcode }) => barcode), damage: 'loose-pages', ...more }, 200);
const taken = async (copy: CopyView, more: object = {}): Promise<string> =>
  (await take([copy], more)).items[0]?.repairId ?? '';
const end = (id: string, result: string, more: object = {}): Promise<RepairView> =>
  post(`/repairs/${id}/end`, { result, ...more }, 200);
const registerOf = async (query: string): Promise<RepairView[]> =>
  ((await catalog.call('GET', `/repairs?${query}`)).body as { items: RepairView[] }).items;
const lent = async (copy: CopyView): Promise<void> => {
  const { id: copyId, titleId: of, schoolId } = copy;
  const loan = {
    loanId: randomUUID(), copyId, titleId: of, borrower: { kind: 'class', id: randomUUID() }, mode: 'collective', readerId: null,
    lendingSchoolId: schoolId, owningSchoolId: schoolId, readerSchoolId: schoolId, readerKind: null, classId: null, grade: null,
    clc: null, loanedOn: '2026-10-12', dueOn: '2026-10-26', renewals: 0, checkedOutAt: '2026-10-12T04:00:00.000Z',
  }; // prettier-ignore
  await catalog.hear(LoanCheckedOutV1.announce(loan as never, 1));
  await eventually(async () => {
    expect(await statusOf(copy)).toBe('on-loan');
  });
};

describe('the register of repairs', () => {
  it('[CAT-050] has a line for each copy that is mended, and the copy is not lent meanwhile', async () => {
    const [copy] = (await copies(1)) as [CopyView];
    const id = await taken(copy, { note: '第12页脱落' });
    expect((await catalog.call('GET', `/copies/${copy.id}`)).body).toMatchObject({
      status: 'repair',
      available: false,
    });
    expect(await end(id, 'mended')).toMatchObject({
      accessionNumber: copy.accessionNumber, barcode: copy.barcode, title: '草房子', damage: 'loose-pages',
      source: 'circulation', state: 'mended', endedOn: expect.stringMatching(/^\d{4}/), note: '第12页脱落',
    }); // prettier-ignore
    expect((await catalog.call('GET', `/copies/${copy.id}`)).body).toMatchObject({
      status: 'lendable',
      available: true,
    });
    const printed = await fetch(`${catalog.url}/api/v1/repairs?format=csv`, {
      headers: { authorization: `Bearer ${catalog.librarian}`, 'accept-language': 'zh' },
    });
    const [heads, line] = (await printed.text()).replace('\ufeff', '').split('\r\n');
    expect(heads).toBe('取下日期,登录号,条码,索书号,题名,破损情况,来源,结果,完成日期,备注');
    expect(line).toContain('脱页,流通,修好');
  });

  it('[CAT-051] takes what comes back damaged at once, and says of each copy why it cannot', async () => {
    const [good, out, inRepair, struck] = (await copies(4)) as [CopyView, CopyView, CopyView, CopyView];
    await lent(out);
    await take([inRepair]);
    await moved(struck, { status: 'withdrawn', withdrawalReason: 'lost' });
    const foreign = await post<CopyView>('/copies', { titleId }, 201, catalog.otherLibrarian);
    const { taken: count, items } = await take([good, out, inRepair, struck, foreign, good]);
    expect(count).toBe(1);
    expect(items.map(({ code }) => code)).toEqual([
      null,
      'copy.on-loan',
      'repair.in-repair',
      'copy.transition-refused',
      'copy.unknown',
    ]);
    expect(await statusOf(out)).toBe('on-loan');
  });

  it('takes a copy once, however many press the button, and 1 to 100 in a call', async () => {
    const [copy] = (await copies(1)) as [CopyView];
    const answers = await Promise.all([1, 2, 3].map(() => take([copy])));
    expect(answers.map(({ taken: count }) => count).sort()).toEqual([0, 0, 1]);
    const of = (count: number) => ({
      barcodes: Array.from({ length: count }, (_, at) => `K${String(at)}`),
      damage: 'torn',
    });
    expect(await codeOf('/repairs', of(0))).toMatchObject({ status: 400 });
    expect(await codeOf('/repairs', of(101))).toMatchObject({ status: 400 });
    expect(await post<TakenAnswer>('/repairs', of(100), 200)).toMatchObject({ taken: 0 });
  });

  it('takes back what was taken or ended by mistake', async () => {
    const [copy] = (await copies(1)) as [CopyView];
    const mistaken = await taken(copy);
    expect(await end(mistaken, 'not-needed')).toMatchObject({ state: 'not-needed' });
    expect(await statusOf(copy)).toBe('lendable');

    const id = await taken(copy);
    expect(await codeOf(`/repairs/${id}/reopening`, undefined)).toEqual({ status: 409, code: 'repair.open' });
    await end(id, 'beyond-repair');
    expect(await codeOf(`/repairs/${id}/end`, { result: 'mended' })).toEqual({
      status: 409,
      code: 'repair.ended',
    });
    expect(await post(`/repairs/${id}/reopening`, undefined, 200)).toMatchObject({
      state: 'in-repair',
      endedOn: null,
    });
    await end(id, 'mended');
    await moved(copy, { status: 'processing' });
    expect(await codeOf(`/repairs/${id}/reopening`, undefined)).toEqual({
      status: 409,
      code: 'repair.copy-moved-on',
    });
  });

  it('of another school answers as one that does not exist', async () => {
    const [copy] = (await copies(1)) as [CopyView];
    for (const id of [await taken(copy), randomUUID()]) {
      expect(await codeOf(`/repairs/${id}/end`, { result: 'mended' }, catalog.otherLibrarian)).toMatchObject({
        status: 404,
      });
      expect(await codeOf(`/repairs/${id}/reopening`, undefined, catalog.otherLibrarian)).toMatchObject({
        status: 404,
      });
    }
  });
});

describe('the triage before the year ends', () => {
  it('[CAT-049] pulls damaged books, mends what can be mended, and proposes the others for weeding', async () => {
    const [mended, hopeless] = (await copies(2)) as [CopyView, CopyView];
    const { items } = await take([mended, hopeless], { source: 'triage' });
    await end(items[0]?.repairId ?? '', 'mended');
    await end(items[1]?.repairId ?? '', 'beyond-repair');
    expect((await registerOf('source=triage')).map(({ state }) => state).sort()).toEqual([
      'beyond-repair',
      'mended',
    ]);
    expect([await statusOf(mended), await statusOf(hopeless)]).toEqual(['lendable', 'repair']);

    const { body } = await catalog.call('GET', '/weeding-candidates?beyondRepair=true');
    expect((body as { items: { copyId: string }[] }).items).toMatchObject([{ copyId: hopeless.id }]);
    const proposal = await post<ProposalView>(
      '/weeding-proposals',
      { name: '学年末剔旧', reason: 'damaged', rule: { beyondRepair: true } },
      201,
    );
    expect(proposal).toMatchObject({ copies: 1, reason: 'damaged' });
  });
});

describe('the weeks of mending', () => {
  it('[CAT-052] count what was mended against a target that is met at 100 and not at 99', async () => {
    const [model] = (await catalog.sql<{ n: number }>(
      `select max(accession_number)::int as n from copy where school_id = '${catalog.schools[0]}'`,
    )) as [{ n: number }];
    await catalog.sql(
      `insert into copy (id, version, title_id, school_id, barcode, accession_number, kind, stock_state, accessioned_on)
       select gen_random_uuid(), 1, '${titleId}', '${catalog.schools[0]}', 'ALT' || n, ${String(model.n)} + n, 'book', 'repair',
              '2026-01-01' from generate_series(1, 100) n`,
    );
    await catalog.sql(
      `update accession_counter set next = next + 100 where school_id = '${catalog.schools[0]}'`,
    );
    const weeks = async (query = ''): Promise<WeekLine[]> =>
      ((await catalog.call('GET', `/repair-weeks?${query}`)).body as { items: WeekLine[] }).items;
    const [before] = (await weeks()) as [WeekLine];

    const { items } = await post<TakenAnswer>(
      '/repairs',
      {
        barcodes: Array.from({ length: 100 }, (_, at) => `ALT${String(at + 1)}`),
        damage: 'spine',
        source: 'backlog',
      },
      200,
    );
    for (const { repairId } of items.slice(1)) await end(repairId ?? '', 'mended');
    const target = before.mended + 100;
    const [almost] = (await weeks(`target=${String(target)}`)) as [WeekLine];
    expect(almost).toMatchObject({
      mended: before.mended + 99,
      taken: before.taken + 100,
      target,
      met: false,
    });
    await end(items[0]?.repairId ?? '', 'mended');
    const lines = await weeks(`target=${String(target)}`);
    expect(lines[0]).toMatchObject({ mended: target, met: true });
    // They were in nobody's hands before, and can be lent now.
    expect((await catalog.call('GET', `/copies?barcode=ALT1`)).body).toMatchObject({
      items: [{ status: 'lendable' }],
    });
    expect(lines).toHaveLength(12);
    expect(lines[1]).toMatchObject({ taken: 0, mended: 0, met: false });
    const printed = await fetch(`${catalog.url}/api/v1/repair-weeks?format=csv`, {
      headers: { authorization: `Bearer ${catalog.librarian}`, 'accept-language': 'zh' },
    });
    expect((await printed.text()).replace('\ufeff', '').split('\r\n')[0]).toBe(
      '周（周一）,取下,修好,无法修补,目标,达标',
    );
  });
});
