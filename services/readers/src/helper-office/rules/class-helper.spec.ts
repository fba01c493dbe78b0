import { describe, expect, it } from '@jest/globals';
import { afterDecision, HELPER_DECISIONS, HELPER_STATUSES } from './class-helper.js';

describe('what is decided of a class helper', () => {
  it('goes forward from each state by its own decisions, and back by one', () => {
    const moves = HELPER_STATUSES.map((status) =>
      HELPER_DECISIONS.map((decision) => afterDecision(status, decision)),
    );
    expect(moves).toEqual([
      ['appointed', 'declined', null, null],
      [null, null, 'ended', 'proposed'],
      [null, null, null, 'proposed'],
      [null, null, null, 'appointed'],
    ]);
  });
});
