import { describe, expect, it } from '@jest/globals';
import { nameReaders, readersIn } from './named-reader.js';

const reader = (id: string) => ({ id, name: `name of ${id}`, cardNumber: 'R1', className: '三年级1班' });
const answer = () => ({
  items: [
    { id: 'l1', readerId: 'a' },
    { id: 'l2', readerId: null },
    { status: 201, loan: { id: 'l3', readerId: 'b' } },
    { id: 'l4', readerId: 'a' },
    { status: 409, problem: { code: 'checkout.refused' } },
  ],
  nextCursor: null,
});

describe('readers that an answer names', () => {
  it('are found wherever they stand, each once', () => {
    expect(readersIn(answer())).toEqual(['a', 'b']);
    expect(readersIn({ loan: { readerId: 'c' } })).toEqual(['c']);
    for (const nothing of [null, 'text', 3, [], {}, { readerId: null }])
      expect(readersIn(nothing)).toEqual([]);
  });

  it('get their name, card and class beside the id and nothing more; null where nobody may be named', () => {
    const named = answer();
    const found = { ...reader('a'), suspension: { why: 'overdue' }, version: 3 };
    nameReaders(named, [found]);
    expect(named.items).toEqual([
      { id: 'l1', readerId: 'a', reader: reader('a') },
      { id: 'l2', readerId: null, reader: null },
      { status: 201, loan: { id: 'l3', readerId: 'b', reader: null } },
      { id: 'l4', readerId: 'a', reader: reader('a') },
      { status: 409, problem: { code: 'checkout.refused' } },
    ]);
  });
});
