import { describe, expect, it } from '@jest/globals';
import { leastOf } from './least-of.builder.js';

const taking = async (...took: readonly number[]): Promise<{ least: number; measured: number }> => {
  let measured = 0;
  const least = await leastOf(200, (before) => {
    measured = before + 1;
    return Promise.resolve(took[before] ?? Infinity);
  });
  return { least, measured };
};

describe('a time that must lie below a bound', () => {
  it('is measured once when it does', async () => {
    expect(await taking(199)).toEqual({ least: 199, measured: 1 });
  });
  it('and again after a hiccup, of which two are forgiven', async () => {
    expect(await taking(250, 900, 50)).toEqual({ least: 50, measured: 3 });
  });
  it('but never more than three times: what takes long each time is a fault', async () => {
    expect(await taking(410, 400, 200, 10)).toEqual({ least: 200, measured: 3 });
  });
});
