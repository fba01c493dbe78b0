import { describe, expect, it } from '@jest/globals';
import ExcelJS from '@protobi/exceljs';
import fc from 'fast-check';
import { aZip } from './a-zip.builder.js';
import { openWorkbook, WorkbookUnreadable, type WorkbookRow } from './workbook.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook by hand, whose maker has habits of its own. */
const byHand = (sheet: string, more: Readonly<Record<string, string>> = {}): [string, string][] =>
  Object.entries({
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml':
      '<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="册" sheetId="1" r:id="s1"/></x:sheets></x:workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="s1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="worksheets/a.xml"/><Relationship Id="t1" Type="${OFFICE}/sharedStrings" Target="/xl/t.xml"/><Relationship Id="l1" Type="${OFFICE}/styles" Target="looks.xml"/></Relationships>`,
    'xl/worksheets/a.xml': `<worksheet>${sheet}</worksheet>`,
    ...more,
  });

const rowsOf = async (bytes: Buffer): Promise<WorkbookRow[]> => {
  const rows: WorkbookRow[] = [];
  for (const sheet of await openWorkbook(bytes)) for await (const row of sheet.rows()) rows.push(row);
  return rows;
};
const cellsOf = async (bytes: Buffer) => (await rowsOf(bytes)).map(({ cells }) => cells);
const why = (bytes: Buffer): Promise<string> =>
  rowsOf(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof WorkbookUnreadable ? error.why : String(error)),
  );

const written = async (fill: (workbook: ExcelJS.Workbook) => void): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
};

describe('the cells of a workbook', () => {
  it('are shown as their makers saw them: texts, numbers with zeros, dates, results and errors', async () => {
    const bytes = await written((workbook) => {
      const sheet = workbook.addWorksheet('一');
      sheet.addRow(['书名', 9787020002207, 12.5, true, 39.799999999999997]);
      sheet.addRow([{ richText: [{ text: '呐' }, { text: '喊' }] }, 7, { formula: '3+4', result: 7 }]);
      sheet.getCell('B2').numFmt = '00000';
      sheet.addRow([new Date(Date.UTC(1981, 4, 1)), 12, 42]);
      sheet.getCell('A3').numFmt = 'yyyy"年"m"月"';
      sheet.getCell('B3').numFmt = '"SY"0000';
      sheet.getCell('C3').numFmt = '#,##0.00"元"';
      sheet.addRow([110105194912310000, { error: '#N/A' }, { formula: 'A9', result: { error: '#REF!' } }]);
      sheet.addRow(['_x4e66_', ' 有空格 ', '1\n2']);
    });
    expect(await cellsOf(bytes)).toEqual([
      ['书名', '9787020002207', '12.5', 'TRUE', '39.8'],
      ['呐喊', '00007', '7'],
      ['1981-05-01', 'SY0012', '42'],
      ['1.10105194912310e+17', '#N/A', '#REF!'],
      ['书', '有空格', '1\n2'],
    ]);
  });

  it('are read whatever prefix, place or kind their maker gave them', async () => {
    const sheet =
      '<x:sheetData><x:row><x:c t="inlineStr"><x:is><x:r><x:t>甲</x:t></x:r><x:rPh><x:t>jia</x:t></x:rPh></x:is></x:c><x:c t="str"><x:f>A1</x:f><x:v>乙</x:v></x:c></x:row>' +
      '<x:row r="7"><x:c r="C7" t="s"><x:v>0</x:v></x:c><x:c s="0"><x:v>2958465</x:v></x:c><x:c s="0"><x:v>2958466</x:v></x:c><x:c t="s"><x:v>9</x:v></x:c></x:row><x:row><x:c t="d"><x:v>2026-01-01</x:v></x:c></x:row></x:sheetData>';
    const bytes = aZip(
      byHand(sheet, {
        'xl/t.xml': '<sst><si><t>丙</t></si></sst>',
        'xl/looks.xml': '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
      }),
    );
    expect(await rowsOf(bytes)).toEqual([
      { row: 1, cells: ['甲', '乙'] },
      { row: 7, cells: ['', '', '丙', '9999-12-31', '2958466', ''] },
      { row: 8, cells: ['2026-01-01'] },
    ]);
  });

  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [29_707, '1981-05-01'],
    [29_707.5, '1981-05-01 12:00'],
    [0.5, '0.5'],
  ])('that hold a date are the day of their number: %s is %s', async (serial, day) => {
    const bytes = aZip(
      byHand(`<sheetData><row><c s="1"><v>${String(serial)}</v></c></row></sheetData>`, {
        'xl/looks.xml':
          '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[Red]yyyy/m/d"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
      }),
    );
    expect(await cellsOf(bytes)).toEqual([[day]]);
  });

  it('come back as they were written, whatever the words', async () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 8 })
      .map((text) => text.replace(/\p{C}/gu, '').trim());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 5 }),
        async (rows) => {
          const bytes = await written((workbook) => workbook.addWorksheet('一').addRows(rows));
          const plain = (each: readonly string[]): string => each.join('\u001f').replace(/\u001f+$/, '');
          expect((await cellsOf(bytes)).map(plain)).toEqual(rows.map(plain).filter((each) => each !== ''));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('hold the words of a merged cell in every row and column it spans', async () => {
    const bytes = await written((workbook) => {
      const sheet = workbook.addWorksheet('一');
      sheet.addRows([['某小学图书登记表'], ['呐喊', 'A1'], ['', 'A2'], ['彷徨', 'A3']]);
      sheet.mergeCells('A1:C1');
      sheet.mergeCells('A2:A3');
    });
    expect(await cellsOf(bytes)).toEqual([
      ['某小学图书登记表', '某小学图书登记表', '某小学图书登记表'],
      ['呐喊', 'A1'],
      ['呐喊', 'A2'],
      ['彷徨', 'A3'],
    ]);
  });
});

