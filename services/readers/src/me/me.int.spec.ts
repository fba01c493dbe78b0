import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type ReadersForTests } from '../a-readers-service.builder.js';
import { ONE_PLACE } from '../sessions/rules/throttle.js';
import type { SessionView } from '../session.http.js';

let database: FreshDatabase;
let readers: ReadersForTests;

beforeAll(async () => {
  database = await freshDatabase('readers_me');
  readers = await aReadersService(database.ownerUrl, { SHULIAN_VOIDED_LOOK_MS: 20 });
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

let made = 0;
const someone = async (): Promise<string> => {
  const username = `someone-${(made += 1)}`;
  const grants = [{ role: 'county-viewer' }];
  await readers.done('POST', '/api/v1/accounts', readers.admin, {
    username,
    password: 'first password',
    grants,
  });
  return username;
};
const signIn = (username: string, password: string, deviceToken?: string) =>
  readers.ask<SessionView>('POST', '/api/v1/sessions', null, {
    body: { username, password, ...(deviceToken === undefined ? {} : { deviceToken }) },
  });
const change = (token: string, currentPassword: string, newPassword: string) =>
  readers.ask('PUT', '/api/v1/me/password', token, { body: { currentPassword, newPassword } });
const me = async (token: string): Promise<number> => (await readers.ask('GET', '/api/v1/me', token)).status;

describe('who is signed in', () => {
  it('sees the own name and grants, as they are now', async () => {
    const username = await someone();
    const { accessToken, account } = (await signIn(username, 'first password')).body;
    const { status, body } = await readers.ask('GET', '/api/v1/me', accessToken);
    expect([status, body]).toEqual([200, { id: account.id, username, grants: [{ role: 'county-viewer' }] }]);
    expect((await readers.ask('GET', '/api/v1/me', null)).status).toBe(401);
  });
});

describe('an own password', () => {
  it('is changed with the old one: this sign-in goes on, all others end, refresh tokens too', async () => {
    const username = await someone();
    const [here, there] = [
      (await signIn(username, 'first password')).body,
      (await signIn(username, 'first password')).body,
    ];
    expect((await change(here.accessToken, 'first password', 'second password')).status).toBe(204);
    await eventually(async () => expect(await me(there.accessToken)).toBe(401));
    expect(await me(here.accessToken)).toBe(200);
    const refresh = (refreshToken: string) =>
      readers.ask('POST', '/api/v1/sessions/refresh', null, { body: { refreshToken } });
    expect((await refresh(there.refreshToken)).status).toBe(401);
    expect((await refresh(here.refreshToken)).status).toBe(201);
    expect((await signIn(username, 'first password')).status).toBe(401);
    expect((await signIn(username, 'second password')).status).toBe(201);
  });

  it('forgets the devices: whoever knew the old password may have signed in on one', async () => {
    const username = await someone();
    const { accessToken, deviceToken = '' } = (await signIn(username, 'first password')).body;
    await change(accessToken, 'first password', 'second password');
    const again = (await signIn(username, 'second password', deviceToken)).body;
    expect(again.deviceToken).not.toBe(deviceToken);
  });

  it.each([
    ['a wrong one', 'not this', 'second password', 409, 'account.password-wrong'],
    ['the one there is', 'first password', 'first password', 409, 'account.password-same'],
    ['one sign too short', 'first password', '1234567', 400, 'request.invalid'],
  ])('is not changed by %s', async (_what, current, next, status, code) => {
    const username = await someone();
    const { accessToken } = (await signIn(username, 'first password')).body;
    expect(await change(accessToken, current, next)).toMatchObject({ status, body: { code } });
    expect((await signIn(username, 'first password')).status).toBe(201);
  });

  it('of eight signs is long enough, and is none of the first that are tried', async () => {
    const username = await someone();
    const { accessToken } = (await signIn(username, 'first password')).body;
    expect((await change(accessToken, 'first password', '12345678')).status).toBe(400);
    expect((await change(accessToken, 'first password', 'xylophon')).status).toBe(204);
  });

  it('cannot be guessed with a token that somebody left open', async () => {
    const username = await someone();
    const { accessToken } = (await signIn(username, 'first password')).body;
    for (let n = 0; n < ONE_PLACE.failures; n += 1)
      expect((await change(accessToken, `guess ${n}`, 'second password')).status).toBe(409);
    const locked = await change(accessToken, 'first password', 'second password');
    expect([locked.status, locked.body]).toMatchObject([429, { code: 'account.locked' }]);
    // Signing in is counted apart.
    expect((await signIn(username, 'first password')).status).toBe(201);
  }, 60_000);
});
