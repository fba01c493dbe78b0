import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReaderId } from '@shulian/contracts/ids';
import { newId } from '@shulian/service-kit';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import type { CopyView } from '../accession/copies.http.js';
import { aLibrary } from '../locations/a-library.builder.js';
import type { LocationView } from '../locations/locations.http.js';
import type {
  CollectedCopyView,
  CollectionChangeView,
  CollectionPreview,
  CollectionView,
} from './collections.http.js';

let catalog: CatalogForTests;
let library: ReturnType<typeof aLibrary>;
let pupil: string;
let room: LocationView;
let novels: CopyView[];
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_collections'));
  library = aLibrary(catalog);
  pupil = await catalog.signer.account({ role: 'reader', readerId: newId<ReaderId>() });
  room = await library.place('room', '三楼');
  novels = await library.copies('I242.4', 3, { priceFen: 2_000 });
}, 60_000);
afterAll(() => catalog.end());

const made = async (kind: string, name: string, more: object = {}): Promise<CollectionView> => {
  const { status, body } = await catalog.call('POST', '/collections', { kind, name, ...more });
  expect([status, body]).toMatchObject([201, {}]);
  return body;
};
const put = (input: object, as = catalog.librarian) =>
  catalog.call('POST', '/collection-changes', input, { as });
const putIn = async (input: object): Promise<CollectionChangeView> => {
  const { status, body } = await put(input);
  expect([status, body]).toMatchObject([201, {}]);
  return body;
};
const undo = (id: string, as = catalog.librarian) =>
  catalog.call('POST', `/collection-changes/${id}/undo`, undefined, { as });
const read = async (id: string): Promise<CollectionView> =>
  (await catalog.call('GET', `/collections/${id}`, undefined, { as: pupil })).body;
const listed = async (query = ''): Promise<CollectionView[]> => {
  const { status, body } = await catalog.call(
    'GET',
    `/collections?schoolId=${catalog.schools[0]}${query}`,
    undefined,
    { as: pupil },
  );
  expect([status, body]).toMatchObject([200, {}]);
  return (body as { items: CollectionView[] }).items;
};
const printed = async (path: string): Promise<string> =>
  (
    await fetch(`${catalog.url}/api/v1${path}`, { headers: { authorization: `Bearer ${catalog.librarian}` } })
  ).text();