describe('the sheets of a workbook', () => {
  it('are named in their order, hidden ones as hidden', async () => {
    const bytes = await written((workbook) => {
      workbook.addWorksheet('二').addRow(['甲']);
      workbook.addWorksheet('一', { state: 'veryHidden' }).addRow(['乙']);
    });
    expect((await openWorkbook(bytes)).map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['二', false],
      ['一', true],
    ]);
  });
});

describe('a workbook that would cost more than it is worth', () => {
  const sheetOf = (sheet: string): Promise<string> => why(aZip(byHand(sheet)));

  it('is read for what stands in it, however far to the right or below one cell is', async () => {
    const rows = Array.from(
      { length: 2_000 },
      (_, at) =>
        `<row r="${String(at + 1)}"><c r="A${String(at + 1)}"><v>1</v></c><c r="XFD1"><v>2</v></c></row>`,
    ).join('');
    const far = `<row r="1048576"><c r="IV1048576"><v>3</v></c><c r="IW1048576"><v>4</v></c></row><row r="1048577"><c><v>5</v></c></row>`;
    const read = await rowsOf(aZip(byHand(`<sheetData>${rows}${far}</sheetData>`)));
    expect(read).toHaveLength(2_001);
    expect(read[0]).toEqual({ row: 1, cells: ['1'] });
    expect(read.at(-1)?.row).toBe(1_048_576);
    expect(read.at(-1)?.cells).toHaveLength(256);
  });

  it('is refused at more merged cells than a list needs, not before', async () => {
    const merged = (ref: string): Promise<string> =>
      sheetOf(`<sheetData/><mergeCells><mergeCell ref="${ref}"/></mergeCells>`);
    expect(await merged('A1:A250000')).toBe('read');
    expect(await merged('A1:A250001')).toBe('too-large');
    expect(await merged('A1:XFD976')).toBe('read');
    expect(await merged('A1:XFD977')).toBe('too-large');
    expect(await merged('IW1:XFD1048576')).toBe('read');
    expect(await merged('nonsense')).toBe('read');
    const many = (count: number): Promise<string> =>
      sheetOf(`<sheetData/><mergeCells>${'<mergeCell ref="A1:A2"/>'.repeat(count)}</mergeCells>`);
    expect(await many(5_000)).toBe('read');
    expect(await many(5_001)).toBe('too-large');
  });

  it('is refused at elements too deep in one another, and at one without an end', async () => {
    expect(await sheetOf(`${'<a>'.repeat(63)}${'</a>'.repeat(63)}`)).toBe('read');
    expect(await sheetOf(`${'<a>'.repeat(1_000_000)}`)).toBe('too-large');
    expect(
      await sheetOf(`<sheetData><row><c><v>${'9'.repeat(3 * 1024 * 1024)}</v></c></row></sheetData>`),
    ).toBe('too-large');
    expect(await sheetOf(`<!--${' '.repeat(3 * 1024 * 1024)}-->`)).toBe('too-large');
  });

  it('is refused at more texts than half a million', async () => {
    const texts = (count: number): Promise<string> =>
      why(aZip(byHand('<sheetData/>', { 'xl/t.xml': `<sst>${'<si/>'.repeat(count)}</sst>` })));
    expect(await texts(500_000)).toBe('read');
    expect(await texts(500_001)).toBe('too-large');
  });

  it('is refused at more parts or sheets than any school has', async () => {
    const parts = (count: number): Promise<string> => {
      const known = byHand('<sheetData/>');
      const others = Array.from({ length: count - known.length }, (_, at): [string, string] => [
        `p${String(at)}`,
        '',
      ]);
      return why(aZip([...known, ...others]));
    };
    expect(await parts(2_000)).toBe('read');
    expect(await parts(2_001)).toBe('too-large');
    const sheets = (count: number): Promise<string> =>
      why(
        aZip(
          byHand('<sheetData/>', {
            'xl/workbook.xml': `<workbook><sheets>${'<sheet name="a" id="s1"/>'.repeat(count)}</sheets></workbook>`,
          }),
        ),
      );
    expect(await sheets(1_000)).toBe('read');
    expect(await sheets(1_001)).toBe('too-large');
  });

  it('is refused when it unpacks to more than a quarter of a gigabyte, or to more than it says', async () => {
    const blanks = Buffer.from(`<a>${' '.repeat(900_000)}</a>`.repeat(52));
    const swelling = (say?: (size: number) => number): Buffer =>
      aZip(
        [
          ...byHand('', {
            'xl/workbook.xml':
              '<workbook><sheets><sheet name="a" id="s1"/><sheet name="b" id="s1"/><sheet name="c" id="s1"/></sheets></workbook>',
          }).filter(([name]) => name !== 'xl/worksheets/a.xml'),
          ['xl/worksheets/a.xml', Buffer.concat([Buffer.from('<a>'), blanks, Buffer.from('</a>')])],
        ],
        say,
      );
    const honest = swelling();
    expect(honest.length).toBeLessThan(500_000);
    expect(await why(honest)).toBe('too-large');
    expect(await why(swelling((size) => (size > 1_000_000 ? 1_000 : size)))).toBe('damaged');
  }, 60_000);
});

describe('a file that is no workbook', () => {
  it('is told, wherever it breaks off', async () => {
    const bytes = await written((workbook) => workbook.addWorksheet('一').addRow(['书名']));
    for (const length of [0, 4, 21, 22, 200, bytes.length - 1])
      expect([length, await why(bytes.subarray(0, length))]).toEqual([length, 'damaged']);
    expect(await why(aZip([['word/document.xml', '<w/>']]))).toBe('damaged');
    expect(await why(aZip(byHand('<sheetData><row></sheetData>')))).toBe('damaged');
  });

  it('never makes reading throw anything else, whichever byte is wrong', async () => {
    const bytes = aZip(
      byHand('<sheetData><row><c t="s"><v>0</v></c></row></sheetData>', {
        'xl/t.xml': '<sst><si><t>甲</t></si></sst>',
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, byte) => {
        const wrong = Buffer.from(bytes);
        wrong[at] = byte;
        expect(['read', 'damaged', 'too-large']).toContain(await why(wrong));
      }),
      { numRuns: 300 },
    );
  });
});
