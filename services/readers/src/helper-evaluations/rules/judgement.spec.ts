import { describe, expect, it } from '@jest/globals';
import { pointsOf } from './judgement.js';

describe('the points of a class helper', () => {
  it('come from duties, trainings and standing in; a missed duty costs what a kept one gives', () => {
    const nothing = { kept: 0, late: 0, missed: 0, stoodIn: 0, trainings: 0 };
    expect(pointsOf(nothing)).toBe(0);
    expect(pointsOf({ kept: 5, late: 1, missed: 2, stoodIn: 1, trainings: 1 })).toBe(12);
    expect(pointsOf({ ...nothing, kept: 1, missed: 1 })).toBe(0);
  });
});
