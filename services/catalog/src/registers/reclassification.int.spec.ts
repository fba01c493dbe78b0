import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarDay, SchoolId, TitleId } from '@shulian/contracts/ids';
import { newId, Transaction } from '@shulian/service-kit';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests, type Reply } from '../a-catalog.builder.js';
import { accessionCopies } from '../accession/accession-copies.use-case.js';
import type { CopyView } from '../accession/copies.http.js';
import { CheckRegisters } from './check-registers.use-case.js';

const day = '2026-10-12' as CalendarDay;
let catalog: CatalogForTests;
let head: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_reclassification'));
  head = await catalog.signer.account({ role: 'school-head', schoolId: catalog.schools[0] });
}, 60_000);
afterAll(() => catalog.end());

const titleOf = async (title: string, clc: string | null): Promise<TitleId> =>
  ((await catalog.call('POST', '/titles', { title, clc })).body as { id: TitleId }).id;
const entered = async (titleId: TitleId, more: object = {}, as = catalog.librarian): Promise<CopyView> =>
  (await catalog.call('POST', '/copies', { titleId, priceFen: 1_000, ...more }, { as })).body;
const classed = async (titleId: TitleId, clc: string | null): Promise<Reply> => {
  const { body } = await catalog.call('GET', `/titles/${titleId}`);
  const { version } = body as { version: number };
  return catalog.call(
    'PATCH',
    `/titles/${titleId}`,
    { clc },
    { headers: { 'if-match': `"v${String(version)}"` } },
  );
};
const copyOf = async ({ id }: CopyView): Promise<CopyView> =>
  (await catalog.call('GET', `/copies/${id}`)).body;
const itemsOf = async (path: string): Promise<Record<string, unknown>[]> =>
  ((await catalog.call('GET', path, undefined, { as: head })).body as { items: Record<string, unknown>[] })
    .items;
const booksAgree = async (): Promise<void> =>
  expect(await catalog.app.get(CheckRegisters).execute(day, new AbortController().signal)).toEqual([]);

