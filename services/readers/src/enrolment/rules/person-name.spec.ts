import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nameKey, personName, renamed } from './person-name.js';

describe('a person’s name', () => {
  it('has 1 to 100 characters, all of them readable', () => {
    expect(['', ' \u3000', '\u0007', '\u200b', '·', '王\ufffd香', '甲'.repeat(101)].map(personName)).toEqual(
      Array.from({ length: 7 }, () => null),
    );
    expect(personName('甲'.repeat(100))).toHaveLength(100);
  });

  it('has a letter: dashes, marks, numbers and signs that fill an empty place are no name', () => {
    for (const text of [
      '-',
      '/',
      '——',
      '?',
      '？',
      '、',
      '1',
      '０',
      '①',
      '*',
      '#',
      '…',
      '()',
      '√',
      '〇',
      '😀',
    ])
      expect([text, personName(text)]).toEqual([text, null]);
    for (const text of ['王', 'A', 'Ñ', '王1', '〇王', 'ئا', '𠮷', '⽂', 'あ'])
      expect(personName(text)).not.toBeNull();
  });

  it('is one line', () => {
    for (const end of ['\n', '\r\n', '\v', '\u2028'])
      expect([`王甲${end}李乙`, `${end}王甲${end}`].map(personName)).toEqual([null, '王甲']);
  });

  it.each([
    ['王墨', ['王　墨', '王 墨', ' 王  墨 ', '王\u00a0墨', '王\u200b墨', '\ufeff王墨', '王\u00ad墨\ufe0f']],
    [
      '阿依古丽·买买提',
      [
        '阿依古丽•买买提',
        '阿依古丽・买买提',
        '阿依古丽･买买提',
        '阿依古丽‧买买提',
        '阿依古丽 · 买买提',
        '阿依古丽.买买提',
        '阿依古丽．买买提',
        '阿依古丽。买买提',
        '阿依古丽⋅买买提',
      ],
    ],
    ['Li Hua', ['Ｌｉ　Ｈｕａ', 'Li  Hua', 'Li\u200d Hua']],
    ['J. K. Wang', ['J. K. Wang']],
    ['文文', ['⽂⽂']],
  ])('is %s in every writing of it', (name, writings) => {
    for (const writing of writings) expect([writing, personName(writing)]).toEqual([writing, name]);
  });

  it('once it is in its form stays so, and so does what it is known by', () => {
    const text = fc.string({
      unit: fc.constantFrom(..."王墨·・.． 　\u200bAbａ\u0301\u00e9'-"),
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, (written) => {
        const name = personName(written);
        if (name === null) return;
        expect(personName(name)).toBe(name);
        expect(nameKey(written)).toBe(nameKey(name));
      }),
      { examples: [['王・\u200b é']], numRuns: 2_000 },
    );
  });

  it('is known again without its dots, blanks and case, and not without a character', () => {
    for (const [one, other] of [
      ['阿依古丽·买买提', '阿依古丽买买提'],
      ['LI Hua', 'lihua'],
      ['王　墨', '王墨'],
    ] as const)
      expect(nameKey(one)).toBe(nameKey(other));
    expect(nameKey('王墨')).not.toBe(nameKey('王默'));
  });

  it('changes when it is another, or written more fully, and two lists cannot change it for ever', () => {
    expect(renamed('王墨', '王默')).toBe('王默');
    expect(renamed('阿依古丽买买提', '阿依古丽·买买提')).toBe('阿依古丽·买买提');
    expect(renamed('阿依古丽·买买提', '阿依古丽买买提')).toBe('阿依古丽·买买提');
    expect(renamed('王　墨', '王墨')).toBe('王墨');
    const name = fc.string({ unit: fc.constantFrom(...'王·a b'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(name, name, (known, told) => {
        const [first, second] = [personName(known), personName(told)];
        if (first === null || second === null || nameKey(first) !== nameKey(second)) return;
        const settled = renamed(renamed(first, second), first);
        expect(renamed(settled, second)).toBe(settled);
      }),
    );
  });
});
