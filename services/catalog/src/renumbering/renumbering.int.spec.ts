import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import type { CopyView } from '../accession/copies.http.js';
import type { TitleView } from '../titles/titles.http.js';
import type {
  LabelChangesPage,
  RenumberingPreview,
  RenumberingsPage,
  RenumberingView,
} from './renumbering.http.js';

let catalog: CatalogForTests;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_renumbering'));
}, 120_000);
afterAll(() => catalog.end());

const described = async (title: string, clc: string | null): Promise<TitleView> => {
  const { status, body } = await catalog.call('POST', '/titles', clc === null ? { title } : { title, clc });
  expect(status).toBe(201);
  return body;
};
const entered = async (title: TitleView): Promise<CopyView> => {
  const { status, body } = await catalog.call('POST', '/copies', { titleId: title.id });
  expect(status).toBe(201);
  return body;
};
const classed = async (title: TitleView, clc: string | null): Promise<void> => {
  const { status } = await catalog.call('PATCH', `/titles/${title.id}`, { clc }, {
    headers: { 'if-match': `"v${String(title.version)}"` },
  }); // prettier-ignore
  expect(status).toBe(200);
};
const numbersOf = async (clc: string): Promise<string[]> =>
  (
    await catalog.sql<{ call_number: string }>(
      'select call_number from catalog.copy where clc = $1 order by accession_number',
      [clc],
    )
  ).map((copy) => copy.call_number);

describe('two cataloguers and one class', () => {
  it('[CAT-026] 200 saves: no number twice, none burnt', async () => {
    const clc = 'I712.45';
    const titles: TitleView[] = [];
    for (let n = 0; n < 100; n += 1) titles.push(await described(`竞争${String(n)}`, null));
    await Promise.all(titles.map(entered));
    const [first, second] = [titles.slice(0, 50), titles.slice(50)];
    // Each classes half of the titles and enters a further copy of each, while the other does the same; some saves fail.
    const cataloguer = async (own: readonly TitleView[]): Promise<void> => {
      for (const title of own) {
        await classed(title, clc);
        const stale = await catalog.call('PATCH', `/titles/${title.id}`, { clc: 'I712.46' }, {
          headers: { 'if-match': '"v1"' },
        }); // prettier-ignore
        expect(stale.status).toBe(412);
        await entered(title);
        const [again, refused] = await Promise.all([
          catalog.call('POST', '/copies', {
            titleId: title.id,
            barcode: `D${title.id.slice(-12).toUpperCase()}`,
          }),
          catalog.call('POST', '/copies', {
            titleId: title.id,
            barcode: `D${title.id.slice(-12).toUpperCase()}`,
          }),
        ]);
        expect([again.status, refused.status].sort()).toEqual([201, 409]);
      }
    };
    await Promise.all([cataloguer(first), cataloguer(second)]);
    const numbers = await catalog.sql<{ title_id: string; book_number: string }>(
      'select title_id, book_number from catalog.shelf_number where clc = $1',
      [clc],
    );
    expect(numbers.map(({ book_number }) => Number(book_number)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 100 }, (_, at) => at + 1),
    );
    const copies = await catalog.sql<{ title_id: string; book_number: string }>(
      'select title_id, book_number from catalog.copy where clc = $1',
      [clc],
    );
    expect(copies).toHaveLength(300);
    const given = new Map(numbers.map((row) => [row.title_id, row.book_number]));
    expect(copies.every((copy) => given.get(copy.title_id) === copy.book_number)).toBe(true);
    expect((await described('下一种', clc).then(entered)).callNumber).toBe(`${clc}/101`);
  }, 120_000);
});

