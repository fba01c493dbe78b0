import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { spokenNames } from '../spoken-names.adapter.js';
import { nameWords, searchKey } from './name-words.js';

const isFound = (name: string, input: string): boolean =>
  nameWords(name, spokenNames).some((word) => word.startsWith(searchKey(input)));

describe('a reader is found', () => {
  it.each([
    [
      '黄墨香',
      [
        'hmx',
        'HMX',
        'hm',
        'mx',
        'huang',
        'huang mo xiang',
        'huángmòxiāng',
        'moxiang',
        '墨',
        '黄墨',
        '黄 墨香',
        'ｈｍｘ',
      ],
    ],
    ['吕思', ['lvsi', 'lüsi', 'lü si', 'lusi', 'lyusi', 'ls', '思']],
    ['阿依古丽·买买提', ['ayglmmt', '古丽买买提', '买买提', '阿依古丽 买买提', '阿依古丽•买', 'maimaiti']],
    ['𠮷㛃·阿卜杜勒', ['𠮷', '𠮷㛃', 'jie', '㛃阿']],
    ['单雄信', ['shan', 'danxiong', 'sxx', 'dxx']],
    ['Li Hua', ['lihua', 'LI HUA', 'hua', 'li']],
    ['José', ['jose', 'JOSÉ']],
  ])('%s, by any of what people type', (name, questions) => {
    for (const input of questions) expect([input, isFound(name, input)]).toEqual([input, true]);
  });

  it('not by other names, nor by signs of the database', () => {
    for (const input of ['hmy', 'huangxiang', '香墨', '%', '_', '黄香'])
      expect([input, searchKey(input) !== '' && isFound('黄墨香', input)]).toEqual([input, false]);
  });

  it('by words that the database takes, whatever rare signs the name has and wherever it is cut', () => {
    const sign = fc.constantFrom(...'𠮷𪚥㛃王墨a·😀');
    fc.assert(
      fc.property(fc.array(sign, { minLength: 1, maxLength: 60 }), (signs) => {
        const words = nameWords(signs.join(''), spokenNames);
        expect(words.filter((word) => !word.isWellFormed() || [...word].length > 40)).toEqual([]);
      }),
    );
  });

  it('by every part of the name, however it is written', () => {
    const sign = fc.constantFrom(...'王墨香吕单曾女绿阿依古丽ab');
    fc.assert(
      fc.property(
        fc.array(sign, { minLength: 1, maxLength: 8 }),
        fc.nat(7),
        fc.nat(7),
        (signs, from, length) => {
          const part = signs.slice(from % signs.length).slice(0, 1 + (length % signs.length));
          expect(isFound(signs.join(' '), part.join('·'))).toBe(true);
        },
      ),
    );
  });
});
