import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type ReadersForTests } from '../a-readers-service.builder.js';
import type { ApiClientView, KeptClientView, RotatedSecretView } from './api-clients.http.js';

let database: FreshDatabase;
let readers: ReadersForTests;
beforeAll(async () => {
  database = await freshDatabase('readers_rotate_secret');
  readers = await aReadersService(database.ownerUrl);
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

const token = async (id: string, secret: string): Promise<number> =>
  (
    await fetch(`${readers.url}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret }),
    })
  ).status;
const rotate = (id: string, overlapHours: unknown, as = readers.admin) =>
  readers.ask<RotatedSecretView & { code: string }>('POST', `/api/v1/api-clients/${id}/secret`, as, {
    body: { overlapHours },
  });

it('a client changes its secret without stopping: the one of before is taken until its hour, and no longer', async () => {
  const made = await readers.done<ApiClientView>('POST', '/api/v1/api-clients', readers.admin, {
    name: 'a programme',
    scopes: ['catalog.read'],
  });
  const { clientId: id, clientSecret: first } = made;
  const second = await rotate(id, 1);
  expect(second.status).toBe(201);
  expect([await token(id, first), await token(id, second.body.clientSecret)]).toEqual([200, 200]);
  // A third: the first is over, the second is the one of before.
  const third = (await rotate(id, 1)).body.clientSecret;
  const all = async (): Promise<number[]> =>
    Promise.all([first, second.body.clientSecret, third].map((secret) => token(id, secret)));
  expect(await all()).toEqual([401, 200, 200]);
  await readers.sql('update api_client set former_secret_until = clock_timestamp() where id = $1', [id]);
  expect(await all()).toEqual([401, 401, 200]);
  const fourth = (await rotate(id, 0)).body;
  expect(fourth.formerSecretUntil).toBeNull();
  expect([await token(id, third), await token(id, fourth.clientSecret)]).toEqual([401, 200]);
  const kept = await readers.done<KeptClientView>('GET', `/api/v1/api-clients/${id}`, readers.admin);
  expect(kept.secretGivenAt > kept.createdAt).toBe(true);
  expect(JSON.stringify(await readers.sql('select * from api_client'))).not.toContain(fourth.clientSecret);
});

it('not where it is revoked, unknown, or asked for by others', async () => {
  const { clientId: id } = await readers.done<ApiClientView>('POST', '/api/v1/api-clients', readers.admin, {
    name: 'another',
    scopes: ['catalog.read'],
  });
  for (const hours of [-1, 721, 1.5]) expect((await rotate(id, hours)).status).toBe(400);
  for (const hours of [0, 720]) expect((await rotate(id, hours)).status).toBe(201);
  await readers.done('DELETE', `/api/v1/api-clients/${id}`, readers.admin);
  expect((await rotate(id, 1)).body.code).toBe('api-client.revoked');
  for (const unknown of ['sc_000000000000000000000000', 'nonsense'])
    expect((await rotate(unknown, 1)).status).toBe(404);
  const viewer = await readers.as({ role: 'county-viewer' });
  expect((await rotate(id, 1, viewer)).status).toBe(403);
});
