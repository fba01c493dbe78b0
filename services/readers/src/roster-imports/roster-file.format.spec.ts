import { describe, expect, it } from '@jest/globals';
import ExcelJS from '@protobi/exceljs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import {
  MOST_ROWS,
  rosterFileKind,
  RosterUnreadable,
  textTable,
  type FileRow,
} from './roster-file.format.js';
import { rosterTables as readTables } from './roster-tables.format.js';
import { workbookTables } from './roster-workbook.format.js';

const TEXT = '姓名,班级\n王墨香,三年级1班\n';

const chunksOf = async function* (bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 100_000) yield bytes.subarray(at, at + 100_000);
};
const rosterTables = (bytes: Uint8Array, kind: 'excel' | 'text'): ReturnType<typeof readTables> =>
  readTables(chunksOf(bytes), kind);
const rowsOf = async (bytes: Uint8Array): Promise<readonly FileRow[]> =>
  (await textTable(chunksOf(bytes))).rows;
const csvRows = (text: string): Promise<readonly FileRow[]> => rowsOf(Buffer.from(text));
const HEAD = { row: 1, cells: ['姓名', '班级'] };
const tables = (text: string, coding = 'utf-8') => rosterTables(iconv.encode(text, coding), 'text');

describe('the coding of a CSV roster', () => {
  it.each(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'])('is told by its bytes: %s', async (coding) => {
    const bytes = iconv.encode(TEXT, coding, { addBOM: coding.startsWith('utf-16') });
    expect(rosterFileKind(bytes)).toBe('text');
    expect((await rowsOf(bytes))[0]).toEqual(HEAD);
  });
  it('does not keep the byte order mark in the first heading', async () => {
    expect((await csvRows(`\ufeff${TEXT}`))[0]).toEqual(HEAD);
  });

  it.each([
    ['utf-8', '\ufeff'],
    ['utf-8', ''],
    ['gb18030', ''],
  ])('is not changed by a broken character, which costs its row: %s %j', async (coding, mark) => {
    const bytes = iconv.encode(
      `${mark}姓名,班级\n王墨香,三年级1班\n李乙,三年级1班\n赵丙,三年级2班\n`,
      coding,
    );
    const at = bytes.indexOf(iconv.encode('乙', coding));
    const broken = Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff]), bytes.subarray(at + 2)]);
    const [table] = (await rosterTables(broken, 'text')).tables;
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      { name: '王墨香', class: '三年级1班' },
      { name: { fault: 'cell.unreadable' }, class: '三年级1班' },
      { name: '赵丙', class: '三年级2班' },
    ]);
  });
});

