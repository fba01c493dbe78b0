import { describe, expect, it } from '@jest/globals';
import { canEnd, CASE_KINDS, CASE_OUTCOMES, perMille } from './loan-case.js';

describe('a case of a loan', () => {
  it('ends as its kind allows', () => {
    const ends = CASE_KINDS.map((kind) => CASE_OUTCOMES.filter((outcome) => canEnd(kind, outcome)));
    expect(ends).toEqual([
      ['mended', 'lost', 'dropped'],
      ['lost', 'found', 'not-found', 'dropped'],
    ]);
  });
  it('counts in thousandths of what there is, with one place', () => {
    expect(perMille(1, 3_000)).toBe(0.3);
    expect(perMille(12, 3_000)).toBe(4);
    expect(perMille(0, 3_000)).toBe(0);
    expect(perMille(1, 0)).toBeNull();
    expect(perMille(1, null)).toBeNull();
  });
});
