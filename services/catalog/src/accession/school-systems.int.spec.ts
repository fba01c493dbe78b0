import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CopyId, TitleId } from '@shulian/contracts/ids';
import { CopyReleasedV1 } from '@shulian/contracts/circulation';
import { eventually, transactionsHaveEnded } from '@shulian/service-kit/testing';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests, type Reply } from '../a-catalog.builder.js';
import type { TitleView } from '../titles/titles.http.js';
import type { CopyListed, CopyView } from './copies.http.js';

let catalog: CatalogForTests;
let title: TitleView;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_school_systems'));
  title = await described();
});
afterAll(() => catalog.end());

const described = async (): Promise<TitleView> =>
  (await catalog.call('POST', '/titles', { title: `城南旧事${randomUUID()}` })).body;
const enter = (more: object = {}, as = catalog.librarian): Promise<Reply> =>
  catalog.call('POST', '/copies', { titleId: title.id, ...more }, { as });
const entered = async (more: object = {}): Promise<CopyView> => (await enter(more)).body;
const patch = (path: string, version: number, change: object): Promise<Reply> =>
  catalog.call('PATCH', path, change, { headers: { 'if-match': `"v${String(version)}"` } });

type Page = {
  readonly items: readonly { readonly id: string }[];
  readonly deleted?: readonly { readonly id: string }[];
  readonly nextCursor: string | null;
  readonly syncToken?: string;
};
const page = async (path: string): Promise<Page> => {
  const { status, body } = await catalog.call('GET', path);
  expect([status, body]).toEqual([200, expect.anything()]);
  return body;
};
/** All of a list, or what changed since a token, page by page. */
const walkAtOnce = async (path: string, token?: string, limit = 500) => {
  const [items, deleted] = [[] as { id: string }[], [] as { id: string }[]];
  let syncToken = '';
  for (let cursor: string | null = ''; cursor !== null;) {
    const since = token === undefined ? '' : `&updatedSince=${encodeURIComponent(token)}`;
    const told = await page(`${path}limit=${String(limit)}${since}&cursor=${encodeURIComponent(cursor)}`);
    items.push(...told.items);
    deleted.push(...(told.deleted ?? []));
    syncToken = told.syncToken ?? '';
    cursor = told.nextCursor;
  }
  return { items: items as CopyListed[], deleted, syncToken };
};
const walk: typeof walkAtOnce = async (...asked) => {
  await transactionsHaveEnded(catalog);
  return walkAtOnce(...asked);
};
const copiesSince = (token?: string, limit?: number) =>
  walk(`/copies?schoolId=${catalog.schools[0]}&`, token, limit);
const titlesSince = (token?: string, limit?: number) => walk('/titles?', token, limit);

