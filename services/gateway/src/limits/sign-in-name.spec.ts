import { describe, expect, it } from '@jest/globals';
import { signInName } from './sign-in-name.js';

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

describe('who tries to sign in', () => {
  const admin = signInName(undefined, 'application/json', json({ username: 'admin', password: 'x' }));

  it('is the same however it is said', () => {
    expect(admin).not.toBeNull();
    expect(admin).not.toContain('admin');
    expect(signInName(undefined, 'application/json', json({ username: 'ＡＤＭＩＮ' }))).toBe(admin);
    expect(signInName(undefined, 'application/x-www-form-urlencoded', Buffer.from('client_id=admin'))).toBe(
      admin,
    );
    expect(
      signInName(
        undefined,
        'Application/X-WWW-Form-Urlencoded; charset=utf-8',
        Buffer.from('client_id=admin'),
      ),
    ).toBe(admin);
    expect(signInName(`Basic ${Buffer.from('admin:secret').toString('base64')}`, undefined, undefined)).toBe(
      admin,
    );
  });

  it.each([
    [undefined, 'application/json', Buffer.from('{')],
    [undefined, 'application/json', json({ username: 5 })],
    [undefined, 'application/json', json(null)],
    [undefined, undefined, undefined],
    [undefined, 'application/x-www-form-urlencoded', Buffer.from('grant_type=client_credentials')],
    ['Bearer abc', undefined, undefined],
  ])('is nobody when nobody is named', (authorization, contentType, body) =>
    expect(signInName(authorization, contentType, body)).toBeNull(),
  );
});
