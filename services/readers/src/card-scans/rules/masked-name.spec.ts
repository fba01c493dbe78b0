import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maskedName } from './masked-name.js';

describe('a name on a device', () => {
  it.each([
    ['王', '王*'],
    ['王明', '王*'],
    ['王小明', '王*明'],
    ['欧阳小明', '欧**明'],
    ['𠮷田明', '𠮷*明'],
    ['阿卜杜拉·买买提', '阿******提'],
    ['Li Ming', 'L* M***'],
  ])('%s is shown as %s', (name, shown) => expect(maskedName(name)).toBe(shown));

  it('never shows more than the first and last letter of a word', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), (name) => {
        for (const word of maskedName(name).split(' ')) expect(word === '' || word.includes('*')).toBe(true);
      }),
    ));
});
