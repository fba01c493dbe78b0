import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import { aBook, aRecord, all, inPieces, iso2709Of } from '../catalog-imports/a-marc-file.builder.js';
import { importsInto, type ImportsForTests } from '../catalog-imports/an-import.builder.js';
import { readMarcFile } from '../catalog-imports/marc-file.format.js';
import type { MarcRecord } from '../catalog-imports/rules/marc-record.js';
import { contentOfRecord } from '../title-records/rules/kept-record.js';
import type { TitlesPage, TitleView } from '../titles/titles.http.js';
import { exportFrom } from './an-export.builder.js';

let catalog: CatalogForTests;
let imports: ImportsForTests;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_exports'));
  imports = importsInto(catalog);
}, 120_000);
afterAll(() => catalog.end());

const recordsIn = async (file: Buffer): Promise<MarcRecord[]> =>
  (await all(readMarcFile(inPieces(file)))).map((reading) => {
    if (reading.is !== 'record') throw new Error(`a record is damaged: ${reading.code}`);
    return reading.record;
  });
const content = (records: readonly MarcRecord[]): string[] =>
  records.map((record) => contentOfRecord(record, 'unimarc')).sort();
const titleOf = async (q: string): Promise<TitleView> => {
  const { items } = (await catalog.call('GET', `/titles?q=${encodeURIComponent(q)}`)).body as TitlesPage;
  const [title] = items;
  if (title === undefined) throw new Error(`there is no ${q}`);
  return title;
};
const versions = (): Promise<unknown[]> =>
  catalog.sql(
    'select id, version from catalog.title union all select id, version from catalog.copy order by 1',
  );

const books = [
  aBook('E1', '呐喊', [
    ['100', '  $a20010101d1981    em y0chiy0110    ea'],
    ['200', '1 $aNahan$z另一写法'],
    ['690', '  $aI210.6$v4'],
    ['905', '  $aSY1$bE0001$bE0002$dI210.6$e3'],
    ['998', '  $z谁也不懂的字段 & 符号'],
  ]),
  aBook('E2', '彷徨', [
    ['010', '  $a978-7-02-000220-7$dCNY12.00'],
    ['606', '0 $a小说$x中国$y现代'],
  ]),
  aRecord([
    ['001', 'E3'],
    ['200', '1 $a联通𠀀$f某人著'],
    ['801', ' 0$aCN$bSXL'],
  ]),
];
const file = Buffer.concat(books.map((each) => iso2709Of(each)));

describe('records that were imported', () => {
  it('[CAT-027] go out again equal field by field: ISO 2709 in UTF-8 and in GB18030, MARCXML; taken in again they change nothing', async () => {
    const { result } = await imports.imported(file, { profile: 'cnmarc-905' });
    expect(result).toMatchObject({ created: 3, rejected: 0, copies: { created: 2 } });
    const before = await versions();
    for (const asked of [
      { form: 'iso2709' },
      { form: 'iso2709', coding: 'gb18030' },
      { form: 'marcxml' },
      { form: 'iso2709', records: 'all' },
    ]) {
      const { file: out, job, type } = await exportFrom(catalog, asked, { as: catalog.admin });
      expect(job.result).toMatchObject({ titles: 3, records: 3, problems: 0 });
      expect(type).toBe(asked.form === 'marcxml' ? 'application/marcxml+xml' : 'application/marc');
      const records = await recordsIn(out);
      expect(content(records)).toEqual(content(books));
      const general = records.flatMap(({ fields }) => fields.filter(({ tag }) => tag === '100'));
      expect(JSON.stringify(general)).toContain(asked.coding === 'gb18030' ? 'y0110    ea' : 'y50      ea');
      const again = (await imports.imported(out, { profile: 'cnmarc-905' })).result;
      expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 3, copies: { created: 0 } });
      expect(await versions()).toEqual(before);
    }
  });

  it('go out with the copies of the school in the fields of a profile, and come in as the same copies', async () => {
    const before = await versions();
    for (const copies of ['cnmarc-905', 'cnmarc-905-accession', 'cnmarc-906', 'cnmarc-985']) {
      const { file: out, job } = await exportFrom(catalog, { copies });
      expect(job.result).toMatchObject({ titles: 1, records: 1, copies: 2 });
      const again = (await imports.imported(out, { profile: copies })).result;
      expect(again).toMatchObject({ created: 0, updated: 0, copies: { created: 0, unchanged: 2 } });
    }
    const { file: none } = await exportFrom(catalog, { copies: 'none' });
    expect(JSON.stringify(await recordsIn(none))).not.toContain('E0001');
    expect(await versions()).toEqual(before);
  });

  it('[CAT-027] carry what was written at the door since, and nothing else; that, too, changes nothing when it is taken in', async () => {
    const title = await titleOf('彷徨');
    const change = { title: '徬徨', publisher: '人民文学出版社（北京）', clc: 'I210.6' };
    const { status } = await catalog.call('PATCH', `/titles/${title.id}`, change, {
      headers: { 'if-match': `"v${String(title.version)}"` },
    });
    expect(status).toBe(200);
    const before = await versions();
    const { file: out, job } = await exportFrom(catalog, {}, { as: catalog.admin });
    expect(job.result).toMatchObject({ records: 3, problems: 0 });
    const edited = (await recordsIn(out)).find(({ fields }) => JSON.stringify(fields).includes('"E2"'));
    const text = JSON.stringify(edited);
    for (const said of ['徬徨', '人民文学出版社（北京）', 'I210.6', '鲁迅著', '"小说"'])
      expect(text).toContain(said);
    expect((await imports.imported(out)).result).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    expect(await versions()).toEqual(before);
  });

  it('keep with their title where it is merged, and come back with it', async () => {
    const [one, other] = [await titleOf('呐喊'), await titleOf('联通')];
    const merge = {
      titleId: other.id,
      version: other.version,
      intoTitleId: one.id,
      intoVersion: one.version,
    };
    const { body } = await catalog.call('POST', '/title-merges', merge, { as: catalog.admin });
    const asAll = await exportFrom(catalog, { records: 'all' }, { as: catalog.admin });
    expect(asAll.job.result).toMatchObject({ titles: 2, records: 3 });
    const asOne = await exportFrom(catalog, {}, { as: catalog.admin });
    expect(asOne.job.result).toMatchObject({ titles: 2, records: 2 });
    await catalog.call(
      'POST',
      `/title-merges/${(body as { id: string }).id}/undo`,
      {},
      { as: catalog.admin },
    );
    const { job } = await exportFrom(catalog, {}, { as: catalog.admin });
    expect(job.result).toMatchObject({ titles: 3, records: 3 });
  });
});

