import { describe, expect, it } from '@jest/globals';
import { faultOfExternalId } from './external-id.js';

describe('the id that a school system gives to what is its own', () => {
  it.each([
    '11010519491231002X',
    '110105194912310021',
    'G11010519491231002X',
    '1101-0519491231-002x',
    'l110105201503120012',
  ])('%s has the shape of an identity or student number', (text) =>
    expect(faultOfExternalId(text)).toBe('looks-personal'),
  );

  it.each([
    '7',
    'stu-000123',
    '2024010203',
    '01940000-0000-7000-8000-000000000001',
    'oneroster:5f2e',
    '20240901',
  ])('%s does not', (text) => expect(faultOfExternalId(text)).toBeNull());

  it.each([
    ['a', true],
    ['a'.repeat(64), true],
    ['a'.repeat(65), false],
    ['', false],
    ['-a', false],
    ['a b', false],
    ['王', false],
    ['a/b', false],
    ['a%41', false],
  ])('%j may be one: %j', (text, may) => expect(faultOfExternalId(text) !== 'malformed').toBe(may));
});
