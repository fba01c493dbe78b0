import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scriptOf, wordsWithTitles } from './publication.js';

describe('a publication', () => {
  it('has its titles under its words, and is cut where there is no room', () => {
    expect(wordsWithTitles('新书到了', [], 5)).toBe('新书到了');
    expect(wordsWithTitles('新书到了', ['呐喊'], 10)).toBe('新书到了\n\n《呐喊》');
    expect(wordsWithTitles('新书到了', ['呐喊'], 9)).toBe('新书到了\n\n《呐…');
  });
  it('never is longer than there is room', () =>
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        fc.array(fc.string(), { minLength: 1 }),
        (words, titles) => wordsWithTitles(words, titles, 30).length <= 30,
      ),
    ));
  it('is read out with its titles one by one', () => {
    const script = scriptOf('一小', { title: '新书推荐', words: '本周新书' }, ['呐喊', '彷徨']);
    expect(script.split('\n')).toHaveLength(7);
    expect(script).toContain('2.《彷徨》');
    expect(scriptOf('一小', { title: 't', words: 'w' }, []).split('\n')).toHaveLength(4);
  });
});
