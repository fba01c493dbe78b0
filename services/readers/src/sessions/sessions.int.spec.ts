import { stat } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { ADMIN_PASSWORD, aReadersService, type ReadersForTests } from '../a-readers-service.builder.js';
import type { SessionView } from './sessions.http.js';
import { THROTTLE } from './sign-in.use-case.js';

let database: FreshDatabase;
let readers: ReadersForTests;
let school: string;

beforeAll(async () => {
  database = await freshDatabase('readers_sessions');
  readers = await aReadersService(database.ownerUrl);
  const body = { code: 'S1', name: '桃溪小学', kind: 'primary' };
  school = (await readers.done<{ id: string }>('POST', '/api/v1/schools', readers.admin, body)).id;
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

const signIn = (username: string, password: string) =>
  readers.ask<SessionView>('POST', '/api/v1/sessions', null, { body: { username, password } });
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

  it('looks at no more than ten passwords in a quarter of an hour, of an unknown name too', async () => {
    await account('guarded', { role: 'librarian', schoolId: school });
    // The tries before the last one that counts, without waiting for their slow hashes.
    const afterTries = (tries: number): Promise<unknown> =>
      readers.sql('update sign_in_throttle set failures = $1', [tries]);
    for (const name of ['guarded', 'no-such-name']) {
      expect((await signIn(name, 'wrong')).status).toBe(401);
      await afterTries(THROTTLE.failures - 2);
      for (const n of [THROTTLE.failures - 1, THROTTLE.failures])
        expect([n, (await signIn(name, 'wrong')).status]).toEqual([n, 401]);
      const locked = await signIn(name, name === 'guarded' ? 'right password' : 'wrong');
      expect([locked.status, locked.body]).toMatchObject([429, { code: 'account.locked' }]);
      expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(290);
    }
    await readers.sql('update sign_in_throttle set locked_until = clock_timestamp()');
    expect((await signIn('guarded', 'right password')).status).toBe(201);
    expect((await signIn('guarded', 'wrong')).status).toBe(401);
    await afterTries(THROTTLE.failures - 1);
    expect((await signIn('guarded', 'right password')).status).toBe(201);
    const parallel = await Promise.all(
      Array.from({ length: THROTTLE.failures + 3 }, () => signIn('nobody', 'wrong')),
    );
    expect(parallel.map(({ status }) => status).sort()).toEqual([
      ...Array.from({ length: THROTTLE.failures }, () => 401),
      429,
      429,
      429,
    ]);
  }, 60_000);
});

describe('many right sign-ins of one account at once', () => {
  it('are all let in: a lock is for wrong passwords', async () => {
    await account('desk', { role: 'device', schoolId: school });
    const all = await Promise.all(
      Array.from({ length: THROTTLE.failures + 4 }, () => signIn('desk', 'right password')),
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

describe('accounts', () => {
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

  it('are made by the county only, and shown without their password', async () => {
    const librarian = await readers.as({ role: 'librarian', schoolId: school });
    expect((await readers.ask('POST', '/api/v1/accounts', librarian, { body: {} })).status).toBe(403);
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
