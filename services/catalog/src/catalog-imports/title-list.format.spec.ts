import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { all, inPieces } from './a-marc-file.builder.js';
import { titleFromList } from './rules/from-title-list.js';
import { readTitleList, type ListReading } from './title-list.format.js';

const read = (bytes: Uint8Array, size?: number): Promise<ListReading[]> =>
  all(readTitleList(inPieces(bytes, size)));
const titles = (readings: readonly ListReading[]): (string | undefined)[] =>
  readings.map((reading) => (reading.is === 'row' ? reading.cells.get('书名') : reading.code));

const list =
  '书名,作者,ＩＳＢＮ,定价\r\n呐喊,鲁迅,9787020002207,￥12.50\r\n\r\n,,,\r\n"彷徨, ""全本""",鲁迅,,\r\n';

describe('reading a title list', () => {
  it.each(['utf-8', 'utf-16', 'gb18030'])(
    'reads CSV in %s, by the names of its columns',
    async (encoding) => {
      const file = iconv.encode(list, encoding, { addBOM: encoding !== 'gb18030' });
      for (const size of [1, 7, 100_000])
        expect(titles(await read(file, size))).toEqual(['呐喊', '彷徨, "全本"']);
    },
  );

  it('reads semicolons and tabs, rows too short and too long, and says the line', async () => {
    const readings = await read(Buffer.from('书名\t作者\n甲\n乙\t丙\t丁\n'));
    expect(titles(readings)).toEqual(['甲', '乙']);
    expect(readings.map(({ place }) => place)).toEqual([
      { record: 1, offset: 2 },
      { record: 2, offset: 3 },
    ]);
    expect(titles(await read(Buffer.from('书名;作者\n甲;乙\n')))).toEqual(['甲']);
  });

  it('never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect(Array.isArray(await read(Buffer.from(`书名,作者\n${text}`)))).toBe(true);
      }),
    );
  });
});

describe('a title from a row', () => {
  const from = (cells: Record<string, string>) => titleFromList(new Map(Object.entries(cells)));

  it('takes the columns by any of their names', () => {
    expect(from({ 题名: '呐喊', 责任者: '（清）甲；乙', isbn: '978-7-02-000220-7', 定价: '12.5元', 出版日期: '1981.5', 索书号: 'I210.6/3', 条形码: 'A1-3' })).toMatchObject({
      title: {
        title: '呐喊', contributors: [{ name: '甲', country: '清' }, { name: '乙' }], isbns: ['978-7-02-000220-7'], priceFen: 1250,
        publishedYear: 1981, classes: [{ scheme: 'clc', notation: 'I210.6' }],
      },
      copies: [{ barcode: 'A1', bookNumber: '3' }, { barcode: 'A2' }, { barcode: 'A3' }],
    }); // prettier-ignore
  });

  it('makes copies of a count, one of an old number alone, none of nothing', () => {
    const copies = (cells: Record<string, string>): number => {
      const listed = from({ 书名: '甲', ...cells });
      return 'copies' in listed ? listed.copies.length : -1;
    };
    expect(copies({ 册数: '3册' })).toBe(3);
    expect(copies({ 册数: '0' })).toBe(0);
    expect(copies({ 册数: '501' })).toBe(500);
    expect(copies({ 登录号: '77' })).toBe(1);
    expect(copies({})).toBe(0);
  });

  it('refuses a row without a title', () => {
    expect(from({ 作者: '鲁迅' })).toEqual({ refused: 'record.title-missing' });
  });
});
