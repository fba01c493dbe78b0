import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type ReadersForTests } from '../a-readers-service.builder.js';
import type { ApiClientPage, ApiClientView, KeptClientView, TokenView } from './api-clients.http.js';

let database: FreshDatabase;
let readers: ReadersForTests;
let own: string;
let foreign: string;
let client: ApiClientView;

beforeAll(async () => {
  database = await freshDatabase('readers_clients');
  readers = await aReadersService(database.ownerUrl, { SHULIAN_VOIDED_LOOK_MS: 20 });
  const open = async (code: string): Promise<string> => {
    const body = { code, name: '桃溪小学', kind: 'primary' };
    return (await readers.done<{ id: string }>('POST', '/api/v1/schools', readers.admin, body)).id;
  };
  [own, foreign] = [await open('A'), await open('B')];
  client = await readers.done('POST', '/api/v1/api-clients', readers.admin, {
    name: '校园平台',
    scopes: ['readers.read', 'readers.write'],
    schoolIds: [own],
  });
});
afterAll(async () => {
  await readers?.stop();
  await database?.drop();
});

const token = async (
  form: Record<string, string>,
  authorization?: string,
  type = 'application/x-www-form-urlencoded',
) => {
  const answer = await fetch(`${readers.url}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': type, ...(authorization === undefined ? {} : { authorization }) },
    body: new URLSearchParams(form).toString(),
  });
  return {
    status: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as TokenView & { error?: string },
  };
};
const basic = (id: string, secret: string): string =>
  `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`;
const GRANT = { grant_type: 'client_credentials' };

describe('the clients of a county', () => {
  it('are listed to who runs it, newest first and page by page, the revoked too and no secret of any', async () => {
    const made: ApiClientView[] = [];
    for (const name of ['甲', '乙', '丙'])
      made.push(
        await readers.done('POST', '/api/v1/api-clients', readers.admin, {
          name,
          scopes: ['catalog.read'],
          schoolIds: [own],
        }),
      );
    await readers.done('DELETE', `/api/v1/api-clients/${made[1]?.clientId ?? ''}`, readers.admin);
    const seen: KeptClientView[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: ApiClientPage = await readers.done(
        'GET',
        `/api/v1/api-clients?limit=2&cursor=${cursor}`,
        readers.admin,
      );
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(seen.map(({ name }) => name)).toEqual(['丙', '乙', '甲', '校园平台']);
    expect(seen.map(({ revokedAt }) => revokedAt !== null)).toEqual([false, true, false, false]);
    for (const { clientSecret } of [...made, client])
      expect(JSON.stringify(seen)).not.toContain(clientSecret);
    const librarian = await readers.as({ role: 'librarian', schoolId: own });
    expect((await readers.ask('GET', '/api/v1/api-clients', librarian)).status).toBe(403);
    expect((await readers.ask('GET', '/api/v1/api-clients?cursor=x', readers.admin)).status).toBe(400);
  });
});

describe('client credentials', () => {
  it('give a token for HTTP Basic and for the form', async () => {
    const byBasic = await token(GRANT, basic(client.clientId, client.clientSecret));
    expect(byBasic.body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'readers.read readers.write',
    });
    expect(byBasic.headers.get('cache-control')).toBe('no-store');
    const { clientId: client_id, clientSecret: client_secret } = client;
    const byForm = await token({ ...GRANT, client_id, client_secret, scope: 'readers.read' });
    expect([byForm.status, byForm.body.scope]).toEqual([200, 'readers.read']);
  });

  it('are refused in the words of RFC 6749', async () => {
    const { clientId: client_id, clientSecret: client_secret } = client;
    const right = { ...GRANT, client_id, client_secret };
    const refused = async (form: Record<string, string>, authorization?: string) => {
      const { status, body } = await token(form, authorization);
      return [status, body.error];
    };
    expect(await refused({ ...right, client_secret: 'wrong' })).toEqual([401, 'invalid_client']);
    expect(await refused({ ...right, client_id: 'nobody' })).toEqual([401, 'invalid_client']);
    expect(await refused(GRANT)).toEqual([401, 'invalid_client']);
    expect(await refused(GRANT, 'Basic !')).toEqual([401, 'invalid_client']);
    expect(await refused(right, basic(client_id, client_secret))).toEqual([400, 'invalid_request']);
    expect(await refused({ client_id, client_secret })).toEqual([400, 'invalid_request']);
    expect(await refused({ ...right, grant_type: 'password' })).toEqual([400, 'unsupported_grant_type']);
    expect(await refused({ ...right, scope: 'catalog.write' })).toEqual([400, 'invalid_scope']);
    expect((await token(GRANT)).headers.get('www-authenticate')).toContain('Basic');
  });

  it('open only the schools and operations they were given', async () => {
    const { access_token } = (await token(GRANT, basic(client.clientId, client.clientSecret))).body;
    const enrol = (schoolId: string) =>
      readers.ask('POST', '/api/v1/readers', access_token, {
        body: { schoolId, kind: 'teacher', name: '甲' },
      });
    expect((await enrol(own)).status).toBe(201);
    expect((await enrol(foreign)).status).toBe(403);
    expect((await readers.ask('POST', '/api/v1/schools', access_token, { body: {} })).status).toBe(403);
    expect((await readers.ask('GET', '/api/v1/schools', access_token)).status).toBe(403);
  });

  it('are looked at and revoked by the county; a revoked one gets no token', async () => {
    const made = await readers.done<ApiClientView>('POST', '/api/v1/api-clients', readers.admin, {
      name: '旧平台',
      scopes: ['catalog.read'],
    });
    const path = `/api/v1/api-clients/${made.clientId}`;
    const credentials = basic(made.clientId, made.clientSecret);
    const before = await token(GRANT, credentials);
    expect(before.status).toBe(200);
    expect((await readers.ask('GET', '/api/v1/schools', before.body.access_token)).status).toBe(200);
    const shown = await readers.ask('GET', path, readers.admin);
    expect(shown.body).toMatchObject({ clientId: made.clientId, name: '旧平台', revokedAt: null });
    expect(JSON.stringify(shown.body)).not.toContain('ss_');
    const first = await readers.ask<{ revokedAt: string | null }>('DELETE', path, readers.admin);
    expect([first.status, typeof first.body.revokedAt]).toEqual([200, 'string']);
    expect((await readers.ask('DELETE', path, readers.admin)).body).toEqual(first.body);
    expect((await token(GRANT, credentials)).body.error).toBe('invalid_client');
    await eventually(async () =>
      expect((await readers.ask('GET', '/api/v1/schools', before.body.access_token)).status).toBe(401),
    );
    const librarian = await readers.as({ role: 'librarian', schoolId: own });
    expect((await readers.ask('DELETE', path, librarian)).status).toBe(403);
    for (const id of ['sc_000000000000000000000000', 'x', '%00'])
      expect([id, (await readers.ask('GET', `/api/v1/api-clients/${id}`, readers.admin)).status]).toEqual([
        id,
        404,
      ]);
  });

  it('are made anew by a repeated request: a remembered answer would keep the secret', async () => {
    const input = {
      body: { name: '平台', scopes: ['catalog.read'] },
      headers: { 'idempotency-key': 'k' },
    };
    const [first, second] = [
      await readers.ask('POST', '/api/v1/api-clients', readers.admin, input),
      await readers.ask('POST', '/api/v1/api-clients', readers.admin, input),
    ];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).not.toMatchObject({ clientId: first.body['clientId'] });
    const kept = await readers.sql('select from desk_request where route like $1', ['%api-clients']);
    expect(kept).toEqual([]);
  });

  it('lie in the database as a hash only', async () => {
    expect(JSON.stringify(await readers.sql('select * from api_client'))).not.toContain(client.clientSecret);
  });
});
