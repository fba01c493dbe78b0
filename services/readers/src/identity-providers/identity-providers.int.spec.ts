import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { Provider } from 'oidc-provider';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type ReadersForTests } from '../a-readers-service.builder.js';
import type {
  BegunAttemptView,
  ElsewhereSessionView,
  IdentityProviderView,
} from './identity-providers.http.js';

type Coded = { readonly code: string };
const CALLBACK = 'http://127.0.0.1:9/signed-in';
const SECRET = 'a secret that both sides know';
/** Who the district says its people are; changed by the tests. */
const people: Record<string, Record<string, unknown>> = {
  li: { roles: ['TEACHER'], school: 'A', preferred_username: 'li.laoshi' },
  wang: { roles: ['GUEST'], school: 'A' },
  zhao: { roles: ['LIBRARIAN'], school: ['A', 'NOWHERE'] },
};

let database: FreshDatabase;
let readers: ReadersForTests;
let district: Server;
let issuer = '';
let provider: IdentityProviderView;
let [own, foreign] = ['', ''];
const nonces: string[] = [];

beforeAll(async () => {
  // It says on the console what is meant for who runs it for good.
  for (const way of ['warn', 'info', 'error'] as const)
    jest.spyOn(console, way).mockImplementation(() => undefined);
  district = createServer();
  await new Promise<void>((done) => district.listen(0, '127.0.0.1', done));
  issuer = `http://127.0.0.1:${String((district.address() as AddressInfo).port)}`;
  const oidc = new Provider(issuer, {
    clients: [
      {
        client_id: 'shulian',
        client_secret: SECRET,
        redirect_uris: [CALLBACK],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], profile: ['roles', 'school', 'preferred_username'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    cookies: { keys: ['of tests only'] },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => Promise.resolve({ sub, ...people[sub] }),
    }),
  });
  district.on('request', (request, response) => {
    nonces.push(new URL(request.url ?? '/', issuer).searchParams.get('nonce') ?? '');
    void oidc.callback()(request, response);
  });
  database = await freshDatabase('readers_identity_providers');
  readers = await aReadersService(database.ownerUrl, { SHULIAN_VOIDED_LOOK_MS: 20 });
  const open = async (code: string): Promise<string> => {
    const body = { code, name: `学校${code}`, kind: 'primary' };
    return (await readers.done<{ id: string }>('POST', '/api/v1/schools', readers.admin, body)).id;
  };
  [own, foreign] = [await open('A'), await open('B')];
  provider = await readers.done<IdentityProviderView>(
    'POST',
    '/api/v1/identity-providers',
    readers.admin,
    body(),
  );
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
  district?.closeAllConnections();
  await new Promise((done) => district?.close(done));
});

const body = () => ({
  name: '县教育统一认证',
  issuer,
  clientId: 'shulian',
  clientSecret: SECRET,
  redirectUris: [CALLBACK],
  mappings: [
    { claim: 'roles', value: 'TEACHER', role: 'teacher', schoolClaim: 'school' },
    { claim: 'roles', value: 'LIBRARIAN', role: 'librarian', schoolClaim: 'school' },
  ],
});
const begin = (redirectUri = CALLBACK) =>
  readers.ask<BegunAttemptView & Coded>('POST', '/api/v1/sign-in-attempts', null, {
    body: { providerId: provider.id, redirectUri },
  });
const finish = (attempt: string, callbackUrl: string) =>
  readers.ask<ElsewhereSessionView & Coded>('POST', '/api/v1/sign-in-attempts/finish', null, {
    body: { attempt, callbackUrl },
  });

