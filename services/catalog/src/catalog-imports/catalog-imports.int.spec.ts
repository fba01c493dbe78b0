import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { JobInterrupted, Jobs, type JobView } from '@shulian/service-kit';
import ExcelJS from '@protobi/exceljs';
import iconv from 'iconv-lite';
import { freshDatabase } from '@shulian/test-kit';
import { aCatalog, type CatalogForTests } from '../a-catalog.builder.js';
import type { CopiesPage } from '../accession/copies.http.js';
import type { TitlesPage } from '../titles/titles.http.js';
import { aBook, inPieces, iso2709Of, marcXmlOf } from './a-marc-file.builder.js';
import { importsInto, type ImportsForTests } from './an-import.builder.js';
import { ImportRecords } from './import-records.use-case.js';
import type { MarcRecord } from './rules/marc-record.js';

let catalog: CatalogForTests;
let imports: ImportsForTests;
beforeAll(async () => {
  catalog = await aCatalog(await freshDatabase('catalog_imports'));
  imports = importsInto(catalog);
});
afterAll(() => catalog.end());

const upload: ImportsForTests['upload'] = (...input) => imports.upload(...input);
const finished: ImportsForTests['finished'] = (...input) => imports.finished(...input);
const imported: ImportsForTests['imported'] = (...input) => imports.imported(...input);
const problemsOf: ImportsForTests['problemsOf'] = (job) => imports.problemsOf(job);
const fileOf = (...records: readonly MarcRecord[]): Buffer =>
  Buffer.concat(records.map((record) => iso2709Of(record, 'gb18030')));
const counts = async (): Promise<{ titles: number; copies: number; events: number }> => {
  const [row] = await catalog.sql<{ titles: number; copies: number; events: number }>(
    `select (select count(*)::int from title) as titles, (select count(*)::int from copy) as copies, (select count(*)::int from outbox) as events`,
  );
  return row ?? { titles: -1, copies: -1, events: -1 };
};

