import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { afterCursor, idAfter, pageOf } from './page.js';

describe('a page of a list', () => {
  const show = (n: number): number => n;
  it.each([
    [4, null],
    [5, null],
    [6, 'more'],
  ])('with a limit of 5 and %i rows found says whether there is more', (found, more) => {
    const rows = Array.from({ length: found }, (_, n) => n);
    const page = pageOf(rows, 5, show, (n) => [n]);
    expect(page.items).toHaveLength(Math.min(found, 5));
    expect(page.nextCursor === null ? null : 'more').toBe(more);
  });

  it('finds its place again by the cursor', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.integer()), { minLength: 1, maxLength: 3 }), (key) => {
        const { nextCursor } = pageOf([1, 2], 1, show, () => key);
        expect(afterCursor(nextCursor ?? undefined, key.length)).toEqual(key);
      }),
    );
  });

  it('refuses a cursor that is not its own', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        expect(() => afterCursor(text, 2)).toThrow(
          expect.objectContaining({ status: 400, code: 'request.invalid' }),
        );
      }),
    );
    const forged = Buffer.from(JSON.stringify(['a', 1])).toString('base64url');
    expect(() => afterCursor(forged, 2)).toThrow(expect.objectContaining({ status: 400 }));
    const { nextCursor } = pageOf([1, 2], 1, show, () => ['a', 1]);
    const other = Buffer.from(JSON.stringify(['b', 1])).toString('base64url');
    expect(() => afterCursor(`${other}.${nextCursor?.split('.')[1]}`, 2)).toThrow(
      expect.objectContaining({ status: 400 }),
    );
    expect(() => afterCursor(nextCursor ?? '', 1)).toThrow(expect.objectContaining({ status: 400 }));
  });

  it('gives the id it holds, and takes no cursor of a list that is ordered by something else', () => {
    const id = '01940000-0000-7000-8000-000000000001';
    const cursorOf = (key: string | number) => pageOf([1, 2], 1, show, () => [key]).nextCursor ?? undefined;
    expect(idAfter(undefined)).toBeNull();
    expect(idAfter(cursorOf(id))).toBe(id);
    for (const other of [7, 'I287/1'])
      expect(() => idAfter(cursorOf(other))).toThrow(expect.objectContaining({ status: 400 }));
  });
});
