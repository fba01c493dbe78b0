import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type Answered, type ReadersForTests } from '../a-readers-service.builder.js';
import { ONE_PLACE } from '../sessions/rules/throttle.js';
import type { SessionView } from '../session.http.js';
import type { SignInsView } from '../sign-ins/sign-ins.http.js';

type Coded = { readonly code: string };
type Begun = { readonly secret: string; readonly uri: string } & Coded;
type Codes = { readonly recoveryCodes: string[] } & Coded;
const PASSWORD = 'a long password';
let database: FreshDatabase;
let readers: ReadersForTests;
let [own, foreign] = ['', ''];
let made = 0;

beforeAll(async () => {
  database = await freshDatabase('readers_second_factors');
  readers = await aReadersService(database.ownerUrl, { SHULIAN_VOIDED_LOOK_MS: 20 });
  const open = async (code: string): Promise<string> => {
    const body = { code, name: `学校${code}`, kind: 'primary' };
    return (await readers.done<{ id: string }>('POST', '/api/v1/schools', readers.admin, body)).id;
  };
  [own, foreign] = [await open('A'), await open('B')];
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

const ask = <Body = Coded>(
  method: string,
  path: string,
  as: string,
  body?: unknown,
): Promise<Answered<Body>> =>
  readers.ask<Body>(method, `/api/v1${path}`, as, body === undefined ? {} : { body });
const signIn = (username: string, more: object = {}, from = '10.0.0.1') =>
  readers.ask<SessionView & Coded>('POST', '/api/v1/sessions', null, {
    body: { username, password: PASSWORD, ...more },
    headers: { 'x-forwarded-for': from },
  });
const person = async (grant: object): Promise<{ id: string; username: string; token: string }> => {
  const username = `person-${String((made += 1))}`;
  const body = { username, password: PASSWORD, grants: [grant] };
  const { id } = await readers.done<{ id: string }>('POST', '/api/v1/accounts', readers.admin, body);
  return { id, username, token: (await signIn(username)).body.accessToken };
};
/** A code of a step beside now: each is taken once. */
const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
const enrolled = async (grant: object = { role: 'librarian', schoolId: own }) => {
  const who = await person(grant);
  const { body } = await ask<Begun>('POST', '/me/second-factor', who.token, { currentPassword: PASSWORD });
  const { body: codes, status } = await ask<Codes>('POST', '/me/second-factor/confirmation', who.token, {
    code: codeOf(body.secret, -1),
  });
  expect(status).toBe(200);
  return { ...who, secret: body.secret, codes: codes.recoveryCodes };
};

it('is begun with the password, confirmed with a code, and asked for from then on', async () => {
  const who = await person({ role: 'librarian', schoolId: own });
  const other = (await signIn(who.username)).body.accessToken;
  const begin = (currentPassword: string) =>
    ask<Begun>('POST', '/me/second-factor', who.token, { currentPassword });
  expect((await begin('not the one')).body.code).toBe('account.password-wrong');
  const confirm = (code: string) => ask<Codes>('POST', '/me/second-factor/confirmation', who.token, { code });
  expect((await confirm('123456')).body.code).toBe('second-factor.not-begun');
  const { body, headers } = await begin(PASSWORD);
  expect(body.uri).toContain(`otpauth://totp/Shulian:${who.username}`);
  expect(headers.get('cache-control')).toBe('no-store');
  // Not confirmed, not asked for.
  expect((await signIn(who.username)).status).toBe(201);
  const wrong = codeOf(body.secret) === '000000' ? '000001' : '000000';
  expect((await confirm(wrong)).body.code).toBe('second-factor.wrong');
  const confirmed = await confirm(codeOf(body.secret, -1));
  expect([confirmed.status, new Set(confirmed.body.recoveryCodes).size]).toEqual([200, 10]);
  // Whoever was signed in elsewhere is so no more; the own sign-in goes on.
  await eventually(async () => expect((await ask('GET', '/me', other)).status).toBe(401));
  expect((await ask('GET', '/me/second-factor', who.token)).body).toMatchObject({
    enabled: true,
    recoveryCodesLeft: 10,
  });
  expect((await begin(PASSWORD)).body.code).toBe('second-factor.already');
  expect((await signIn(who.username)).body.code).toBe('second-factor.needed');
  expect((await signIn(who.username, { code: wrong })).body.code).toBe('second-factor.wrong');
  expect((await signIn(who.username, { password: 'wrong', code: codeOf(body.secret) })).body.code).toBe(
    'authentication.failed',
  );
  expect((await signIn(who.username, { code: codeOf(body.secret) })).status).toBe(201);
  const kept = JSON.stringify(
    await readers.sql('select f.*, r.hash from second_factor f join recovery_code r using (account_id)'),
  );
  expect(kept).not.toContain(body.secret);
  expect(kept).not.toContain(confirmed.body.recoveryCodes[0]);
});

it('takes no code twice, nor one from before it, also of two at the same moment', async () => {
  const who = await enrolled();
  const code = codeOf(who.secret);
  const both = await Promise.all([signIn(who.username, { code }), signIn(who.username, { code })]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 401]);
  expect((await signIn(who.username, { code: codeOf(who.secret, -1) })).status).toBe(401);
  expect((await signIn(who.username, { code: codeOf(who.secret, 2) })).status).toBe(401);
  const [first = '', second = ''] = who.codes;
  expect((await signIn(who.username, { code: first })).status).toBe(201);
  expect((await signIn(who.username, { code: first })).body.code).toBe('second-factor.wrong');
  const twice = await Promise.all([1, 2].map(() => signIn(who.username, { code: second.toUpperCase() })));
  expect(twice.map(({ status }) => status).sort()).toEqual([201, 401]);
  expect((await ask('GET', '/me/second-factor', who.token)).body).toMatchObject({ recoveryCodesLeft: 8 });
});

it('is guessed ten times from one place, and that locks neither other places nor a known device', async () => {
  const who = await enrolled();
  const { deviceToken = '' } = (await signIn(who.username, { code: who.codes[0] ?? '' }, '10.0.0.7')).body;
  const wrong = { code: 'aaaa-aaaa-aaaa-aaaa' };
  for (let n = 1; n <= ONE_PLACE.failures; n += 1)
    expect([n, (await signIn(who.username, wrong, '203.0.113.9')).status]).toEqual([n, 401]);
  expect((await signIn(who.username, { code: who.codes[1] ?? '' }, '203.0.113.9')).status).toBe(429);
  expect((await signIn(who.username, { code: who.codes[1] ?? '' }, '10.0.0.8')).status).toBe(201);
  expect((await signIn(who.username, { code: who.codes[2] ?? '', deviceToken }, '203.0.113.9')).status).toBe(
    201,
  );
}, 60_000);

it('who lost it asks the head, which is trailed; nobody takes off his own that way', async () => {
  const who = await enrolled();
  const head = await person({ role: 'school-head', schoolId: own });
  const stranger = await person({ role: 'school-head', schoolId: foreign });
  const path = `/accounts/${who.id}/second-factor`;
  expect((await ask('DELETE', path, stranger.token)).status).toBe(404);
  expect((await ask('DELETE', path, who.token)).status).toBe(403);
  expect((await ask('DELETE', `/accounts/${head.id}/second-factor`, head.token)).body.code).toBe(
    'account.own',
  );
  expect((await ask('DELETE', path, head.token)).status).toBe(204);
  await eventually(async () => expect((await ask('GET', '/me', who.token)).status).toBe(401));
  expect((await signIn(who.username)).status).toBe(201);
  const { items } = (
    await ask<{ items: { what: string }[] }>('GET', `/rights-entries?accountId=${who.id}`, head.token)
  ).body;
  expect(items.map(({ what }) => what)).toEqual(['second-factor-removed', 'given']);
});

it('is given up with a code of it; pupils and devices have none', async () => {
  const who = await enrolled();
  const end = (code: string) => ask('POST', '/me/second-factor/removal', who.token, { code });
  expect((await end('bbbb-bbbb-bbbb-bbbb')).body.code).toBe('second-factor.wrong');
  expect((await end(who.codes[9] ?? '')).status).toBe(204);
  expect((await signIn(who.username)).status).toBe(201);
  expect((await end('123456')).body.code).toBe('second-factor.not-begun');
  const device = await person({ role: 'device', schoolId: own });
  expect((await ask('POST', '/me/second-factor', device.token, { currentPassword: PASSWORD })).status).toBe(
    403,
  );
});

it('sign-ins are listed and ended: the own one by one, those of staff by the head', async () => {
  const who = await person({ role: 'librarian', schoolId: own });
  const other = (await signIn(who.username)).body;
  const list = async (as: string, path = '/me/sign-ins') =>
    (await ask<SignInsView>('GET', path, as)).body.items;
  const mine = await list(who.token);
  expect(mine.map(({ current }) => current).sort()).toEqual([false, true]);
  const elsewhere = mine.find(({ current }) => !current)?.id ?? '';
  const stranger = await person({ role: 'school-head', schoolId: foreign });
  expect((await ask('DELETE', `/me/sign-ins/${elsewhere}`, stranger.token)).status).toBe(404);
  expect((await ask('DELETE', `/me/sign-ins/${elsewhere}`, who.token)).status).toBe(204);
  expect((await ask('DELETE', `/me/sign-ins/${elsewhere}`, who.token)).status).toBe(404);
  await eventually(async () => expect((await ask('GET', '/me', other.accessToken)).status).toBe(401));
  const refreshed = await ask('POST', '/sessions/refresh', '', { refreshToken: other.refreshToken });
  expect(refreshed.status).toBe(401);
  expect(await list(who.token)).toHaveLength(1);
  const path = `/accounts/${who.id}/sign-ins`;
  expect((await ask('GET', path, stranger.token)).status).toBe(404);
  expect((await ask('DELETE', path, stranger.token)).status).toBe(404);
  const head = await person({ role: 'school-head', schoolId: own });
  expect(await list(head.token, path)).toHaveLength(1);
  expect((await ask('DELETE', path, head.token)).status).toBe(204);
  expect(await list(head.token, path)).toEqual([]);
  await eventually(async () => expect((await ask('GET', '/me', who.token)).status).toBe(401));
});
