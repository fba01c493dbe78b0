import { describe, expect, it } from '@jest/globals';
import type { TitleId } from '@shulian/contracts/ids';
import { gradeFaults, isSameWork, type Work } from './suitability.js';

const work = (but: Partial<Work>): Work => ({
  titleId: null,
  isbn: null,
  name: '草房子',
  nameKey: '草房子',
  contributor: null,
  publisher: null,
  clc: null,
  ...but,
});

describe('the grades of a suitability review', () => {
  const pupils = { verdict: 'suitable', audience: 'pupils' } as const;
  it('have to be there where pupils shall read it, and only there', () => {
    const none = { firstGrade: null, lastGrade: null };
    expect(gradeFaults({ ...pupils, ...none })).toEqual([{ field: 'firstGrade', code: 'grades-needed' }]);
    expect(gradeFaults({ ...pupils, audience: 'teachers', ...none })).toEqual([]);
    expect(gradeFaults({ ...pupils, verdict: 'unsuitable', ...none })).toEqual([]);
  });
  it('go from a first to a last that is not before it', () => {
    const faults = (firstGrade: number | null, lastGrade: number | null) =>
      gradeFaults({ ...pupils, firstGrade, lastGrade }).map(({ field, code }) => `${field} ${code}`);
    expect(faults(3, 2)).toEqual(['lastGrade before-first-grade']);
    expect(faults(3, 3)).toEqual([]);
    expect(faults(3, 4)).toEqual([]);
    expect(faults(null, 4)).toEqual(['firstGrade is-defined']);
    expect(faults(3, null)).toEqual(['lastGrade is-defined']);
  });
});

describe('the same work', () => {
  it('is told by title, then ISBN, then name', () => {
    const [one, two] = ['a', 'b'] as unknown as [TitleId, TitleId];
    expect(isSameWork(work({ titleId: one }), work({ titleId: one, isbn: '1' }))).toBe(true);
    expect(isSameWork(work({ titleId: one }), work({ titleId: two }))).toBe(false);
    expect(isSameWork(work({ isbn: '1' }), work({ isbn: '1', nameKey: 'x' }))).toBe(true);
    expect(isSameWork(work({ isbn: '1' }), work({ isbn: '2' }))).toBe(false);
    expect(isSameWork(work({ isbn: '1' }), work({}))).toBe(true);
    expect(isSameWork(work({}), work({ nameKey: '活着' }))).toBe(false);
    expect(isSameWork(work({ nameKey: '' }), work({ nameKey: '' }))).toBe(false);
  });
});
