import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReaderId } from '@shulian/contracts/ids';
import { newId } from '@shulian/service-kit';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import type { SchoolPublicationSum, SchoolPublicationView } from './school-publications.http.js';

let catalog: CatalogForTests;
let pupil: string;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_school_publications'));
  pupil = await catalog.signer.account({ role: 'reader', readerId: newId<ReaderId>() });
}, 60_000);
afterAll(() => catalog.end());

const enter = (input: object, as = catalog.librarian) =>
  catalog.call('POST', '/school-publications', { copies: 0, ...input }, { as });
const entered = async (input: object): Promise<SchoolPublicationView> => {
  const { status, body } = await enter(input);
  expect([status, body]).toMatchObject([201, {}]);
  return body;
};
const items = async <Item>(path: string): Promise<Item[]> => {
  const { status, body } = await catalog.call('GET', path, undefined, { as: pupil });
  expect([status, body]).toMatchObject([200, {}]);
  return (body as { items: Item[] }).items;
};
const ofSchool = (path: string, more = ''): string => `${path}?schoolId=${catalog.schools[0]}${more}`;
const printed = async (path: string): Promise<string> =>
  (
    await fetch(`${catalog.url}/api/v1${path}`, { headers: { authorization: `Bearer ${catalog.librarian}` } })
  ).text();

describe('what a school publishes itself', () => {
  it('[CAT-095] is entered with its kind, makers and year, without an ISBN, goes into the register, is listed and counted', async () => {
    const textbooks: SchoolPublicationView[] = [];
    for (const [title, year] of [['古诗吟诵', 2024], ['乡土地理', 2025], ['科技小制作', 2025], ['经典诵读', 2026]] as const)
      textbooks.push(
        await entered({ kind: 'school-textbook', title, makers: '语文组、地理组', year, copies: 2, priceFen: 800, clc: 'G634' }),
      );
    await entered({ kind: 'research-papers', title: '教师论文集', makers: '教科室', year: 2025, characters: 2_000_000, copies: 1 });
    await entered({ kind: 'school-history', title: '校史', makers: '校史编写组', year: 2020, characters: 140_000, copies: 3 });
    await entered({ kind: 'best-essays', title: '学生征文精品集', makers: '文学社', year: 2026, copies: 1 });
    await entered({ kind: 'activity-documents', title: '读书节资料', makers: '图书馆', year: 2026 });

    expect(textbooks[0]).toMatchObject({ kind: 'school-textbook', title: '古诗吟诵', makers: '语文组、地理组', copies: 2, version: 1 });
    const { body: title } = await catalog.call('GET', `/titles/${textbooks[0]?.titleId ?? ''}`);
    expect(title).toMatchObject({
      kind: 'school-publication', isbns: [], statement: '语文组、地理组', publisher: '第1小学', publishedYear: 2024,
      holdings: [{ copies: 2 }],
    });
    const lines = await catalog.call('GET', '/registers/individual?limit=100');
    expect((lines.body as { items: { source: string; title: string }[] }).items.map(({ source }) => source)).toEqual(
      Array.from({ length: 13 }, () => 'school-publication'),
    );
    const { body: more } = await catalog.call('POST', '/copies', { titleId: textbooks[3]?.titleId, source: 'school-publication' });
    expect(more).toMatchObject({ kind: 'book' });

    const since2024 = await items<SchoolPublicationView>(ofSchool('/school-publications', '&kind=school-textbook&fromYear=2024&toYear=2026'));
    expect(since2024.map(({ title: name, copies }) => [name, copies])).toEqual([
      ['古诗吟诵', 2], ['乡土地理', 2], ['科技小制作', 2], ['经典诵读', 3],
    ]);
    expect(await items<SchoolPublicationSum>(ofSchool('/school-publication-sums'))).toEqual([
      { kind: 'activity-documents', titles: 1, characters: 0, copies: 0 },
      { kind: 'best-essays', titles: 1, characters: 0, copies: 1 },
      { kind: 'research-papers', titles: 1, characters: 2_000_000, copies: 1 },
      { kind: 'school-history', titles: 1, characters: 140_000, copies: 3 },
      { kind: 'school-textbook', titles: 4, characters: 0, copies: 9 },
    ]);
    expect(await items(ofSchool('/school-publication-sums', '&fromYear=2027'))).toEqual([]);
    expect(await printed(ofSchool('/school-publications', '&format=csv'))).toMatch(/校史,校史,校史编写组,2020,140000,,3/);
    expect(await printed(ofSchool('/school-publication-sums', '&format=csv'))).toMatch(/校本教材,4,0,9/);
  }); // prettier-ignore

  it('is put right on its version, and taken back while the school holds no copy of it', async () => {
    const history = await entered({ kind: 'other', title: '误登', makers: '某', year: 2026, copies: 1 });
    const change = (input: object, version: number, as = catalog.librarian) =>
      catalog.call('PATCH', `/school-publications/${history.titleId}`, input, {
        as,
        headers: { 'if-match': `"v${version}"` },
      });
    expect((await change({ kind: 'school-journal' }, 1, catalog.otherLibrarian)).status).toBe(404);
    expect((await change({ kind: 'school-journal', characters: 5 }, 1)).body).toMatchObject({
      kind: 'school-journal', characters: 5, version: 2,
    }); // prettier-ignore
    expect((await change({ year: 2025 }, 1)).status).toBe(412);
    expect((await change({ characters: null }, 2)).body).toMatchObject({ characters: null, version: 3 });

    const remove = (as = catalog.librarian) =>
      catalog.call('DELETE', `/school-publications/${history.titleId}`, undefined, { as });
    expect((await remove(catalog.otherLibrarian)).status).toBe(404);
    expect((await remove()).body).toMatchObject({ code: 'school-publication.has-copies' });
    const { body } = await catalog.call('GET', `/copies?titleId=${history.titleId}`);
    const [copy] = (body as { items: { id: string; version: number }[] }).items;
    const struck = await catalog.call('PATCH', `/copies/${copy?.id ?? ''}`, { status: 'withdrawn', withdrawalReason: 'lost' }, {
      headers: { 'if-match': `"v${String(copy?.version ?? 1)}"` },
    }); // prettier-ignore
    expect(struck.status).toBe(200);
    expect((await remove()).status).toBe(204);
    expect((await catalog.call('GET', `/school-publications/${history.titleId}`)).status).toBe(404);
    expect((await catalog.call('GET', `/titles/${history.titleId}`)).status).toBe(200);
  });

  it.each([
    [{ year: 1899 }, 400],
    [{ year: 1900 }, 201],
    [{ copies: 201 }, 400],
    [{ characters: 0 }, 400],
    [{ clc: 'W1' }, 400],
    [{ kind: 'novel' }, 400],
  ])('is taken within its limits: %j', async (input, status) => {
    const whole = { kind: 'other', title: '限', makers: '某', year: 2026, copies: 0 };
    expect((await enter({ ...whole, ...input })).status).toBe(status);
  });
});
