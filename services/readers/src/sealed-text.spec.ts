import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keysFrom, seal, sealingKeyId, unseal } from './sealed-text.adapter.js';

const key = (): string => randomBytes(32).toString('base64');
beforeEach(() => {
  Object.assign(process.env, {
    SHULIAN_CARD_KEY: 'a card key of tests only',
    SHULIAN_SIGNING_KEY_FILE: 'none',
    SHULIAN_JWKS_FILE: 'none',
  });
});
afterEach(() => {
  delete process.env['SHULIAN_CONTACT_KEYS'];
});

describe('a sealed text', () => {
  it('opens for whom it was sealed, whatever it says, and never looks the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uuid(), (text, of) => {
        const sealed = seal(text, of);
        expect(unseal(sealed, of)).toBe(text);
        expect(unseal(sealed, `${of}x`)).toBeNull();
        expect(seal(text, of).bytes.equals(sealed.bytes)).toBe(false);
      }),
    );
  });

  it('that was changed, cut short, or whose key is gone, does not open', () => {
    const sealed = seal('li@example.com', 'a');
    const changed = Buffer.from(sealed.bytes);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(unseal({ ...sealed, bytes: changed }, 'a')).toBeNull();
    expect(unseal({ ...sealed, bytes: sealed.bytes.subarray(0, 27) }, 'a')).toBeNull();
    expect(unseal({ ...sealed, keyId: 'gone' }, 'a')).toBeNull();
  });

  it('of an old key opens as long as that key is named, and new ones are sealed with the first', () => {
    const before = seal('one', 'a');
    const [old, young] = [key(), key()];
    process.env['SHULIAN_CONTACT_KEYS'] = `k1:${old}`;
    const ofOld = seal('two', 'a');
    process.env['SHULIAN_CONTACT_KEYS'] = `k2:${young},k1:${old}`;
    expect([sealingKeyId(), unseal(before, 'a'), unseal(ofOld, 'a')]).toEqual(['k2', 'one', 'two']);
    process.env['SHULIAN_CONTACT_KEYS'] = `k2:${young}`;
    expect(unseal(ofOld, 'a')).toBeNull();
  });

  it.each([['k1'], ['k1:short'], ['card:' + key()], [`K 1:${key()}`], [`k1:${key()},k1:${key()}`]])(
    'takes no keys like %s',
    (named) => {
      expect(() => keysFrom(named, 'a card key of tests only')).toThrow('SHULIAN_CONTACT_KEYS');
    },
  );
});
