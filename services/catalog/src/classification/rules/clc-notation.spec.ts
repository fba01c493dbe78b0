import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAIN_CLASSES, mainClassOf, readClc } from './clc-notation.js';

describe('reading a class number', () => {
  it('[CAT-026] knows the 22 main classes and no L, M, W or Y', () => {
    expect(Object.keys(MAIN_CLASSES).join('')).toBe('ABCDEFGHIJKNOPQRSTUVXZ');
    for (const letter of 'LMWY') expect(readClc(`${letter}12`).is).toBe('invalid');
  });

  it.each([
    ['F124', 'F124'],
    ['I247.57', 'I247.57'],
    ['TP312BA', 'TP312BA'],
    ['K837.125.6(202)+R173:G25', 'K837.125.6(202)+R173:G25'],
    ['J523.2"17"+3:G5', null],
    ['K876.3=49', 'K876.3=49'],
    ['H319-43', 'H319-43'],
    ['R711<326>', 'R711<326>'],
    ['21.2', null],
    ['', null],
    ['文学', null],
  ])('reads %s as %s', (text, notation) => {
    const read = readClc(text);
    expect(read.is === 'valid' ? read.notation : null).toBe(notation);
  });

  it.each([
    ['Ｉ２４７．５７', 'I247.57', []],
    ['K837125', 'K837.125', ['clc.dots-misplaced']],
    ['K837.125.6(202)+R173:G25a', 'K837.125.6(202)+R173:G25', ['clc.recommended-mark']],
    ['[B822.98]', 'B822.98', ['clc.schedule-form']],
    ['{D922.59}', 'D922.59', ['clc.schedule-form']],
    ['I287.5；I18', 'I287.5', ['clc.several-numbers']],
    ['GB1', 'GB1', ['clc.unusual-second-letter']],
  ])('repairs %s to %s and says so', (text, notation, warnings) => {
    expect(readClc(text)).toEqual({ is: 'valid', notation, warnings });
  });

  it('reads what it has written without another warning, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (text) => {
        const read = readClc(text);
        if (read.is === 'valid')
          expect(readClc(read.notation)).toMatchObject({ is: 'valid', notation: read.notation });
      }),
    );
  });

  it('names the main class', () => {
    expect(mainClassOf('ｉ247.5')).toBe('I');
    expect(mainClassOf('21.2')).toBeNull();
  });
});
