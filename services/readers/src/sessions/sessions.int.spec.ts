import { readFile, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { voidedTokensFile } from '@shulian/service-kit';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { ADMIN_PASSWORD, aReadersService, type ReadersForTests } from '../a-readers-service.builder.js';
import { PublishVoidedTokens } from '../signing/publish-voided-tokens.use-case.js';
import type { SessionView } from '../session.http.js';
import { ALL_PLACES, ONE_PLACE } from './rules/throttle.js';

let database: FreshDatabase;
let readers: ReadersForTests;
let school: string;

beforeAll(async () => {
  database = await freshDatabase('readers_sessions');
  readers = await aReadersService(database.ownerUrl, { SHULIAN_VOIDED_LOOK_MS: 20 });
  const body = { code: 'S1', name: '桃溪小学', kind: 'primary' };
  school = (await readers.done<{ id: string }>('POST', '/api/v1/schools', readers.admin, body)).id;
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

/** @param from the address that the gateway saw */
const signIn = (username: string, password: string, from = '10.0.0.1', deviceToken?: string) =>
  readers.ask<SessionView>('POST', '/api/v1/sessions', null, {
    body: { username, password, ...(deviceToken === undefined ? {} : { deviceToken }) },
    headers: { 'x-forwarded-for': from },
  });
const refresh = (refreshToken: string) =>
  readers.ask<SessionView>('POST', '/api/v1/sessions/refresh', null, { body: { refreshToken } });
const account = (username: string, ...grants: object[]) =>
  readers.ask('POST', '/api/v1/accounts', readers.admin, {
    body: { username, password: 'right password', grants },
  });

describe('signing in', () => {
  it('gives the first account tokens that say who may do what', async () => {
    const { status, body } = await signIn(' Admin ', ADMIN_PASSWORD);
    expect(status).toBe(201);
    expect(body).toMatchObject({ tokenType: 'Bearer', expiresIn: 3600, account: { username: 'admin' } });
    const claims = decodeJwt(body.accessToken);
    expect(claims).toMatchObject({
      iss: 'shulian',
      aud: 'shulian',
      kind: 'account',
      grants: [{ role: 'county-admin' }],
      scopes: [],
      schools: null,
    });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(3600);
  });

  it('gives a device tokens for half a day', async () => {
    await account('kiosk', { role: 'device', schoolId: school });
    expect((await signIn('kiosk', 'right password')).body.expiresIn).toBe(43_200);
  });

  it('refuses a wrong password and an unknown name with the same words', async () => {
    await account('reading-room', { role: 'librarian', schoolId: school });
    const [wrong, unknown] = [await signIn('reading-room', 'wrong'), await signIn('nobody', 'wrong')];
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect({ ...wrong.body, instance: null }).toEqual({ ...unknown.body, instance: null });
  });

  it('looks at no more than ten passwords of one place in a quarter of an hour, of an unknown name too', async () => {
    await account('guarded', { role: 'librarian', schoolId: school });
    // The tries before the last one that counts, without waiting for their slow hashes.
    const afterTries = (tries: number): Promise<unknown> =>
      readers.sql('update sign_in_throttle set failures = $1', [tries]);
    for (const name of ['guarded', 'no-such-name']) {
      expect((await signIn(name, 'wrong')).status).toBe(401);
      await afterTries(ONE_PLACE.failures - 2);
      for (const n of [ONE_PLACE.failures - 1, ONE_PLACE.failures])
        expect([n, (await signIn(name, 'wrong')).status]).toEqual([n, 401]);
      const locked = await signIn(name, name === 'guarded' ? 'right password' : 'wrong');
      expect([locked.status, locked.body]).toMatchObject([429, { code: 'account.locked' }]);
      expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(290);
    }
    await readers.sql('update sign_in_throttle set locked_until = clock_timestamp()');
    expect((await signIn('guarded', 'right password')).status).toBe(201);
    expect((await signIn('guarded', 'wrong')).status).toBe(401);
    await afterTries(ONE_PLACE.failures - 1);
    expect((await signIn('guarded', 'right password')).status).toBe(201);
    const parallel = await Promise.all(
      Array.from({ length: ONE_PLACE.failures + 3 }, () => signIn('nobody', 'wrong')),
    );
    expect(parallel.map(({ status }) => status).sort()).toEqual([
      ...Array.from({ length: ONE_PLACE.failures }, () => 401),
      429,
      429,
      429,
    ]);
  }, 60_000);
});

describe('wrong passwords of others', () => {
  const wrong = async (name: string, from: string, tries: number): Promise<void> => {
    for (let n = 0; n < tries; n += 1) await signIn(name, 'wrong', from);
  };
  it('lock the name out for where they come from, and for nobody else', async () => {
    await account('attacked', { role: 'librarian', schoolId: school });
    await wrong('attacked', '203.0.113.7', ONE_PLACE.failures);
    expect((await signIn('attacked', 'right password', '203.0.113.7')).status).toBe(429);
    expect((await signIn('attacked', 'right password', '10.0.0.9')).status).toBe(201);
  }, 60_000);
  it('from the same school do not lock out a device on which the account has signed in before', async () => {
    await account('at-desk', { role: 'librarian', schoolId: school });
    const { deviceToken = '' } = (await signIn('at-desk', 'right password')).body;
    await wrong('at-desk', '10.0.0.1', ONE_PLACE.failures);
    expect((await signIn('at-desk', 'right password')).status).toBe(429);
    const again = await signIn('at-desk', 'right password', '10.0.0.1', deviceToken);
    expect([again.status, again.body.deviceToken]).toEqual([201, deviceToken]);
    // The device has no more tries than any other place.
    for (let n = 0; n < ONE_PLACE.failures; n += 1)
      expect((await signIn('at-desk', 'wrong', '10.0.0.1', deviceToken)).status).toBe(401);
    expect((await signIn('at-desk', 'right password', '10.0.0.1', deviceToken)).status).toBe(429);
    // What somebody made up, or got for another account, is no device of this one.
    await account('another', { role: 'librarian', schoolId: school });
    const { deviceToken: ofAnother = '' } = (await signIn('another', 'right password', '10.0.0.8')).body;
    for (const token of ['made up', ofAnother])
      expect((await signIn('at-desk', 'right password', '10.0.0.1', token)).status).toBe(429);
  }, 60_000);
  it.each([
    [ALL_PLACES.failures - 1, 201],
    [ALL_PLACES.failures, 429],
  ])(
    'from many places at once: after %i nobody new is let in by guessing (%i), known devices are',
    async (tries, status) => {
      const name = `spread-${tries}`;
      await account(name, { role: 'librarian', schoolId: school });
      const { deviceToken = '' } = (await signIn(name, 'right password')).body;
      // The tries before the last one, without waiting for their slow hashes.
      await signIn(name, 'wrong', '198.51.100.1');
      const rows = await readers.sql(
        `update sign_in_throttle set failures = $2 where name_hash = sha256(convert_to($1, 'UTF8')) returning 1`,
        [name, tries],
      );
      expect(rows).toHaveLength(1);
      expect((await signIn(name, 'right password', '198.51.100.2')).status).toBe(status);
      expect((await signIn(name, 'right password', '198.51.100.3', deviceToken)).status).toBe(201);
    },
    60_000,
  );
});

describe('many right sign-ins of one account at once', () => {
  it('are all let in: a lock is for wrong passwords', async () => {
    await account('desk', { role: 'device', schoolId: school });
    const all = await Promise.all(
      Array.from({ length: ONE_PLACE.failures + 4 }, () => signIn('desk', 'right password')),
    );
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 201));
  });
});

describe('refreshing', () => {
  it('gives new tokens with the grants of today, and uses the old one up', async () => {
    const first = (await signIn('admin', ADMIN_PASSWORD)).body;
    const second = await refresh(first.refreshToken);
    expect(second.status).toBe(201);
    expect(second.body.refreshToken).not.toBe(first.refreshToken);
    expect((await refresh(second.body.refreshToken)).status).toBe(201);
  });

  it('ends the whole session when a used token comes again', async () => {
    const first = (await signIn('admin', ADMIN_PASSWORD)).body;
    const second = (await refresh(first.refreshToken)).body;
    const stolen = await refresh(first.refreshToken);
    expect([stolen.status, stolen.body]).toMatchObject([401, { code: 'session.refresh-invalid' }]);
    expect((await refresh(second.refreshToken)).status).toBe(401);
    const other = (await signIn('admin', ADMIN_PASSWORD)).body;
    expect((await refresh(other.refreshToken)).status).toBe(201);
  });

  it('lets only one of two at the same moment win', async () => {
    const { refreshToken } = (await signIn('admin', ADMIN_PASSWORD)).body;
    const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(refreshToken)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it('refuses what is too old or was never given', async () => {
    const { refreshToken } = (await signIn('admin', ADMIN_PASSWORD)).body;
    await readers.sql(`update refresh_token set expires_at = clock_timestamp() where used_at is null`);
    expect((await refresh(refreshToken)).status).toBe(401);
    expect((await refresh('never given')).status).toBe(401);
  });
});

describe('signing out', () => {
  it('ends this sign-in, its tokens too, and no other; twice is once', async () => {
    await account('two-desks', { role: 'librarian', schoolId: school });
    const [here, there] = [
      (await signIn('two-desks', 'right password')).body,
      (await signIn('two-desks', 'right password')).body,
    ];
    const out = await readers.ask('DELETE', '/api/v1/sessions/current', here.accessToken);
    expect([out.status, out.body]).toEqual([204, {}]);
    const shown = async (token: string): Promise<number> =>
      (await readers.ask('GET', '/api/v1/me', token)).status;
    await eventually(async () => expect(await shown(here.accessToken)).toBe(401));
    expect((await refresh(here.refreshToken)).status).toBe(401);
    expect(await shown(there.accessToken)).toBe(200);
    const renewed = await refresh(there.refreshToken);
    expect(renewed.status).toBe(201);
    // Tokens that were renewed belong to the same sign-in.
    expect((await readers.ask('DELETE', '/api/v1/sessions/current', renewed.body.accessToken)).status).toBe(
      204,
    );
    await eventually(async () => expect(await shown(there.accessToken)).toBe(401));
    expect((await refresh(renewed.body.refreshToken)).status).toBe(401);
  });
});

describe('accounts', () => {
  it('are listed by name, those of a school for themselves, page by page', async () => {
    const other = await readers.done<{ id: string }>('POST', '/api/v1/schools', readers.admin, {
      code: 'S2',
      name: '竹林小学',
      kind: 'primary',
    });
    for (const name of ['List-c', 'list-A', 'LIST-b', 'list_d'])
      await account(name, { role: 'librarian', schoolId: name === 'LIST-b' ? other.id : school });
    type Listed = { items: { username: string }[]; nextCursor: string | null };
    const list = async (query: string): Promise<Listed> =>
      (await readers.ask<Listed>('GET', `/api/v1/accounts?${query}`, readers.admin)).body;
    const names = ({ items }: Listed): string[] => items.map(({ username }) => username);
    expect(names(await list('username=LIST-'))).toEqual(['list-A', 'LIST-b', 'List-c']);
    expect(names(await list('username=list_'))).toEqual(['list_d']);
    expect(names(await list(`username=list&schoolId=${other.id}`))).toEqual(['LIST-b']);
    const first = await list('username=list-&limit=2');
    expect(names(first)).toEqual(['list-A', 'LIST-b']);
    const second = await list(`username=list-&limit=2&cursor=${first.nextCursor ?? ''}`);
    expect([names(second), second.nextCursor]).toEqual([['List-c'], null]);
    const teacher = await readers.as({ role: 'teacher', schoolId: school });
    expect((await readers.ask('GET', '/api/v1/accounts', teacher)).status).toBe(403);
  });

  it('get other grants, which end the tokens with the old ones', async () => {
    const { id } = (await account('promoted', { role: 'teacher', schoolId: school })).body as { id?: string };
    const { accessToken } = (await signIn('promoted', 'right password')).body;
    const change = (version: number, body: unknown) =>
      readers.ask('PATCH', `/api/v1/accounts/${id}`, readers.admin, {
        body,
        headers: { 'if-match': `"v${version}"` },
      });
    const same = await change(1, { grants: [{ role: 'teacher', schoolId: school }] });
    expect([same.status, same.body]).toMatchObject([200, { version: 1 }]);
    expect((await change(1, { grants: [{ role: 'librarian' }] })).status).toBe(400);
    expect((await change(1, { grants: [] })).status).toBe(400);
    const nowhere = '01940000-0000-7000-8000-00000000dead';
    expect((await change(1, { grants: [{ role: 'librarian', schoolId: nowhere }] })).status).toBe(422);
    const grants = [
      { role: 'librarian', schoolId: school },
      { role: 'teacher', schoolId: school },
    ];
    expect((await change(1, { grants })).body).toMatchObject({ version: 2, grants });
    await eventually(async () =>
      expect((await readers.ask('GET', '/api/v1/me', accessToken)).status).toBe(401),
    );
    const again = (await signIn('promoted', 'right password')).body;
    expect((await readers.ask('GET', '/api/v1/me', again.accessToken)).body).toEqual({
      id,
      username: 'promoted',
      grants,
    });
  });

  it('one county admin who may sign in remains, whatever is asked, also of two at the same moment', async () => {
    const admins = (
      await readers.ask<{
        items: { id: string; version: number; grants: { role: string }[]; disabled: boolean }[];
      }>('GET', '/api/v1/accounts?limit=500', readers.admin)
    ).body.items.filter(
      ({ grants, disabled }) => !disabled && grants.some(({ role }) => role === 'county-admin'),
    );
    expect(admins).toHaveLength(1);
    const [first] = admins;
    const change = (id: string | undefined, version: number, body: unknown) =>
      readers.ask('PATCH', `/api/v1/accounts/${id}`, readers.admin, {
        body,
        headers: { 'if-match': `"v${version}"` },
      });
    expect(await change(first?.id, first?.version ?? 0, { disabled: true })).toMatchObject({
      status: 409,
      body: { code: 'account.last-admin' },
    });
    const second = (await account('second-admin', { role: 'county-admin' })).body as { id?: string };
    const both = await Promise.all([
      change(first?.id, first?.version ?? 0, { disabled: true }),
      change(second.id, 1, { disabled: true }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    // Whoever was closed is opened again for the tests that follow.
    await readers.sql('update account set disabled_at = null where id = any($1)', [[first?.id, second.id]]);
    await readers.sql('delete from void_token where subject = any($1)', [[first?.id, second.id]]);
    await readers.app.get(PublishVoidedTokens).execute();
    await eventually(async () =>
      expect((await readers.ask('GET', '/api/v1/me', readers.admin)).status).toBe(200),
    );
  });

  it('have names once, whatever the case, and grants of places that exist', async () => {
    expect((await account('Twice', { role: 'county-viewer' })).status).toBe(201);
    expect((await account('twice', { role: 'county-viewer' })).body).toMatchObject({
      code: 'account.username-taken',
    });
    const nowhere = '01940000-0000-7000-8000-00000000dead';
    for (const [grant, status] of [
      [{ role: 'librarian' }, 400],
      [{ role: 'county-admin', schoolId: school }, 400],
      [{ role: 'reader', schoolId: school }, 400],
      [{ role: 'librarian', schoolId: nowhere }, 422],
      [{ role: 'teacher', classId: nowhere }, 422],
      [{ role: 'reader', readerId: nowhere }, 422],
      [{ role: 'king' }, 400],
      [{ role: 'teacher', schoolId: school }, 201],
    ] as const)
      expect([grant, (await account(`new-${JSON.stringify(grant).length}-${status}`, grant)).status]).toEqual(
        [grant, status],
      );
  });

  it('are closed and opened again on their version; closing ends their sessions', async () => {
    const { id } = (await account('leaver', { role: 'librarian', schoolId: school })).body as { id?: string };
    const { refreshToken } = (await signIn('leaver', 'right password')).body;
    const path = `/api/v1/accounts/${id}`;
    const change = (version: number | null, body: unknown, token = readers.admin) =>
      readers.ask('PATCH', path, token, {
        body,
        headers: version === null ? {} : { 'if-match': `"v${version}"` },
      });
    expect((await change(null, { disabled: true })).status).toBe(428);
    const closed = await change(1, { disabled: true });
    expect([closed.status, closed.headers.get('etag'), closed.body]).toMatchObject([
      200,
      '"v2"',
      { version: 2, disabled: true },
    ]);
    expect((await refresh(refreshToken)).status).toBe(401);
    expect((await signIn('leaver', 'right password')).status).toBe(401);
    expect((await change(1, { disabled: false })).status).toBe(412);
    const opened = await change(2, { disabled: false, password: 'another password' });
    expect(opened.body).toMatchObject({ version: 3, disabled: false });
    expect((await signIn('leaver', 'another password')).status).toBe(201);
    expect((await signIn('leaver', 'right password')).status).toBe(401);
    expect((await refresh(refreshToken)).status).toBe(401);
    const librarian = await readers.as({ role: 'librarian', schoolId: school });
    expect((await change(3, { disabled: true }, librarian)).status).toBe(403);
  });

  it.each([
    ['librarian', { disabled: true }],
    ['device', { disabled: true }],
    ['librarian', { password: 'another password' }],
  ])(
    'that are closed or get another password are out with all tokens they had: %s, %j',
    async (role, body) => {
      const name = `gone-${role}-${Object.keys(body).join()}`;
      const { id } = (await account(name, { role, schoolId: school })).body as { id?: string };
      const tokens = [await signIn(name, 'right password'), await signIn(name, 'right password')];
      const tokenOf = ({ body: { accessToken } }: (typeof tokens)[number]): string => accessToken;
      const shown = async (token: string): Promise<number> =>
        (await readers.ask('GET', '/api/v1/schools', token)).status;
      expect(await Promise.all(tokens.map((token) => shown(tokenOf(token))))).toEqual([200, 200]);
      const change = (version: number, input: object) =>
        readers.ask('PATCH', `/api/v1/accounts/${id}`, readers.admin, {
          body: input,
          headers: { 'if-match': `"v${version}"` },
        });
      expect((await change(1, body)).status).toBe(200);
      await eventually(async () =>
        expect(await Promise.all(tokens.map((token) => shown(tokenOf(token))))).toEqual([401, 401]),
      );
      expect((await refresh(tokens[0]?.body.refreshToken ?? '')).status).toBe(401);
      // Opened again it works, with new tokens only.
      await change(2, { disabled: false, password: 'a new beginning' });
      const again = await signIn(name, 'a new beginning');
      expect(await shown(again.body.accessToken)).toBe(200);
      expect(await Promise.all(tokens.map((token) => shown(tokenOf(token))))).toEqual([401, 401]);
    },
  );

  it('that are closed while they sign in keep no token that works', async () => {
    for (let round = 0; round < 3; round += 1) {
      const name = `racing-${round}`;
      const { id } = (await account(name, { role: 'librarian', schoolId: school })).body as { id?: string };
      const { refreshToken } = (await signIn(name, 'right password')).body;
      const tries = Array.from({ length: 6 }, () => signIn(name, 'right password'));
      const renewed = refresh(refreshToken);
      await pause(60 * round);
      const body = { disabled: true };
      await readers.ask('PATCH', `/api/v1/accounts/${id}`, readers.admin, {
        body,
        headers: { 'if-match': '"v1"' },
      });
      const given = (await Promise.all([...tries, renewed])).filter(({ status }) => status < 300);
      await pause(50);
      for (const { body } of given)
        expect((await readers.ask('GET', '/api/v1/schools', body.accessToken)).status).toBe(401);
    }
  });

  it('closed by another replica are told, too, and those whose tokens have all ended no more', async () => {
    const file = voidedTokensFile(process.env['SHULIAN_JWKS_FILE'] ?? '');
    await readers.sql(`insert into void_token values ('someone', clock_timestamp()),
      ('long ago', clock_timestamp() - interval '13 hours')`);
    await readers.app.get(PublishVoidedTokens).execute();
    const told = JSON.parse(await readFile(file, 'utf8')) as object;
    expect(Object.keys(told)).toContain('someone');
    expect(Object.keys(told)).not.toContain('long ago');
  });

  it('are made by the county and the school, and shown without their password', async () => {
    const teacher = await readers.as({ role: 'teacher', schoolId: school });
    expect((await readers.ask('POST', '/api/v1/accounts', teacher, { body: {} })).status).toBe(403);
    const made = await account('shown', { role: 'librarian', schoolId: school });
    const shown = await readers.ask(
      'GET',
      `/api/v1/accounts/${(made.body as { id?: string }).id}`,
      readers.admin,
    );
    expect(shown.body).toEqual(made.body);
    expect(JSON.stringify(await readers.sql('select * from account'))).not.toContain('right password');
  });
});

describe('the signing key', () => {
  it('is readable by its owner only, and the public half has no secret', async () => {
    const mode = (await stat(process.env['SHULIAN_SIGNING_KEY_FILE'] ?? '')).mode & 0o777;
    expect(mode).toBe(0o600);
    const { keys } = (await (await fetch(`${readers.url}/.well-known/jwks.json`)).json()) as {
      keys: object[];
    };
    expect(keys).toEqual([expect.objectContaining({ kty: 'EC', alg: 'ES256' })]);
    expect(keys[0]).not.toHaveProperty('d');
  });
});