describe('importing a CNMARC file', () => {
  const first = fileOf(
    aBook('1', '呐喊', [
      ['010', '  $a9787503717444$dCNY12.00'],
      ['690', '  $aI210.6'],
      ['905', '  $aSY$bI00001-3$dI210.6$e1'],
    ]),
    aBook('2', '彷徨', [
      ['690', '  $aI210.6'],
      ['905', '  $aSY$bI00004$dI210.6$e1'],
      ['905', '  $aSY$bI00005$dI210.6$e1'],
    ]),
    aBook('3', '野草', [
      ['690', '  $aI210.4'],
      ['905', '  $aSY$f2'],
    ]),
  );

  it('[CAT-059] makes titles and copies, and a second import changes nothing', async () => {
    const before = await counts();
    const dry = await imported(first, { dryRun: 'true' });
    expect(dry.result).toMatchObject({ dryRun: true, total: 3, created: 3, copies: { created: 7 } });
    expect(await counts()).toEqual(before);

    const job = await imported(first);
    expect(job).toMatchObject({
      kind: 'catalog-import',
      progress: { done: 3, total: 3 },
      result: { dryRun: false, total: 3, created: 3, merged: 0, updated: 0, unchanged: 0, rejected: 0, copies: { created: 7, unchanged: 0, rejected: 0 } },
    }); // prettier-ignore
    const after = await counts();
    expect(after).toEqual({
      titles: before.titles + 3,
      copies: before.copies + 7,
      events: before.events + 10,
    });

    const again = await imported(first);
    expect(again.result).toMatchObject({
      created: 0,
      merged: 3,
      updated: 0,
      unchanged: 3,
      copies: { created: 0, unchanged: 7, rejected: 0 },
    });
    expect(await counts()).toEqual(after);
  });

  it('keeps barcodes, places and book numbers of the file, and flags a book number that stands twice', async () => {
    const { body } = await catalog.call('GET', `/copies?barcode=i00002&schoolId=${catalog.schools[0]}`);
    expect((body as CopiesPage).items[0]).toMatchObject({
      callNumber: 'I210.6/1',
      location: 'SY',
      priceFen: 1200,
      status: 'lendable',
    });
    const job = await imported(
      fileOf(
        aBook('77', '坟', [
          ['690', '  $aI210.6'],
          ['905', '  $aSY$bI00077$dI210.6$e1'],
        ]),
      ),
    );
    expect(await problemsOf(job)).toEqual([
      {
        place: { record: 1, offset: 0 },
        code: 'copy.book-number-repeats',
        facts: { severity: 'warning', detail: 'I210.6/1' },
      },
    ]);
    // What we allocate ourselves stands beside what the file brought, never on it.
    const title = (await catalog.call('POST', '/titles', { title: '热风', clc: 'I210.6' })).body as {
      id: string;
    };
    const copy = await catalog.call('POST', '/copies', { titleId: title.id });
    expect(copy.body).toMatchObject({ callNumber: 'I210.6/2' });
  });

  it('gives copies without barcodes numbers of our own', async () => {
    const { body } = await catalog.call('GET', `/titles?q=${encodeURIComponent('野草')}`);
    const [title] = (body as TitlesPage).items;
    const copies = (await catalog.call('GET', `/copies?titleId=${title?.id ?? ''}`)).body as CopiesPage;
    expect(copies.items).toHaveLength(2);
    for (const { barcode } of copies.items) expect(barcode).toMatch(/^SY1\d{8}$/);
  });

  it('merges what another school has already, and keeps its copies apart', async () => {
    const theirs = fileOf(
      aBook('x1', '呐喊', [
        ['010', '  $a7-5037-1744-0'],
        ['330', '  $a小说集'],
        ['801', ' 3$aCN$bOTHER'],
        ['905', '  $aT$bI00001'],
      ]),
    );
    const job = await imported(theirs, {}, { as: catalog.otherLibrarian });
    expect(job.result).toMatchObject({ created: 0, merged: 1, updated: 1, copies: { created: 1 } });
    const { body } = await catalog.call('GET', '/titles?isbn=9787503717444');
    const [title, ...others] = (body as TitlesPage).items;
    expect(others).toEqual([]);
    expect(title).toMatchObject({ title: '呐喊', summary: '小说集', version: 2 });
    expect(title?.holdings.map(({ copies }) => copies).sort()).toEqual([1, 3]);
    expect((await imported(theirs, {}, { as: catalog.otherLibrarian })).result).toMatchObject({
      unchanged: 1,
      copies: { unchanged: 1 },
    });
  });

  it('takes a corrected record of the same source for an update', async () => {
    const corrected = fileOf(
      aBook('2', '彷徨', [
        ['690', '  $aI210.6'],
        ['330', '  $a改正'],
      ]),
    );
    expect((await imported(corrected)).result).toMatchObject({ updated: 1, created: 0 });
    expect((await imported(corrected)).result).toMatchObject({ updated: 0, unchanged: 1 });
  });

  it('reports damaged records with their place, and takes the others', async () => {
    const good = iso2709Of(aBook('d1', '好书', [['905', '  $bD0001']]));
    const bad = Buffer.from(iso2709Of(aBook('d2', '坏书')));
    bad.fill('@', 24, bad.indexOf(0x1e));
    const untitled = iso2709Of(aBook('d3', '　'));
    const deleted = iso2709Of({ ...aBook('d4', '删去'), leader: '     dam0 22     3  450 ' });
    const job = await imported(Buffer.concat([good, bad, Buffer.from('\r\n'), untitled, deleted]));
    expect(job.result).toMatchObject({ total: 4, created: 1, merged: 0, rejected: 3 });
    expect(await problemsOf(job)).toEqual([
      {
        place: { record: 2, offset: good.length },
        code: 'record.directory-unreadable',
        facts: { severity: 'rejected' },
      },
      {
        place: { record: 3, offset: good.length + bad.length + 2 },
        code: 'record.title-missing',
        facts: { severity: 'rejected' },
      },
      expect.objectContaining({ code: 'record.deleted' }),
    ]);
  });

  it('leaves a copy out whose barcode another title has in this school', async () => {
    const job = await imported(fileOf(aBook('t1', '别的书', [['905', '  $bI00001$bT00002']])));
    expect(job.result).toMatchObject({ created: 1, copies: { created: 1, rejected: 1 } });
    expect(await problemsOf(job)).toEqual([
      expect.objectContaining({
        code: 'copy.barcode-taken',
        facts: { severity: 'warning', detail: 'I00001' },
      }),
    ]);
  });

  it('tells the same record twice in a file, and the same book from two sources, from two books', async () => {
    const file = fileOf(
      aBook('s1', '同一本'),
      aBook('s1', '同一本'),
      aBook('s2', '同一本', [['010', '  $a9787020008728']]),
      aBook('s1', '不是它'),
      aBook('s3', '同一本', [['200', '1 $a同一本$b电子资源$f鲁迅著']].slice(0, 0) as never),
    );
    for (const dryRun of ['true', 'false'])
      expect((await imported(file, { dryRun })).result).toMatchObject({
        total: 5,
        created: 2,
        merged: 3,
        rejected: 0,
      });
    const job = await imported(file);
    expect(job.result).toMatchObject({ created: 0, merged: 5, updated: 0, unchanged: 5 });
  });

  it('reads MARCXML as well', async () => {
    const job = await imported(Buffer.from(marcXmlOf([aBook('m1', '小说 & 散文'), aBook('m2', '诗')])));
    expect(job.result).toMatchObject({ total: 2, created: 2 });
  });
});

