import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { aRecord, all, inPieces, iso2709Of, marcXmlOf } from './a-marc-file.builder.js';
import { readMarcFile } from './marc-file.format.js';
import { firstValue, type MarcReading, type MarcRecord } from './rules/marc-record.js';
import { decodeText, withoutReferences } from './text-encoding.format.js';
import { readTitleList } from './title-list.format.js';

const MARKS: Readonly<Record<string, number>> = {
  '\u0300': 0xe1, '\u0301': 0xe2, '\u0302': 0xe3, '\u0303': 0xe4, '\u0304': 0xe5, '\u0306': 0xe6, '\u0307': 0xe7, '\u0308': 0xe8,
  '\u030c': 0xe9, '\u030a': 0xea, '\u0327': 0xf0, '\u0328': 0xf1, '\u0323': 0xf2, '\u0309': 0xe0, '\u031b': 0,
}; // prettier-ignore
const LETTERS: Readonly<Record<string, number>> = {
  Ł: 0xa1, Ø: 0xa2, Đ: 0xa3, Æ: 0xa5, Œ: 0xa6, ł: 0xb1, ø: 0xb2, đ: 0xb3, æ: 0xb5, œ: 0xb6, ß: 0xc7, '£': 0xb9, '¿': 0xc5,
}; // prettier-ignore
/** MARC-8 as the Library of Congress writes it: marks before their letter. */
const marc8 = (text: string): Buffer => {
  const bytes: number[] = [];
  for (const cluster of text.normalize('NFD').match(/\P{M}\p{M}*/gu) ?? []) {
    const [base = '', ...marks] = [...cluster];
    for (const mark of marks) bytes.push(MARKS[mark] ?? 0x3f);
    bytes.push(LETTERS[base] ?? base.charCodeAt(0));
  }
  return Buffer.from(bytes);
};

const record = (title: string, price: string): MarcRecord =>
  aRecord([['001', 'x1'], ['020', `  $c${price}`], ['245', `10$a${title}`]], '00000cam a2200000 a 4500'); // prettier-ignore
/** A record whose text was written by another encoder: same frame, other bytes. */
const written = (title: string, price: string, encode: (text: string) => Buffer): Buffer => {
  const latin = (text: string): string => encode(text).toString('latin1');
  return iso2709Of(record(latin(title), latin(price)), 'latin1');
};
const titleIn = (reading: MarcReading | undefined): { title: string | null; isTold: boolean } =>
  reading?.is === 'record'
    ? { title: firstValue(reading.record, '245', 'a'), isTold: reading.notes.length > 0 }
    : { title: null, isTold: true };
const read = async (bytes: Uint8Array): Promise<MarcReading[]> => all(readMarcFile(inPieces(bytes)));

const word = (letters: string, least = 2): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...letters), { minLength: least, maxLength: 8 }).map((signs) => signs.join(''));
const accented = (letters: string): fc.Arbitrary<string> =>
  fc
    .tuple(word('bcdfglmnprst'), fc.constantFrom(...letters), word('aeioulnrst'))
    .map((parts) => parts.join(''));
const sentence = (words: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(words, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
const latin = sentence(fc.oneof(accented('éèêüöäñçåøłđšžąǎ'), word('abcdefghij')));
const cyrillic = sentence(word('абвгдежзийклмнопрстуфхцчшщыьэюя', 3));
const greek = sentence(word('αβγδεζηθικλμνξοπρστυφχψωάέήίό', 3));
const chinese = sentence(
  fc
    .array(
      fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((point) => String.fromCodePoint(point)),
      { minLength: 2, maxLength: 9 },
    )
    .map((signs) => signs.join('')),
);

describe('a text in any script', () => {
  it.each([
    ['UTF-8', fc.oneof(latin, cyrillic, greek, chinese), (text: string): Buffer => Buffer.from(text), '学校'],
    // Sound MARC-8, too: ¿Aœð.
    ['GB18030', chinese, (text: string): Buffer => iconv.encode(text, 'gb18030'), '臕逗'],
    ['MARC-8', latin, marc8, 'é'],
  ] as const)('written in %s is read back from ISO 2709, or told', async (_, texts, encode, once) => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { title, isTold } = titleIn((await read(written(text, '7', encode)))[0]);
        if (!isTold) expect(title).toBe(text.normalize('NFC'));
      }),
      { numRuns: 400, examples: [[once]] },
    );
  });

  it.each(['utf-8', 'gb18030'])(
    'written in %s is read back from MARCXML and from a list, or told',
    async (coding) => {
      await fc.assert(
        fc.asyncProperty(
          coding === 'utf-8' ? fc.oneof(latin, cyrillic, greek, chinese) : chinese,
          async (text) => {
            const xml = iconv.encode(marcXmlOf([record(text, '7')]), coding);
            const found = titleIn((await read(xml))[0]);
            if (!found.isTold) expect(found.title).toBe(text.normalize('NFC'));
            const [, row] = await all(
              readTitleList(inPieces(iconv.encode(`title,author\n${text},x\n`, coding), 9)),
            );
            if (row?.is === 'row' && row.notes.length === 0)
              expect(row.cells.get('title')).toBe(text.normalize('NFC'));
          },
        ),
        { numRuns: 300 },
      );
    },
  );
});

