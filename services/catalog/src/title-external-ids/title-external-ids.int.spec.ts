import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import type { TitleView } from '../titles/titles.http.js';

let catalog: CatalogForTests;
let grass: string;
let other: string;
const titleOf = async (title: string): Promise<string> =>
  ((await catalog.call('POST', '/titles', { title })).body as { id: string }).id;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_external_ids'));
  [grass, other] = [await titleOf('草房子'), await titleOf('草房子')];
}, 60_000);
afterAll(() => catalog.end());

const at = (id: string): string => `/titles/by-external-id/${encodeURIComponent(id)}`;
const put = async (id: string, titleId: string, more: { schoolId?: string; as?: string } = {}) => {
  const { as, ...rest } = more;
  const answer = await catalog.call('PUT', at(id), { titleId, ...rest }, as === undefined ? {} : { as });
  const { code } = answer.body as { code?: string };
  return [answer.status, code];
};
const named = async (id: string, as = catalog.librarian): Promise<readonly [number, string | undefined]> => {
  const { status, body } = await catalog.call('GET', at(id), undefined, { as });
  return [status, (body as Partial<TitleView>).id];
};

describe('the id that the system of a school gives to a title', () => {
  it('is found with the title and its holdings, is of one school, and may come to mean another title', async () => {
    expect(await put('BOOK:17', grass)).toEqual([200, undefined]);
    expect(await named('BOOK:17')).toEqual([200, grass]);
    expect((await named('BOOK:17', catalog.otherLibrarian))[0]).toBe(404);
    expect(await put('BOOK:17', other, { as: catalog.otherLibrarian })).toEqual([200, undefined]);
    expect(await named('BOOK:17')).toEqual([200, grass]);
    expect(await put('BOOK:17', other)).toEqual([200, undefined]);
    expect(await named('BOOK:17')).toEqual([200, other]);
    expect(await put('BOOK:17', grass)).toEqual([200, undefined]);
  });

  it.each([
    ['of 64 characters', 'A'.repeat(64), [200, undefined]],
    ['of 65 characters', 'A'.repeat(65), [400, 'request.invalid']],
    ['with a blank', 'A 1', [400, 'request.invalid']],
    ['that looks like the number of a person', '11010519491231002X', [422, 'external-id.looks-personal']],
  ])('is taken or refused: one %s', async (_, id, expected) => {
    expect(await put(id, grass)).toEqual(expected);
  });

  it('names no title that is not there, and nothing at another school', async () => {
    expect(await put('X', randomUUID())).toEqual([422, 'request.unknown-reference']);
    expect(await put('X', grass, { schoolId: catalog.schools[1] })).toEqual([403, 'permission.denied']);
    expect((await catalog.call('DELETE', at('X'))).status).toBe(404);
  });

  it('follows a title that is merged, and comes back when that is undone', async () => {
    const [gone, stays] = [await titleOf('活着'), await titleOf('活着')];
    expect(await put('LIVE', gone)).toEqual([200, undefined]);
    const sides = { titleId: gone, version: 1, intoTitleId: stays, intoVersion: 1 };
    const merged = await catalog.call('POST', '/title-merges', sides, { as: catalog.admin });
    expect({ status: merged.status, body: merged.body }).toMatchObject({ status: 201 });
    expect(await named('LIVE')).toEqual([200, stays]);
    expect(await put('LIVE', gone)).toEqual([409, 'title.merged']);
    const { id } = merged.body as { id: string };
    const undone = await catalog.call('POST', `/title-merges/${id}/undo`, {}, { as: catalog.admin });
    expect({ status: undone.status, body: undone.body }).toMatchObject({ status: 200 });
    expect(await named('LIVE')).toEqual([200, gone]);
  });

  it('is listed by page, printed, and forgotten without the title', async () => {
    const first = await catalog.call('GET', '/title-external-ids?limit=1');
    const { items, nextCursor } = first.body as { items: { externalId: string }[]; nextCursor: string };
    const rest = await catalog.call('GET', `/title-external-ids?limit=100&cursor=${nextCursor}`);
    const all = [...items, ...(rest.body as { items: { externalId: string }[] }).items];
    expect(all.map(({ externalId }) => externalId)).toEqual(['A'.repeat(64), 'BOOK:17', 'LIVE']);
    const { body: ofOne } = await catalog.call('GET', `/title-external-ids?titleId=${grass}`);
    expect(ofOne).toMatchObject({
      items: [{ title: '草房子' }, { externalId: 'BOOK:17' }],
      nextCursor: null,
    });
    const headers = { authorization: `Bearer ${catalog.librarian}`, 'accept-language': 'zh-CN' };
    const csv = await fetch(`${catalog.url}/api/v1/title-external-ids?format=csv`, { headers });
    expect((await csv.text()).replace('\uFEFF', '').split('\r\n')[0]).toBe('外部编号,题名,题名编号');
    expect((await catalog.call('DELETE', at('BOOK:17'))).status).toBe(204);
    expect((await named('BOOK:17'))[0]).toBe(404);
    expect((await named('BOOK:17', catalog.otherLibrarian))[0]).toBe(200);
    expect((await catalog.call('GET', `/titles/${grass}`)).status).toBe(200);
  });
});
