import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { READING_BANDS } from '@shulian/contracts/words';
import { edited, isSame, MOST_THEMES, NOBODY, type Audience } from './audience.js';

const themes = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
const bands = fc.uniqueArray(fc.constantFrom(...READING_BANDS));
const audience: fc.Arbitrary<Audience> = fc
  .record({ addBands: bands, addThemes: themes, level: fc.option(fc.integer({ min: 1, max: 9 })) })
  .map((edit) => edited(NOBODY, edit));

describe('marks of a title', () => {
  it('are the same after the same edit, done once or twice, in whatever order it names them', () => {
    fc.assert(
      fc.property(audience, bands, themes, (present, addBands, addThemes) => {
        const once = edited(present, { addBands, addThemes });
        const again = edited(once, {
          addBands: [...addBands].reverse(),
          addThemes: [...addThemes].reverse(),
        });
        expect(isSame(once, again)).toBe(true);
      }),
    );
  });

  it('lose what is removed, keep what is not named, and have in the end what is both added and removed', () => {
    const present = edited(NOBODY, {
      addBands: ['junior', 'lower-primary'],
      addThemes: ['a', 'b'],
      level: 3,
    });
    expect(present.bands).toEqual(['lower-primary', 'junior']);
    expect(edited(present, { removeBands: ['junior'], removeThemes: ['a'], addThemes: ['a'] })).toEqual({
      bands: ['lower-primary'],
      level: 3,
      themes: ['a', 'b'],
    });
    expect(edited(present, { level: null }).level).toBeNull();
  });

  it.each([MOST_THEMES - 1, MOST_THEMES, MOST_THEMES + 1])('has no more themes than fit: %i', (count) => {
    const addThemes = Array.from({ length: count }, (_, at) => String(at).padStart(3, '0'));
    expect(edited(NOBODY, { addThemes }).themes).toHaveLength(Math.min(count, MOST_THEMES));
  });
});
