import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import type { QueryRunner } from 'typeorm';
import { OpenRegistersWithWhatIsThere1790004501000 } from '#migrations/1790004501000-open-registers-with-what-is-there';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import type { CopyView } from '../accession/copies.http.js';

let catalog: CatalogForTests;
let titleId: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_register_lines'));
  const { body } = await catalog.call('POST', '/titles', { title: '呐喊', clc: 'I210.6', priceFen: 1_200 });
  titleId = (body as { id: string }).id;
});
afterAll(() => catalog.end());

type Line = { number: number; kind: string; volumes: number; titles: number; fen: number; batch: number };
const linesOf = (copyId: string): Promise<Line[]> =>
  catalog.sql<Line>(
    'select number, kind, volumes, titles, fen, batch from register_line where copy_id = $1 order by number',
    [copyId],
  );
const entered = async (input: Record<string, unknown> = {}): Promise<CopyView> =>
  (await catalog.call('POST', '/copies', { titleId, ...input })).body;
const changed = async (copy: CopyView, input: Record<string, unknown>): Promise<CopyView> => {
  const { status, body } = await catalog.call('PATCH', `/copies/${copy.id}`, input, {
    headers: { 'if-match': `"v${String(copy.version)}"` },
  });
  expect(status).toBe(200);
  return body;
};

describe('lines of the registers', () => {
  it('are written for accession, change of price and withdrawal, and for no other change', async () => {
    const first = await entered({
      source: 'purchase',
      withoutDeliveryReason: '旧账补登',
      documentNumber: '发票 0012',
    });
    const second = await entered({
      source: 'purchase',
      withoutDeliveryReason: '旧账补登',
      documentNumber: '发票 0012',
      priceFen: 0,
    });
    let copy = await changed(first, { location: '二楼' });
    copy = await changed(copy, { priceFen: 1_500 });
    await changed(copy, { status: 'withdrawn', withdrawalReason: 'lost', documentNumber: '批 7' });
    expect(await linesOf(first.id)).toEqual([
      { number: 1, kind: 'accession', volumes: 1, titles: 1, fen: 1_200, batch: 1 },
      { number: 3, kind: 'reprice', volumes: 0, titles: 0, fen: 300, batch: 2 },
      { number: 4, kind: 'withdrawal', volumes: -1, titles: 0, fen: -1_500, batch: 3 },
    ]);
    await changed(second, { status: 'withdrawn', withdrawalReason: 'transferred' });
    expect(await linesOf(second.id)).toEqual([
      { number: 2, kind: 'accession', volumes: 1, titles: 0, fen: 0, batch: 1 },
      { number: 5, kind: 'withdrawal', volumes: -1, titles: -1, fen: 0, batch: 4 },
    ]);
    expect(
      await catalog.sql('select number, side, source, document_number from register_batch order by number'),
    ).toEqual([
      { number: 1, side: 'in', source: 'purchase', document_number: '发票 0012' },
      { number: 2, side: 'value', source: 'revaluation', document_number: null },
      { number: 3, side: 'out', source: 'lost', document_number: '批 7' },
      { number: 4, side: 'out', source: 'transferred', document_number: null },
    ]);
  });

  it('have no gap after refusals and among desks that write at once', async () => {
    const copies = await Promise.all(Array.from({ length: 12 }, () => entered()));
    const [copy] = copies;
    if (copy === undefined) throw new Error('no copy');
    const refused = await catalog.call('POST', '/copies', { titleId, barcode: copy.barcode });
    expect(refused.status).toBe(409);
    await Promise.all(
      copies.slice(0, 6).map((each) => changed(each, { status: 'withdrawn', withdrawalReason: 'lost' })),
    );
    await entered();
    const lines = await catalog.sql<{ number: number }>('select number from register_line order by number');
    expect(lines.map(({ number }) => number)).toEqual(lines.map((_, at) => at + 1));
    expect(await catalog.sql('select next_line from register')).toEqual([{ next_line: lines.length + 1 }]);
  });

  it('are neither changed nor deleted, also by hand', async () => {
    await expect(catalog.sql('update register_line set fen = 0')).rejects.toThrow('never edited');
    await expect(catalog.sql('delete from register_line')).rejects.toThrow('never edited');
  });

  it('of an import are one batch, that begins and ends with its copies', async () => {
    const form = new FormData();
    const lines = Array.from({ length: 450 }, (_, at) => `第${String(at)}种,I247.5,B${String(at)},20.00`);
    form.set('file', new Blob([['题名,分类号,条码,价格', ...lines].join('\n')]), '书单.csv');
    form.set('source', 'donation');
    form.set('documentNumber', '捐 3');
    const queued = await catalog.call('POST', '/catalog-imports', form);
    expect(queued.status).toBe(202);
    const { id } = queued.body as { id: string };
    for (let job = { status: 'queued' }; job.status !== 'succeeded';) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      job = (await catalog.call('GET', `/jobs/${id}`)).body;
      expect(job.status).not.toBe('failed');
    }
    expect(
      await catalog.sql(
        `select b.source, b.document_number, count(*)::int as volumes, sum(l.titles)::int as titles, sum(l.fen)::int as fen,
                count(distinct l.by_whom)::int as people
         from register_batch b join register_line l on l.school_id = b.school_id and l.batch = b.number
         where b.import_id is not null group by b.source, b.document_number`,
      ),
    ).toEqual([
      { source: 'donation', document_number: '捐 3', volumes: 450, titles: 450, fen: 900_000, people: 1 },
    ]);
  });
});

describe('copies older than the registers', () => {
  it('have their opening lines by the migration, struck ones both, and the books say the same', async () => {
    const books = (): Promise<unknown[]> =>
      catalog.sql(`select main_class, sum(volumes)::int as volumes, sum(titles)::int as titles, sum(fen)::int as fen
                   from register_line group by main_class order by main_class`);
    const before = await books();
    expect(before).toHaveLength(1);
    const runner = { query: (text: string) => catalog.sql(text) } as unknown as QueryRunner;
    const opening = new OpenRegistersWithWhatIsThere1790004501000();
    await opening.down(runner);
    await opening.up(runner);
    expect(await books()).toEqual(before);
    const [counted] = await catalog.sql(
      `select (select count(*) from register_line where kind = 'accession') = (select count(*) from copy) as all_in,
              (select count(*) from register_line where kind = 'withdrawal')
                = (select count(*) from copy where withdrawn_on is not null) as all_out,
              (select count(*) from register_batch where import_id is not null) as imports,
              (select bool_and(l.day = c.accessioned_on) from register_line l join copy c on c.id = l.copy_id
               where l.kind = 'accession') as on_their_days,
              (select next_line from register) = (select max(number) + 1 from register_line) as goes_on`,
    );
    expect(counted).toEqual({
      all_in: true,
      all_out: true,
      imports: '1',
      on_their_days: true,
      goes_on: true,
    });
    const next = await entered();
    expect(await linesOf(next.id)).toHaveLength(1);
  });
});
