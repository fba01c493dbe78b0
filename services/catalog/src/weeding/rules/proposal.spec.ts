import { describe, expect, it } from '@jest/globals';
import { PROPOSAL_STATES, stepRefusal, STEPS, type ProposalState } from './proposal.js';

const at = (state: ProposalState) => ({ state, proposedBy: 'librarian', reviewedBy: 'head' });

describe('the way of a weeding proposal', () => {
  it('lets each step be taken from where it belongs, and from nowhere else', () => {
    const allowed = STEPS.map((step) => [
      step,
      PROPOSAL_STATES.filter((state) => stepRefusal(at(state), step, 'somebody') === null),
    ]);
    expect(Object.fromEntries(allowed)).toEqual({
      review: ['proposed'],
      'undo-review': ['reviewed'],
      approve: ['reviewed'],
      refuse: ['reviewed'],
      revoke: ['approved'],
      withdraw: ['approved'],
      cancel: ['proposed', 'reviewed'],
      'keep-evidence': ['reviewed', 'approved', 'done'],
    });
  });

  it('lets nobody review what he proposed, or approve what he proposed or reviewed', () => {
    expect(stepRefusal(at('proposed'), 'review', 'librarian')).toBe('weeding.own-proposal');
    expect(stepRefusal(at('reviewed'), 'approve', 'librarian')).toBe('weeding.own-proposal');
    expect(stepRefusal(at('reviewed'), 'approve', 'head')).toBe('weeding.own-proposal');
    expect(stepRefusal(at('reviewed'), 'approve', 'office')).toBeNull();
    expect(stepRefusal(at('reviewed'), 'undo-review', 'head')).toBeNull();
    expect(stepRefusal(at('approved'), 'withdraw', 'librarian')).toBeNull();
  });
});
