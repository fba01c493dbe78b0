import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, pdfTexts } from '@shulian/test-kit';
import { newId } from '@shulian/service-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import { aLibrary } from './a-library.builder.js';
import type { LocationLine, LocationView } from './locations.http.js';

let catalog: CatalogForTests;
let library: ReturnType<typeof aLibrary>;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_locations'));
  library = aLibrary(catalog);
}, 60_000);
afterAll(() => catalog.end());

const tree = async (query = '', as = catalog.librarian): Promise<LocationLine[]> => {
  const { status, body } = await catalog.call('GET', `/locations?limit=500${query}`, undefined, { as });
  expect(status).toBe(200);
  return (body as { items: LocationLine[] }).items;
};
const inTree = async (query = ''): Promise<string[]> =>
  (await tree(query)).map(({ depth, name }) => `${'-'.repeat(depth)}${name}`);

describe('the places of a school', () => {
  let east: LocationView;
  let stacks: LocationView;
  let shelf: LocationView;

  it('[CAT-111] [CAT-119] [RPT-012] are a tree from the campus to the shelf, with zones inside one room, printed with volumes and capacity', async () => {
    east = await library.place('campus', '东校区');
    await library.place('campus', '西校区', { position: 1 });
    const building = await library.place('building', '图书楼', { parentId: east.id });
    const third = await library.place('floor', '三楼', { parentId: building.id });
    const room = await library.place('room', '图书室', { parentId: third.id });
    stacks = await library.place('zone', '书库区', { parentId: room.id });
    await library.place('zone', '阅览区', { parentId: room.id });
    shelf = await library.place('shelf', '2架', { parentId: stacks.id, capacity: 3 });
    await library.place('shelf', '10架', { parentId: stacks.id, capacity: 5 });
    const [copy] = await library.copies('I287.45', 2);
    expect((await library.patched(`/copies/${copy?.id ?? ''}`, { locationId: shelf.id })).status).toBe(200);

    expect(await inTree()).toEqual([
      '东校区', '-图书楼', '--三楼', '---图书室', '----书库区', '-----2架', '-----10架', '----阅览区', '西校区',
    ]); // prettier-ignore
    expect((await tree()).find(({ name }) => name === '2架')).toMatchObject({
      path: '东校区 / 图书楼 / 三楼 / 图书室 / 书库区 / 2架', volumes: 1, volumesInAll: 1, capacityInAll: 3, percentFull: 33,
    }); // prettier-ignore
    expect((await tree())[0]).toMatchObject({
      volumes: 0,
      volumesInAll: 1,
      capacityInAll: 8,
      percentFull: 12,
    });

    const pdf = await fetch(`${catalog.url}/api/v1/locations?format=pdf`, {
      headers: { authorization: `Bearer ${catalog.librarian}` },
    });
    const [page] = await pdfTexts(new Uint8Array(await pdf.arrayBuffer()));
    expect(page).toContain('书库区');
    const csv = await fetch(`${catalog.url}/api/v1/locations?format=csv`, {
      headers: { authorization: `Bearer ${catalog.librarian}` },
    });
    expect((await csv.text()).replace('﻿', '').split('\r\n')[0]).toBe(
      '地点,类型,专题,本处册数,合计册数,容量,占用率%',
    );
  });

  it('[CAT-118] tell how full a shelf is, and a full one takes no more', async () => {
    const copies = await library.copies('I287.5', 3);
    const placed = [];
    for (const { id } of copies)
      placed.push(await library.patched(`/copies/${id}`, { locationId: shelf.id }));
    expect(placed.map(({ status }) => status)).toEqual([200, 200, 409]);
    expect(placed[2]?.body).toMatchObject({
      code: 'location.over-capacity',
      reasons: [{ facts: { locationId: shelf.id, capacity: 3, volumes: 4 } }],
    });
    expect((await tree(`&under=${shelf.id}`))[0]).toMatchObject({ depth: 0, volumes: 3, percentFull: 100 });
    // What is full already may be changed otherwise, and a copy may leave.
    expect((await library.patched(`/copies/${copies[0]?.id ?? ''}`, { volume: '上' })).status).toBe(200);
    expect((await library.patched(`/copies/${copies[0]?.id ?? ''}`, { locationId: null })).status).toBe(200);
    expect((await tree(`&under=${shelf.id}`))[0]).toMatchObject({ volumes: 2, percentFull: 66 });
  });

  it('are renamed and moved with all that is in them', async () => {
    const renamed = await library.patched(`/locations/${stacks.id}`, { name: '藏书区' });
    expect([renamed.status, renamed.body]).toMatchObject([200, { name: '藏书区', version: 2 }]);
    const [west] = (await tree()).filter(({ name }) => name === '西校区');
    expect((await library.patched(`/locations/${stacks.id}`, { parentId: west?.id })).status).toBe(200);
    expect((await tree(`&under=${shelf.id}`))[0]?.path).toBe('西校区 / 藏书区 / 2架');
    const copies = await catalog.call('GET', `/locations/${west?.id ?? ''}/copies`);
    expect((copies.body as { items: object[] }).items).toMatchObject([
      { callNumber: 'I287.45/1', locationPath: '西校区 / 藏书区 / 2架' },
      { callNumber: 'I287.5/1' },
    ]);
    // Into something narrower, or into what is in it, it does not go.
    const inside = await library.patched(`/locations/${stacks.id}`, { parentId: shelf.id });
    expect([inside.status, inside.body]).toMatchObject([409, { code: 'location.parent-not-wider' }]);
    const stale = await catalog.call(
      'PATCH',
      `/locations/${stacks.id}`,
      { name: 'x' },
      { headers: { 'if-match': '"v1"' } },
    );
    expect(stale.status).toBe(412);
  });

  it('are closed only when nothing stands in them, and opened again', async () => {
    const corner = await library.place('corner', '三年级1班图书角', { parentId: east.id });
    const [copy] = await library.copies('K81', 1);
    await library.patched(`/copies/${copy?.id ?? ''}`, { locationId: corner.id });
    const refused = await library.patched(`/locations/${corner.id}`, { closed: true });
    expect([refused.status, refused.body]).toMatchObject([
      409,
      { code: 'location.holds-copies', reasons: [{ facts: { volumes: 1 } }] },
    ]);
    const full = await library.patched(`/locations/${east.id}`, { closed: true });
    expect((full.body as { reasons: { code: string }[] }).reasons.map(({ code }) => code)).toEqual([
      'location.holds-copies',
      'location.holds-locations',
    ]);
    await library.patched(`/copies/${copy?.id ?? ''}`, { locationId: null });
    expect((await library.patched(`/locations/${corner.id}`, { closed: true })).status).toBe(200);
    expect(await inTree()).not.toContain('-三年级1班图书角');
    expect(await inTree('&closed=true')).toContain('-三年级1班图书角');
    const closed = await library.patched(`/copies/${copy?.id ?? ''}`, { locationId: corner.id });
    expect([closed.status, closed.body]).toMatchObject([409, { code: 'location.closed' }]);
    // Its name is free meanwhile: whoever took it keeps it.
    await library.place('corner', '三年级1班图书角', { parentId: east.id });
    const taken = await library.patched(`/locations/${corner.id}`, { closed: false });
    expect([taken.status, taken.body]).toMatchObject([409, { code: 'location.name-taken' }]);
    expect(
      (await library.patched(`/locations/${corner.id}`, { closed: false, name: '旧图书角' })).status,
    ).toBe(200);
  });

  it('[CAT-113] may be departments and class corners, and thematic bookcases are found by their theme', async () => {
    const department = await library.place('department', '语文教研组', { parentId: east.id });
    const bookcase = await library.place('bookcase', '曹文轩专柜', {
      parentId: department.id,
      theme: '曹文轩作品',
    });
    const [copy] = await library.copies('I287.47', 1);
    await library.patched(`/copies/${copy?.id ?? ''}`, { locationId: bookcase.id });
    expect(await tree('&themed=true')).toMatchObject([
      { name: '曹文轩专柜', theme: '曹文轩作品', path: '东校区 / 语文教研组 / 曹文轩专柜', volumes: 1 },
    ]);
    expect((await tree('&kind=department'))[0]).toMatchObject({
      name: '语文教研组',
      volumes: 0,
      volumesInAll: 1,
    });
    const csv = await fetch(`${catalog.url}/api/v1/locations/${department.id}/copies?format=csv`, {
      headers: { authorization: `Bearer ${catalog.librarian}` },
    });
    expect(await csv.text()).toContain('东校区 / 语文教研组 / 曹文轩专柜');
  });

  it('are of one school: strangers change nothing, and a foreign place is as unknown as one that is none', async () => {
    const as = catalog.otherLibrarian;
    const headers = { 'if-match': '"v1"' };
    const [first] = await tree();
    const foreign = first?.id ?? '';
    for (const id of [foreign, newId()])
      expect((await catalog.call('PATCH', `/locations/${id}`, { name: 'x' }, { as, headers })).status).toBe(
        404,
      );
    const input = { kind: 'room', name: '室', schoolId: catalog.schools[0] };
    expect((await catalog.call('POST', '/locations', input, { as })).status).toBe(403);
    const answers = [];
    for (const parentId of [foreign, newId()])
      answers.push(await catalog.call('POST', '/locations', { kind: 'room', name: '室', parentId }, { as }));
    expect(answers.map(({ status }) => status)).toEqual([422, 422]);
    const [copy] = await library.copies('A1', 1);
    const other = await catalog.call('POST', '/locations', { kind: 'room', name: '外校室' }, { as });
    const moved = await library.patched(`/copies/${copy?.id ?? ''}`, {
      locationId: (other.body as LocationView).id,
    });
    expect([moved.status, moved.body]).toMatchObject([422, { errors: [{ pointer: '/locationId' }] }]);
    const teacher = await catalog.signer.account({ role: 'teacher', schoolId: catalog.schools[0] });
    expect(
      (await catalog.call('POST', '/locations', { kind: 'room', name: '室' }, { as: teacher })).status,
    ).toBe(403);
    expect((await tree(`&schoolId=${catalog.schools[0]}`, teacher)).length).toBeGreaterThan(5);
  });

  it.each([
    { kind: 'cellar', name: '地下室' },
    { kind: 'room', name: '' },
    { kind: 'room', name: 'x'.repeat(61) },
    { kind: 'room', name: 'x', capacity: -1 },
    { kind: 'room', name: 'x', parentId: 'here' },
  ])('are not made of %j', async (input) => {
    expect((await catalog.call('POST', '/locations', input)).status).toBe(400);
  });

  it('two of one name are never made at the same moment', async () => {
    const tries = await Promise.all(
      Array.from({ length: 6 }, () => catalog.call('POST', '/locations', { kind: 'room', name: '同名室' })),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });
});
