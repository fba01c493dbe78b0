import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LoanCheckedOutV1 } from '@shulian/contracts/circulation';
import type { CopyId, LoanId, ReaderId, TitleId } from '@shulian/contracts/ids';
import { newId } from '@shulian/service-kit';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import type { CopyView } from '../accession/copies.http.js';
import type { TitlesPage } from '../titles/titles.http.js';
import type { AudienceChangeView, AudiencePreview, TitleAudienceView } from './audience.http.js';
import type { InterestLine } from './reading-interests.http.js';
import type { ThemeView } from './reading-themes.http.js';

let catalog: CatalogForTests;
let pupil: string;
const ids: TitleId[] = [];
const [ISBN, WISHED] = ['9787020002207', '9787503717444'];

const ok = async <View>(
  method: string,
  path: string,
  body?: object,
  as = catalog.librarian,
): Promise<View> => {
  const answer = await catalog.call(method, path, body, { as });
  expect([path, answer.status, answer.body]).toMatchObject([
    path,
    method === 'POST' ? expect.any(Number) : 200,
    {},
  ]);
  expect(answer.status).toBeLessThan(300);
  return answer.body;
};
const themes = async (): Promise<Map<string, string>> => {
  const { items } = await ok<{ items: ThemeView[] }>('GET', `/reading-themes?schoolId=${catalog.schools[0]}`);
  return new Map(items.map(({ name, id }) => [name, id]));
};
const mark = (input: object, as = catalog.librarian) =>
  catalog.call('POST', '/audience-changes', { titleIds: ids, ...input }, { as });
const undo = (id: string, as = catalog.librarian) =>
  catalog.call('POST', `/audience-changes/${id}/undo`, undefined, { as });
const audienceOf = (id?: string): Promise<TitleAudienceView> => ok('GET', `/titles/${id ?? ''}/audience`);
const found = async (query: string, as = pupil): Promise<string[]> =>
  (await ok<TitlesPage>('GET', `/titles?${query}`, undefined, as)).items.map(({ title }) => title);

beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_audience'));
  pupil = await catalog.signer.account({ role: 'reader', readerId: newId<ReaderId>() });
  for (const [title, isbns] of [['小猪唏哩呼噜', []], ['三体少年版', [ISBN]], ['史记故事', []]] as const)
    ids.push((await ok<{ id: TitleId }>('POST', '/titles', { title, isbns, clc: 'I287' })).id);
}, 60_000); // prettier-ignore
afterAll(() => catalog.end());

describe('themes of reading', () => {
  it('[CAT-098] are those of the county that the requirements name, and those that a school adds', async () => {
    const named = [...(await themes()).keys()];
    expect(named).toEqual(['拼音', '历史', '军事', '科技', '科幻', '童话', '散文', '民间故事', '儿童小说', '名著']);
    const own = await ok<ThemeView>('POST', '/reading-themes', { name: '乡土' });
    expect(own).toMatchObject({ schoolId: catalog.schools[0], closed: false });
    const twice = await catalog.call('POST', '/reading-themes', { name: '乡土' });
    expect([twice.status, twice.body]).toMatchObject([409, { code: 'reading-theme.name-taken' }]);
    expect((await catalog.call('POST', '/reading-themes', { name: '乡土' }, { as: catalog.otherLibrarian })).status).toBe(201);
    const [county] = await ok<{ items: ThemeView[] }>('GET', '/reading-themes').then(({ items }) => items);
    const change = (as: string, path: string) =>
      catalog.call('PATCH', path, { name: '汉语拼音' }, { as, headers: { 'if-match': '"v1"' } });
    expect((await change(catalog.librarian, `/reading-themes/${county?.id ?? ''}`)).status).toBe(404);
    expect((await change(catalog.otherLibrarian, `/reading-themes/${own.id}`)).status).toBe(404);
    expect((await change(catalog.admin, `/reading-themes/${county?.id ?? ''}`)).body).toMatchObject({ name: '汉语拼音', version: 2 });
    expect((await change(catalog.admin, `/reading-themes/${county?.id ?? ''}`)).status).toBe(412);
  }); // prettier-ignore
});

