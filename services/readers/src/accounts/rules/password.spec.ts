import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { faultOfPassword } from './password.js';

describe('a password', () => {
  it('is none of those that everybody tries first', () => {
    for (const password of [
      'password',
      'ＰＡＳＳＷＯＲＤ',
      '12345678',
      'aaaaaaaa',
      'hgfedcba',
      'Tushuguan123',
    ])
      expect([password, faultOfPassword(password, null)]).toEqual([password, 'too-common']);
  });
  it('is not the user name with little beside it', () => {
    for (const [password, fault] of [
      ['librarian', 'like-the-username'],
      ['Librarian123', 'like-the-username'],
      ['librarian1234', null],
      ['a librarian of tests', null],
    ] as const)
      expect([password, faultOfPassword(password, 'librarian')]).toEqual([password, fault]);
  });
  it('of one sign alone is never taken, whatever the sign', () => {
    fc.assert(
      fc.property(fc.constantFrom(...'aZ0#x我'), fc.integer({ min: 8, max: 30 }), (sign, times) => {
        expect(faultOfPassword(sign.repeat(times), null)).toBe('too-common');
      }),
    );
  });
});
