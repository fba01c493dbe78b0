import { expect, it } from '@jest/globals';
import { DESTRUCTION_STATES, DESTRUCTION_STEPS, destructionRefusal } from './destruction.js';

it('files are destroyed when somebody else than who proposed it approved; until then every step has its way back', () => {
  const table = DESTRUCTION_STEPS.map((step) => [
    step,
    DESTRUCTION_STATES.filter((state) => destructionRefusal({ state, proposedBy: 'a' }, step, 'b') === null),
  ]);
  expect(Object.fromEntries(table)).toEqual({
    approve: ['proposed'],
    refuse: ['proposed'],
    withdraw: ['proposed'],
    revoke: ['approved'],
    'carry-out': ['approved'],
  });
  expect(destructionRefusal({ state: 'proposed', proposedBy: 'a' }, 'approve', 'a')).toBe(
    'archive-destruction.own-proposal',
  );
});
