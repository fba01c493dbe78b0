import { describe, expect, it } from '@jest/globals';
import { closingRefusal, reasonOfWithdrawal, STANDINGS, type Settlement } from './standing.js';

describe('closing a compensation in the books', () => {
  it('waits for its settlement, is done once, and not where the copy came back', () => {
    expect(
      STANDINGS.map((standing) => [standing, closingRefusal({ standing, how: 'paid' }, 'withdrawal')]),
    ).toEqual([
      ['owed', 'compensation.still-owed'],
      ['to-close', null],
      ['closed', 'compensation.closed'],
      ['replaced', 'compensation.closed'],
      ['owed-again', 'compensation.closed'],
      ['came-back', 'compensation.copy-came-back'],
    ]);
  });

  it('goes with a replacement where one was given, and without where not', () => {
    const standing = 'to-close' as const;
    const refusals = (by: 'withdrawal' | 'replacement') =>
      (['paid', 'replaced', 'waived'] as const).map((how) => closingRefusal({ standing, how }, by));
    expect(refusals('withdrawal')).toEqual([null, 'compensation.replacement-needed', null]);
    expect(refusals('replacement')).toEqual([
      'compensation.no-replacement-due',
      null,
      'compensation.no-replacement-due',
    ]);
  });

  it('strikes what was waived as lost', () => {
    const reasons = (['paid', 'replaced', 'waived'] as Settlement[]).map(reasonOfWithdrawal);
    expect(reasons).toEqual(['lost-and-paid', 'lost-and-paid', 'lost']);
  });
});
