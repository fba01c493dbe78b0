import { readdir, readFile, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { decodeProtectedHeader } from 'jose';
import { TokenVerifier } from '@shulian/service-kit';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { ADMIN_PASSWORD, aReadersService, type ReadersForTests } from '../a-readers-service.builder.js';
import { TokenSigner } from '../token-signer.adapter.js';
import type { SigningKeysView } from './signing-keys.http.js';

const AHEAD_MS = 1_500;
let database: FreshDatabase;
let readers: ReadersForTests;

beforeAll(async () => {
  process.env['SHULIAN_SIGNING_KEY_AHEAD_MS'] = String(AHEAD_MS);
  database = await freshDatabase('readers_signing_keys');
  readers = await aReadersService(database.ownerUrl);
});
afterAll(async () => {
  delete process.env['SHULIAN_SIGNING_KEY_AHEAD_MS'];
  await readers?.stop();
  await database?.drop();
});

const signIn = async (): Promise<string> =>
  (
    await readers.ask<{ accessToken: string }>('POST', '/api/v1/sessions', null, {
      body: { username: 'admin', password: ADMIN_PASSWORD },
    })
  ).body.accessToken;
const kidOf = (token: string): string | undefined => decodeProtectedHeader(token).kid;
const keys = async (): Promise<SigningKeysView['items']> =>
  (await readers.ask<SigningKeysView>('GET', '/api/v1/signing-keys', readers.admin)).body.items;
const jwksFile = (): string => process.env['SHULIAN_JWKS_FILE'] ?? '';

it('is changed without anybody being signed out: told first, then signing, the old one accepted on', async () => {
  // Another service, with the same file of public keys and nothing else.
  const elsewhere = new TokenVerifier(jwksFile());
  const accepts = async (token: string): Promise<boolean> =>
    (await elsewhere.verify(`Bearer ${token}`)).sub.length > 0;
  const old = await signIn();
  expect(await accepts(old)).toBe(true);
  const both = await Promise.all(
    [1, 2].map(() => readers.ask<SigningKeysView>('POST', '/api/v1/signing-keys', readers.admin)),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([201, 201]);
  expect((await keys()).map(({ state }) => state)).toEqual(['signs', 'next']);
  const told = JSON.parse(await readFile(jwksFile(), 'utf8')) as { keys: { kid: string; d?: string }[] };
  expect(told.keys.map(({ kid, d }) => [kid, d])).toEqual(
    (await keys()).map(({ keyId }) => [keyId, undefined]),
  );
  // Told, and not signing yet.
  expect(kidOf(await signIn())).toBe(kidOf(old));
  await pause(AHEAD_MS);
  const young = await signIn();
  expect(kidOf(young)).not.toBe(kidOf(old));
  expect((await keys()).map(({ state }) => state)).toEqual(['accepted', 'signs']);
  expect([await accepts(old), await accepts(young)]).toEqual([true, true]);
  for (const token of [old, young]) expect((await readers.ask('GET', '/api/v1/me', token)).status).toBe(200);
  // A service that starts now knows both; one that has only the key of before does not take the new one.
  const fresh = new TokenVerifier(jwksFile());
  for (const token of [old, young]) expect((await fresh.verify(`Bearer ${token}`)).kind).toBe('account');
}, 30_000);

it('is read by a replica that starts later, and is nobody else to read', async () => {
  const settings = {
    SHULIAN_SIGNING_KEY_FILE: process.env['SHULIAN_SIGNING_KEY_FILE'] ?? '',
    SHULIAN_JWKS_FILE: jwksFile(),
    SHULIAN_SIGNING_KEY_DAYS: 0,
    SHULIAN_SIGNING_KEY_AHEAD_MS: AHEAD_MS,
  };
  const replica = new TokenSigner(() => settings);
  await replica.onModuleInit();
  expect(replica.ring.map(({ keyId }) => keyId)).toEqual((await keys()).map(({ keyId }) => keyId));
  const folder = `${settings.SHULIAN_SIGNING_KEY_FILE}.d`;
  for (const name of await readdir(folder))
    expect((await stat(`${folder}/${name}`)).mode & 0o777).toBe(0o600);
  // By the calendar: a key that is old enough is changed at the next look, once.
  const aged = new TokenSigner(() => ({ ...settings, SHULIAN_SIGNING_KEY_DAYS: 1 }));
  await aged.look();
  expect(aged.ring).toHaveLength(2);
});

it('is the county to change', async () => {
  const schoolId = (
    await readers.done<{ id: string }>('POST', '/api/v1/schools', readers.admin, {
      code: 'A',
      name: '学校',
      kind: 'primary',
    })
  ).id;
  const head = await readers.as({ role: 'school-head', schoolId });
  for (const method of ['GET', 'POST'])
    expect((await readers.ask(method, '/api/v1/signing-keys', head)).status).toBe(403);
});
