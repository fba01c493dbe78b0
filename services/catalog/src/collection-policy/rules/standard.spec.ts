import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { targetFaults, targetVolumes } from './collection-policy.js';
import { standardVolumes, yearsOfPlan } from './standard.js';

const perPupil = { primary: 20, junior: 35, senior: 45 };

describe('the standard of a school', () => {
  it('is so many volumes a pupil of each section', () => {
    expect(standardVolumes([{ section: 'primary', pupils: 308 }], perPupil)).toBe(6_160);
    const mixed = [{ section: 'junior', pupils: 10 }, { section: 'senior', pupils: 1 }, { section: 'unknown', pupils: 2 }]; // prettier-ignore
    expect(standardVolumes(mixed, perPupil)).toBe(350 + 45 + 40);
    expect(standardVolumes([], perPupil)).toBe(0);
  });
});

describe('the years of a plan', () => {
  it('buy what is wanting to the last volume, evenly, and end with what the pupils expected want', () => {
    const natural = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }), natural(5_000), natural(5_000), natural(200_000), natural(100),
        (years, pupils, expectedPupils, volumes, each) => {
          const plan = yearsOfPlan({ firstYear: 2027, years, pupils, expectedPupils, volumes, perPupil: each });
          const bought = plan.map(({ toBuy }) => toBuy);
          expect(bought.reduce((sum, toBuy) => sum + toBuy, 0)).toBe(Math.max(0, expectedPupils * each - volumes));
          expect(Math.max(...bought) - Math.min(...bought)).toBeLessThanOrEqual(1);
          const last = plan.at(-1);
          expect([last?.pupils, last?.required]).toEqual([expectedPupils, expectedPupils * each]);
          expect(last?.volumes).toBe(Math.max(volumes, expectedPupils * each));
        },
      ),
    ); // prettier-ignore
  });

  it('of the small central primary need nothing more than it has: 10,319 for 500 pupils at 20', () => {
    const plan = yearsOfPlan({
      firstYear: 2027,
      years: 5,
      pupils: 308,
      expectedPupils: 500,
      volumes: 10_319,
      perPupil: 20,
    });
    expect(plan.map(({ toBuy }) => toBuy)).toEqual([0, 0, 0, 0, 0]);
    const short = yearsOfPlan({
      firstYear: 2027,
      years: 5,
      pupils: 308,
      expectedPupils: 500,
      volumes: 9_998,
      perPupil: 20,
    });
    expect(short.map(({ year, pupils, toBuy }) => [year, pupils, toBuy])).toEqual([
      [2027, 346, 1], [2028, 385, 0], [2029, 423, 1], [2030, 462, 0], [2031, 500, 0],
    ]); // prettier-ignore
  });
});

describe('a target', () => {
  const target = {
    name: '注音读物', audience: 'pupils', category: 'pinyin-readers', clcs: ['H125'], kind: null, tag: null, share: 500, volumes: null,
  } as const; // prettier-ignore

  it('is a share or a number of volumes, of a category of its audience, and says what counts', () => {
    expect(targetFaults([target])).toEqual([]);
    expect(targetFaults([{ ...target, volumes: 5 }, { ...target, share: null }, { ...target, category: 'research-reading' }, { ...target, clcs: [] }])).toEqual([
      { pointer: '/targets/0/share', code: 'share-or-volumes' },
      { pointer: '/targets/1/share', code: 'share-or-volumes' },
      { pointer: '/targets/2/category', code: 'not-of-this-audience' },
      { pointer: '/targets/3/clcs', code: 'is-defined' },
    ]); // prettier-ignore
  });

  it('of a share means whole volumes, rounded up', () => {
    expect([0, 1, 19, 20, 21].map((all) => targetVolumes(target, all))).toEqual([0, 1, 1, 1, 2]);
    expect(targetVolumes({ share: null, volumes: 7 }, 1_000)).toBe(7);
  });
});
