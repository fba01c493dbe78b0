import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isIdentityNumber } from '@shulian/contracts/external-id';
import { cardNumber, generatedNumber, isGeneratedNumber } from './card-number.js';

describe('a card number', () => {
  it('is the same however it is typed', () => {
    expect(['tr001', ' ＴＲ００１ ', 'Tr001', '\u200btr\u00ad001\ufeff'].map(cardNumber)).toEqual(
      Array.from({ length: 4 }, () => 'TR001'),
    );
    expect(['', '  ', 'A B', 'A\u0000', 'A'.repeat(41)].map(cardNumber)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(cardNumber('a'.repeat(40))).toHaveLength(40);
  });

  it('stays as it is once it is in its form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 45 }), (text) => {
        const number = cardNumber(text);
        if (number !== null) expect(cardNumber(number)).toBe(number);
      }),
    );
  });

  it('is never an identity number or one made from it', () => {
    expect(['11010519491231002X', 'G11010519491231002X'].map(isIdentityNumber)).toEqual([true, true]);
    // A wrong check digit, and the numbers that are made for children without an identity number.
    for (const number of ['G110105201412310021', 'J110105201412310021', 'L11010520141231AB0C'])
      expect([number, isIdentityNumber(number)]).toEqual([number, true]);
    expect(['J110105201413310021', 'L0001', 'G1234567890123456789'].some(isIdentityNumber)).toBe(false);
    expect(['110105194912310021', '1101051949123100', 'TR001'].some(isIdentityNumber)).toBe(false);
  });

  it('is given by the school with a check digit that sees every wrong digit and most swaps', () => {
    expect([1, 999_999, 1_000_000].map(generatedNumber)).toEqual(['R0000018', 'R9999996', 'R10000008']);
    expect(['R0000018', 'R9999996', 'R10000008'].map(isGeneratedNumber)).toEqual([true, true, true]);
    expect(
      ['R0000017', 'R018', 'R00000018', '0000018', 'S0000018', 'R', 'R000001X'].some(isGeneratedNumber),
    ).toBe(false);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        fc.nat(5),
        fc.integer({ min: 1, max: 9 }),
        (n, at, by) => {
          const digits = [...String(n).padStart(6, '0')];
          digits[at] = String((Number(digits[at]) + by) % 10);
          expect(generatedNumber(Number(digits.join(''))).at(-1)).not.toBe(generatedNumber(n).at(-1));
        },
      ),
    );
  });
});
