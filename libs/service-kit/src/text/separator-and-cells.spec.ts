import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cellsOfLine, separatorOf, separators } from './separator.js';
import { cellFault, plainNumber, unprotected, withoutInvisible } from './spreadsheet-cell.js';

describe('the separator of a file', () => {
  const known = (cells: readonly string[]): number =>
    cells.filter((cell) => ['书名', '作者', '条码', '姓名', 'Title', 'Author'].includes(cell)).length;

  it('is that of its headings, whatever stands in the rows', () => {
    expect(separatorOf(['书名,作者,条码', '西游,吴甲;李乙;张丙;丁,S1'], known)).toBe(',');
    expect(separatorOf(['Title\tAuthor', 'Hello, World, again, and again\tX'], known)).toBe('\t');
    expect(separatorOf(['说明；；；；', '姓名，条码', '王|甲|乙|丙，1'], known)).toBe('，');
    expect(separatorOf(['a,b', 'c,d'], known)).toBeNull();
  });

  it('gives back the cells that were joined with it', () => {
    const cell = fc
      .string({ unit: fc.constantFrom(...'王a1 ",;|\t，'), maxLength: 6 })
      .map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), fc.constantFrom(...separators), (cells, separator) => {
        const line = cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(separator);
        expect(cellsOfLine(line, separator)).toEqual(cells);
      }),
    );
  });
});

describe('what a spreadsheet does to a cell', () => {
  it('is undone where nothing was lost', () => {
    for (const [cell, number] of [
      ['="00123"', '00123'],
      ['= "007"', '007'],
      ["'00124", '00124'],
      ['’00124', '00124'],
      ["'00125'", '00125'],
      ['20230101.0', '20230101'],
      ['00012.00', '00012'],
      ['\u200b00123\ufeff', '00123'],
      ['１２３', '123'],
      ['3.50', '3.50'],
      ['TR-1E5', 'TR-1E5'],
      ['12E5', '12E5'],
      ["'", "'"],
      ['', ''],
    ] as const)
      expect([cell, plainNumber(cell)]).toEqual([cell, number]);
    expect(unprotected('="say ""hi"""')).toBe('say "hi"');
    expect(withoutInvisible('王\u200d墨\u00ad香\ufe0f')).toBe('王墨香');
  });

  it('is told where digits or the whole value were lost', () => {
    for (const cell of ['2.02609E+11', '2.02609e11', '1E+05', '1.5E-3', '="2.02609E+11"'])
      expect([cell, plainNumber(cell)]).toEqual([cell, { fault: 'cell.digits-lost' }]);
    for (const cell of ['#N/A', ' #ref! ', '#名称?', '＃DIV/0!', 'Err:502', '#####'])
      expect([cell, cellFault(cell)]).toEqual([cell, 'cell.error']);
    expect(cellFault('王\ufffd')).toBe('cell.unreadable');
    for (const cell of ['', '#1', '1#', 'C#', '# 2', 'N/A', 'Error'])
      expect([cell, cellFault(cell)]).toEqual([cell, null]);
  });

  it('comes back the same when nothing was done to it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-DF-Z]{1,20}$/), (number) => {
        for (const written of [number, `="${number}"`, `'${number}`, ` ${number} `])
          expect(plainNumber(written)).toBe(number);
      }),
    );
  });
});
