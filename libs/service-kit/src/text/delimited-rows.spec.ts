import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tableRows, type TableRow } from './delimited-rows.js';

const HEADINGS = new Set(['书名', '作者', '条码', 'ISBN', '定价', '姓名', '备注', '卡号']);
async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield Promise.resolve(bytes.subarray(at, at + size));
}
const rowsOf = async (file: string | Uint8Array, size = 64): Promise<TableRow[]> => {
  const rows: TableRow[] = [];
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  for await (const row of tableRows(inPieces(bytes, size), (cell) => HEADINGS.has(cell))) rows.push(row);
  return rows;
};
const cellsOf = async (file: string | Uint8Array): Promise<(readonly string[])[]> =>
  (await rowsOf(file)).map(({ cells }) => cells);

describe('the rows of a text table', () => {
  it('have one separator, the one that the header is cut by', async () => {
    expect((await cellsOf('书名,作者,定价,条码\n西游故事,吴甲;李乙,39.50,SG00001\n'))[1]).toEqual([
      '西游故事',
      '吴甲;李乙',
      '39.50',
      'SG00001',
    ]);
    expect((await cellsOf('书名\t作者\nHello, World\tA; B\n'))[1]).toEqual(['Hello, World', 'A; B']);
    expect((await cellsOf('姓名;备注\n王墨;画画,唱歌|书法\n'))[1]).toEqual(['王墨', '画画,唱歌|书法']);
    expect((await cellsOf('姓名|卡号\n王,墨|7\n'))[1]).toEqual(['王,墨', '7']);
    expect((await cellsOf('书名，作者，条码\n你好, 世界，甲，1\n'))[1]).toEqual(['你好, 世界', '甲', '1']);
  });
  it('have none where the header is one column', async () => {
    expect(await cellsOf('书名\nHello, World\n画画;唱歌\n')).toEqual([
      ['书名'],
      ['Hello, World'],
      ['画画;唱歌'],
    ]);
  });
  it('find their header below a title, and listen to what a spreadsheet says', async () => {
    expect((await cellsOf('2026年，图书，登记，表\n\n书名,作者\n甲，乙，丙,丁\n'))[2]).toEqual([
      '甲，乙，丙',
      '丁',
    ]);
    expect(await cellsOf('sep=;\na;b\nc,d;e\n')).toEqual([
      ['a', 'b'],
      ['c,d', 'e'],
    ]);
  });
  it('keep their line in the file, over empty ones, and any kind of line end', async () => {
    for (const end of ['\n', '\r\n', '\r'])
      for (const size of [1, 3, 64])
        expect(
          (await rowsOf(`书名,作者${end}${end},${end}c, d ${end}"e\n1",f${end}`, size)).map(
            ({ line, cells }) => [line, cells],
          ),
        ).toEqual([
          [1, ['书名', '作者']],
          [4, ['c', 'd']],
          [5, ['e\n1', 'f']],
        ]);
  });
  it('are found at once behind any number of empty lines, which a cell keeps', async () => {
    const before = performance.now();
    const rows = await rowsOf(`${'\n'.repeat(5_000_000)}书名,作者\n"a\n\n\nb",c\n`, 262_144);
    expect(rows.map(({ line, cells }) => [line, cells])).toEqual([
      [5_000_001, ['书名', '作者']],
      [5_000_002, ['a\n\n\nb', 'c']],
    ]);
    expect(performance.now() - before).toBeLessThan(3_000);
  });
  it('lose no more than a line to a quote that nobody closed', async () => {
    const found = await rowsOf('书名,作者\n"坏书,甲\n好书,乙\n"Tom" said,丙\n"x","y"\n');
    expect(found.map(({ line, cells, trouble }) => [line, cells, trouble])).toEqual([
      [1, ['书名', '作者'], null],
      [2, ['坏书', '甲'], 'row.quote-not-closed'],
      [3, ['好书', '乙'], null],
      [4, ['Tom" said', '丙'], 'row.quote-not-closed'],
      [5, ['x', 'y'], null],
    ]);
    const long = await rowsOf(`书名,作者\n"坏书,甲\n${'好书,乙\n'.repeat(200)}`);
    expect(long).toHaveLength(202);
    expect(long.filter(({ trouble }) => trouble !== null)).toHaveLength(1);
  });
  it('lose no more than a line to a broken byte, with a byte order mark and without', async () => {
    const text = Buffer.from('书名,作者\n红楼梦,曹雪芹\n西游记,吴承恩\n水浒传,施耐庵\n');
    const at = text.indexOf(Buffer.from('游')) + 1;
    const broken = Buffer.concat([text.subarray(0, at), text.subarray(at + 1)]);
    for (const file of [broken, Buffer.concat([Buffer.from('\ufeff'), broken])]) {
      const rows = await rowsOf(file);
      expect(rows.map(({ trouble }) => trouble)).toEqual([null, null, 'text.unreadable-characters', null]);
      expect(rows[3]?.cells).toEqual(['水浒传', '施耐庵']);
    }
  });
  it('come in UTF-16 too, with a mark and without', async () => {
    const text = '书名,作者\r\n红楼梦,曹雪芹\r\n';
    for (const mark of ['', '\ufeff'])
      expect(await cellsOf(Buffer.from(mark + text, 'utf16le'))).toEqual([
        ['书名', '作者'],
        ['红楼梦', '曹雪芹'],
      ]);
    expect((await cellsOf(Buffer.from(`\ufeff${text}`, 'utf16le').swap16()))[1]).toEqual([
      '红楼梦',
      '曹雪芹',
    ]);
  });
  it('that never end are cut, and the next one is read', async () => {
    const rows = await rowsOf(Buffer.from(`书名,作者\n${'长'.repeat(400_000)}\n好书,乙\n`), 65_536);
    expect(rows.map(({ line, trouble }) => [line, trouble])).toEqual([
      [1, null],
      [2, 'row.overlong'],
      [3, null],
    ]);
  });
  it('come back as they were written, whatever the cells hold and wherever the file is cut', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom(...'王墨香ab1 ",;\t|\n'), maxLength: 8 })
      .map((text) => text.trim());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constant('姓'), cell, cell), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(',', '\t', ';', '|', '，'),
        fc.integer({ min: 1, max: 40 }),
        async (rows, separator, size) => {
          const quoted = (row: readonly string[]): string =>
            row.map((each) => `"${each.replaceAll('"', '""')}"`).join(separator);
          const file = [['姓名', '备注', '卡号'], ...rows].map(quoted).join('\n');
          expect((await rowsOf(Buffer.from(file), size)).slice(1).map(({ cells }) => cells)).toEqual(rows);
        },
      ),
    );
  });
  it('are found or not, but nothing breaks, in any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await rowsOf(bytes, 7);
      }),
    );
  });
});
