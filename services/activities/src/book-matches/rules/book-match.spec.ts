import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fewestFirst } from './book-match.js';

const reader = (readerId: string, loans: number) => ({ readerId, classId: null, loans });

describe('those who need books most', () => {
  it('are those who borrowed least', () =>
    expect(
      fewestFirst([reader('a', 3), reader('c', 0), reader('b', 0)], 2).map(({ readerId }) => readerId),
    ).toEqual(['b', 'c']));
  it('have none left out who borrowed less', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 20 }), fc.nat(20), (loans, most) => {
        const all = loans.map((count, at) => reader(String(at), count));
        const chosen = fewestFirst(all, most);
        const most1 = Math.max(-1, ...chosen.map(({ loans: own }) => own));
        return (
          chosen.length === Math.min(most, all.length) &&
          all.every((one) => chosen.includes(one) || one.loans >= most1)
        );
      }),
    ));
});
