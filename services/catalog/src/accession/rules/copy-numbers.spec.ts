import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  generatedBarcode,
  hasRightCheckDigit,
  isBarcode,
  plainBarcode,
  prefixOf,
  accessionNumbersFrom,
  FIRST_ACCESSION_NUMBER,
} from './copy-numbers.js';

describe('accession numbers', () => {
  it('[CAT-035] run without a gap however they are taken', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 })), (counts) => {
        let next = FIRST_ACCESSION_NUMBER;
        const all: number[] = [];
        for (const count of counts) {
          all.push(...accessionNumbersFrom(next, count));
          next += count;
        }
        expect(all).toEqual(all.map((_, at) => at + 1));
      }),
    );
  });

  it('are not taken by fractions or backwards', () => {
    expect(() => accessionNumbersFrom(1, -1)).toThrow(RangeError);
    expect(() => accessionNumbersFrom(1, 1.5)).toThrow(RangeError);
  });
});

describe('barcodes', () => {
  it('are kept in one form, with their leading zeros', () => {
    expect(plainBarcode(' ａ００012 ')).toBe('A00012');
    expect(plainBarcode('　')).toBeNull();
  });

  it('hold what a scanner can send, up to 40 signs', () => {
    expect(isBarcode('A'.repeat(39))).toBe(true);
    expect(isBarcode('A'.repeat(40))).toBe(true);
    expect(isBarcode('A'.repeat(41))).toBe(false);
    expect(isBarcode('书1')).toBe(false);
    expect(isBarcode('')).toBe(false);
  });

  it('[CAT-025] are generated from school prefix, accession number and check digit', () => {
    expect(generatedBarcode('SY1', 1)).toMatch(/^SY10000001\d$/);
    expect(prefixOf('3301-02-shi-yan')).toBe('SHIYAN');
    expect(generatedBarcode('SY1', 1, 8)).toMatch(/^SY100000001\d$/);
  });

  it('notice one wrong digit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.nat({ max: 6 }),
        fc.integer({ min: 1, max: 9 }),
        (number, place, by) => {
          const barcode = generatedBarcode('SY1', number);
          expect(hasRightCheckDigit(barcode)).toBe(true);
          const at = 3 + place;
          const wrong = (Number(barcode[at]) + by) % 10;
          expect(hasRightCheckDigit(barcode.slice(0, at) + String(wrong) + barcode.slice(at + 1))).toBe(
            false,
          );
        },
      ),
    );
  });
});
