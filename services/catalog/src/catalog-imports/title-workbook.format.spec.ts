import { describe, expect, it } from '@jest/globals';
import ExcelJS from '@protobi/exceljs';
import { all } from './a-marc-file.builder.js';
import { titleFromList } from './rules/from-title-list.js';
import { readTitleWorkbook, type ListReading } from './title-list.format.js';

const read = async (fill: (workbook: ExcelJS.Workbook) => void): Promise<ListReading[]> => {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return all(readTitleWorkbook(Buffer.from(await workbook.xlsx.writeBuffer())));
};
const told = (readings: readonly ListReading[]): unknown[] =>
  readings.map((reading) => [
    reading.is === 'row'
      ? reading.cells.get('title')
      : reading.is === 'header'
        ? reading.unread
        : reading.code,
    reading.place,
  ]);

describe('a workbook with a title list', () => {
  it('gives titles and copies by the rules of a CSV list: numbers with their zeros, dates as years, prices', async () => {
    const readings = await read((workbook) => {
      const sheet = workbook.addWorksheet('图书');
      sheet.addRow(['某小学图书登记表']);
      sheet.mergeCells('A1:H1');
      sheet.addRow(['书名', '作者', 'ISBN', '出版日期', '定价', '分类号', '条码', '序号']);
      sheet.addRow(['呐喊', '鲁迅', 9787020002207, new Date(Date.UTC(1981, 4, 1)), 12.5, 'I210.6', 124, 1]);
      sheet.getCell('D3').numFmt = 'yyyy年m月';
      sheet.getCell('G3').numFmt = '00000';
      sheet.addRow(['彷徨', '鲁迅', '', '', '', '', 202609010000000000, 2]);
    });
    expect(told(readings)).toEqual([
      [['序号'], { record: 0, offset: 2 }],
      ['呐喊', { record: 1, offset: 3 }],
      ['彷徨', { record: 2, offset: 4 }],
    ]);
    const [, first, second] = readings;
    expect(first?.is === 'row' && titleFromList(first.cells)).toMatchObject({
      title: { title: '呐喊', isbns: ['9787020002207'], publishedYear: 1981, priceFen: 1250 },
      copies: [{ barcode: '00124' }],
      notes: [],
    });
    expect(second?.is === 'row' && second.notes).toEqual([{ code: 'cell.digits-lost', field: 'barcode' }]);
  });

  it('is read in all its sheets with headings, and counts on; what is not read is named', async () => {
    const readings = await read((workbook) => {
      workbook.addWorksheet('填写说明').addRow(['请先阅读']);
      workbook.addWorksheet('空');
      workbook.addWorksheet('文学').addRows([['书名'], ['呐喊'], ['彷徨']]);
      workbook.addWorksheet('去年', { state: 'hidden' }).addRows([['书名'], ['旧书']]);
      workbook.addWorksheet('科学').addRows([
        ['条码', '书名'],
        ['A1', '昆虫记'],
      ]);
    });
    expect(told(readings)).toEqual([
      ['sheet.no-header', { record: 0, offset: 1, sheet: '填写说明' }],
      [[], { record: 0, offset: 1, sheet: '文学' }],
      ['呐喊', { record: 1, offset: 2, sheet: '文学' }],
      ['彷徨', { record: 2, offset: 3, sheet: '文学' }],
      ['sheet.hidden', { record: 2, offset: 1, sheet: '去年' }],
      [[], { record: 2, offset: 1, sheet: '科学' }],
      ['昆虫记', { record: 3, offset: 2, sheet: '科学' }],
    ]);
  });

  it('without a row of headings says so, and an empty one says nothing', async () => {
    const headless = await read((workbook) => workbook.addWorksheet('一').addRows([['甲'], ['乙']]));
    expect(told(headless)).toEqual([['list.headings-missing', { record: 1, offset: 1 }]]);
    expect(await read((workbook) => workbook.addWorksheet('一'))).toEqual([]);
  });
});
