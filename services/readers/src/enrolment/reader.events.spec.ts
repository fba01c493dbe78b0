import { describe, expect, it } from '@jest/globals';
import type { CalendarDay, SchoolClassId } from '@shulian/contracts/ids';
import type { ReaderEnrolledV1 } from '@shulian/contracts/readers';
import { golden } from '../golden-examples.builder.js';
import { readerEvents } from './reader.events.js';
import { aReader } from './rules/a-reader.builder.js';

const schoolClass = (id: string) =>
  ({ id: id as SchoolClassId, section: 'primary', entryYear: 2024 }) as const;
const [first, second] = ['019a0000-0000-7000-8000-0000000000c1', '019a0000-0000-7000-8000-0000000000c2'].map(
  schoolClass,
);

describe('what is announced of a reader', () => {
  it.each([
    ['enrolled', first, {}, { is: 'enrolled' }],
    ['moved-class', second, {}, { is: 'moved-class', from: first?.id ?? null }],
    [
      'suspended',
      null,
      { suspension: { why: 'lost-book', untilOn: '2026-10-31' as CalendarDay } },
      { is: 'suspended' },
    ],
    ['reinstated', null, {}, { is: 'reinstated' }],
    [
      'left',
      null,
      { presence: { is: 'left', on: '2026-10-12' as CalendarDay, why: 'transferred' } },
      { is: 'left' },
    ],
  ] as const)('is the golden example of %s', (name, classOfReader, but, fact) => {
    const { event, announcement } = golden<ReaderEnrolledV1>(`reader.${name}`);
    const reader = aReader({ ...but, announced: event.aggregateversion });
    expect(readerEvents({ reader, facts: [fact] }, classOfReader ?? null)).toEqual([announcement]);
  });

  it('counts up to the reader’s version when there are several', () => {
    const reader = aReader({ announced: 7 });
    const facts = [{ is: 'enrolled' }, { is: 'reinstated' }] as const;
    expect(readerEvents({ reader, facts }, null).map(({ aggregateVersion }) => aggregateVersion)).toEqual([
      6, 7,
    ]);
  });
});
