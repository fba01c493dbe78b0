import { describe, expect, it } from '@jest/globals';
import { yearOf } from './year.js';

describe('years', () => {
  it.each([
    ['1982.10', 1982], ['2012.06', 2012], ['[2005]', 2005], ['c1984', 1984], ['1998-', 1998], ['二〇〇五年', 2005], ['二○一二', 2012],
    ['民国25年', 1936], ['２００８', 2008], ['198210', 1982], ['1997 (2003重印)', 1997], ['00010101', null], ['19--', null], ['', null],
    ['[n.d.]', null], ['999', null], ['1000', 1000], ['2100', 2100], ['2101', null], [null, null],
    ['民國25年', 1936], ['民国二十五年', 1936], ['民國廿五年', 1936], ['中华民国元年', 1912], ['民国十年', 1921], ['民国卅八年', 1949], ['民國一百零三年', 2014],
    ['民国二五年', 1936], ['民國113年', 2024], ['民国三十', 1941], ['民国年间', null], ['民国时期', null], ['民国0年', null], ['1936(民国25)', 1936],
    ['民国200年', null],
  ])('%j is %s', (text, year) => {
    expect(yearOf(text)).toBe(year);
  }); // prettier-ignore

  it('of the Republic are the same in figures and in words', () => {
    const digits = '〇一二三四五六七八九';
    const inWords = (n: number): string =>
      n < 10
        ? (digits[n] ?? '')
        : `${n < 20 ? '' : digits[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : digits[n % 10]}`;
    for (let n = 1; n < 100; n += 1)
      for (const text of [`民国${String(n)}年`, `民國${inWords(n)}年`, `民国 ${inWords(n)}`])
        expect([text, yearOf(text)]).toEqual([text, 1911 + n]);
  });
});