describe('renumbering a class', () => {
  const clc = 'K837.125';

  it('[CAT-026] shows what it would do, does it with a list of labels, and is undone', async () => {
    const titles: TitleView[] = [];
    for (const name of ['甲', '乙', '丙', '丁']) titles.push(await described(`重排${name}`, clc));
    for (const title of titles) await entered(title);
    const [one, two, three, four] = titles as [TitleView, TitleView, TitleView, TitleView];
    await entered(four);
    await classed(one, 'K837.126');
    expect(await numbersOf(clc)).toEqual(['K837.125/2', 'K837.125/3', 'K837.125/4', 'K837.125/4']);

    const preview = (await catalog.call('GET', `/renumbering-previews?clc=${clc}`))
      .body as RenumberingPreview;
    expect(preview.items.map(({ titleId, from, to, copies }) => [titleId, from, to, copies])).toEqual([
      [one.id, '1', null, 0],
      [two.id, '2', '1', 1],
      [three.id, '3', '2', 1],
      [four.id, '4', '3', 2],
    ]);
    const part = (await catalog.call('GET', `/renumbering-previews?clc=${clc}&limit=3`))
      .body as RenumberingPreview;
    const rest = await catalog.call(
      'GET',
      `/renumbering-previews?clc=${clc}&cursor=${String(part.nextCursor)}`,
    );
    expect((rest.body as RenumberingPreview).items).toEqual(preview.items.slice(3));
    expect(await numbersOf(clc)).toEqual(['K837.125/2', 'K837.125/3', 'K837.125/4', 'K837.125/4']);

    const foreign = await catalog.call('POST', '/renumberings', { clc, schoolId: catalog.schools[0] }, {
      as: catalog.otherLibrarian,
    }); // prettier-ignore
    expect(foreign.status).toBe(403);
    const done = await catalog.call('POST', '/renumberings', { clc });
    const view = done.body as RenumberingView;
    expect([done.status, view]).toMatchObject([201, { clc, titles: 4, copies: 4, undoneAt: null }]);
    expect(await numbersOf(clc)).toEqual(['K837.125/1', 'K837.125/2', 'K837.125/3', 'K837.125/3']);
    expect((await catalog.call('POST', '/renumberings', { clc })).body).toMatchObject({
      code: 'renumbering.nothing-to-do',
    });

    const labels = (await catalog.call('GET', `/renumberings/${view.id}/labels?limit=3`))
      .body as LabelChangesPage;
    expect(labels.items.map(({ from, to }) => [from, to])).toEqual([
      ['K837.125/2', 'K837.125/1'],
      ['K837.125/3', 'K837.125/2'],
      ['K837.125/4', 'K837.125/3'],
    ]);
    const more = await catalog.call(
      'GET',
      `/renumberings/${view.id}/labels?cursor=${String(labels.nextCursor)}`,
    );
    expect((more.body as LabelChangesPage).items).toHaveLength(1);
    const csv = await fetch(`${catalog.url}/api/v1/renumberings/${view.id}/labels?format=csv`, {
      headers: { authorization: `Bearer ${catalog.librarian}` },
    });
    expect(await csv.text()).toContain('新索书号');
    expect(
      (await catalog.call('GET', `/renumberings/${view.id}`, undefined, { as: catalog.otherLibrarian }))
        .status,
    ).toBe(404);

    const undone = await catalog.call('POST', `/renumberings/${view.id}/undo`, {});
    expect([undone.status, (undone.body as RenumberingView).undoneAt]).toEqual([200, expect.any(String)]);
    expect(await numbersOf(clc)).toEqual(['K837.125/2', 'K837.125/3', 'K837.125/4', 'K837.125/4']);
    expect((await described('重排戊', clc).then(entered)).callNumber).toBe('K837.125/5');
    expect((await catalog.call('POST', `/renumberings/${view.id}/undo`, {})).body).toMatchObject({
      code: 'renumbering.undone',
    });
  });

  it('is not undone once something was numbered there', async () => {
    const { body } = await catalog.call('POST', '/renumberings', { clc });
    await described('重排己', clc).then(entered);
    const refused = await catalog.call('POST', `/renumberings/${(body as RenumberingView).id}/undo`, {});
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'renumbering.built-on' }]);
    const list = (await catalog.call('GET', `/renumberings?clc=${clc}&limit=1`)).body as RenumberingsPage;
    expect(list.items).toMatchObject([{ id: (body as RenumberingView).id, undoneAt: null }]);
    expect(list.nextCursor).not.toBeNull();
  });

  it('parts two titles that a file brought under one number', async () => {
    const [one, two] = [await described('同号甲', 'P185'), await described('同号乙', 'P185')];
    await entered(one);
    await entered(two);
    await catalog.sql(
      `update catalog.shelf_number set allocated = false, book_number = '1' where clc = 'P185'`,
    );
    await catalog.sql(`update catalog.copy set book_number = '1', call_number = 'P185/1' where clc = 'P185'`);
    expect((await catalog.call('POST', '/renumberings', { clc: 'P185' })).status).toBe(201);
    expect((await numbersOf('P185')).sort()).toEqual(['P185/1', 'P185/2']);
  });
});
