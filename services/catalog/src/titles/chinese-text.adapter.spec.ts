import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chineseText } from './chinese-text.adapter.js';
import { searchQueryOf, searchWordsOf } from './rules/search-words.js';

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
const finds = (question: string): boolean => {
  const query = searchQueryOf(question, chineseText);
  if (query === null) return true;
  const has = (lexeme: string): boolean => {
    const [, word = '', prefix] = /^'((?:[^']|'')*)'(:\*)?$/.exec(lexeme) ?? [];
    const plain = word.replaceAll("''", "'").replaceAll('\\\\', '\\');
    return words.some((each) => (prefix === undefined ? each === plain : each.startsWith(plain)));
  };
  const all = (text: string): boolean => text.split(' & ').every(has);
  return query.split(/ & (?![^(]*\))/).every((part) => {
    const either = /^\((.+) \| \((.+)\)\)$/.exec(part);
    return either === null ? has(part) : has(either[1] ?? '') || all(either[2] ?? '');
  });
};

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

  it('always writes a question whose quotes are closed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (question) => {
        const query = searchQueryOf(question, chineseText) ?? '';
        expect(query.replace(/'(?:[^'\\]|''|\\\\)*'(?::\*)?/g, '').replace(/[()&| ]/g, '')).toBe('');
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
