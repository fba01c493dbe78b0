import { expect, it } from '@jest/globals';
import { mayGo, stateBefore, stateFollowing, YEARBOOK_STATES } from './yearbook.js';

it('a yearbook is collected, edited, printed and bound, one after the other, and back', () => {
  expect(YEARBOOK_STATES.map(stateFollowing)).toEqual(['edited', 'printed', 'bound', null]);
  expect(YEARBOOK_STATES.map(stateBefore)).toEqual([null, 'collecting', 'edited', 'printed']);
});

it('of the copies of a yearbook one stays in the archive', () => {
  expect(mayGo(10, 4, 4)).toBe(true);
  expect(mayGo(10, 4, 5)).toBe(true);
  expect(mayGo(10, 4, 6)).toBe(false);
});