describe('importing a title list', () => {
  it('takes the sheets of an Excel workbook, and a second import, or the list as CSV, changes nothing', async () => {
    const rows = [
      ['书名', '作者', 'ISBN', '出版社', '定价', '条码', '册数'],
      ['雪落无声', '甲', 9787020002207, '某出版社', 18, 'XL00001', ''],
      ['灯下漫笔', '乙', '', '', 9.8, '', 3],
    ];
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('图书').addRows([['某小学图书登记表'], ...rows]);
    workbook.addWorksheet('补登').addRows([
      ['书名', '作者', '条码'],
      ['', '', 'XL00009'],
      ['灯下漫笔', '乙', 'XL00002'],
    ]);
    const file = Buffer.from(await workbook.xlsx.writeBuffer());
    const expected = { total: 4, created: 2, rejected: 1, copies: { created: 5, unchanged: 0, rejected: 0 } };
    const before = await counts();
    expect((await imported(file, { dryRun: 'true' })).result).toMatchObject(expected);
    expect(await counts()).toEqual(before);
    const job = await imported(file, { format: 'excel' });
    expect(job.result).toMatchObject(expected);
    expect(await problemsOf(job)).toEqual([
      {
        place: { record: 3, offset: 2, sheet: '补登' },
        code: 'record.title-missing',
        facts: { severity: 'rejected' },
      },
    ]);
    const { body } = await catalog.call('GET', `/copies?barcode=xl00001&schoolId=${catalog.schools[0]}`);
    expect((body as CopiesPage).items[0]).toMatchObject({ priceFen: 1800, status: 'lendable' });

    const again = { created: 0, updated: 0, copies: { created: 0, unchanged: 5, rejected: 0 } };
    expect((await imported(file)).result).toMatchObject({ total: 4, ...again });
    const csv = Buffer.from(`某小学图书登记表\n${rows.map((row) => row.join(',')).join('\n')}\n`);
    expect((await imported(csv)).result).toMatchObject({
      total: 2,
      unchanged: 2,
      copies: { created: 0, unchanged: 4 },
    });
  });

  it('[CAT-059] takes rows of a CSV file in GB18030, and a second import changes nothing', async () => {
    const rows = [
      '书名,作者,ISBN,出版社,出版年,分类号,定价,条码号,册数',
      '故乡的云,甲,9787020008728,作家出版社,2001,I247,18.00,CSV1-2,',
      '没有条码,乙,,作家出版社,2002,I247,10,,2',
      ',丙,,,,,,CSV9,',
      '故乡的云,甲,7-02-000872-0,作家出版社,2001,I247,18.00,CSV3,',
    ];
    const file = iconv.encode(`${rows.join('\r\n')}\r\n`, 'gb18030');
    const job = await imported(file);
    expect(job.result).toMatchObject({
      total: 4,
      created: 2,
      merged: 1,
      unchanged: 1,
      rejected: 1,
      copies: { created: 5 },
    });
    expect(await problemsOf(job)).toContainEqual({
      place: { record: 3, offset: 4 },
      code: 'record.title-missing',
      facts: { severity: 'rejected' },
    });
    const again = await imported(file, { format: 'csv' });
    expect(again.result).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 3,
      copies: { created: 0, unchanged: 5 },
    });
  });
});

