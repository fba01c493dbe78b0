import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import type { TitleView } from '../titles/titles.http.js';
import type {
  TitleEditLinesPage,
  TitleEditPreview,
  TitleEditsPage,
  TitleEditView,
} from './title-edits.http.js';

let catalog: CatalogForTests;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_title_edits'));
}, 120_000);
afterAll(() => catalog.end());

const asAdmin = (method: string, path: string, body?: unknown) =>
  catalog.call(method, path, body, { as: catalog.admin });
const described = async (body: object): Promise<TitleView> =>
  (await catalog.call('POST', '/titles', body)).body;
const read = async (id: string): Promise<TitleView> => (await catalog.call('GET', `/titles/${id}`)).body;
const spelled = '人民文学出版社(北京)';

describe('a change of many titles', () => {
  it('shows what it would do, does it, is undone but for what was changed since, and says so', async () => {
    const titles: TitleView[] = [];
    for (const name of ['甲', '乙', '丙'])
      titles.push(
        await described({ title: `批改${name}`, publisher: spelled, clc: 'I246', audience: '小学生' }),
      );
    const other = await described({ title: '批改丁', publisher: '人民文学出版社', clc: 'I246' });
    const [one, two, three] = titles as [TitleView, TitleView, TitleView];
    await catalog.call('POST', '/copies', { titleId: one.id });
    const asked = {
      filter: { publisher: spelled },
      change: { publisher: '人民文学出版社', clc: 'Ｉ２４７．５' },
    };
    const preview = (await asAdmin('POST', '/title-edit-previews', asked)).body as TitleEditPreview;
    expect(preview).toMatchObject({ titles: 3, unchanged: 0, copies: 1 });
    expect(preview.lines[0]).toMatchObject({
      before: { publisher: spelled, clc: 'I246' },
      after: { publisher: '人民文学出版社', clc: 'I247.5' },
    });
    expect(await read(one.id)).toMatchObject({ version: 1, publisher: spelled });

    const stale = await asAdmin('POST', '/title-edits', { ...asked, expectedTitles: 2 });
    expect([stale.status, stale.body]).toMatchObject([
      409,
      { code: 'title-edit.titles-differ', facts: { titles: 3 } },
    ]);
    const done = await asAdmin('POST', '/title-edits', { ...asked, expectedTitles: 3, remark: '统一出版者' });
    const edit = done.body as TitleEditView;
    expect([done.status, edit]).toMatchObject([
      201,
      { titles: 3, restored: 0, kept: 0, remark: '统一出版者' },
    ]);
    expect(await read(one.id)).toMatchObject({ version: 2, publisher: '人民文学出版社', clc: 'I247.5' });
    expect(await read(other.id)).toMatchObject({ version: 1, clc: 'I246' });
    const [copy] = await catalog.sql<{ call_number: string }>('select call_number from catalog.copy');
    expect(copy?.call_number).toBe('I247.5/1');
    expect((await asAdmin('POST', '/title-edits', asked)).body).toMatchObject({
      code: 'title-edit.nothing-to-do',
    });

    const since = await catalog.call('PATCH', `/titles/${two.id}`, { publisher: '作家出版社' }, {
      headers: { 'if-match': '"v2"' },
    }); // prettier-ignore
    expect(since.status).toBe(200);
    const undone = (await asAdmin('POST', `/title-edits/${edit.id}/undo`, {})).body as TitleEditView;
    expect(undone).toMatchObject({ titles: 3, restored: 2, kept: 1 });
    expect(await read(one.id)).toMatchObject({ version: 3, publisher: spelled, clc: 'I246' });
    expect(await read(two.id)).toMatchObject({ publisher: '作家出版社', clc: 'I247.5' });
    const lines = (await asAdmin('GET', `/title-edits/${edit.id}/lines`)).body as TitleEditLinesPage;
    expect(lines.items.map(({ titleId, state }) => [titleId, state])).toEqual([
      [one.id, 'restored'],
      [two.id, 'kept'],
      [three.id, 'restored'],
    ]);
    expect((await asAdmin('POST', `/title-edits/${edit.id}/undo`, {})).body).toMatchObject({
      code: 'title-edit.undone',
    });
    const csv = await fetch(`${catalog.url}/api/v1/title-edits/${edit.id}/lines?format=csv`, {
      headers: { authorization: `Bearer ${catalog.admin}` },
    });
    expect(await csv.text()).toContain('后来另有修改，未恢复');
  });

  it('of ids says an audience where there was none, and empties it again; the journal is a list', async () => {
    const titles = [
      await described({ title: '清单一' }),
      await described({ title: '清单二', audience: '初中' }),
    ];
    const asked = { titleIds: titles.map(({ id }) => id), change: { audience: '初中' } };
    expect((await asAdmin('POST', '/title-edits', asked)).body).toMatchObject({
      titles: 1,
      selection: { titleIds: 2 },
    });
    const emptied = await asAdmin('POST', '/title-edits', {
      filter: { audience: '初中' },
      change: { audience: null },
    });
    expect(emptied.body).toMatchObject({ titles: 2 });
    const all = titles.map(({ id }) => id);
    for (const id of all)
      await catalog.call('PATCH', `/titles/${id}`, { audience: '高中' }, { headers: { 'if-match': `"v${String((await read(id)).version)}"` } }); // prettier-ignore
    const refused = await asAdmin('POST', `/title-edits/${(emptied.body as TitleEditView).id}/undo`, {});
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'title-edit.built-on' }]);
    const first = (await asAdmin('GET', '/title-edits?limit=1')).body as TitleEditsPage;
    expect(first.items).toMatchObject([{ titles: 2 }]);
    const next = (await asAdmin('GET', `/title-edits?limit=10&cursor=${String(first.nextCursor)}`))
      .body as TitleEditsPage;
    expect(next.items).toHaveLength(2);
  });

  it('is refused where it is too much, asks for nothing, or is not for the caller', async () => {
    const ask = async (body: object, as = catalog.admin): Promise<unknown> => {
      const reply = await catalog.call('POST', '/title-edits', body, { as });
      return [reply.status, (reply.body as { code: string }).code];
    };
    const change = { publisher: '某社' };
    expect(await ask({ change })).toEqual([400, 'request.invalid']);
    expect(await ask({ filter: {}, change })).toEqual([400, 'request.invalid']);
    expect(await ask({ filter: { clc: 'I' }, change: {} })).toEqual([400, 'request.invalid']);
    expect(await ask({ filter: { clc: 'I' }, change: { clc: 'TX99' } })).toEqual([400, 'request.invalid']);
    expect(await ask({ filter: { clc: 'I' }, change: { title: 'x' } })).toEqual([400, 'request.invalid']);
    expect(await ask({ filter: { clc: 'I' }, change }, catalog.librarian)).toEqual([
      403,
      'permission.denied',
    ]);
    await catalog.sql(`
      insert into catalog.title (id, version, title, title_key, fingerprint, search_key, words, title_words, words_version,
        publisher, level, carrier, other_titles, contributors, isbns, other_numbers, languages, series, subjects, other_classes,
        described_at, changed_at)
      select gen_random_uuid(), 1, '书' || n, 'k' || n, 'f' || n, 'k' || n, '', '', 2, '大社', 'monograph', 'print',
        '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', now(), now() from generate_series(1, 501) n`);
    expect(await ask({ filter: { publisher: '大社' }, change })).toEqual([409, 'title-edit.too-large']);
    await catalog.sql(`update catalog.title set publisher = '小社' where title = '书1'`);
    expect(
      (await asAdmin('POST', '/title-edits', { filter: { publisher: '大社' }, change })).body,
    ).toMatchObject({
      titles: 500,
    });
  }, 60_000);
});
