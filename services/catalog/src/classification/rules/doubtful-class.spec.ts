import { describe, expect, it } from '@jest/globals';
import { MAIN_CLASSES } from './clc-notation.js';
import { doubtOf } from './doubtful-class.js';
import { MAIN_CLASSES_IN_ENGLISH, SECOND_LEVEL } from './second-level-classes.js';

describe('a class number that can hardly be one', () => {
  it.each([
    ['TX99', 'clc.no-such-class'],
    ['I999999.999', 'clc.no-such-class'],
    ['T9', 'clc.no-such-class'],
    ['QA76', 'clc.no-such-class'],
    ['O8', 'clc.no-such-class'],
    ['I247.5:TX1', 'clc.no-such-class'],
    ['I247524752475', null],
    ['I2475247524752', 'clc.no-such-class'],
    ['813.54', 'clc.invalid'],
    ['', 'clc.invalid'],
  ])('%s is %s', (notation, doubt) => {
    expect(doubtOf(notation)).toBe(doubt);
  });

  it.each([
    'I247.5', 'TP311.56', 'DF920', 'O211', 'O57', 'V35', 'K837.125.6=6', 'D922.29-44', 'T-0', 'I', 'TB', 'G624.203', 'E99',
    'I247.5a', 'Ｉ２４７．５', 'TP3-43', 'K825.6=76:I2',
  ])('nothing speaks against %s', (notation) => {
    expect(doubtOf(notation)).toBeNull();
  }); // prettier-ignore
});

describe('the classes that come with the program', () => {
  it('are of a main class, each once, and none of them is doubtful', () => {
    const notations = SECOND_LEVEL.map(([notation]) => notation);
    expect(new Set(notations).size).toBe(notations.length);
    for (const [notation, zh, en] of SECOND_LEVEL) {
      expect(MAIN_CLASSES[notation[0] ?? '']).toBeDefined();
      expect(doubtOf(notation)).toBeNull();
      expect([zh, en].every((name) => name.length > 1)).toBe(true);
    }
    expect(Object.keys(MAIN_CLASSES_IN_ENGLISH)).toEqual(Object.keys(MAIN_CLASSES));
    const covered = new Set(notations.map((notation) => notation[0]));
    expect([...covered].sort()).toEqual(Object.keys(MAIN_CLASSES).sort());
  });
});