describe('what is wrong with a request for an import', () => {
  const file = fileOf(aBook('w1', '甲'));

  it('is said at once', async () => {
    const code = async (
      bytes: Uint8Array,
      fields: Record<string, string>,
      as?: string,
    ): Promise<[number, string | undefined]> => {
      const { status, body } = await upload(bytes, fields, as === undefined ? {} : { as });
      return [status, (body as { code?: string }).code];
    };
    expect(await code(file, { schoolId: catalog.schools[1] })).toEqual([403, 'permission.denied']);
    expect(await code(file, {}, catalog.admin)).toEqual([400, 'request.school-needed']);
    expect(await code(file, { schoolId: randomUUID() }, catalog.admin)).toEqual([
      422,
      'request.unknown-reference',
    ]);
    expect(await code(file, { schoolId: 'x' })).toEqual([400, 'request.invalid']);
    expect(await code(file, { profile: 'nobody' })).toEqual([400, 'request.invalid']);
    expect(await code(file, { format: 'paper' })).toEqual([400, 'request.invalid']);
    expect(await code(file, { format: 'excel' })).toEqual([415, 'import.format-unsupported']);
    const [workbook, old] = [
      Buffer.from('PK\u0003\u0004 a workbook'),
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]),
    ];
    for (const format of ['cnmarc', 'csv'])
      expect(await code(workbook, { format })).toEqual([415, 'import.format-unsupported']);
    for (const format of ['auto', 'excel'])
      expect(await code(old, { format })).toEqual([415, 'import.xls-unsupported']);
    const large = Buffer.concat([workbook, Buffer.alloc(20 * 1024 * 1024 - workbook.length)]);
    expect(await code(Buffer.concat([large, Buffer.alloc(1)]), {})).toEqual([413, 'request.too-large']);
    const job = await finished(((await upload(large)).body as JobView).id);
    expect(job).toMatchObject({ status: 'failed', failure: 'import.workbook-unreadable' });
    expect(await code(Buffer.from('书名\n甲\n'), { format: 'cnmarc' })).toEqual([
      415,
      'import.format-unsupported',
    ]);
    expect(await code(Buffer.from(''), {})).toEqual([400, 'request.invalid']);
    expect((await catalog.call('POST', '/catalog-imports', { file: 'x' })).status).toBe(415);
    const pupil = await catalog.signer.account({ role: 'reader', readerId: randomUUID() });
    expect(await code(file, {}, pupil)).toEqual([403, 'permission.denied']);
    expect(await catalog.sql(`select 1 from job where status = 'uploading'`)).toEqual([]);
  });

  it('a second press of the button gets the first job', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await upload(file, {}, { headers });
    const second = await upload(file, {}, { headers });
    expect([first.status, second.status]).toEqual([202, 202]);
    expect((second.body as JobView).id).toBe((first.body as JobView).id);
    expect((await upload(file, { dryRun: 'true' }, { headers })).status).toBe(422);
    const other = await upload(Buffer.concat([file, file]), {}, { headers });
    expect([other.status, other.body]).toEqual([
      422,
      expect.objectContaining({ code: 'idempotency.key-reused' }),
    ]);
    await finished((first.body as JobView).id);
    expect(await catalog.sql(`select 1 from job where status = 'uploading'`)).toEqual([]);
  });

  it('many uploads at once do not wait for each other, and twins are one job', async () => {
    const key = randomUUID();
    const uploads = await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        upload(file, { dryRun: 'true' }, { headers: { 'idempotency-key': at < 5 ? key : randomUUID() } }),
      ),
    );
    expect(uploads.map(({ status }) => status)).toEqual(Array.from({ length: 30 }, () => 202));
    const ids = uploads.map(({ body }) => (body as JobView).id);
    expect([new Set(ids.slice(0, 5)).size, new Set(ids).size]).toEqual([1, 26]);
    for (const id of ids) await finished(id);
  });

  it('a job of another school does not exist for a librarian', async () => {
    const { body } = await upload(file);
    const { id } = body as JobView;
    expect((await catalog.call('GET', `/jobs/${id}`, undefined, { as: catalog.otherLibrarian })).status).toBe(
      404,
    );
    await finished(id);
  });
});

