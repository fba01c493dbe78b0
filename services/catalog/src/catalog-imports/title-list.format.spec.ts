import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { all, inPieces } from './a-marc-file.builder.js';
import { titleFromList } from './rules/from-title-list.js';
import { readTitleList, type ListReading } from './title-list.format.js';

const read = (bytes: Uint8Array, size?: number): Promise<ListReading[]> =>
  all(readTitleList(inPieces(bytes, size)));
const rows = async (bytes: Uint8Array, size?: number) =>
  (await read(bytes, size)).filter((reading) => reading.is !== 'header');
const titles = (readings: readonly ListReading[]): (string | undefined)[] =>
  readings.map((reading) =>
    reading.is === 'row' ? reading.cells.get('title') : reading.is === 'damaged' ? reading.code : '',
  );

const list =
  '书名,作者,ＩＳＢＮ,定价\r\n呐喊,鲁迅,9787020002207,￥12.50\r\n\r\n,,,\r\n"彷徨, ""全本""",鲁迅,,\r\n';

describe('reading a title list', () => {
  it.each(['utf-8', 'utf-16', 'gb18030'])(
    'reads CSV in %s, by the names of its columns',
    async (encoding) => {
      const file = iconv.encode(list, encoding, { addBOM: encoding !== 'gb18030' });
      for (const size of [1, 7, 100_000])
        expect(titles(await rows(file, size))).toEqual(['呐喊', '彷徨, "全本"']);
    },
  );

  it('reads semicolons and tabs, rows too short and too long, and says the line', async () => {
    const readings = await rows(Buffer.from('书名\t作者\n甲\n乙\t丙\t丁\n'));
    expect(titles(readings)).toEqual(['甲', '乙']);
    expect(readings.map(({ place }) => place)).toEqual([
      { record: 1, offset: 2 },
      { record: 2, offset: 3 },
    ]);
    expect(titles(await rows(Buffer.from('书名;作者\n甲;乙\n')))).toEqual(['甲']);
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
  const from = async (cells: Record<string, string>) => {
    const quoted = (texts: readonly string[]): string => texts.map((text) => `"${text}"`).join(',');
    const file = `${quoted(Object.keys(cells))}\n${quoted(Object.values(cells))}\n`;
    const [row] = await rows(Buffer.from(file));
    if (row?.is !== 'row') throw new Error('no row was read');
    const listed = titleFromList(row.cells);
    return 'refused' in listed ? listed : { ...listed, notes: [...row.notes, ...listed.notes] };
  };
  const codes = async (cells: Record<string, string>): Promise<string[]> => {
    const listed = await from({ 书名: '甲', ...cells });
    return 'notes' in listed ? listed.notes.map(({ code }) => code) : [listed.refused];
  };

  it('takes the columns by any of their names', async () => {
    expect(await from({ 题名: '呐喊', 责任者: '（清）甲；乙', isbn: '978-7-02-000220-7', 定价: '12.5元', 出版日期: '1981.5', 索书号: 'I210.6/3', 条形码: 'A1-3' })).toMatchObject({
      title: {
        title: '呐喊', contributors: [{ name: '甲', country: '清' }, { name: '乙' }], isbns: ['978-7-02-000220-7'], priceFen: 1250,
        publishedYear: 1981, classes: [{ scheme: 'clc', notation: 'I210.6' }],
      },
      copies: [{ barcode: 'A1', bookNumber: '3' }, { barcode: 'A2' }, { barcode: 'A3' }],
    }); // prettier-ignore
  });

  it('makes copies of a count, one of an old number alone, none of nothing', async () => {
    const copies = async (cells: Record<string, string>): Promise<number> => {
      const listed = await from({ 书名: '甲', ...cells });
      return 'copies' in listed ? listed.copies.length : -1;
    };
    expect(await copies({ 册数: '3册' })).toBe(3);
    expect(await copies({ 册数: '0' })).toBe(0);
    expect(await copies({ 册数: '501' })).toBe(500);
    expect(await copies({ 登录号: '77' })).toBe(1);
    expect(await copies({})).toBe(0);
  });

  it('refuses a row without a title', async () => {
    expect(await from({ 作者: '鲁迅', 出版社: '甲' })).toEqual({ refused: 'record.title-missing' });
  });

  it('reads numbers as they were before a spreadsheet had them, or leaves them out and says so', async () => {
    expect(await from({ 书名: '甲', 条码: `'00124`, ISBN: '9787020002207.0', 册数: '3.0' })).toMatchObject({
      title: { isbns: ['9787020002207'] },
      copies: [{ barcode: '00124' }],
    });
    expect(
      titleFromList(
        new Map([
          ['title', '甲'],
          ['barcode', '00123'],
        ]),
      ),
    ).toMatchObject({ copies: [{ barcode: '00123' }] });
    const protectedFile = Buffer.from('书名,条码\n甲,="00123"\n乙,"=""00,124"""\n');
    expect(
      (await rows(protectedFile)).map((row) => (row.is === 'row' ? row.cells.get('barcode') : row.code)),
    ).toEqual(['00123', '00,124']);
    expect(await codes({ 条码: '2.02609E+11' })).toEqual(['cell.digits-lost']);
    expect(await codes({ ISBN: '9.78702E+12', 条码: 'A1' })).toEqual(['cell.digits-lost']);
    expect(await codes({ 条码: '#REF!', 定价: '#N/A' })).toEqual(['cell.error', 'cell.error']);
    expect(await from({ 书名: '#N/A', 作者: '甲' })).toEqual({ refused: 'record.title-missing' });
    // A title may begin with an apostrophe, a number of a title may be one.
    expect(await from({ 书名: "'94中国发展报告", 作者: '1984' })).toMatchObject({
      title: { title: "'94中国发展报告" },
    });
  });

  it('takes no copy of a line that was struck, and lends none whose state it does not know', async () => {
    expect(await codes({ 条码: 'A1', 状态: '注销', 注销日期: '2020-05-01' })).toEqual([
      'copy.withdrawn-in-file',
    ]);
    for (const struck of ['2020-05-01', '43588', '是'])
      expect(await codes({ 条码: 'A1', 注销日期: struck })).toEqual(['copy.withdrawn-in-file']);
    for (const filler of ['0000-00-00', '/', '-', '无', '否'])
      expect(await codes({ 条码: 'A1', 注销日期: filler })).toEqual([]);
    expect(await codes({ 条码: 'A1', 馆藏状态: '已剔除' })).toEqual(['copy.withdrawn-in-file']);
    const use = async (状态: string): Promise<unknown> => {
      const listed = await from({ 书名: '甲', 条码: 'A1', 状态 });
      return 'copies' in listed ? [listed.copies[0]?.use, ...listed.notes.map(({ code }) => code)] : listed;
    };
    expect(await use('遗失')).toEqual(['missing']);
    expect(await use('仅供阅览')).toEqual(['reading-room']);
    expect(await use('不可借')).toEqual(['reading-room']);
    expect(await use('在馆可借')).toEqual(['lendable']);
    expect(await use('修补中')).toEqual(['repair']);
    expect(await use('')).toEqual(['lendable']);
    expect(await use('X7')).toEqual(['processing', 'copy.state-unknown']);
  });

  it('tells volumes by what stands beside the ISBN', async () => {
    expect(await from({ 书名: '三国演义', ISBN: '978-7-02-000220-7（上册）' })).toMatchObject({
      title: { partNumber: '上册' },
    });
    expect(await from({ 书名: '三国演义', ISBN: '978-7-02-000220-7（下）' })).toMatchObject({
      title: { partNumber: '下' },
    });
    expect(await from({ 书名: '三国演义', ISBN: '978-7-02-000220-7（精装）' })).toMatchObject({
      title: { partNumber: null },
    });
  });
});

describe('the columns of a title list', () => {
  const unread = async (text: string): Promise<unknown> => {
    const [header] = await read(Buffer.from(text));
    return header?.is === 'header' ? header.unread : header;
  };
  it('that nobody reads are named', async () => {
    expect(await unread('序号,书名*,作者（必填）,备注,条码号\n1,甲,乙,x,A1\n')).toEqual(['序号', '备注']);
    expect(await unread('书名,责任者,作者\n甲,乙,丙\n')).toEqual(['作者']);
    expect(await unread('书名,条码\n')).toEqual([]);
  });
  it('may stand below a title of the sheet', async () => {
    const [row] = await rows(Buffer.from('某小学图书登记表,,\n2026年,,\n题 名,著者,财产号\n甲,乙,77\n'));
    expect(row).toMatchObject({ place: { record: 1, offset: 4 } });
    expect(row?.is === 'row' && [...row.cells]).toEqual([
      ['title', '甲'],
      ['contributors', '乙'],
      ['formerNumber', '77'],
    ]);
  });
  it('are missing from a file that is no list', async () => {
    expect(titles(await read(Buffer.from('甲,乙\n丙,丁\n')))).toEqual(['list.headings-missing']);
    expect(titles(await read(Buffer.from('a\n'.repeat(50))))).toEqual(['list.headings-missing']);
  });
  it('part a file, whatever stands in the rows', async () => {
    const comma = await rows(
      Buffer.from(
        '书名,作者,ISBN,出版社,定价,条码\n西游故事,吴甲;李乙,9787508617725,某某出版社,39.50,SG00001\n',
      ),
    );
    expect(comma[0]?.is === 'row' && titleFromList(comma[0].cells)).toMatchObject({
      title: {
        title: '西游故事',
        contributors: [{ name: '吴甲' }, { name: '李乙' }],
        isbns: ['9787508617725'],
        priceFen: 3950,
      },
      copies: [{ barcode: 'SG00001' }],
    });
    expect(titles(await rows(Buffer.from('书名\t作者\nHello, World\tA; B\n')))).toEqual(['Hello, World']);
    expect(titles(await rows(Buffer.from('书名\n你好,世界;再见\n')))).toEqual(['你好,世界;再见']);
  });
  it('keep their rows when a byte of one is broken', async () => {
    const text = Buffer.from('\ufeff书名,作者\n红楼梦,曹雪芹\n西游记,吴承恩\n水浒传,施耐庵\n');
    const at = text.indexOf('游') + 2;
    const found = await rows(Buffer.concat([text.subarray(0, at), text.subarray(at + 1)]));
    expect(titles(found)).toEqual(['红楼梦', '西\ufffd记', '水浒传']);
    expect(found.map((row) => (row.is === 'row' ? row.notes : []))).toEqual([
      [],
      [{ code: 'text.unreadable-characters' }],
      [],
    ]);
  });
});
