import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CopyReleasedV1 } from '@shulian/contracts/circulation';
import type { CopyId, TitleId } from '@shulian/contracts/ids';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import type { CopyView } from '../accession/copies.http.js';

let catalog: CatalogForTests;
let head: string;
let titles: TitleId[];
const copies: CopyView[] = [];
const entered = async (
  titleId: TitleId | undefined,
  more: object,
  as = catalog.librarian,
): Promise<CopyView> => (await catalog.call('POST', '/copies', { titleId, ...more }, { as })).body;
const changed = async ({ id }: CopyView, input: object): Promise<void> => {
  const { status } = await catalog.call('PATCH', `/copies/${id}`, input, { headers: { 'if-match': '"v1"' } });
  expect(status).toBe(200);
};

/** The first school: 8 copies of 3 titles, one of them struck, at every place a copy can be. The second: one of them. */
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_holdings'));
  head = await catalog.signer.account({ role: 'school-head', schoolId: catalog.schools[0] });
  titles = [];
  for (const title of ['呐喊', '彷徨', '野草'])
    titles.push(
      ((await catalog.call('POST', '/titles', { title, clc: 'I210.6' })).body as { id: TitleId }).id,
    );
  for (const [at, priceFen] of [1_000, 1_000, 1_000, 2_000, 2_001, 500, null, 9_900].entries())
    copies.push(await entered(titles[at % 3], { priceFen }));
  const [, repair, missing, processing, , held, , struck] = copies as [
    CopyView, CopyView, CopyView, CopyView, CopyView, CopyView, CopyView, CopyView,
  ]; // prettier-ignore
  await changed(repair, { status: 'repair' });
  await changed(missing, { status: 'missing' });
  await changed(processing, { status: 'processing' });
  await changed(struck, { status: 'withdrawn', withdrawalReason: 'lost' });
  await catalog.hear(
    CopyReleasedV1.announce(
      {
        copyId: held.id as CopyId,
        titleId: held.titleId as TitleId,
        owningSchoolId: catalog.schools[0],
        next: 'hold',
      },
      1,
    ),
  );
  await eventually(async () =>
    expect(((await catalog.call('GET', `/copies/${held.id}`)).body as CopyView).status).toBe('hold-shelf'),
  );
  await entered(titles[0], { priceFen: 700 }, catalog.otherLibrarian);
}, 120_000);
afterAll(() => catalog.end());

type Item = Record<string, unknown>;
const itemsOf = async (path: string, as = head): Promise<Item[]> => {
  const { status, body } = await catalog.call('GET', path, undefined, { as });
  expect(status).toBe(200);
  return (body as { items: Item[] }).items;
};
const headsOf = async (path: string): Promise<string[]> => {
  const reply = await fetch(`${catalog.url}/api/v1${path}`, { headers: { authorization: `Bearer ${head}` } });
  return (await reply.text()).replace('﻿', '').split('\r\n');
};

describe('what a school holds', () => {
  it('[CAT-114] is titles, copies and the average to three decimals, of a school and of the county, where a title counts once', async () => {
    expect(await itemsOf('/registers/holdings')).toMatchObject([
      { school: '第1小学', titles: 3, volumes: 7, averageCopies: 2.333 },
    ]);
    const county = await itemsOf('/registers/holdings', catalog.admin);
    expect(county[0]).toMatchObject({ schoolId: null, titles: 3, volumes: 8, averageCopies: 2.667 });
    expect(county.slice(1).map(({ school, volumes }) => [school, volumes]).sort()).toEqual([
      ['第1小学', 7],
      ['第2小学', 1],
    ]);
    const [heads, line] = await headsOf('/registers/holdings?format=csv');
    expect(heads).toBe('学校,种数,册数,平均复本,总金额(元),册均价(元),无价册数');
    expect(line).toBe('第1小学,3,7,2.333,75.01,12.5,1');
  }); // prettier-ignore

  it('[CAT-115] has its value by the price of each copy, and says how many have none', async () => {
    expect(await itemsOf('/registers/holdings')).toMatchObject([
      { fen: 7_501, unpriced: 1, averageFen: 1_250 },
    ]);
    expect((await itemsOf('/registers/holdings', catalog.admin))[0]).toMatchObject({
      fen: 8_201,
      unpriced: 1,
    });
  });

  it('goes on from page to page for the county, whose line is on the first', async () => {
    const seen: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await catalog.call('GET', `/registers/holdings?limit=1&cursor=${cursor}`, undefined, {
        as: catalog.admin,
      });
      const page = body as { items: Item[]; nextCursor: string | null };
      seen.push(...page.items.map(({ schoolId }) => schoolId));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([null, ...[...catalog.schools].sort()]);
  });

  it('is closed to a teacher and to another school', async () => {
    const teacher = await catalog.signer.account({ role: 'teacher', schoolId: catalog.schools[0] });
    for (const path of ['holdings', 'reconciliation'])
      for (const as of [teacher, catalog.otherLibrarian]) {
        const query = `/registers/${path}?schoolId=${catalog.schools[0]}`;
        expect((await catalog.call('GET', query, undefined, { as })).status).toBe(403);
      }
  });
});

describe('the reconciliation of the books', () => {
  it('[CAT-040] sets individual lines, balance and classes beside the copies at every place, and names what differs', async () => {
    expect(await itemsOf('/registers/reconciliation')).toMatchObject([
      {
        accessions: 8, withdrawals: 1, balance: 7, classes: 7, balanceFen: 7_501, copies: 7, copiesFen: 7_501,
        onShelf: 3, readingRoom: 0, processing: 1, repair: 1, missing: 1, onLoan: 0, holdShelf: 1, inTransit: 0, lost: 0,
        withdrawnButOut: 0, differing: [],
      },
    ]);
    const [heads, line] = await headsOf('/registers/reconciliation?format=csv');
    expect(heads).toBe('学校,个别账入藏,注销账,总括账结存,分类账合计,账面金额(元),馆藏册数,馆藏金额(元),在架,阅览,加工,修补,下落不明,借出,预约架,在途,丢失待销,核对结果');
    expect(line).toContain('相符');
    // A hand in the database, past the steps that write the lines.
    await catalog.sql('update copy set price_fen = 1 where id = $1', [copies[0]?.id]);
    const county = await itemsOf('/registers/reconciliation', catalog.admin);
    expect(Object.fromEntries(county.map(({ school, differing }) => [school, differing]))).toEqual({ 第1小学: ['value'], 第2小学: [] });
    expect((await headsOf('/registers/reconciliation?format=csv'))[1]).toContain('账面金额与馆藏不符');
    await catalog.sql('update copy set price_fen = 1000 where id = $1', [copies[0]?.id]);
  }); // prettier-ignore
});
