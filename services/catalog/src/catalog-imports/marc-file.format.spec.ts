import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { aBook, all, inPieces, iso2709Of, marcXmlOf } from './a-marc-file.builder.js';
import { LONGEST_RECORD } from './iso2709.format.js';
import { readMarcFile } from './marc-file.format.js';
import { firstValue, type MarcReading } from './rules/marc-record.js';

const read = (bytes: Uint8Array, size?: number): Promise<MarcReading[]> =>
  all(readMarcFile(inPieces(bytes, size)));
const titles = (readings: readonly MarcReading[]): (string | null)[] =>
  readings.map((reading) =>
    reading.is === 'record' ? firstValue(reading.record, '200', 'a') : reading.code,
  );
const books = ['呐喊', '彷徨', '朝花夕拾', '野草'].map((title, at) => aBook(String(at + 1), title));
const glued = (...parts: readonly (Uint8Array | string)[]): Buffer =>
  Buffer.concat(parts.map((part) => Buffer.from(part)));
const at = <T>(list: readonly T[], index: number): T => {
  const value = list[index];
  if (value === undefined) throw new Error('nothing there');
  return value;
};
const expected = ['呐喊', '彷徨', '朝花夕拾', '野草'];

describe('reading ISO 2709', () => {
  it.each(['utf-8', 'gb18030'])(
    '[CAT-059] reads records in %s however the stream is cut',
    async (encoding) => {
      const file = glued(...books.map((book) => iso2709Of(book, encoding)));
      for (const size of [1, 7, 100, 1_000_000]) expect(titles(await read(file, size))).toEqual(expected);
    },
  );

  it('leaves out line ends, blanks, Ctrl-Z and a byte order mark between records', async () => {
    const [one, two, three, four] = books.map((book) => iso2709Of(book, 'gb18030'));
    const file = glued(
      '\ufeff',
      one ?? '',
      '\r\n',
      two ?? '',
      '\n\n  ',
      three ?? '',
      '\0\0',
      four ?? '',
      '\r\n\u001a',
    );
    expect(titles(await read(file))).toEqual(expected);
  });

  it('reads directories that count characters instead of bytes', async () => {
    const readings = await read(glued(...books.map((book) => iso2709Of(book, 'gb18030', 'characters'))));
    expect(titles(readings)).toEqual(expected);
    expect(
      readings.every(
        (each) =>
          each.is === 'record' && each.notes.some(({ code }) => code === 'record.directory-does-not-fit'),
      ),
    ).toBe(true);
  });

  it('reports a damaged record with its place and reads the others', async () => {
    const [one, two, three, four] = books.map((book) => iso2709Of(book));
    const broken = Buffer.from(two ?? '');
    broken.fill('@', 24, broken.indexOf(0x1e));
    const readings = await read(glued(one ?? '', broken, three ?? '', 'rubbish\u001d', four ?? ''));
    expect(titles(readings)).toEqual([
      '呐喊',
      'record.directory-unreadable',
      '朝花夕拾',
      'record.too-short',
      '野草',
    ]);
    expect(at(readings, 1).place).toEqual({ record: 2, offset: one?.length });
    expect(readings.map((each) => each.place.record)).toEqual([1, 2, 3, 4, 5]);
  });

  it.each(['45\x020', '\x0045\xff', '||||', '4500'])(
    'reads a record whose leader ends in %j',
    async (end) => {
      const file = Buffer.from(iso2709Of(at(books, 0), 'gb18030'));
      file.write(end, 20, 'latin1');
      expect(titles(await read(glued(file, iso2709Of(at(books, 1), 'gb18030'))))).toEqual(['呐喊', '彷徨']);
    },
  );

  describe('a malformed entry of the directory', () => {
    const whole = aBook('9', '故乡', [
      ['330', '  $a提要'],
      ['905', '  $bA1$dI210.6$e1'],
    ]);
    const fieldsIn = async (file: Uint8Array): Promise<unknown> => {
      const [reading] = await read(file);
      if (reading?.is !== 'record') return reading;
      return {
        tags: reading.record.fields.map(({ tag }) => tag),
        notes: reading.notes.map(({ code, detail }) => [code, ...(detail === undefined ? [] : [detail])]),
      };
    };
    const tags = ['001', '200', '210', '330', '905', '801'];
    const entryAt = (file: Buffer, tag: string): number => {
      for (let place = 24; ; place += 12) if (file.toString('latin1', place, place + 3) === tag) return place;
    };
    const changed = (tag: string, entry: (written: string) => string): Buffer => {
      const file = Buffer.from(iso2709Of(whole, 'gb18030'));
      const place = entryAt(file, tag);
      const next = Buffer.from(entry(file.toString('latin1', place, place + 12)));
      const made = Buffer.concat([file.subarray(0, place), next, file.subarray(place + 12)]);
      // The directory may be longer or shorter now, and everything behind it stands elsewhere.
      made.write(String(Number(file.toString('latin1', 12, 17)) + next.length - 12).padStart(5, '0'), 12);
      made.write(String(made.length).padStart(5, '0'), 0);
      return made;
    };

    it('with a length of five digits is read', async () => {
      const long = aBook('9', '故乡', [
        ['330', `  $a${'提要'.repeat(3_000)}`],
        ['905', '  $bA1'],
      ]);
      expect(await fieldsIn(iso2709Of(long, 'gb18030'))).toEqual({ tags, notes: [] });
    });
    it.each(['3 0', '   ', '3?0'])('with the tag %j costs its field', async (tag) => {
      expect(await fieldsIn(changed('330', (entry) => tag + entry.slice(3)))).toEqual({
        tags: tags.filter((each) => each !== '330'),
        notes: [['record.fields-lost', tag]],
      });
    });
    it('with no number, or a wrong one, is read in its place', async () => {
      for (const wrong of ['33000x500000', '330xxxxyyyyy', '330999900000'])
        expect(await fieldsIn(changed('330', () => wrong))).toMatchObject({ tags });
    });
    it('with a sign too many or too few costs no other field', async () => {
      for (const wrong of [(entry: string) => `${entry}7`, (entry: string) => entry.slice(0, -1), () => '33'])
        expect(await fieldsIn(changed('330', wrong))).toMatchObject({
          tags: expect.arrayContaining(['001', '200', '210', '905', '801']) as unknown,
        });
    });
    it('wherever it stands and whatever it says, costs no other field', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...tags),
          fc.stringMatching(/^[0-9A-Za-z ?@]{9,15}$/),
          async (tag, entry) => {
            const found = (await fieldsIn(changed(tag, () => entry))) as { tags: string[] };
            expect(found.tags.filter((each) => tags.includes(each) && each !== tag)).toEqual(
              tags.filter((each) => each !== tag),
            );
          },
        ),
      );
    });
  });

  it('tells two records apart whose end mark was lost between them', async () => {
    const [one, two, three, four] = books.map((book) => iso2709Of(book));
    const file = glued(one?.subarray(0, -1) ?? '', two ?? '', three ?? '', four ?? '');
    expect(titles(await read(file))).toEqual(expected);
  });

  it('tells them apart even when the first one has a wrong length', async () => {
    const [one, two, three] = books.map((book) => iso2709Of(book, 'gb18030'));
    const wrong = Buffer.from(one?.subarray(0, -1) ?? '');
    for (const length of ['00100', '00900', '99999', '00000']) {
      wrong.write(length, 0);
      expect(titles(await read(glued(wrong, two ?? '', three ?? '')))).toEqual(expected.slice(0, 3));
    }
  });

  it('loses nothing but the rest of a record that breaks off before the next one', async () => {
    const [one, two, three] = books.map((book) => iso2709Of(book, 'gb18030'));
    for (let cut = 1; cut < (two?.length ?? 0); cut += 1) {
      const readings = await read(glued(one ?? '', two?.subarray(0, cut) ?? '', three ?? ''));
      expect([titles(readings)[0], titles(readings).at(-1)]).toEqual(['呐喊', '朝花夕拾']);
    }
  });

  it('reads records whose length and addresses are wrong or blank', async () => {
    for (const leader of [
      '00000nam0 2200000   450 ',
      '     nam0 22        450 ',
      '99999nam0 2299999   450 ',
    ]) {
      const file = Buffer.from(iso2709Of(books[0] ?? aBook('1', '呐喊'), 'gb18030'));
      file.write(leader, 0);
      expect(titles(await read(glued(file, iso2709Of(aBook('2', '彷徨'), 'gb18030'))))).toEqual(
        expected.slice(0, 2),
      );
    }
  });

  it('reads a last record without its end mark, and reports one that was cut off', async () => {
    const file = glued(...books.map((book) => iso2709Of(book)));
    expect(titles(await read(file.subarray(0, -1)))).toEqual(expected);
    expect(titles(await read(file.subarray(0, -40)))).toEqual([...expected.slice(0, 3), 'record.truncated']);
  });

  it('does not keep more than a million bytes while it waits for an end mark', async () => {
    const good = iso2709Of(at(books, 0));
    const file = glued(good, 'x'.repeat(LONGEST_RECORD + 1), 'y'.repeat(LONGEST_RECORD), '\u001d', good);
    expect(titles(await read(file))).toEqual(['呐喊', 'record.overlong', '呐喊']);
  });

  it('finds nothing in an empty file', async () => {
    expect(await read(Buffer.from(''))).toEqual([]);
    expect(await read(Buffer.from('\r\n \u001a'))).toEqual([]);
  });

  it('never throws, whatever is in a file, and always numbers its answers one after the other', async () => {
    const file = glued(...books.map((book) => iso2709Of(book, 'gb18030')));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: file.length - 1 }), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 30,
        }),
        async (changes) => {
          const damaged = Buffer.from(file);
          for (const [place, byte] of changes) damaged[place] = byte;
          const readings = await read(damaged, 97);
          expect(readings.map((each) => each.place.record)).toEqual(readings.map((_, index) => index + 1));
        },
      ),
    );
  });
});