describe('a title that gets another class', () => {
  it('[CAT-037] takes its copies along: a pair of lines each, the ledger balances, struck copies stay as they were', async () => {
    const titleId = await titleOf('几何原本', 'I247.5');
    const [first, second, struck] = [await entered(titleId), await entered(titleId), await entered(titleId)];
    await catalog.call(
      'PATCH',
      `/copies/${struck.id}`,
      { status: 'withdrawn', withdrawalReason: 'lost' },
      { headers: { 'if-match': '"v1"' } },
    );
    const there = await entered(titleId, {}, catalog.otherLibrarian);
    await entered(await titleOf('数学史', 'O11'));
    expect((await classed(titleId, 'O18')).status).toBe(200);

    for (const copy of [first, second, there])
      expect(await copyOf(copy)).toMatchObject({ clc: 'O18', callNumber: 'O18/1', version: 2 });
    expect(await copyOf(struck)).toMatchObject({ clc: 'I247.5', callNumber: struck.callNumber });
    expect((await itemsOf('/registers/lines')).slice(5)).toMatchObject([
      { kind: 'reclassified-out', copyId: first.id, clc: 'I247.5', volumes: -1, fen: -1_000, titles: -1, source: 'reclassification' },
      { kind: 'reclassified-in', copyId: first.id, clc: 'O18', volumes: 1, fen: 1_000, titles: 1 },
      { kind: 'reclassified-out', copyId: second.id, titles: 0 },
      { kind: 'reclassified-in', copyId: second.id, titles: 0 },
    ]);
    expect(await itemsOf('/registers/classified')).toMatchObject([
      { mainClass: 'I', volumesIn: 3, volumesOut: 1, titlesReclassified: -1, volumesReclassified: -2, fenReclassified: -2_000, volumesAfter: 0, fenAfter: 0, titlesAfter: 0 },
      { mainClass: 'O', volumesIn: 1, volumesReclassified: 2, fenReclassified: 2_000, volumesAfter: 3, fenAfter: 3_000, titlesAfter: 2 },
      { mainClass: 'total', volumesIn: 4, volumesOut: 1, titlesReclassified: 0, volumesReclassified: 0, fenReclassified: 0, volumesAfter: 3, titlesAfter: 2 },
    ]);
    expect((await itemsOf('/registers/summary')).at(-1)).toMatchObject({
      side: 'value', source: 'reclassification', volumesIn: 0, volumesOut: 0, fenIn: 0, volumesBalance: 3, fenBalance: 3_000, titlesBalance: 2,
    });
    await booksAgree();
  }); // prettier-ignore

  it('tells of every copy that went along, and writes nothing where the class stays', async () => {
    const titleId = await titleOf('草房子', 'I287.45');
    const copy = await entered(titleId);
    const told = (): Promise<unknown[]> =>
      catalog.sql('select type, agg_version from outbox where key = $1 order by id', [copy.id]);
    const lines = (): Promise<unknown[]> =>
      catalog.sql('select number from register_line where copy_id = $1', [copy.id]);
    await classed(titleId, 'I287.45');
    expect(await lines()).toHaveLength(1);
    await classed(titleId, 'I287.47');
    expect(await lines()).toHaveLength(3);
    expect(await told()).toEqual([
      { type: 'shulian.catalog.copy.accessioned.v1', agg_version: 1 },
      { type: 'shulian.catalog.copy.changed.v1', agg_version: 2 },
    ]);
    await booksAgree();
  });

  it('goes back to the number it had when it comes back to its class, and loses it without one', async () => {
    const titleId = await titleOf('野草', 'I210.4');
    const copy = await entered(titleId);
    await classed(titleId, null);
    expect(await copyOf(copy)).toMatchObject({ clc: null, callNumber: null, bookNumber: null });
    await entered(await titleOf('彷徨', 'I210.4'));
    await classed(titleId, 'I210.4');
    expect(await copyOf(copy)).toMatchObject({ callNumber: copy.callNumber });
    await booksAgree();
  });

  it('keeps each line in the period that is open in the school, when one of two has closed', async () => {
    const titleId = await titleOf('朝花夕拾', 'I210.4');
    await entered(titleId);
    const there = await entered(titleId, {}, catalog.otherLibrarian);
    await catalog.call('POST', '/register-periods', { name: '2026年秋' });
    await classed(titleId, 'I266');
    const lines = await catalog.sql<{ period: number }>(
      `select distinct school_id = $2 as closed, period from register_line where title_id = $1 and kind = 'reclassified-in' order by closed`,
      [titleId, catalog.schools[0]],
    );
    expect(lines).toEqual([{ closed: false, period: 1 }, { closed: true, period: 2 }]);
    expect((await copyOf(there)).clc).toBe('I266');
    await booksAgree();
  }); // prettier-ignore

  it('takes 3,000 copies in 200 schools along, while desks of two of them enter and strike', async () => {
    const titleId = await titleOf('新华字典', 'H163');
    const schools = Array.from({ length: 198 }, () => newId<SchoolId>()).concat(catalog.schools);
    const entry = { day, source: 'purchase', documentNumber: null, importId: null, by: 'test' } as const;
    const wanted = Array.from({ length: 15 }, () => ({
      titleId, barcode: null, clc: 'H163', bookNumber: null, callNumber: null, kind: 'book' as const, volume: null,
      location: null, priceFen: 2_990, stockState: null, formerNumber: null, foundAs: null,
    })); // prettier-ignore
    for (const id of schools)
      await catalog.app
        .get<Transaction>(Transaction)
        .run((tx) => accessionCopies(tx, { id, code: 'X' }, entry, wanted));
    const standing = await catalog.sql<{ id: string }>(
      'select id from copy where title_id = $1 and school_id = $2 limit 3',
      [titleId, catalog.schools[0]],
    );
    const replies = await Promise.all([
      classed(titleId, 'H164'),
      ...standing.map(({ id }) =>
        catalog.call('PATCH', `/copies/${id}`, { status: 'withdrawn', withdrawalReason: 'lost' }, { headers: { 'if-match': '"v1"' } }),
      ),
      ...Array.from({ length: 3 }, () => catalog.call('POST', '/copies', { titleId }, { as: catalog.otherLibrarian })),
    ]); // prettier-ignore
    expect(replies[0]?.status).toBe(200);
    const [moved] = await catalog.sql(
      `select count(*)::int as copies, count(distinct school_id)::int as schools from copy
       where title_id = $1 and clc = 'H164' and call_number = 'H164/1' and stock_state <> 'withdrawn'`,
      [titleId],
    );
    expect(moved).toMatchObject({ schools: 200 });
    await booksAgree();
  }, 120_000);
});
