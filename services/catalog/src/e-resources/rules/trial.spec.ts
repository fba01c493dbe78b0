import { expect, it } from '@jest/globals';
import { outcomeRefusal } from './trial.js';

const running = { state: 'running', endsOn: '2026-06-30' } as const;

it('a trial is adopted when somebody evaluated it, and extended beyond its last day', () => {
  expect(outcomeRefusal(running, 'adopt', 0, null)).toBe('e-resource-trial.not-evaluated');
  expect(outcomeRefusal(running, 'adopt', 1, null)).toBeNull();
  expect(outcomeRefusal(running, 'decline', 0, null)).toBeNull();
  expect(outcomeRefusal(running, 'extend', 0, '2026-06-29')).toBe('e-resource-trial.not-later');
  expect(outcomeRefusal(running, 'extend', 0, '2026-06-30')).toBe('e-resource-trial.not-later');
  expect(outcomeRefusal(running, 'extend', 0, '2026-07-01')).toBeNull();
  expect(outcomeRefusal({ ...running, state: 'declined' }, 'adopt', 1, null)).toBe(
    'e-resource-trial.decided',
  );
});