describe('the rows of a CSV roster', () => {
  it('keep their place in the file, over empty lines', async () => {
    expect(await csvRows('a,b\r\n\r\n,\r\nc, d \r\n')).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 4, cells: ['c', 'd'] },
    ]);
  });
  it('are parted by comma, tab, semicolon or bar', async () => {
    for (const mark of [',', '\t', ';', '|', '，', '；'])
      expect((await csvRows(`姓名${mark}b\nc${mark}d`))[1]?.cells).toEqual(['c', 'd']);
  });
  it('are parted as their headings are, whatever their cells hold', async () => {
    const remarks =
      '姓名,班级,爱好\n王墨香,三年级1班,画画;唱歌;书法;下棋\n李乙,三年级1班,"跑步|跳远|跳高,游泳"\n';
    const [byComma] = (await tables(remarks)).tables;
    expect(byComma?.rows.map(({ cells }) => cells)).toEqual([
      { name: '王墨香', class: '三年级1班' },
      { name: '李乙', class: '三年级1班' },
    ]);
    const [byTab] = (
      await tables('说明：先看, 再填, 不要改\n姓名\t班级\nHello, World, Again\t三年级1班\n', 'gb18030')
    ).tables;
    expect(byTab?.rows).toEqual([{ row: 3, cells: { name: 'Hello, World, Again', class: '三年级1班' } }]);
  });
  it('are one less for a quote that nobody closed, which is told', async () => {
    const [table] = (await tables('姓名,班级\n"王甲,三年级1班\n李乙,三年级1班\n赵"丙"丁,三年级1班\n')).tables;
    expect(table?.rows.map(({ row, cells }) => [row, cells['name']])).toEqual([
      [2, { fault: 'row.quote-not-closed' }],
      [3, '李乙'],
      [4, '赵"丙"丁'],
    ]);
  });
  it.each([
    ['in the name', '"王甲,三年级1班,a\n李乙",三年级1班,b'],
    ['in the name, rows later', '"王甲,三年级1班,a\n李乙,三年级1班,b\n赵丙",三年级1班,c'],
    ['at the end of the class', '王甲,"三年级1班\n李乙",三年级1班,b'],
    ['in a remark up to its end', '王甲,三年级1班,"a\n李乙,三年级1班,b"'],
    ['in a remark up to the next name', '王甲,三年级1班,"a\n李乙",三年级1班,b'],
  ])('are never two people in one where a quote is closed lines later: %s', async (_, text) => {
    const [table] = (await tables(`姓名,班级,备注\n${text}\n孙丁,三年级1班,"爱画画,\n也唱歌"\n`)).tables;
    expect(table?.rows.map(({ row, cells }) => [row, cells['name']])).toEqual([
      [2, { fault: 'row.quote-not-closed' }],
      [text.split('\n').length + 2, '孙丁'],
    ]);
  });
  it('are never more than a school can have', async () => {
    expect(await csvRows('a\n'.repeat(MOST_ROWS))).toHaveLength(MOST_ROWS);
    await expect(csvRows('a\n'.repeat(MOST_ROWS + 1))).rejects.toThrow(RosterUnreadable);
  });
  it('are counted without the empty ones, of which there may be any number', async () => {
    const empty = `${',\n\n'.repeat(MOST_ROWS)}`;
    expect(await csvRows(`${empty}a,b`)).toEqual([{ row: 2 * MOST_ROWS + 1, cells: ['a', 'b'] }]);
    expect((await csvRows(`a,b\n${empty}"c,d\n`)).at(-1)).toEqual({
      row: 2 * MOST_ROWS + 2,
      cells: ['c', 'd'],
      trouble: 'row.quote-not-closed',
    });
    await expect(csvRows(`"c,d\n${'a\n'.repeat(MOST_ROWS)}`)).rejects.toThrow(RosterUnreadable);
  });
  it('come back as they were written, whatever the cells hold', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom(...'王墨香ab1 ",\n'), maxLength: 8 })
      .map((text) => text.trim());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constant('姓'), cell, cell), { minLength: 1, maxLength: 6 }),
        async (rows) => {
          const text = rows
            .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
            .join('\n');
          expect((await csvRows(text)).map(({ cells }) => cells)).toEqual(rows);
        },
      ),
    );
  });
  it('are found or not, but nothing breaks, in any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await rowsOf(bytes);
      }),
    );
  });
});

