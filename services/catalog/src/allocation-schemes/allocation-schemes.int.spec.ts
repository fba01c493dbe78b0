import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, pdfTexts } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import { aLibrary } from '../locations/a-library.builder.js';
import type { AllocationLineView, AllocationSchemeView } from './allocation-schemes.http.js';

let catalog: CatalogForTests;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_allocation'));
}, 60_000);
afterAll(() => catalog.end());

const compared = async (query = ''): Promise<AllocationLineView[]> =>
  ((await catalog.call('GET', `/allocation?${query}`)).body as { items: AllocationLineView[] }).items;
const write = (body: object) =>
  catalog.call('POST', '/allocation-schemes', { reason: '南北区调整', ...body });
const codeOf = ({ body }: { readonly body: never }): string => (body as { code: string }).code;

describe('the scheme between campuses', () => {
  it('[CAT-112] says how much of what stands where, is compared with what stands there, and is revised from a day on', async () => {
    const library = aLibrary(catalog);
    const south = await library.place('campus', '南区');
    const north = await library.place('campus', '北区');
    const room = await library.place('room', '阅览室', { parentId: south.id });
    const [first, second, third] = await library.copies('I287.45', 4);
    for (const copy of [first, second, third])
      await library.patched(`/copies/${copy?.id ?? ''}`, { locationId: room.id });
    await library.copies('G40', 1);

    const scheme = await write({
      lines: [
        { locationId: south.id, clc: 'I', share: 5_000 },
        { locationId: north.id, clc: 'I', share: 5_000 },
        { locationId: north.id, volumes: 3 },
      ],
    });
    expect(scheme.status).toBe(201);
    const shown = (lines: AllocationLineView[]) => lines.map(({ place, clc, ofSchool, target, standing, toMove }) => [place, clc, ofSchool, target, standing, toMove]);
    expect(shown(await compared())).toEqual([['南区', 'I', 4, 2, 3, -1], ['北区', 'I', 4, 2, 0, 2], ['北区', null, 5, 3, 0, 3]]);

    const moved = await catalog.call('POST', '/copy-moves', { toId: north.id, barcodes: [third?.barcode] });
    expect(moved.status).toBe(201);
    expect(shown(await compared())).toEqual([['南区', 'I', 4, 2, 2, 0], ['北区', 'I', 4, 2, 1, 1], ['北区', null, 5, 3, 1, 2]]);

    const { effectiveOn: today } = scheme.body as AllocationSchemeView;
    const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
    const revised = { effectiveOn: tomorrow, lines: [{ locationId: north.id, clc: 'I', share: 10_000 }] };
    const next = (await write(revised)).body as AllocationSchemeView;
    expect(codeOf(await write(revised))).toBe('allocation-scheme.day-taken');
    expect(shown(await compared(`on=${tomorrow}`))).toEqual([['北区', 'I', 4, 4, 1, 3]]);
    expect((await compared()).length).toBe(3);
    const versions = ((await catalog.call('GET', '/allocation-schemes')).body as { items: AllocationSchemeView[] }).items;
    expect(versions.map(({ standing, lines }) => [standing, lines])).toEqual([['planned', 1], ['in-force', 3]]);
    expect((await catalog.call('DELETE', `/allocation-schemes/${next.id}`)).status).toBe(200);
    expect((await catalog.call('DELETE', `/allocation-schemes/${next.id}`)).status).toBe(404);

    const answer = await fetch(`${catalog.url}/api/v1/allocation?format=pdf`, { headers: { authorization: `Bearer ${catalog.librarian}`, 'accept-language': 'zh-CN' } });
    const text = (await pdfTexts(new Uint8Array(await answer.arrayBuffer()))).join(' ');
    for (const word of ['校区典藏分配对照表', '南区', '50.00%']) expect(text).toContain(word);
    for (const wrong of [
      { lines: [{ locationId: north.id }] },
      { lines: [{ locationId: north.id, share: 1, volumes: 1 }] },
      { lines: [{ locationId: north.id, clc: '99X', share: 1 }] },
      { effectiveOn: '2020-01-01', lines: [{ locationId: north.id, share: 1 }] },
    ])
      expect((await write(wrong)).status).toBe(400);
    const foreign = await catalog.call('POST', '/allocation-schemes', { reason: '越界', lines: [{ locationId: north.id, share: 1 }] }, { as: catalog.otherLibrarian });
    expect(foreign.status).toBe(422);
  }); // prettier-ignore
});
