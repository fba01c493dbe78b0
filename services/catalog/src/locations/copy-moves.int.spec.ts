import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { freshDatabase } from '@shulian/test-kit';
import { newId } from '@shulian/service-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import type { CopyView } from '../accession/copies.http.js';
import { compareCallNumbers } from '../classification/rules/filing-order.js';
import { aLibrary } from './a-library.builder.js';
import type { MovePreview, MoveView } from './copy-moves.http.js';
import type { LocationLine, LocationView } from './locations.http.js';

let catalog: CatalogForTests;
let library: ReturnType<typeof aLibrary>;
let old: LocationView;
let fresh: LocationView;
const copies: CopyView[] = [];
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_copy_moves'));
  library = aLibrary(catalog);
  const room = await library.place('room', '书库', { capacity: 20 });
  old = await library.place('shelf', '1架', { parentId: room.id });
  fresh = await library.place('shelf', '2架', { parentId: room.id, capacity: 6 });
  for (const clc of ['I287.45', 'I287.5', 'I3', 'TP312', 'I28'])
    copies.push(...(await library.copies(clc, 2)));
}, 60_000);
afterAll(() => catalog.end());

const move = (input: object, as = catalog.librarian) => catalog.call('POST', '/copy-moves', input, { as });
const moved = async (input: object): Promise<MoveView> => {
  const { status, body } = await move(input);
  expect([status, body]).toMatchObject([201, {}]);
  return body;
};
const preview = async (input: object): Promise<MovePreview> =>
  (await catalog.call('POST', '/copy-moves/preview', input)).body;
const undo = (id: string, as = catalog.librarian) =>
  catalog.call('POST', `/copy-moves/${id}/undo`, undefined, { as });
const volumesIn = async (place: LocationView): Promise<number> => {
  const { body } = await catalog.call('GET', `/locations?under=${place.id}`);
  return (body as { items: LocationLine[] }).items[0]?.volumesInAll ?? -1;
};
const of = (clc: string): CopyView[] => copies.filter((copy) => copy.clc === clc);

