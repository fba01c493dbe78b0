import { describe, expect, it } from '@jest/globals';
import { ARCHIVE_STATES, ARCHIVE_STEPS, codeOf, stateAfter } from './archive-file.js';

describe('a file of an archive', () => {
  it('takes each step from where it belongs, and from nowhere else', () => {
    const table = [...ARCHIVE_STEPS, 'destroy' as const].map((step) => [
      step,
      ARCHIVE_STATES.filter((state) => stateAfter(state, step) !== null),
    ]);
    expect(Object.fromEntries(table)).toEqual({
      'call-in': ['with-unit', 'called-in'],
      receive: ['with-unit', 'called-in'],
      file: ['received'],
      shelve: ['filed', 'shelved'],
      'give-out': ['shelved'],
      'hand-over': ['filed', 'shelved'],
      'take-back': ['handed-over'],
      void: ['with-unit', 'called-in', 'received', 'filed', 'shelved'],
      destroy: ['received', 'filed', 'shelved'],
    });
  });

  it('is destroyed or void for good but for an undoing', () => {
    for (const step of ARCHIVE_STEPS)
      expect([stateAfter('destroyed', step), stateAfter('void', step)]).toEqual([null, null]);
  });

  it('has a code of its class, year and number', () => {
    expect(codeOf('pupil-files', 2026, 7)).toBe('XJ2026-0007');
    expect(codeOf('ordinary', 2026, 12_345)).toBe('PT2026-12345');
  });
});
