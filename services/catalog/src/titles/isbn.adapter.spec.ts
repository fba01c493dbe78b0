import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readIsbn } from './isbn.adapter.js';

describe('reading an ISBN', () => {
  it('takes ten or thirteen digits, with or without hyphens', () => {
    const expected = { isbn13: '9787503717444', isbn10: '7503717440', hyphenated: '978-7-5037-1744-4' };
    for (const text of [
      '7-5037-1744-0',
      '7503717440',
      '978-7-5037-1744-4',
      'ISBN 9787503717444',
      '７－５０３７－１７４４－０',
    ])
      expect(readIsbn(text)).toEqual(expected);
  });

  it('refuses a wrong check digit, another length and anything else', () => {
    for (const text of [
      '7-5037-1744-1',
      '750371744',
      '75037174400',
      '978750371744',
      '97875037174444',
      '',
      'X',
      '977-7-5037-1744-4',
    ])
      expect(readIsbn(text)).toBeNull();
  });

  it('never throws, and reads its own output the same', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readIsbn(text);
        if (read !== null) expect(readIsbn(read.hyphenated)).toEqual(read);
      }),
    );
  });
});