describe('a school system that keeps a copy of the copies of its school', () => {
  it('names copies by ids of its own, each once in its school, and never by a number of a person', async () => {
    const externalId = `book-${randomUUID()}`;
    const copy = await entered({ externalId });
    expect(copy).toMatchObject({ externalId });
    expect(await enter({ externalId })).toMatchObject({ status: 409, body: { code: 'external-id.taken' } });
    expect((await enter({ externalId }, catalog.otherLibrarian)).status).toBe(201);
    expect(await enter({ externalId: '11010519491231002X' })).toMatchObject({
      status: 422,
      body: { code: 'external-id.looks-personal' },
    });
    expect((await enter({ externalId: 'a b' })).status).toBe(400);
    const other = await entered();
    expect(await patch(`/copies/${other.id}`, other.version, { externalId })).toMatchObject({
      status: 409,
      body: { code: 'external-id.taken' },
    });
    const freed = await patch(`/copies/${copy.id}`, copy.version, { externalId: null });
    expect(freed.body).toMatchObject({ externalId: null });
    expect((await patch(`/copies/${other.id}`, other.version, { externalId })).body).toMatchObject({
      externalId,
    });
  });

  it('is told what changed since, by whatever it was changed, and what circulation says of it', async () => {
    const [changed, lent, still] = [await entered(), await entered(), await entered()];
    const { items, syncToken } = await copiesSince(undefined, 2);
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining([changed.id, lent.id, still.id]));
    expect(await copiesSince(syncToken)).toMatchObject({ items: [], deleted: [] });
    await patch(`/copies/${changed.id}`, changed.version, { location: '二楼' });
    await catalog.hear(
      CopyReleasedV1.announce(
        {
          copyId: lent.id as CopyId,
          titleId: title.id as TitleId,
          owningSchoolId: catalog.schools[0],
          next: 'hold',
        },
        1,
      ),
    );
    await eventually(async () => {
      const since = await copiesSince(syncToken, 1);
      expect(since.items.map(({ id }) => id).sort()).toEqual([changed.id, lent.id].sort());
      expect(since.items.find(({ id }) => id === changed.id)?.location).toBe('二楼');
    });
  });

  it('misses no change that was written before and committed after the question', async () => {
    const [slow, quick] = [await entered(), await entered()];
    const { syncToken } = await copiesSince();
    await catalog.sql('begin');
    await catalog.sql(`update copy set location = '迟' where id = $1`, [slow.id]);
    await patch(`/copies/${quick.id}`, quick.version, { location: '早' });
    const first = await walkAtOnce(`/copies?schoolId=${catalog.schools[0]}&`, syncToken);
    await catalog.sql('commit');
    const second = await copiesSince(first.syncToken);
    const places = new Map([...first.items, ...second.items].map(({ id, location }) => [id, location]));
    expect([places.get(slow.id), places.get(quick.id)]).toEqual(['迟', '早']);
  });

  it('asks for one school and nothing else, with a token of this list and this database', async () => {
    const of = (token: string, more = ''): Promise<Reply> =>
      catalog.call('GET', `/copies?updatedSince=${encodeURIComponent(token)}${more}`);
    const { syncToken } = await copiesSince();
    const school = `&schoolId=${catalog.schools[0]}`;
    expect(await of(syncToken)).toMatchObject({ status: 400, body: { code: 'request.school-needed' } });
    expect(await of(syncToken, `${school}&titleId=${title.id}`)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '?titleId', code: 'not-with-updated-since' }] },
    });
    expect((await of((await titlesSince()).syncToken, school)).status).toBe(400);
    expect((await of('made.up', school)).status).toBe(400);
    expect(await page(`/copies?titleId=${title.id}&`)).not.toHaveProperty('syncToken');
  });
});

describe('a school system that keeps a copy of the titles of the county', () => {
  it('is told what was described anew since', async () => {
    const [changed] = [await described(), await described()];
    const { items, syncToken } = await titlesSince(undefined, 1);
    expect(items.map(({ id }) => id)).toContain(changed.id);
    await patch(`/titles/${changed.id}`, changed.version, { subtitle: '增订本' });
    expect((await titlesSince(syncToken)).items).toMatchObject([{ id: changed.id, subtitle: '增订本' }]);
  });

  it('is told that a title was merged away, and that it is there again', async () => {
    const [from, into] = [await described(), await described()];
    const { syncToken } = await titlesSince();
    const merge = await catalog.call(
      'POST',
      '/title-merges',
      { titleId: from.id, version: from.version, intoTitleId: into.id, intoVersion: into.version },
      { as: catalog.admin },
    );
    expect(merge.status).toBe(201);
    const merged = await titlesSince(syncToken);
    expect(merged.deleted).toEqual([{ id: from.id, deletedAt: expect.any(String) }]);
    expect(merged.items.map(({ id }) => id)).not.toContain(from.id);
    const { id } = merge.body as { id: string };
    await catalog.call('POST', `/title-merges/${id}/undo`, undefined, { as: catalog.admin });
    const separated = await titlesSince(merged.syncToken);
    expect(separated.items.map((each) => each.id)).toContain(from.id);
    expect(separated.deleted).toEqual([]);
  });
});
