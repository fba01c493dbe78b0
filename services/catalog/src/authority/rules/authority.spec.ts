import { describe, expect, it } from '@jest/globals';
import { likenessOf, LIKELY_THE_SAME, mergedAuthority, type Authority } from './authority.js';

const name = (preferred: string, more: Partial<Authority> = {}): Authority => ({
  id: preferred, version: 1, kind: 'person', preferred, variants: [], dates: null, note: null, ...more,
}); // prettier-ignore

describe('two names that turn out to be one', () => {
  it('keep every form, the preferred one of the one that stays, and what only the other knew', () => {
    const into = name('鲁迅', { variants: ['Lu Xun'], note: '作家' });
    const from = name('周树人', {
      variants: ['Lu Xun', '鲁迅', '周豫才'],
      dates: '1881-1936',
      note: '另一说明',
    });
    expect(mergedAuthority(into, from)).toMatchObject({
      version: 2,
      preferred: '鲁迅',
      variants: ['Lu Xun', '周树人', '周豫才'],
      dates: '1881-1936',
      note: '作家',
    });
  });

  it('are the likelier the more they share; other dates make them two', () => {
    const at = (filing: string, dates: string | null = null) => ({ filing, dates });
    expect(likenessOf(at('a', '1900-'), at('a', '1900-'))).toBe(100);
    expect(likenessOf(at('a'), at('a', '1900-'))).toBe(80);
    expect(likenessOf(at('a'), at('b'))).toBe(60);
    expect(likenessOf(at('a', '1900-'), at('a', '1950-'))).toBeLessThan(LIKELY_THE_SAME);
  });
});