/** A browser at the district: signs in, agrees, and is sent back. */
async function signedInThere(address: string, login: string): Promise<string> {
  const cookies = new Map<string, string>();
  let url = address;
  let form: URLSearchParams | undefined;
  for (let steps = 0; steps < 20; steps += 1) {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    const page = await answer.text();
    if (location !== null) {
      url = new URL(location, url).href;
      if (url.startsWith(CALLBACK)) return url;
      form = undefined;
      continue;
    }
    const isLogin = page.includes('name="login"');
    if (!isLogin && !page.includes('consent'))
      throw new Error(`${String(answer.status)} ${page.slice(0, 300)}`);
    url = new URL(/<form[^>]*action="([^"]+)"/.exec(page)?.[1] ?? url, url).href;
    form = new URLSearchParams(isLogin ? { prompt: 'login', login, password: 'any' } : { prompt: 'consent' });
  }
  throw new Error('the district does not send back');
}
const signIn = async (login: string) => {
  const { body: begun } = await begin();
  return finish(begun.attempt, await signedInThere(begun.authorizationUrl, login));
};

it('a teacher of the district signs in with what the mapping gives, and is the same account the next time', async () => {
  const first = await signIn('li');
  expect([first.status, first.body]).toMatchObject([
    201,
    { account: { username: 'li.laoshi', grants: [{ role: 'teacher', schoolId: own }] } },
  ]);
  expect((await readers.ask('GET', '/api/v1/me', first.body.accessToken)).status).toBe(200);
  expect(first.body.signOutUrl).toContain(`${issuer}/session/end?id_token_hint=`);
  const again = await signIn('li');
  expect(again.body.account.id).toBe(first.body.account.id);
  // Nobody knows its password.
  const local = { username: 'li.laoshi', password: 'any password' };
  expect((await readers.ask('POST', '/api/v1/sessions', null, { body: local })).status).toBe(401);
  const seen = await readers.done<{ items: { byName: string; what: string }[] }>(
    'GET',
    `/api/v1/rights-entries?accountId=${first.body.account.id}`,
    readers.admin,
  );
  expect(seen.items).toMatchObject([{ byName: '县教育统一认证', what: 'given' }]);
  const out = await readers.ask('DELETE', '/api/v1/sessions/current', again.body.accessToken);
  expect(out.status).toBe(204);
});

it('nobody gets an account without a mapping, nor at a school that is not there', async () => {
  const before = await readers.sql('select 1 from account');
  expect(await signIn('wang')).toMatchObject({ status: 403, body: { code: 'identity.not-mapped' } });
  expect((await readers.sql('select 1 from account')).length).toBe(before.length);
  expect((await signIn('zhao')).body.account.grants).toEqual([{ role: 'librarian', schoolId: own }]);
});

it('what the district gives no more is gone, what was given here stays', async () => {
  const { body: session } = await signIn('zhao');
  people['zhao'] = { roles: ['GUEST'], school: 'A' };
  expect((await signIn('zhao')).body.code).toBe('identity.not-mapped');
  const grant = { role: 'teacher', schoolId: foreign };
  await readers.done('POST', `/api/v1/accounts/${session.account.id}/grants`, readers.admin, grant);
  expect((await signIn('zhao')).body.account.grants).toEqual([grant]);
  people['zhao'] = { roles: ['LIBRARIAN'], school: 'B' };
  expect((await signIn('zhao')).body.account.grants).toEqual([
    grant,
    { role: 'librarian', schoolId: foreign },
  ]);
});

it('an account that was here is linked by its subject', async () => {
  const account = await readers.done<{ id: string }>('POST', '/api/v1/accounts', readers.admin, {
    username: 'qian',
    password: 'a long password',
    grants: [{ role: 'school-head', schoolId: own }],
  });
  const link = (accountId: string) =>
    readers.ask<Coded>('POST', `/api/v1/identity-providers/${provider.id}/links`, readers.admin, {
      body: { subject: 'qian', accountId },
    });
  expect((await link(account.id)).status).toBe(201);
  expect((await link(account.id)).body.code).toBe('identity.already-linked');
  people['qian'] = { roles: ['TEACHER'], school: 'A' };
  expect((await signIn('qian')).body.account).toMatchObject({
    id: account.id,
    grants: [
      { role: 'school-head', schoolId: own },
      { role: 'teacher', schoolId: own },
    ],
  });
});