describe('marking titles', () => {
  it('[CAT-098] is shown first, done for all or none, found by pupils, and taken back while nothing is built on it', async () => {
    const theme = await themes();
    const input = {
      addBands: ['middle-primary', 'lower-primary'],
      level: 2,
      addThemes: [theme.get('童话'), theme.get('乡土')],
    };
    const preview = await ok<AudiencePreview>('POST', '/audience-changes/preview', {
      titleIds: [...ids.slice(0, 2), newId()],
      ...input,
    });
    expect(preview).toMatchObject({ changing: 2, unchanged: 0, unknownTitles: [expect.any(String)] });
    expect(preview.lines[0]).toMatchObject({
      before: { bands: [], level: null, themes: [] },
      after: { bands: ['lower-primary', 'middle-primary'], level: 2 },
    });
    expect(await audienceOf(ids[0])).toMatchObject({ bands: [], level: null, themes: [] });
    const refused = await mark({ titleIds: [...ids, newId()], ...input });
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'audience.unknown-titles' }]);

    const done = await mark({ titleIds: ids.slice(0, 2), ...input });
    expect([done.status, done.body]).toMatchObject([201, { titles: 2, undoneAt: null }]);
    expect(await audienceOf(ids[0])).toMatchObject({
      bands: ['lower-primary', 'middle-primary'],
      themes: [{ name: '童话' }, { name: '乡土', schoolId: catalog.schools[0] }],
    });
    expect((await mark({ titleIds: ids.slice(0, 2), ...input })).body).toMatchObject({
      code: 'audience.no-change',
    });
    expect(await found('band=lower-primary')).toEqual(['小猪唏哩呼噜', '三体少年版']);
    expect(await found(`theme=${theme.get('童话') ?? ''}&level=2&q=${encodeURIComponent('三体')}`)).toEqual([
      '三体少年版',
    ]);
    expect(await found('band=senior')).toEqual([]);
    expect(await found('level=3')).toEqual([]);
    expect((await catalog.call('GET', '/titles?level=10')).status).toBe(400);

    const first = (done.body as AudienceChangeView).id;
    expect((await undo(first, catalog.otherLibrarian)).status).toBe(404);
    const later = await mark({ titleIds: [ids[1]], level: 5 });
    expect((await undo(first)).body).toMatchObject({ code: 'audience.built-upon' });
    const both = await Promise.all([1, 2].map(() => undo((later.body as AudienceChangeView).id)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await undo(first)).status).toBe(200);
    expect(await found('band=lower-primary')).toEqual([]);
    expect(await audienceOf(ids[1])).toMatchObject({ bands: [], level: null, themes: [] });
    const { items } = await ok<{ items: AudienceChangeView[] }>('GET', '/audience-changes');
    expect(items.map(({ titles, undoneAt }) => [titles, undoneAt !== null])).toEqual([[1, true], [2, true]]); // prettier-ignore
  });

  it('takes no theme of another school and none that is closed, and keeps both of two who mark at once', async () => {
    const theme = await themes();
    const own = theme.get('乡土') ?? '';
    const foreign = await mark({ addThemes: [own] }, catalog.otherLibrarian);
    expect([foreign.status, foreign.body]).toMatchObject([422, { errors: [{ pointer: '/addThemes/0' }] }]);
    const closed = await catalog.call('PATCH', `/reading-themes/${own}`, { closed: true }, {
      headers: { 'if-match': '"v1"' },
    }); // prettier-ignore
    expect(closed.body).toMatchObject({ closed: true });
    expect((await mark({ addThemes: [own] })).body).toMatchObject({ code: 'audience.theme-closed' });
    await Promise.all([
      mark({ addBands: ['junior'] }),
      mark({ addBands: ['senior'] }, catalog.otherLibrarian),
    ]);
    expect((await audienceOf(ids[2])).bands).toEqual(['junior', 'senior']);
    expect((await mark({ titleIds: Array.from({ length: 501 }, () => newId()), level: 1 })).status).toBe(400);
    expect((await catalog.call('POST', '/audience-changes', { titleIds: ids, level: 10 })).status).toBe(400);
  });
});

