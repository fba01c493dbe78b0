import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { notePeriod } from './note-period.js';
import { noteFaults, suggestedFor } from './note-requirement.js';

const note = { kind: 'excerpt', text: '春风又绿江南岸', sortedAs: null, titleId: null } as const;
const asked = { ...suggestedFor(1), fewestCharacters: 7 };

describe('what is asked of a note', () => {
  it.each([
    [6, []],
    [7, []],
    [8, ['reading-note.too-short']],
  ])('of %i characters, of one that has seven: %j', (fewestCharacters, faults) => {
    expect(noteFaults({ ...asked, fewestCharacters }, note)).toEqual(faults);
  });

  it('is said all at once, and blanks are no characters', () => {
    const much = { ...asked, kinds: ['reflection'], sorted: true, namesTitle: true } as const;
    expect(noteFaults(much, { ...note, text: '春 风\n 又 绿 江 南' })).toEqual([
      'reading-note.kind-not-taken',
      'reading-note.too-short',
      'reading-note.not-sorted',
      'reading-note.no-title',
    ]);
  });

  it('counts in the week from Monday, in the month, or in the term', () => {
    const term = { from: '2026-09-01', to: '2027-01-29' } as { from: CalendarDay; to: CalendarDay };
    const of = (every: 'week' | 'month' | 'term', on: string) => notePeriod(every, on as CalendarDay, [term]);
    for (const on of ['2026-10-12', '2026-10-18'])
      expect(of('week', on)).toEqual({ from: '2026-10-12', to: '2026-10-18' });
    expect(of('month', '2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(of('term', '2026-10-12')).toEqual(term);
    expect(of('term', '2027-02-12')).toEqual({ from: '2027-02-01', to: '2027-02-28' });
  });
});
