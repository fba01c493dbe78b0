import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '@shulian/contracts/ids';
import { aReadingNote } from './a-reading-note.builder.js';
import { accepted } from './reading-note.js';

const day = '2026-10-12' as CalendarDay;

describe('a reading note', () => {
  it('[ACT-019] is accepted by a teacher on a day', () => {
    expect(accepted(aReadingNote({}), day, 'teacher')).toMatchObject({
      state: { is: 'accepted', on: day, by: 'teacher' },
      version: 2,
    });
  });
  it('is accepted once only', () => {
    const note = accepted(aReadingNote({}), day, 'teacher');
    expect(note && accepted(note, day, 'another')).toBeNull();
  });
});