describe('marks of a title that turns out to be another', () => {
  it('go with it into the one that stays, and are still its own when it is separated', async () => {
    const [stays, goes] = await Promise.all(
      ['西游记', '西游记（少年）'].map((title) => ok<{ id: TitleId }>('POST', '/titles', { title })),
    );
    const theme = (await themes()).get('名著') ?? '';
    await mark({ titleIds: [stays?.id], addBands: ['junior'], level: 6 });
    await mark({ titleIds: [goes?.id], addBands: ['senior'], level: 8, addThemes: [theme] });
    const merge = { titleId: goes?.id, intoTitleId: stays?.id, version: 1, intoVersion: 1 };
    const merged = await ok<{ id: string }>('POST', '/title-merges', merge, catalog.admin);
    expect(await audienceOf(stays?.id)).toMatchObject({
      bands: ['junior', 'senior'], level: 6, themes: [{ name: '名著' }],
    }); // prettier-ignore
    expect(await found(`theme=${theme}`)).toEqual(['西游记']);
    await ok('POST', `/title-merges/${merged.id}/undo`, undefined, catalog.admin);
    expect(await audienceOf(goes?.id)).toMatchObject({
      bands: ['senior'],
      level: 8,
      themes: [{ name: '名著' }],
    });
  });
});

describe('choosing by interest and ability', () => {
  it('[CAT-020] compares per band, level and theme what a school has, what of it was lent, and what is wished for', async () => {
    const theme = await themes();
    const science = theme.get('科幻') ?? '';
    await mark({ titleIds: [ids[1]], addThemes: [science], level: 4 });
    const copies: CopyView[] = [];
    for (let n = 0; n < 2; n += 1) copies.push(await ok('POST', '/copies', { titleId: ids[1] }));
    const [lent] = copies;
    const reader = newId<ReaderId>();
    await catalog.hear(
      LoanCheckedOutV1.announce(
        {
          loanId: newId<LoanId>(), copyId: lent?.id as CopyId, titleId: ids[1] as TitleId, owningSchoolId: catalog.schools[0],
          lendingSchoolId: catalog.schools[0], readerSchoolId: catalog.schools[0], borrower: { kind: 'reader', id: reader },
          readerId: reader, readerKind: 'student', classId: null, grade: null, clc: 'I287', mode: 'individual', renewals: 0,
          loanedOn: '2026-10-01', dueOn: '2026-11-01', checkedOutAt: '2026-10-01T02:00:00.000Z',
        } as never,
        1,
      ),
    ); // prettier-ignore
    await ok('POST', '/suggestions', { name: '三体', isbn: ISBN });
    const other = await ok<{ id: string }>('POST', '/suggestions', { name: '球状闪电', isbn: WISHED });
    await ok('PUT', `/suggestions/${other.id}/audience`, { bands: ['junior'], themes: [science] });
    expect(
      (
        await catalog.call(
          'PUT',
          `/suggestions/${other.id}/audience`,
          { level: 1 },
          { as: catalog.otherLibrarian },
        )
      ).status,
    ).toBe(404);

    const lineOf = async (query = ''): Promise<InterestLine | undefined> => {
      const { items } = await ok<{ items: InterestLine[] }>('GET', `/reading-interests?${query}`);
      return items.find(({ value }) => value === science);
    };
    await eventually(async () => expect(await lineOf('since=2026-09-01')).toMatchObject({ lent: 1 }));
    expect(await lineOf('since=2026-09-01')).toEqual({
      of: 'theme', value: science, name: '科幻', titles: 1, copies: 2, lent: 1, wishes: 2, votes: expect.any(Number),
    }); // prettier-ignore
    expect(await lineOf('since=2026-10-02')).toMatchObject({ lent: 0, wishes: 2 });
    await ok('PUT', `/suggestions/${other.id}/audience`, {});
    expect(await lineOf()).toMatchObject({ wishes: 1 });

    const reply = await fetch(`${catalog.url}/api/v1/reading-interests?format=csv&since=2026-09-01`, {
      headers: { authorization: `Bearer ${catalog.librarian}` },
    });
    expect(await reply.text()).toMatch(/主题,科幻,1,2,1,1/);
  });
});
