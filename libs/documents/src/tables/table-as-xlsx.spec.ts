import { describe, expect, it } from '@jest/globals';
import ExcelJS from '@protobi/exceljs';
import { aTable, bytesOf, manyRows } from './a-table.builder.js';
import type { Table } from './table.js';

const sheetOf = async (table: Table): Promise<ExcelJS.Worksheet> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await bytesOf('xlsx', table)) as unknown as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
};
const valuesOf = (sheet: ExcelJS.Worksheet, row: number): unknown[] =>
  (sheet.getRow(row).values as unknown[]).slice(1);

describe('a table as a workbook', () => {
  it('has title, notes, heads and rows, with numbers as numbers', async () => {
    const sheet = await sheetOf(
      aTable({ notes: ['实验小学'], rows: [{ number: 7, title: '旅行的意义 Lǚxíng', price: 2580 }] }),
    );
    expect([1, 2, 3, 4].map((row) => valuesOf(sheet, row))).toEqual([
      ['藏书清单'],
      ['实验小学'],
      ['登录号', '书名', '单价(元)'],
      [7, '旅行的意义 Lǚxíng', 25.8],
    ]);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet.pageSetup.printTitlesRow).toBe('3:3');
  });

  it('keeps a text that looks like a formula or a number a text, also when it is edited', async () => {
    const sheet = await sheetOf(aTable({ rows: [{ title: '=1+1' }, { title: '00123' }] }));
    for (const [row, text] of [
      [3, '=1+1'],
      [4, '00123'],
    ] as const) {
      const cell = sheet.getRow(row).getCell(2);
      expect([cell.type, cell.value, cell.numFmt]).toEqual([ExcelJS.ValueType.String, text, '@']);
    }
  });

  it('gives a text that is broken the height of its lines', async () => {
    const sheet = await sheetOf(aTable({ rows: [{ title: '短' }, { title: '长'.repeat(100) }] }));
    expect(sheet.getRow(3).height).toBeUndefined();
    expect(sheet.getRow(4).height).toBe(60);
  });

  it.each([0, 1, 199, 200, 201, 1_001])('has a row for each of %i', async (count) => {
    const sheet = await sheetOf(aTable({ rows: manyRows(count) }));
    expect(sheet.rowCount).toBe(2 + count);
    if (count > 0) expect(valuesOf(sheet, 2 + count)).toEqual([count, `书 ${String(count)}`, count / 100]);
  });

  it('names the sheet without what a sheet may not be called', async () => {
    const sheet = await sheetOf(aTable({ title: '清单/2026*[一]: ' + '长'.repeat(40) }));
    expect(sheet.name).toHaveLength(31);
    expect(sheet.name).not.toMatch(/[\\/?*[\]:']/);
  });
});
