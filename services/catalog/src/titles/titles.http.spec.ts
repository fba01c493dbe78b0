import { describe, expect, it } from '@jest/globals';
import { newId, pageOf } from '@shulian/service-kit';
import { placeAfter } from './titles-asked.http.js';

const cursorOf = (...key: (string | number)[]): string =>
  pageOf([1, 2], 1, (row) => row, () => key).nextCursor ?? ''; // prettier-ignore

describe('the place to go on after in the list of titles', () => {
  const id = newId();
  it('is the stage, the key and the id of the last title', () => {
    expect(placeAfter(undefined)).toBeNull();
    for (const stage of [0, 1, 2])
      expect(placeAfter(cursorOf(stage, '红楼', id))).toEqual({ stage, key: '红楼', id });
  });

  it('is refused when it belongs to another list', () => {
    for (const key of [
      [-1, '', id],
      [3, '', id],
      [1.5, '', id],
      [1e20, '', id],
      ['1', '', id],
      [1, 1, id],
      [1, '', 1],
      [1, '', '-'.repeat(36)],
      [1, '', `${id}0`],
      [1, '', 'x'],
      [1, id],
      [id],
    ])
      // prettier-ignore
      expect(() => placeAfter(cursorOf(...key))).toThrow(
        expect.objectContaining({ status: 400, extras: { errors: [{ pointer: '?cursor', code: 'malformed' }] } }),
      );
  });
});