describe('a large import', () => {
  it('takes 3,000 records in batches, with copies numbered without a gap while a desk enters others', async () => {
    const records = Array.from({ length: 3_000 }, (_, at) =>
      aBook(`big${String(at)}`, `大书 ${String(at)}`, [
        ['690', `  $aI${String(200 + (at % 50))}`],
        ['905', `  $aSY$bBIG${String(at).padStart(5, '0')}`],
      ]),
    );
    const { body } = await upload(fileOf(...records));
    const title = (await catalog.call('POST', '/titles', { title: '柜台', clc: 'I201' })).body as {
      id: string;
    };
    const desk: number[] = [];
    for (let at = 0; at < 15; at += 1)
      desk.push((await catalog.call('POST', '/copies', { titleId: title.id })).status);
    const job = await finished((body as JobView).id, 120_000);
    expect(job).toMatchObject({
      status: 'succeeded',
      progress: { done: 3_000, total: 3_000 },
      result: { created: 3_000, copies: { created: 3_000 } },
    });
    expect(new Set(desk)).toEqual(new Set([201]));
    const [row] = await catalog.sql<{ gaps: number; doubles: number }>(
      `select (max(accession_number) - count(*))::int as gaps, (count(*) - count(distinct accession_number))::int as doubles
       from copy where school_id = $1`, [catalog.schools[0]],
    ); // prettier-ignore
    expect(row).toEqual({ gaps: 0, doubles: 0 });
    const [numbers] = await catalog.sql<{ doubles: number }>(
      `select (count(*) - count(distinct (clc, book_number)))::int as doubles from shelf_number where allocated and school_id = $1`,
      [catalog.schools[0]],
    );
    expect(numbers).toEqual({ doubles: 0 });
  }, 180_000);
});

describe('an import that is interrupted', () => {
  it('goes on from its checkpoint and counts every record once', async () => {
    const jobs = catalog.app.get(Jobs);
    const records = Array.from({ length: 450 }, (_, at) =>
      aBook(`stop${String(at)}`, `断点 ${String(at)}`, [['905', `  $bSTOP${String(at)}`]]),
    );
    // A kind nobody works on, so that the test holds the job itself.
    const id = await jobs.open('held-by-a-test', 'somebody');
    await jobs.receive(id, inPieces(fileOf(...records)));
    await catalog.sql(`update job set status = 'running', attempts = 1 where id = $1`, [id]);
    let batches = 0;
    const run = async (stopAfter: number): Promise<unknown> => {
      const [row] = await catalog.sql<{ checkpoint: Record<string, unknown> | null }>(
        'select checkpoint from job where id = $1',
        [id],
      );
      batches = 0;
      return catalog.app.get(ImportRecords).execute({
        id,
        attempt: 1,
        schoolId: catalog.schools[1],
        caller: 'somebody',
        parameters: { format: 'auto', profile: null, dryRun: false, kind: 'marc' },
        checkpoint: row?.checkpoint ?? null,
        bytes: () => jobs.bytes(id),
        shouldStop: () => ++batches > stopAfter,
      });
    };
    await expect(run(1)).rejects.toThrow(JobInterrupted);
    await expect(run(1)).rejects.toThrow(JobInterrupted);
    expect(await run(9)).toMatchObject({
      total: 450,
      created: 450,
      merged: 0,
      rejected: 0,
      copies: { created: 450 },
    });
    const [row] = await catalog.sql<{ copies: number }>(
      `select count(*)::int as copies from copy where barcode like 'STOP%'`,
    );
    expect(row).toEqual({ copies: 450 });
  });
});