describe('a move of copies', () => {
  it('[CAT-112] by barcodes is shown first, then done for all, and announced', async () => {
    const barcodes = copies.map(({ barcode }) => barcode);
    const input = { toId: old.id, barcodes: [...barcodes, 'NOBODYS'] };
    expect(await preview(input)).toMatchObject({
      toPath: '书库 / 1架', chosen: 10, moving: 10, alreadyThere: 0, unknownBarcodes: ['NOBODYS'],
      origins: [{ fromId: null, volumes: 10, onLoan: 0 }], reasons: [{ code: 'move.unknown-barcodes' }],
    }); // prettier-ignore
    const refused = await move(input);
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'move.unknown-barcodes' }]);
    expect(await volumesIn(old)).toBe(0);

    const done = await moved({ toId: old.id, barcodes: barcodes.map((barcode) => barcode.toLowerCase()) });
    expect(done).toMatchObject({ number: 1, toPath: '书库 / 1架', volumes: 10, undoneAt: null });
    expect(await volumesIn(old)).toBe(10);
    const told = await catalog.sql<{ at: string }>(
      `select payload->'data'->>'locationId' as at from outbox where type = 'shulian.catalog.copy.changed.v1'`,
    );
    expect(told.map(({ at }) => at)).toEqual(Array.from({ length: 10 }, () => old.id));
  });

  it('by a stretch of call numbers takes what stands there in filing order, and no more', async () => {
    // I28 and I3 file before and after, though I287.45 begins with the letters of the one.
    const done = await moved({
      toId: fresh.id,
      fromCallNumber: 'I287.45',
      toCallNumber: 'I287.5/1',
      standsIn: old.id,
    });
    expect(done).toMatchObject({ number: 2, volumes: 4 });
    const { body } = await catalog.call('GET', `/locations/${fresh.id}/copies`);
    expect((body as { items: CopyView[] }).items.map(({ id }) => id)).toEqual(
      [...of('I287.45'), ...of('I287.5')].map(({ id }) => id),
    );
    expect(await preview({ toId: null, fromCallNumber: 'I287' })).toMatchObject({ chosen: 8 });
    expect(await preview({ toId: null, toCallNumber: 'I28' })).toMatchObject({ chosen: 6 });
    expect(await preview({ toId: null, toCallNumber: 'I287.4' })).toMatchObject({ chosen: 4 });
    expect(await preview({ toId: fresh.id, standsIn: fresh.id })).toMatchObject({
      chosen: 4, moving: 0, alreadyThere: 4, reasons: [{ code: 'move.no-copies' }],
    }); // prettier-ignore
  });

  it('[CAT-118] never fills a place beyond its capacity: at it, one over, and with many hands at once', async () => {
    const rest = [...of('I3'), ...of('TP312'), ...of('I28')].map(({ barcode }) => barcode);
    const full = await move({ toId: fresh.id, barcodes: rest.slice(0, 3) });
    expect([full.status, full.body]).toMatchObject([
      409,
      {
        code: 'location.over-capacity',
        reasons: [{ facts: { locationId: fresh.id, capacity: 6, volumes: 7 } }],
      },
    ]);
    const tries = await Promise.all(rest.map((barcode) => move({ toId: fresh.id, barcodes: [barcode] })));
    expect(tries.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409, 409]);
    expect(await volumesIn(fresh)).toBe(6);
    // Whoever sees that it is full may do it all the same; within one room a copy takes no more room than before.
    const left = tries.flatMap(({ status }, at) => (status === 409 ? [rest[at] ?? ''] : []));
    expect((await move({ toId: fresh.id, barcodes: left, evenIfFull: true })).status).toBe(201);
    expect(await volumesIn(fresh)).toBe(10);
  });

  it('is undone while nothing is built on it, the last one only, and once', async () => {
    const { body } = await catalog.call('GET', '/copy-moves?limit=2');
    const [last, before] = (body as { items: MoveView[] }).items;
    const early = await undo(before?.id ?? '');
    expect([early.status, early.body]).toMatchObject([409, { code: 'move.not-last' }]);
    const both = await Promise.all([undo(last?.id ?? ''), undo(last?.id ?? '')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'move.already-undone' });
    expect(await volumesIn(fresh)).toBe(6);
    expect(await volumesIn(old)).toBe(4);
    expect((await undo(before?.id ?? '')).status).toBe(200);
    expect(await volumesIn(old)).toBe(5);
  });

  it('is not undone once a copy was moved on, or the place it came from is closed', async () => {
    const corner = await library.place('corner', '临时架');
    const [copy] = of('I28');
    const first = await moved({ toId: corner.id, barcodes: [copy?.barcode] });
    expect((await library.patched(`/copies/${copy?.id ?? ''}`, { locationId: old.id })).status).toBe(200);
    const refused = await undo(first.id);
    expect([refused.status, refused.body]).toMatchObject([
      409,
      { code: 'move.built-upon', reasons: [{ facts: { copies: 1 } }] },
    ]);
    await moved({ toId: corner.id, barcodes: [copy?.barcode] });
    const away = await moved({ toId: old.id, standsIn: corner.id });
    expect((await library.patched(`/locations/${corner.id}`, { closed: true })).status).toBe(200);
    const closed = await undo(away.id);
    expect([closed.status, closed.body]).toMatchObject([409, { code: 'move.origin-closed' }]);
    expect((await move({ toId: corner.id, barcodes: [copy?.barcode] })).body).toMatchObject({
      code: 'location.closed',
    });
  });

  it('takes no copy that is withdrawn, and none of another school', async () => {
    const [copy] = await library.copies('Z2', 1);
    await library.patched(`/copies/${copy?.id ?? ''}`, { status: 'withdrawn', withdrawalReason: 'lost' });
    const refused = await move({ toId: old.id, barcodes: [copy?.barcode] });
    expect((refused.body as { reasons: { code: string }[] }).reasons.map(({ code }) => code)).toEqual([
      'move.withdrawn-copies',
      'move.no-copies',
    ]);
    const as = catalog.otherLibrarian;
    const foreign = await move({ toId: null, barcodes: [of('I3')[0]?.barcode] }, as);
    expect([foreign.status, foreign.body]).toMatchObject([409, { code: 'move.unknown-barcodes' }]);
    for (const toId of [old.id, newId()])
      expect((await move({ toId, barcodes: ['X'] }, as)).status).toBe(422);
    const { body } = await catalog.call('GET', '/copy-moves?limit=1');
    const [last] = (body as { items: MoveView[] }).items;
    for (const id of [last?.id ?? '', newId()]) expect((await undo(id, as)).status).toBe(404);
  });

  it('is printed', async () => {
    const csv = await fetch(`${catalog.url}/api/v1/copy-moves?format=csv`, {
      headers: { authorization: `Bearer ${catalog.librarian}` },
    });
    const lines = (await csv.text()).replace('\ufeff', '').trim().split('\r\n');
    expect(lines[0]).toBe('序号,时间,移入地点,册数,经办,撤销时间');
    expect(lines.at(-1)).toMatch(/^1,.*书库 \/ 1架,10,/);
  });

  it.each([
    { toId: null },
    { barcodes: ['X'] },
    { toId: null, barcodes: [] },
    { toId: null, barcodes: ['X'], fromCallNumber: 'I' },
    { toId: 'here', barcodes: ['X'] },
    { toId: null, barcodes: Array.from({ length: 1_001 }, () => 'X') },
  ])('is not understood from %#', async (input) => {
    expect((await move(input)).status).toBe(400);
  });
});

describe('the order of the shelf in the database', () => {
  const line = fc.oneof(
    fc.integer({ min: 0, max: 2_000 }).map(String),
    fc.stringMatching(/^[A-Z]{0,2}0{0,2}\d{0,3}$/),
    fc.constantFrom('(1)', 'C2', '2005'),
  );
  const callNumber = fc
    .tuple(
      fc.constantFrom(
        'A',
        'I',
        'I287',
        'I287.45',
        'I287.5',
        'I3',
        'K825.6',
        'T',
        'TP',
        'TP312',
        '{ns}I3',
        'Ｋ８２５',
      ),
      fc.constantFrom('', '-43', '(711)', '"17"', '=535', '<326>', ':R83', '+R173', '＋R1'),
      fc.array(line, { maxLength: 3 }),
    )
    .map(([stem, suffix, lines]) => [stem + suffix, ...lines].join('/'));

  it('is that of the rules, for whatever two call numbers', async () => {
    const numbers = fc.sample(callNumber, 400);
    const rows = await catalog.sql<{ number: string; key: string }>(
      'select number, filing_key(number) as key from unnest($1::text[]) as number',
      [numbers],
    );
    const keyOf = new Map(rows.map(({ number, key }) => [number, Buffer.from(key)]));
    for (const [at, one] of numbers.entries())
      for (const other of numbers.slice(at + 1)) {
        const order = Buffer.compare(keyOf.get(one) ?? Buffer.of(), keyOf.get(other) ?? Buffer.of());
        if (order !== Math.sign(compareCallNumbers(one, other)))
          throw new Error(`${one} and ${other} file otherwise: ${String(order)}`);
      }
  });
});
