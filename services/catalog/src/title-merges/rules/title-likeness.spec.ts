import { describe, expect, it } from '@jest/globals';
import type { TitleId } from '@shulian/contracts/ids';
import fc from 'fast-check';
import { describedOnlyBy, type Title, type TitleDescription } from '../../titles/rules/title.js';
import { LIKELY_THE_SAME, likenessOf } from './title-likeness.js';

const aTitle = (description: Partial<TitleDescription> = {}): Title => ({
  ...describedOnlyBy('城南旧事'),
  contributors: ['林海音'],
  publisher: '人民文学出版社',
  publishedYear: 2013,
  isbns: ['9787020098323'],
  ...description,
  id: '01940000-0000-7000-8000-000000000201' as TitleId,
  version: 1,
});
const score = (one: Partial<TitleDescription>, other: Partial<TitleDescription>): number =>
  likenessOf(aTitle(one), aTitle(other)).score;

describe('how much two descriptions are of one title', () => {
  it('is all of it for the same words and number, with every reason named', () => {
    expect(likenessOf(aTitle(), aTitle())).toEqual({
      score: 100,
      reasons: ['same-isbn', 'same-title', 'same-contributor', 'same-publisher', 'same-year'],
    });
  });
  it.each([
    ['no number on either side', { isbns: [] }, { isbns: [] }, 65],
    ['a number on one side only', {}, { isbns: [] }, 65],
    ['another edition with a number of its own', {}, { isbns: ['9787503717444'], publishedYear: 2019 }, 15],
    ['a number that a publisher gave to another book', {}, { title: '骆驼祥子', contributors: ['老舍'] }, 30],
    ['punctuation, width and the kind of firm', {}, { title: '城南 旧事', publisher: '人民文学' }, 100],
    ['title and author alone', { isbns: [], publisher: null, publishedYear: null }, {}, 45],
    ['title, author and publisher', { isbns: [], publishedYear: null }, {}, 55],
    ['two parts of a set with one number', { partNumber: '上' }, { partNumber: '下' }, 0],
    ['a book and its recording', {}, { carrier: 'audio' }, 55],
  ] as const)('with %s', (_, one, other, points) => {
    expect(score(one as Partial<TitleDescription>, other as Partial<TitleDescription>)).toBe(points);
  });
  it('is not enough just below the threshold, and is at it', () => {
    expect(LIKELY_THE_SAME).toBe(50);
    expect(score({ isbns: [], publisher: null, publishedYear: null }, {})).toBeLessThan(LIKELY_THE_SAME);
    expect(score({ isbns: [], publisher: null }, {})).toBeGreaterThan(LIKELY_THE_SAME);
  });
  it('is the same from either side, and never out of its bounds', () => {
    const word = fc.constantFrom(null, '甲', '乙');
    const described = fc.record({
      title: fc.constantFrom('甲', '乙'),
      publisher: word,
      partNumber: word,
      contributors: fc.constantFrom<string[]>([], ['甲'], ['乙']),
      isbns: fc.constantFrom<string[]>([], ['1'], ['2'], ['1', '2']),
      publishedYear: fc.constantFrom(null, 1999, 2000),
    });
    fc.assert(
      fc.property(described, described, (one, other) => {
        const likeness = likenessOf(aTitle(one), aTitle(other));
        expect(likenessOf(aTitle(other), aTitle(one))).toEqual(likeness);
        expect(likeness.score).toBeGreaterThanOrEqual(0);
        expect(likeness.score).toBeLessThanOrEqual(100);
      }),
    );
  });
});
