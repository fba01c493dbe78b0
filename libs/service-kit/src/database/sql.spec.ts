import { describe, expect, it } from '@jest/globals';
import { allOf, shared, sql, words } from './sql.js';

describe('a piece of SQL', () => {
  it('numbers its values in the order in which they stand, those of its pieces too', () => {
    const held = sql`school = ${'S'}`;
    expect(sql`select from copy where ${held} and id = ${7} limit ${2}`.numbered()).toEqual([
      'select from copy where school = $1 and id = $2 limit $3',
      ['S', 7, 2],
    ]);
  });

  it('may stand in several statements, and gets its numbers anew in each', () => {
    const held = sql`school = ${'S'}`;
    expect(sql`${1} ${held}`.numbered()).toEqual(['$1 school = $2', [1, 'S']]);
    expect(held.numbered()).toEqual(['school = $1', ['S']]);
  });

  it('gives a shared value one number, and equal values that are not shared two', () => {
    const key = shared('a');
    const range = sql`k >= ${key} and k < ${key}::text || ${'a'}`;
    expect(sql`${0} ${range} ${key}`.numbered()).toEqual([
      '$1 k >= $2 and k < $2::text || $3 $2',
      [0, 'a', 'a'],
    ]);
  });

  it('keeps what somebody sent out of the text, whatever it looks like', () => {
    const [text, values] = sql`name = ${"'; drop table copy; --"}`.numbered();
    expect(text).toBe('name = $1');
    expect(values).toEqual(["'; drop table copy; --"]);
  });

  it('binds null, undefined and lists as one value each', () => {
    expect(sql`${null} ${undefined} ${[1, 2]}`.numbered()).toEqual(['$1 $2 $3', [null, undefined, [1, 2]]]);
  });

  it('joins conditions, and none of them is true', () => {
    expect(allOf([sql`a = ${1}`, words('b'), sql`c = ${2}`]).numbered()).toEqual([
      'a = $1 and b and c = $2',
      [1, 2],
    ]);
    expect(allOf([]).numbered()).toEqual(['true', []]);
  });
});