it('a sign-in is finished once, by the page that began it, with its own state and nonce, and before it is over', async () => {
  const [mine, others] = [(await begin()).body, (await begin()).body];
  expect(new URL(mine.authorizationUrl).searchParams.get('code_challenge_method')).toBe('S256');
  const callback = await signedInThere(mine.authorizationUrl, 'li');
  // Somebody else's attempt with my answer: its state is another.
  expect((await finish(others.attempt, callback)).body.code).toBe('identity.refused');
  const forged = new URL(callback);
  forged.searchParams.set('code', 'made-up');
  expect((await finish('made up', callback)).body.code).toBe('identity.attempt-over');
  expect((await finish(mine.attempt, callback)).status).toBe(201);
  expect((await finish(mine.attempt, callback)).body.code).toBe('identity.attempt-over');
  const third = (await begin()).body;
  forged.searchParams.set('state', new URL(third.authorizationUrl).searchParams.get('state') ?? '');
  expect((await finish(third.attempt, forged.href)).body.code).toBe('identity.refused');
  const denied = (await begin()).body;
  const state = new URL(denied.authorizationUrl).searchParams.get('state') ?? '';
  const said = `${CALLBACK}?error=access_denied&state=${state}&iss=${encodeURIComponent(issuer)}`;
  expect((await finish(denied.attempt, said)).body.code).toBe('identity.refused');
  for (const [minutes, code] of [
    [9, undefined],
    [10, 'identity.attempt-over'],
  ] as const) {
    const late = (await begin()).body;
    const back = await signedInThere(late.authorizationUrl, 'li');
    await readers.sql(`update sign_in_attempt set begun_at = begun_at - make_interval(mins => $1)`, [
      minutes,
    ]);
    expect([minutes, (await finish(late.attempt, back)).body.code]).toEqual([minutes, code]);
  }
  expect(new Set(nonces.filter((nonce) => nonce !== '')).size).toBeGreaterThan(5);
  const elsewhere = (await begin()).body;
  expect((await finish(elsewhere.attempt, 'https://evil.example/signed-in?code=x&state=y')).status).toBe(400);
  expect((await begin('https://evil.example/')).status).toBe(400);
}, 60_000);

it('is data: changed on its version, refused without TLS or a place, closed, and away when it is', async () => {
  const create = (more: object) =>
    readers.ask<Coded>('POST', '/api/v1/identity-providers', readers.admin, { body: { ...body(), ...more } });
  expect((await create({})).body.code).toBe('identity-provider.name-taken');
  const mapping = body().mappings[0];
  for (const more of [
    { issuer: 'http://sso.example' },
    { issuer: 'nonsense' },
    { mappings: [{ ...mapping, schoolClaim: null }] },
    { mappings: [{ ...mapping, role: 'county-admin' }] },
    { mappings: [] },
    { redirectUris: ['javascript:alert(1)'] },
  ])
    expect([more, (await create({ name: 'X', ...more })).status]).toEqual([more, 400]);
  const change = (version: number, more: object) =>
    readers.ask<IdentityProviderView & Coded>(
      'PATCH',
      `/api/v1/identity-providers/${provider.id}`,
      readers.admin,
      {
        body: more,
        headers: { 'if-match': `"v${String(version)}"` },
      },
    );
  const { body: changed } = await change(1, { enabled: false });
  expect(changed).toMatchObject({ version: 2, enabled: false });
  expect(JSON.stringify(changed)).not.toContain(SECRET);
  expect((await change(1, { enabled: true })).status).toBe(412);
  const offered = async () =>
    (await readers.ask<{ items: object[] }>('GET', '/api/v1/sign-in-providers', null)).body.items;
  expect(await offered()).toEqual([]);
  expect((await begin()).status).toBe(422);
  await change(2, { enabled: true, issuer: 'http://127.0.0.1:1' });
  expect(await offered()).toEqual([{ id: provider.id, name: provider.name }]);
  expect((await begin()).body.code).toBe('identity-provider.away');
  expect(JSON.stringify(await readers.sql('select client_secret from identity_provider'))).not.toContain(
    SECRET,
  );
  const head = await readers.as({ role: 'school-head', schoolId: own });
  expect((await readers.ask('GET', '/api/v1/identity-providers', head)).status).toBe(403);
});