describe('French, Spanish, Russian and Greek in UTF-8', () => {
  const titles = [
    'Das Töpferbuch für Mémé',
    'El niño y el pingüino',
    'Война и мир',
    'Ελληνικά παραμύθια',
    'Příliš žluťoučký kůň',
  ];
  it.each(titles)('are those letters in all three kinds of file: %s', async (title) => {
    const told = { title, isTold: false };
    expect(titleIn((await read(iso2709Of(record(title, '£6.95'))))[0])).toEqual(told);
    expect(titleIn((await read(Buffer.from(marcXmlOf([record(title, '£6.95')]))))[0])).toEqual(told);
    const [, row] = await all(readTitleList(inPieces(Buffer.from(`title,price\n${title},£6.95\n`))));
    expect(row).toMatchObject({ is: 'row', notes: [] });
    expect(row?.is === 'row' && row.cells.get('title')).toBe(title);
  });
  it('are those letters beside Chinese of GB18030, too, and that is told', async () => {
    const chineseRecords = ['红楼梦', '西游记', '水浒传'].map((title) =>
      iso2709Of(record(title, '7'), 'gb18030'),
    );
    const readings = await read(
      Buffer.concat([...chineseRecords, iso2709Of(record('Das Töpferbuch für Mémé', '7'))]),
    );
    expect(titleIn(readings.at(-1))).toEqual({ title: 'Das Töpferbuch für Mémé', isTold: true });
    expect(titleIn(readings[0])).toEqual({ title: '红楼梦', isTold: false });
  });
});

describe('one broken byte', () => {
  it('costs its element in MARCXML, and no other', async () => {
    const text = Buffer.from(
      marcXmlOf([record('红楼梦', '7'), record('西游记', '8'), record('水浒传', '9')]),
    );
    const at = text.indexOf('游') + 1;
    const readings = await read(Buffer.concat([text.subarray(0, at), text.subarray(at + 1)]));
    expect(readings.map((reading) => titleIn(reading).title)).toEqual(['红楼梦', '西\ufffd记', '水浒传']);
    expect(readings.map((reading) => titleIn(reading).isTold)).toEqual([false, true, false]);
  });
  it('costs its field in ISO 2709, and no other', async () => {
    for (const coding of ['utf-8', 'gb18030']) {
      const bytes = Buffer.from(iso2709Of(aRecord([['001', 'x'], ['200', '1 $a红楼梦$f曹雪芹著'], ['210', '  $c人民文学出版社']]), coding)); // prettier-ignore
      bytes[bytes.indexOf(iconv.encode('楼', coding)) + 1] = 0xff;
      const [reading] = await read(bytes);
      expect(reading?.is === 'record' && firstValue(reading.record, '210', 'c')).toBe('人民文学出版社');
      expect(reading?.is === 'record' && reading.notes).toEqual([
        { code: 'text.unreadable-characters', field: '200' },
      ]);
    }
  });
});

describe('characters that were spelled out', () => {
  it.each([
    ['&#x4E2D;&#x56FD;', '中国'],
    ['&#20013;&#22269; shi', '中国 shi'],
    ['Tom &amp; Jerry', 'Tom & Jerry'],
    ['&#xD840;&#xDC00;', '\u{20000}'],
    ['&#x20000;', '\u{20000}'],
    ['AT&T; R&D', 'AT&T; R&D'],
    ['&#0;&#x7;', '&#0;&#x7;'],
    ['&#xD840;', '\ufffd'],
  ])('%s is %s in every coding', (text, expected) => {
    expect(withoutReferences(text)).toBe(expected);
    for (const coding of ['utf-8', 'gb18030', 'marc-8'] as const)
      expect(decodeText(Buffer.from(text), coding).text).toBe(expected);
  });
});