describe('collections of a school', () => {
  it('[CAT-093] hold the copies of its seven thematic bookcases, for all to see, with their figures, and print', async () => {
    const topics = [
      '国情教育',
      '国防教育',
      '环境教育',
      '双语教学',
      '研究性学习',
      '现代信息技术',
      '中英文对照读物',
    ];
    const cases: CollectionView[] = [];
    for (const topic of topics) cases.push(await made('thematic-bookcase', topic, { locationId: room.id }));
    const books = await library.copies('X22', 2, { priceFen: 1_250 });
    const environment = cases[2];
    await putIn({ toId: environment?.id, barcodes: books.map(({ barcode }) => barcode.toLowerCase()) });
    const seen = await listed('&kind=thematic-bookcase');
    expect(seen.map(({ name, volumes }) => [name, volumes])).toEqual(
      topics.map((topic) => [topic, topic === '环境教育' ? 2 : 0]),
    );
    expect(seen[2]).toMatchObject({ titles: 1, volumes: 2, fen: 2_500, location: '三楼' });
    const { body } = await catalog.call('GET', `/collections/${environment?.id ?? ''}/copies`, undefined, {
      as: pupil,
    });
    expect((body as { items: CollectedCopyView[] }).items).toMatchObject([
      { title: '书X22', barcode: books[0]?.barcode, status: 'lendable' },
      { title: '书X22', barcode: books[1]?.barcode },
    ]);
    expect(await printed(`/collections?format=csv&schoolId=${catalog.schools[0]}`)).toMatch(
      /环境教育,专题书柜,三楼,1,2,25,/,
    );
    const catalogue = await printed(`/collections/${environment?.id ?? ''}/copies?format=csv`);
    expect(catalogue).toContain('索书号');
    expect(catalogue.match(/书X22/g)).toHaveLength(2);
  });

  it('[CAT-094] are rooms of famous works and of subjects as well, filled by a filter with a preview, each copy in one of them', async () => {
    const famous = await made('famous-works', '名著一室');
    await made('famous-works', '名著二室');
    const subjects = ['语文阅览室', '英语阅览室', '期刊阅览室', '艺术阅览室'];
    const rooms: CollectionView[] = [];
    for (const name of subjects) rooms.push(await made('subject-room', name));
    const filter = { toId: famous.id, clc: 'I242' };
    const { body: preview } = await catalog.call('POST', '/collection-changes/preview', filter);
    expect(preview as CollectionPreview).toMatchObject({
      toName: '名著一室', chosen: 3, changing: 3, origins: [{ fromId: null, volumes: 3 }], reasons: [],
    }); // prettier-ignore
    expect((await read(famous.id)).volumes).toBe(0);
    await putIn(filter);
    expect(await read(famous.id)).toMatchObject({ titles: 1, volumes: 3, fen: 6_000 });

    const moved = await putIn({ toId: rooms[0]?.id, barcodes: [novels[0]?.barcode] });
    expect([(await read(famous.id)).volumes, (await read(rooms[0]?.id ?? '')).volumes]).toEqual([2, 1]);
    const out = await putIn({ toId: null, inCollection: famous.id });
    expect(out).toMatchObject({ toId: null, volumes: 2 });
    expect((await read(famous.id)).volumes).toBe(0);
    expect((await undo(out.id)).status).toBe(200);
    expect((await undo(moved.id)).status).toBe(200);
    expect((await read(famous.id)).volumes).toBe(3);
  });

  it('[CAT-090] keep reference books in a room of their own, where they are never lendable', async () => {
    const tools = await made('reference-room', '工具书室', { locationId: room.id });
    const references = await library.copies('H164', 2, { kind: 'reference' });
    expect(references.map(({ status }) => status)).toEqual(['reading-room', 'reading-room']);
    await putIn({ toId: tools.id, kind: 'reference' });
    expect(await read(tools.id)).toMatchObject({ titles: 1, volumes: 2, location: '三楼' });
    const refused = await library.patched(`/copies/${references[0]?.id ?? ''}`, { status: 'lendable' });
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'copy.reading-room-only' }]);
  });

  it('are refused twice of one name, changed on a version, and closed when they are empty', async () => {
    const twice = await catalog.call('POST', '/collections', { kind: 'other', name: '名著一室' });
    expect([twice.status, twice.body]).toMatchObject([409, { code: 'collection.name-taken' }]);
    expect(
      (
        await catalog.call(
          'POST',
          '/collections',
          { kind: 'other', name: '名著一室' },
          { as: catalog.otherLibrarian },
        )
      ).status,
    ).toBe(201);
    const elsewhere = await catalog.call('POST', '/collections', { kind: 'other', name: '外', locationId: room.id }, {
      as: catalog.otherLibrarian,
    }); // prettier-ignore
    expect([elsewhere.status, elsewhere.body]).toMatchObject([422, { errors: [{ pointer: '/locationId' }] }]);
    const [famous] = await listed('&kind=famous-works');
    const change = (input: object, version: number, as = catalog.librarian) =>
      catalog.call('PATCH', `/collections/${famous?.id ?? ''}`, input, {
        as,
        headers: { 'if-match': `"v${version}"` },
      });
    expect((await change({ closed: true }, 1)).body).toMatchObject({ code: 'collection.not-empty' });
    expect((await change({ name: '外国名著室' }, 1, catalog.otherLibrarian)).status).toBe(404);
    expect((await change({ name: '外国名著室', note: '周三开放' }, 1)).body).toMatchObject({
      name: '外国名著室', note: '周三开放', version: 2,
    }); // prettier-ignore
    expect((await change({ name: '再改' }, 1)).status).toBe(412);
    await putIn({ toId: null, inCollection: famous?.id });
    expect((await change({ closed: true }, 2)).body).toMatchObject({ closed: true, volumes: 0 });
    const late = await put({ toId: famous?.id, clc: 'I242' });
    expect((late.body as { reasons: { code: string }[] }).reasons[0]?.code).toBe('collection.closed');
  });

  it('take nothing that is withdrawn, unknown or of another school, and a change is taken back once', async () => {
    const other = await made('other', '陈列');
    const [copy, struck] = await library.copies('Z8', 2);
    await library.patched(`/copies/${struck?.id ?? ''}`, { status: 'withdrawn', withdrawalReason: 'lost' });
    const refused = await put({ toId: other.id, barcodes: [struck?.barcode, 'NOBODYS'] });
    expect((refused.body as { reasons: { code: string }[] }).reasons.map(({ code }) => code)).toEqual([
      'collection.unknown-barcodes',
      'collection.withdrawn-copies',
      'collection.no-copies',
    ]);
    const foreign = await put({ toId: other.id, barcodes: [copy?.barcode] }, catalog.otherLibrarian);
    expect([foreign.status, foreign.body]).toMatchObject([422, { errors: [{ pointer: '/toId' }] }]);
    for (const unclear of [
      { barcodes: ['x'] },
      { toId: other.id },
      { toId: other.id, barcodes: ['x'], clc: 'I' },
    ])
      expect((await put(unclear)).status).toBe(400);

    const rooms = await listed('&kind=subject-room');
    const tries = await Promise.all(rooms.map(({ id }) => put({ toId: id, barcodes: [copy?.barcode] })));
    expect(tries.map(({ status }) => status)).toEqual(rooms.map(() => 201));
    const after = await listed('&kind=subject-room');
    expect(after.reduce((sum, { volumes }) => sum + volumes, 0)).toBe(1);
    const changes = tries.map(({ body }) => body as CollectionChangeView);
    const last = after.find(({ volumes }) => volumes === 1)?.id;
    const early = changes.find(({ toId }) => toId !== last);
    expect((await undo(early?.id ?? '')).body).toMatchObject({ code: 'collection.built-upon' });
    const lastChange = changes.find(({ toId }) => toId === last)?.id ?? '';
    expect((await undo(lastChange, catalog.otherLibrarian)).status).toBe(404);
    const both = await Promise.all([undo(lastChange), undo(lastChange)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await printed('/collection-changes?format=csv')).toContain('（取出）');
  });
});
