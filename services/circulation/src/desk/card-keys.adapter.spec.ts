import { describe, expect, it } from '@jest/globals';
import { normalBarcode } from '@shulian/lending-rules/desk/barcode';
import { CardKeys } from './card-keys.adapter.js';

describe('what is scanned', () => {
  const keys = new CardKeys(() => 'card key of the tests');
  it('leads to the same card however it was typed', () => {
    const key = keys.of('school', 'AB-123');
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    for (const typed of ['ab-123', ' AB-123 ', 'ＡＢ－１２３', 'Ａb-１23'])
      expect(keys.of('school', typed)).toBe(key);
    expect(keys.of('another school', 'AB-123')).not.toBe(key);
    expect(keys.of('school', 'AB-124')).not.toBe(key);
  });
  it('asks for the secret once, at the first card', () => {
    let calls = 0;
    const lazy = new CardKeys(() => `secret ${(calls += 1)}`);
    expect(calls).toBe(0);
    expect(lazy.of('school', '1')).toBe(lazy.of('school', '1'));
    expect(calls).toBe(1);
  });
  it('is the barcode the catalogue keeps, however it was read', () => {
    for (const read of ['sy100000015', ' SY 1000 00015', 'ＳＹ１００００００１５'])
      expect(normalBarcode(read)).toBe('SY100000015');
    expect(normalBarcode('007')).toBe('007');
  });
});
