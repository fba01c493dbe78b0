import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type ReadersForTests } from '../a-readers-service.builder.js';
import type { SessionView } from '../session.http.js';
import type { AccountPage, AccountView } from './accounts.http.js';

let database: FreshDatabase;
let readers: ReadersForTests;
let [own, foreign] = ['', ''];
let head: string;
let made = 0;

beforeAll(async () => {
  database = await freshDatabase('readers_set_password');
  readers = await aReadersService(database.ownerUrl, { SHULIAN_VOIDED_LOOK_MS: 20 });
  const open = async (code: string): Promise<string> => {
    const body = { code, name: `学校${code}`, kind: 'primary' };
    return (await readers.done<{ id: string }>('POST', '/api/v1/schools', readers.admin, body)).id;
  };
  [own, foreign] = [await open('A'), await open('B')];
  head = await readers.as({ role: 'school-head', schoolId: own });
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

const account = (...grants: object[]): Promise<AccountView> =>
  readers.done('POST', '/api/v1/accounts', readers.admin, {
    username: `someone-${String((made += 1))}`,
    password: 'forgotten password',
    grants,
  });
const signIn = (username: string, password: string) =>
  readers.ask<SessionView>('POST', '/api/v1/sessions', null, { body: { username, password } });
const set = (id: string, as: string, newPassword = 'another password') =>
  readers.ask('PUT', `/api/v1/accounts/${id}/password`, as, { body: { newPassword } });

describe('a forgotten password', () => {
  it('is set anew by the head of the school; who had the old one is signed in no more', async () => {
    const { id, username } = await account({ role: 'librarian', schoolId: own });
    const before = (await signIn(username, 'forgotten password')).body;
    const answer = await set(id, head);
    expect([answer.status, answer.body]).toMatchObject([200, { id, username, version: 2 }]);
    expect(JSON.stringify(answer.body)).not.toContain('another password');
    await eventually(async () =>
      expect((await readers.ask('GET', '/api/v1/me', before.accessToken)).status).toBe(401),
    );
    const refreshed = await readers.ask('POST', '/api/v1/sessions/refresh', null, {
      body: { refreshToken: before.refreshToken },
    });
    expect(refreshed.status).toBe(401);
    expect((await signIn(username, 'forgotten password')).status).toBe(401);
    expect((await signIn(username, 'another password')).status).toBe(201);
  });

  it('[GTW-008] of an account that may something elsewhere is for the county to set', async () => {
    const outOfReach = [
      await account({ role: 'librarian', schoolId: foreign }),
      await account({ role: 'librarian', schoolId: own }, { role: 'librarian', schoolId: foreign }),
      await account({ role: 'librarian', schoolId: own }, { role: 'county-admin' }),
      await account({ role: 'county-viewer' }),
    ];
    for (const { id, username } of outOfReach) {
      expect([username, (await set(id, head)).status]).toEqual([username, 404]);
      expect((await signIn(username, 'forgotten password')).status).toBe(201);
      expect((await set(id, readers.admin)).status).toBe(200);
    }
    const librarian = await readers.as({ role: 'librarian', schoolId: own });
    const [first] = outOfReach;
    expect((await set(first?.id ?? '', librarian)).status).toBe(403);
    expect((await set('00000000-0000-4000-8000-000000000000', head)).status).toBe(404);
  });

  it('has as many letters as any password, and is none of the first that are tried', async () => {
    const { id, username } = await account({ role: 'librarian', schoolId: own });
    for (const [length, status] of [
      [7, 400],
      [8, 200],
    ] as const)
      expect((await set(id, head, 'xylophones'.slice(0, length))).status).toBe(status);
    for (const weak of ['12345678', 'password1', username]) {
      const { status, body } = await set(id, head, weak);
      expect([weak, status, JSON.stringify(body).includes('/newPassword')]).toEqual([weak, 400, true]);
    }
  });
});

describe('the accounts of a school', () => {
  it('[GTW-008] are listed to its head, with what they may there and nowhere else', async () => {
    const both = await account(
      { role: 'librarian', schoolId: own },
      { role: 'librarian', schoolId: foreign },
    );
    const stranger = await account({ role: 'librarian', schoolId: foreign });
    const { items } = await readers.done<AccountPage>('GET', '/api/v1/accounts?limit=500', head);
    const ids = items.map(({ id }) => id);
    expect(ids).toContain(both.id);
    expect(ids).not.toContain(stranger.id);
    expect(items.find(({ id }) => id === both.id)?.grants).toMatchObject([
      { role: 'librarian', schoolId: own },
    ]);
    expect(new Set(items.flatMap(({ grants }) => grants).map(({ schoolId }) => schoolId))).toEqual(
      new Set([own]),
    );
    expect((await readers.ask('GET', `/api/v1/accounts?schoolId=${foreign}`, head)).status).toBe(403);
    const all = await readers.done<AccountPage>('GET', '/api/v1/accounts?limit=500', readers.admin);
    expect(all.items.find(({ id }) => id === both.id)?.grants).toHaveLength(2);
  });
});
