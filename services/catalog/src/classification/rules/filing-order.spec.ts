import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clcSortKey, compareCallNumbers, compareClc, plainNotation } from './filing-order.js';

const notation = fc
  .tuple(
    fc.constantFrom('A', 'B', 'I', 'K', 'T', 'TP', 'Z'),
    fc.stringMatching(/^\d{0,5}$/),
    fc.array(fc.constantFrom('-43', '(711)', '"17"', '=535', '<326>', ':R83', '+R173'), { maxLength: 3 }),
  )
  .map(([letters, digits, suffixes]) => letters + digits + suffixes.join(''));

const byteOrder = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

describe('the filing order of class numbers', () => {
  it.each([
    [
      [
        'R711',
        'R711-62',
        'R711(711)',
        'R711(711)=535',
        'R711=6',
        'R711<326>',
        'R711:R83',
        'R711+R173',
        'R711.1',
      ],
    ],
    [['B', 'B-43', 'B0', 'B3']],
    [['TP3', 'TP3-43', 'TP30', 'TP301', 'TP301.1']],
    [['D035.37', 'D035.4']],
    [['H319-43', 'H319:A312']],
    [['T1', 'TP1']],
    [['TP312AL', 'TP312X']],
    [['I287.45', 'I287.5', 'I287.8', 'I3']],
  ])('[CAT-026] puts %j on the shelf as the user manual does', (inOrder) => {
    const shuffled = [...inOrder].reverse();
    expect(shuffled.sort(compareClc)).toEqual(inOrder);
    expect([...inOrder].reverse().sort((a, b) => byteOrder(clcSortKey(a), clcSortKey(b)))).toEqual(inOrder);
  });

  it('takes full-width signs, blanks and dots for what they mean', () => {
    expect(compareClc('Ｋ８３７．１２５．６（202）＋R173：G25', 'K837125 6(202)+R173:G25')).toBe(0);
    expect(plainNotation('Ｉ２４７．５／２')).toBe('I247.5/2');
  });

  it('is a total order, and its sort key says the same', () => {
    fc.assert(
      fc.property(notation, notation, notation, (a, b, c) => {
        const ab = Math.sign(compareClc(a, b));
        expect(Math.sign(compareClc(b, a))).toBe(-ab + 0);
        if (ab <= 0 && compareClc(b, c) <= 0) expect(compareClc(a, c)).toBeLessThanOrEqual(0);
        expect(Math.sign(byteOrder(clcSortKey(a), clcSortKey(b)))).toBe(ab);
      }),
    );
  });
});

describe('the order of call numbers', () => {
  it.each([
    ['K20-42', 'K20-42/15'],
    ['I247.5/2', 'I247.5/1234'],
    ['B43/6', 'B43/11'],
    ['TP312/Z763Y', 'TP312/Z763AA'],
    ['I247.5/8(1)', 'I247.5/8(2)'],
    ['I247.5/8(2)', 'I247.5/8(14)'],
    ['{ns}B43/6', 'B43/11'],
    ['I247.5/9/1', 'I247.5/10'],
  ])('[CAT-029] puts %s before %s', (first, second) => {
    expect(compareCallNumbers(first, second)).toBeLessThan(0);
    expect(compareCallNumbers(second, first)).toBeGreaterThan(0);
    expect(compareCallNumbers(first, first)).toBe(0);
  });

  it('is the same from both sides for any two numbers', () => {
    const callNumber = fc
      .tuple(notation, fc.stringMatching(/^[A-Z]{0,2}\d{0,4}(\(\d{1,2}\))?$/))
      .map((parts) => parts.join('/'));
    fc.assert(
      fc.property(callNumber, callNumber, (a, b) => {
        expect(Math.sign(compareCallNumbers(a, b)) + Math.sign(compareCallNumbers(b, a))).toBe(0);
      }),
    );
  });
});
