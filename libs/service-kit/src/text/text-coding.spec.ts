import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codingOfFile, decodedPiece, verdictOn, type TextCoding } from './text-coding.js';

const utf8 = (text: string): Uint8Array => Buffer.from(text);
/** GB18030 bytes by the decoder's own table, so that the test needs no other library. */
const gb18030 = (() => {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if (sign.length === 1 && sign !== '\ufffd' && !codes.has(sign)) codes.set(sign, [lead, trail]);
    }
  return (text: string): Uint8Array =>
    Uint8Array.from(
      [...text].flatMap((sign) => (sign <= '\u007f' ? [sign.charCodeAt(0)] : (codes.get(sign) ?? []))),
    );
})();
const read = (bytes: Uint8Array, otherwise: TextCoding = 'gb18030') =>
  decodedPiece(bytes, codingOfFile([bytes], otherwise));

describe('the coding of a text', () => {
  it.each([
    'Das Töpferbuch für Mémé',
    '£6.95 net',
    'Война и мир',
    'El niño y el pingüino',
    'Ελληνικά παραμύθια',
    'Příliš žluťoučký kůň',
    'Çalıkuşu, Reşat Nuri Güntekin',
    '草房子',
    '星の王子さま',
    'Nguyễn Du, Truyện Kiều',
  ])('is told by the bytes: %s in UTF-8', (text) => {
    expect(read(utf8(text))).toEqual({ text, trouble: null });
  });

  it.each([
    '草房子',
    '学校图书',
    '学校',
    '小学',
    '木偶',
    '中山路12号',
    '三国演义(上)',
    '朱镕基讲话实录',
    '卡拉OK大家唱',
  ])('is told by the bytes: %s in GB18030', (text) => {
    expect(read(gb18030(text))).toEqual({ text, trouble: null });
  });

  it('that fits both is said to be uncertain where nothing else tells', () => {
    for (const bytes of [gb18030('谢谢'), gb18030('专注'), utf8('Café'), gb18030('Kitty猫')])
      expect(read(bytes).trouble).toBe('text.coding-uncertain');
    // Beside its own kind it is sure.
    expect(
      decodedPiece(gb18030('谢谢'), codingOfFile([gb18030('草房子'), gb18030('谢谢我的老师')])).text,
    ).toBe('谢谢');
    expect(decodedPiece(utf8('Café'), codingOfFile([utf8('草房子')]))).toEqual({
      text: 'Café',
      trouble: null,
    });
  });

  it('is that of the piece where a file mixes two, and the note says so', () => {
    const file = codingOfFile([gb18030('红楼梦'), gb18030('西游记'), utf8('水浒传全本')]);
    expect(decodedPiece(utf8('水浒传全本'), file)).toEqual({
      text: '水浒传全本',
      trouble: 'text.other-coding-than-file',
    });
  });

  it('stays that of the file for a piece with a broken character, which is said', () => {
    const cut = Buffer.concat([utf8('西游记').subarray(0, 8), utf8(',吴承恩,9787020008728')]);
    const file = codingOfFile([utf8('书名,作者,ISBN'), cut]);
    expect(decodedPiece(cut, file)).toEqual({
      text: '西游\ufffd,吴承恩,9787020008728',
      trouble: 'text.unreadable-characters',
    });
    expect(decodedPiece(utf8('草').subarray(0, 2), file).trouble).toBe('text.unreadable-characters');
    // Signs that were lost before the file was written are lost all the same.
    expect(read(utf8('红\ufffd梦与石头记')).trouble).toBe('text.unreadable-characters');
  });

  const word = (letters: string, least = 1) =>
    fc.array(fc.constantFrom(...letters), { minLength: least, maxLength: 9 }).map((signs) => signs.join(''));
  const LATIN = fc
    .tuple(
      word('bcdfgklmnprst'),
      fc.constantFrom(...'äöüßéèêëàâçñíóúøåæşğıłśżčřšžěťňőű'),
      word('aeioubcdrnt'),
    )
    .map((parts) => parts.join(''));
  const CYRILLIC = word('абвгдежзийклмнопрстуфхцчшщъыьэюя', 4);
  const GREEK = word('αβγδεζηθικλμνξοπρστυφχψωάέήίόύώς', 4);
  const HAN = fc
    .array(
      fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((point) => String.fromCodePoint(point)),
      { minLength: 3, maxLength: 12 },
    )
    .map((signs) => signs.join(''));

  it('brings any text back as it was in UTF-8, or says that it may not have', () => {
    const text = fc
      .array(fc.oneof(LATIN, CYRILLIC, GREEK, HAN, word('abcdefgh'), fc.constant('£12.50')), {
        minLength: 1,
        maxLength: 8,
      })
      .map((words) => words.join(' ').normalize('NFC'));
    fc.assert(
      fc.property(text, (written) => {
        const { text: found, trouble } = read(utf8(written));
        if (trouble === null) expect(found).toBe(written);
      }),
      { numRuns: 2_000 },
    );
  });

  it('brings Chinese text back as it was in GB18030, or says that it may not have', () => {
    const text = fc
      .array(fc.oneof(HAN, word('abc ABC'), fc.constantFrom('《', '》', '（上）', '，', '12.50')), {
        minLength: 1,
        maxLength: 8,
      })
      .map((words) => words.join('').normalize('NFC'));
    fc.assert(
      fc.property(text, (written) => {
        const { text: found, trouble } = read(gb18030(written));
        if (trouble === null) expect(found).toBe(written);
      }),
      { numRuns: 2_000 },
    );
    // The hanzi whose bytes are also two-byte UTF-8 are the ones that deceive.
    const deceiving = [
      ...Array.from({ length: 0x9fa6 - 0x4e00 }, (_, at) => String.fromCodePoint(0x4e00 + at)),
    ].filter((sign) => verdictOn(gb18030(sign)) === 'either' && gb18030(sign).length === 2);
    const tricky = fc
      .array(fc.constantFrom(...deceiving), { minLength: 1, maxLength: 3 })
      .map((signs) => signs.join(''));
    fc.assert(
      fc.property(tricky, (written) => {
        const { text: found, trouble } = read(gb18030(written));
        if (trouble === null) expect(found).toBe(written);
      }),
      { numRuns: 3_000 },
    );
  });

  it('of any bytes is something, and nothing breaks', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(typeof read(bytes).text).toBe('string');
      }),
    );
  });
});