describe('a workbook', () => {
  const written = async (fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> => {
    const workbook = new ExcelJS.Workbook();
    fill(workbook.addWorksheet('一'));
    return Buffer.from(await workbook.xlsx.writeBuffer());
  };

  it('gives what a person sees in its cells', async () => {
    const bytes = await written((sheet) => {
      sheet.addRow(['姓名', '卡号']);
      sheet.addRow([{ richText: [{ text: '王' }, { text: '墨香' }] }, 7]);
      sheet.getCell('B2').numFmt = '00000';
      sheet.addRow(['李', { formula: '3+4', result: 7 }]);
      sheet.addRow([null, 999_999_999_999_999]);
      // Excel keeps 15 digits of a number; those of an identity number that it lost are zeros that nobody typed.
      sheet.addRow(['赵', 110105194912310000]);
      sheet.addRow([{ error: '#N/A' }, { formula: 'A9', result: { error: '#REF!' } }]);
    });
    expect(rosterFileKind(bytes)).toBe('excel');
    expect(await workbookTables(bytes)).toEqual([
      {
        sheet: '一',
        isHidden: false,
        rows: [
          { row: 1, cells: ['姓名', '卡号'] },
          { row: 2, cells: ['王墨香', '00007'] },
          { row: 3, cells: ['李', '7'] },
          { row: 4, cells: ['', '999999999999999'] },
          { row: 5, cells: ['赵', '1.10105194912310e+17'] },
          { row: 6, cells: ['#N/A', '#REF!'] },
        ],
      },
    ]);
    const { tables: read } = await rosterTables(bytes, 'excel');
    expect(read[0]?.rows.slice(3).map(({ cells }) => cells)).toEqual([
      { name: '赵', number: { fault: 'cell.digits-lost' } },
      { name: { fault: 'cell.error' }, number: { fault: 'cell.error' } },
    ]);
  });

  it('is read in all its sheets, each by its own headings; what is not read is named', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('填写说明').addRow(['请先阅读']);
    workbook.addWorksheet('空');
    const [one, two] = ['三年级1班', '三年级2班'].map((name) => workbook.addWorksheet(name));
    one?.addRows([
      ['桃溪小学名册'],
      ['序号', '姓名', '爱好', '学籍号'],
      [1, '王墨香', '画画', 'G1'],
      [2, '', '', ''],
    ]);
    two?.addRows([
      ['卡号', '姓名'],
      ['A1', '李乙'],
    ]);
    const hidden = workbook.addWorksheet('去年', { state: 'hidden' });
    hidden.addRows([['姓名'], ['旧人']]);
    const { tables: read, unread } = await rosterTables(
      Buffer.from(await workbook.xlsx.writeBuffer()),
      'excel',
    );
    expect(read.map(({ sheet, rows }) => [sheet, rows])).toEqual([
      ['三年级1班', [{ row: 3, cells: { class: '三年级1班', name: '王墨香' } }]],
      ['三年级2班', [{ row: 2, cells: { class: '三年级2班', name: '李乙', number: 'A1' } }]],
    ]);
    expect(unread).toEqual([
      { place: { sheet: '填写说明' }, code: 'sheet.no-header' },
      { place: { sheet: '三年级1班', row: 2, column: 3 }, code: 'column.unread', facts: { heading: '爱好' } },
      {
        place: { sheet: '三年级1班', row: 2, column: 4 },
        code: 'column.never-read',
        facts: { heading: '学籍号' },
      },
      { place: { sheet: '去年' }, code: 'sheet.hidden' },
    ]);
  });

  it('has at most as many rows with words in all its sheets as a school can have', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('一').addRows(Array.from({ length: MOST_ROWS }, () => [7]));
    workbook.addWorksheet('二').addRow([9]);
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } }));
    await expect(workbookTables(bytes)).rejects.toMatchObject({ code: 'roster.too-large' });
    bytes.write(' '.repeat('<v>9</v>'.length), bytes.indexOf('<v>9</v>'));
    expect((await workbookTables(bytes)).map(({ rows }) => rows.length)).toEqual([MOST_ROWS]);
  });

  it('that is broken is refused', async () => {
    const bytes = await written((sheet) => sheet.addRow(['姓名']));
    await expect(workbookTables(bytes.subarray(0, 200))).rejects.toMatchObject({ code: 'roster.unreadable' });
  });
});

describe('the kind of a file', () => {
  it('is told by its first bytes', () => {
    const zip = (name: string): Buffer => {
      const head = Buffer.alloc(30 + name.length);
      head.write('PK\u0003\u0004', 0, 'latin1');
      head.writeUInt16LE(name.length, 26);
      head.write(name, 30);
      return head;
    };
    expect(rosterFileKind(zip('[Content_Types].xml'))).toBe('excel');
    expect(rosterFileKind(zip('manifest.csv'))).toBe('zip-of-csv');
    expect(rosterFileKind(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).toBe('old-excel');
    expect(rosterFileKind(Buffer.from(TEXT))).toBe('text');
    expect(rosterFileKind(Buffer.from('PK\u0003\u0004'))).toBe('excel');
  });
});
