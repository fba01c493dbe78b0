import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeMarc8 } from './marc8.format.js';

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('reading MARC-8', () => {
  it.each([
    ['Franc\xf0ois', null],
    ['Andre\xe6i', 'Andreĭ'],
    ['H\xe1a-ti\xe3en', 'Hà-tiên'],
    ['\xe8Ubersetzung', 'Übersetzung'],
    ['zhizn\xa7', 'zhiznʹ'],
    ['\xb1\xa1', 'łŁ'],
    ['Vi\xf2\xe3et', 'Việt'],
    ['H\x1bb2\x1bsO', 'H₂O'],
    ['x\x1bp2\x1bs', 'x²'],
    ['\x1bga\x1bs-ray', 'α-ray'],
    ['plain', 'plain'],
  ])('%j becomes %s', (text, expected) => {
    const read = decodeMarc8(bytes(text));
    if (expected !== null) expect(read.text).toBe(expected);
    expect(read.text).toBe(read.text.normalize('NFC'));
    expect(read.unknownSets).toEqual([]);
  });

  it('reports other character sets, reads on after them, and gives one sign for a character of three bytes', () => {
    const read = decodeMarc8(bytes('a\x1b$1!04K7o\x1b(Bb'));
    expect(read).toEqual({ text: 'a\ufffd\ufffdb', unknownSets: ['1'], strayEscapes: 0 });
    expect(decodeMarc8(bytes('\x1b(NABC\x1b(Bd'))).toEqual({
      text: '\ufffd\ufffd\ufffdd',
      unknownSets: ['N'],
      strayEscapes: 0,
    });
  });

  it.each([
    ['Caf\xe2e L\x1betat de Lyon', 'Café Letat de Lyon', 1],
    ['\x1bPr\xe5evert, Jacques', 'Prēvert, Jacques'.normalize('NFC'), 1],
    ['Zola\x1b', 'Zola', 1],
    ['\x1b(Germinal)', '(Germinal)', 1],
    ['a\x1b(Bb\x1b)!Ec\xe2e', 'abcé', 0],
  ])('leaves out an escape that begins no sequence, and counts it: %j', (text, expected, strayEscapes) => {
    expect(decodeMarc8(bytes(text))).toEqual({ text: expected, unknownSets: [], strayEscapes });
  });

  it('keeps a mark whose letter is missing', () => {
    expect(decodeMarc8(bytes('a\xe2')).text).toBe('a ́');
  });

  it('reads ASCII as it is and never throws', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\x20-\x7e]*$/), (text) =>
        expect(decodeMarc8(bytes(text)).text).toBe(text),
      ),
    );
    fc.assert(fc.property(fc.uint8Array(), (any) => expect(typeof decodeMarc8(any).text).toBe('string')));
  });
});
