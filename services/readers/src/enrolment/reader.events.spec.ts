import { describe, expect, it } from '@jest/globals';
import type { CalendarDay, SchoolClassId } from '@shulian/contracts/ids';
import type { ReaderEnrolledV1 } from '@shulian/contracts/readers';
import { golden } from '../golden-examples.builder.js';
import { readerEvent } from './reader.events.js';
import { aReader } from './rules/a-reader.builder.js';

const schoolClass = (id: string) =>
  ({ id: id as SchoolClassId, section: 'primary', entryYear: 2024 }) as const;
const first = schoolClass('019a0000-0000-7000-8000-0000000000c1');
const second = schoolClass('019a0000-0000-7000-8000-0000000000c2');

describe('what is announced of a reader', () => {
  it.each([
    ['enrolled', first, {}, { is: 'enrolled' }],
    ['moved-class', second, {}, { is: 'moved-class', from: first.id }],
    [
      'suspended',
      second,
      { suspension: { why: 'lost-book', untilOn: '2026-10-31' as CalendarDay } },
      { is: 'suspended' },
    ],
    ['reinstated', second, {}, { is: 'reinstated' }],
    [
      'left',
      second,
      { presence: { is: 'left', on: '2026-10-12' as CalendarDay, why: 'transferred' } },
      { is: 'left' },
    ],
  ] as const)('is the golden example of %s', (name, classOfReader, but, fact) => {
    const { event, announcement } = golden<ReaderEnrolledV1>(`reader.${name}`);
    const reader = aReader({ ...but, classId: classOfReader.id, announced: event.aggregateversion });
    expect(readerEvent({ reader, fact }, classOfReader)).toEqual(announcement);
  });

  it('is nothing when others need not know, and never another class than the reader’s', () => {
    const reader = aReader({ classId: first.id });
    expect(readerEvent({ reader, fact: null }, first)).toBeNull();
    expect(() => readerEvent({ reader, fact: { is: 'enrolled' } }, second)).toThrow(RangeError);
    expect(() => readerEvent({ reader, fact: { is: 'enrolled' } }, null)).toThrow(RangeError);
  });
});