describe('memory', () => {
  it.each(['iso2709', 'marcxml'])(
    '[CAT-059] of 10,000 records in %s, only a sample and a piece are held at once',
    async (kind) => {
      const record = iso2709Of(aBook('1', '呐喊'.repeat(50)), 'gb18030');
      const xml = Buffer.from(marcXmlOf([aBook('1', '呐喊'.repeat(50))]));
      const inner = xml.subarray(xml.indexOf('<record>'), xml.indexOf('</collection>'));
      let given = 0;
      const source = async function* (): AsyncGenerator<Uint8Array> {
        if (kind === 'marcxml') yield xml.subarray(0, xml.indexOf('<record>'));
        for (let at = 0; at < 10_000; at += 1) {
          given += 1;
          yield await Promise.resolve(kind === 'marcxml' ? inner : record);
        }
      };
      let read = 0;
      let mostAhead = 0;
      for await (const reading of readMarcFile(source())) {
        read += reading.is === 'record' ? 1 : 0;
        mostAhead = Math.max(mostAhead, given - read);
      }
      expect(read).toBe(10_000);
      expect(mostAhead).toBeLessThanOrEqual(301);
    },
  );
});

describe('reading MARCXML', () => {
  it.each(['', 'marc'])('reads records with prefix "%s", however the stream is cut', async (prefix) => {
    const file = Buffer.from(marcXmlOf([...books, aBook('5', 'A & B <C>')], prefix));
    for (const size of [1, 64, 1_000_000])
      expect(titles(await read(file, size))).toEqual([...expected, 'A & B <C>']);
  });

  it('reads GB18030 and UTF-16 whatever the declaration says', async () => {
    expect(titles(await read(iconv.encode(marcXmlOf(books), 'gb18030'), 50))).toEqual(expected);
    expect(titles(await read(iconv.encode(marcXmlOf(books), 'utf-16', { addBOM: true })))).toEqual(expected);
  });

  it('reports a record that breaks off', async () => {
    const file = marcXmlOf(books);
    expect(titles(await read(Buffer.from(file.slice(0, file.indexOf('野草')))))).toEqual([
      ...expected.slice(0, 3),
      'record.truncated',
    ]);
  });

  it('reads on after a character that XML does not allow', async () => {
    const file = marcXmlOf(books).replace('彷徨', '彷 & 徨');
    const readings = await read(Buffer.from(file));
    expect(readings).toHaveLength(4);
    expect(titles(readings)[3]).toBe('野草');
  });

  it('never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) =>
        expect(Array.isArray(await read(Buffer.from(`<${text}`)))).toBe(true),
      ),
    );
  });
});