describe('titles that came with no record', () => {
  it('go out as records of our own making, and are known again', async () => {
    const asked = {
      title: '山海经 ', contributors: ['（晋）郭璞'], statement: '佚名', publishedYear: 1985, clc: 'K928.631',
      isbns: ['9787101003048'], summary: '第一行\n第二行', priceFen: 1250,
    }; // prettier-ignore
    expect((await catalog.call('POST', '/titles', asked)).status).toBe(201);
    const before = await versions();
    for (const dialect of ['cnmarc', 'marc21']) {
      const { file: out } = await exportFrom(catalog, { dialect, clc: 'K928' }, { as: catalog.admin });
      expect(await recordsIn(out)).toHaveLength(1);
      expect((await imports.imported(out)).result).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    }
    expect(await versions()).toEqual(before);
  });

  it('[CAT-027] go out as a list, a line for each copy, that is taken in again without a change', async () => {
    const before = await versions();
    const { job, file: out } = await exportFrom(catalog, { form: 'list' }, { format: 'csv' });
    expect(job.result).toMatchObject({ titles: 1, copies: 2 });
    expect(out.toString('utf8')).toContain('E0002');
    expect((await imports.imported(out)).result).toMatchObject({
      created: 0,
      updated: 0,
      copies: { created: 0, unchanged: 2 },
    });
    const { file: workbook } = await exportFrom(catalog, { form: 'list' }, { format: 'xlsx' });
    expect((await imports.imported(workbook)).result).toMatchObject({ created: 0, updated: 0 });
    expect(await versions()).toEqual(before);
  });
});

describe('an export', () => {
  it('is of the own school, and of what is asked for', async () => {
    const ask = async (body: object, as = catalog.librarian): Promise<unknown> => {
      const reply = await catalog.call('POST', '/catalog-exports', body, { as });
      return [reply.status, (reply.body as { code?: string }).code];
    };
    expect(await ask({ schoolId: catalog.schools[1] })).toEqual([403, 'permission.denied']);
    expect(await ask({ copies: 'cnmarc-905' }, catalog.admin)).toEqual([400, 'request.invalid']);
    expect(await ask({ copies: 'cnmarc-905', dialect: 'marc21' })).toEqual([400, 'request.invalid']);
    expect(await ask({ copies: 'nobody-knows' })).toEqual([400, 'request.invalid']);
    expect(await ask({ form: 'pdf' })).toEqual([400, 'request.invalid']);
    const { job } = await exportFrom(catalog, {}, { as: catalog.otherLibrarian });
    expect(job.result).toMatchObject({ titles: 0, records: 0 });
    const foreign = await fetch(`${catalog.url}/api/v1/jobs/${job.id}/output`, {
      headers: { authorization: `Bearer ${catalog.librarian}` },
    });
    expect(foreign.status).toBe(404);
    const asTable = await fetch(`${catalog.url}/api/v1/jobs/${job.id}/output?format=csv`, {
      headers: { authorization: `Bearer ${catalog.otherLibrarian}` },
    });
    expect(asTable.status).toBe(400);
  });
});
