import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import ExcelJS from '@protobi/exceljs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import {
  csvRows,
  excelRows,
  MOST_ROWS,
  rosterFileKind,
  rosterText,
  RosterUnreadable,
} from './roster-file.format.js';

const TEXT = '姓名,班级\n王墨香,三年级1班\n';

describe('the coding of a CSV roster', () => {
  it.each(['utf-8', 'gb18030', 'utf-16le'])('is told by its bytes: %s', (coding) => {
    expect(rosterText(iconv.encode(TEXT, coding, { addBOM: coding === 'utf-16le' }))).toBe(TEXT);
  });
  it('does not keep the byte order mark in the first heading', () => {
    expect(csvRows(rosterText(Buffer.from(`\ufeff${TEXT}`)))[0]?.cells[0]).toBe('姓名');
  });
});

describe('the rows of a CSV roster', () => {
  it('keep their place in the file, over empty lines', () => {
    expect(csvRows('a,b\r\n\r\n,\r\nc, d \r\n')).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 4, cells: ['c', 'd'] },
    ]);
  });
  it('are parted by comma, tab, semicolon or bar', () => {
    for (const mark of [',', '\t', ';', '|'])
      expect(csvRows(`a${mark}b\nc${mark}d`)[1]?.cells).toEqual(['c', 'd']);
  });
  it('survive a quote that nobody closed', () => {
    expect(csvRows('a,b\n"c,d\ne,f\n').map(({ row, cells }) => [row, cells])).toEqual([
      [1, ['a', 'b']],
      [2, ['c', 'd']],
      [3, ['e', 'f']],
    ]);
  });
  it('are never more than a school can have', () => {
    expect(csvRows('a\n'.repeat(MOST_ROWS))).toHaveLength(MOST_ROWS);
    expect(() => csvRows('a\n'.repeat(MOST_ROWS + 1))).toThrow(RosterUnreadable);
  });
  it('are counted without the empty ones, of which there may be any number', () => {
    const empty = `${',\n\n'.repeat(MOST_ROWS)}`;
    expect(csvRows(`${empty}a,b`)).toEqual([{ row: 2 * MOST_ROWS + 1, cells: ['a', 'b'] }]);
    expect(csvRows(`a,b\n${empty}"c,d\n`).at(-1)).toEqual({ row: 2 * MOST_ROWS + 2, cells: ['c', 'd'] });
    expect(() => csvRows(`"c,d\n${'a\n'.repeat(MOST_ROWS)}`)).toThrow(RosterUnreadable);
  });
  it('come back as they were written, whatever the cells hold', () => {
    const cell = fc
      .string({ unit: fc.constantFrom(...'王墨香ab1 ",\n'), maxLength: 8 })
      .map((text) => text.trim());
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constant('姓'), cell, cell), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const text = rows
            .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
            .join('\n');
          expect(csvRows(text).map(({ cells }) => cells)).toEqual(rows);
        },
      ),
    );
  });
  it('are found or not, but nothing breaks, in any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        csvRows(rosterText(Buffer.from(bytes)));
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
      sheet.addRow([null, 110105194912310000]);
    });
    expect(rosterFileKind(bytes)).toBe('excel');
    expect(await excelRows(bytes)).toEqual([
      { row: 1, cells: ['姓名', '卡号'] },
      { row: 2, cells: ['王墨香', '00007'] },
      { row: 3, cells: ['李', '7'] },
      { row: 4, cells: ['', '110105194912310000'] },
    ]);
  });

  it('that is broken or would fill the memory is refused', async () => {
    const bytes = await written((sheet) => sheet.addRow(['姓名']));
    await expect(excelRows(bytes.subarray(0, 200))).rejects.toMatchObject({ code: 'roster.unreadable' });
    const bomb = Buffer.from(bytes);
    bomb.writeUInt32LE(0xfffffff0, bomb.readUInt32LE(bomb.lastIndexOf('PK\u0005\u0006') + 16) + 24);
    await expect(excelRows(bomb)).rejects.toMatchObject({ code: 'roster.unreadable' });
  });

  it('that unpacks to more than its directory says is refused before it is read', async () => {
    const swelling = (mebibytes: number): Buffer => {
      const packed = deflateRawSync(Buffer.alloc(mebibytes * 1024 * 1024, ' '));
      const [head, entry, end] = [Buffer.alloc(31, 'PK\u0003\u0004a'), Buffer.alloc(47), Buffer.alloc(22)];
      head.fill(0, 4, 30).writeUInt16LE(1, 26);
      entry.write('PK\u0001\u0002', 'latin1');
      entry.writeUInt16LE(8, 10);
      entry.writeUInt32LE(packed.length, 20);
      entry.writeUInt32LE(10, 24);
      entry.writeUInt16LE(1, 28);
      entry.write('a', 46);
      end.write('PK\u0005\u0006', 'latin1');
      end.writeUInt16LE(1, 10);
      end.writeUInt32LE(entry.length, 12);
      end.writeUInt32LE(head.length + packed.length, 16);
      return Buffer.concat([head, packed, entry, end]);
    };
    const bomb = swelling(65);
    expect(bomb.length).toBeLessThan(100_000);
    await expect(excelRows(bomb)).rejects.toMatchObject({ code: 'roster.too-large' });
    await expect(excelRows(swelling(64))).rejects.toMatchObject({ code: 'roster.unreadable' });
    // Bytes before the archive shift every place in it for a lenient reader.
    await expect(excelRows(Buffer.concat([Buffer.from('x'), bomb]))).rejects.toMatchObject({
      code: 'roster.unreadable',
    });
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
    expect(rosterFileKind(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).toBe('other');
    expect(rosterFileKind(Buffer.from(TEXT))).toBe('text');
    expect(rosterFileKind(Buffer.from('PK\u0003\u0004'))).toBe('excel');
  });
});
