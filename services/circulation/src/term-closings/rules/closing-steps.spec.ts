import { describe, expect, it } from '@jest/globals';
import { CLOSING_STEPS, closingFault } from './closing-steps.js';

describe('the steps that close a term', () => {
  it('[CIR-088] are ended in their order alone', () => {
    const faults = [0, 1, 2, 3, 4].map((done) =>
      CLOSING_STEPS.map((step) => closingFault(step, done, 0, null)),
    );
    const [later, done] = ['term-closing.earlier-open', 'term-closing.done'];
    expect(faults).toEqual([
      [null, later, later, later],
      [done, null, later, later],
      [done, done, null, later],
      [done, done, done, null],
      [done, done, done, done],
    ]);
  });
  it('need a word for what is left', () => {
    expect(closingFault('returns', 0, 1, null)).toBe('term-closing.note-needed');
    expect(closingFault('returns', 0, 1, '下学期追还')).toBeNull();
    expect(closingFault('returns', 0, 0, null)).toBeNull();
  });
});
