import { describe, expect, it } from '@jest/globals';
import { languageKindOf } from './language-kind.js';

describe('the languages of a title', () => {
  it('are Chinese, foreign, or one beside the other', () => {
    expect(
      [['chi'], ['CHI', 'zho'], ['eng'], ['eng', 'fre'], ['eng', 'chi'], []].map(languageKindOf),
    ).toEqual(['chinese', 'chinese', 'foreign', 'foreign', 'parallel', null]);
  });
});
