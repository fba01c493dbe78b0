import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceForTests } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aGateway } from '../a-gateway.builder.js';
import { aServiceProcess, type ServiceProcess } from './a-service-process.builder.js';

const PAGE = 'https://dashboard.example';
let database: FreshDatabase;
let catalog: ServiceProcess;
let gateway: ServiceForTests;
let closed: ServiceForTests;
beforeAll(async () => {
  database = await freshDatabase('gateway_other_pages');
  catalog = await aServiceProcess('titles');
  gateway = await aGateway(
    database.ownerUrl,
    { catalog: catalog.url },
    { SHULIAN_CORS_ORIGINS: `${PAGE},http://localhost:5173` },
  );
  closed = await aGateway(database.ownerUrl, { catalog: catalog.url });
});
afterAll(async () => {
  await Promise.all([gateway?.stop(), closed?.stop()]);
  await catalog?.kill();
  await database?.drop();
});

const from = (
  origin: string,
  path: string,
  init: {
    readonly method?: string;
    readonly headers?: Record<string, string>;
    readonly at?: ServiceForTests;
  } = {},
): Promise<Response> =>
  fetch(`${(init.at ?? gateway).url}${path}`, {
    method: init.method ?? 'GET',
    headers: { origin, ...init.headers },
  });
const preflight = (origin: string, at = gateway): Promise<Response> =>
  from(origin, '/api/v1/checkouts', {
    method: 'OPTIONS',
    headers: {
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,idempotency-key',
    },
    at,
  });
const allowed = ({ headers }: Response): string | null => headers.get('access-control-allow-origin');

describe('pages of other origins', () => {
  it('may ask when their origin is named, with a token and a key, and read what an answer says of itself', async () => {
    for (const origin of [PAGE, 'http://localhost:5173']) {
      const answer = await preflight(origin);
      expect([answer.status, allowed(answer)]).toEqual([204, origin]);
      expect(answer.headers.get('access-control-allow-methods')).toContain('POST');
      expect(answer.headers.get('access-control-allow-headers')).toContain('idempotency-key');
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    }
    const token = await gateway.signer.account({
      role: 'librarian',
      schoolId: '01940000-0000-7000-8000-000000000001',
    });
    const answer = await from(PAGE, '/api/v1/titles', { headers: { authorization: `Bearer ${token}` } });
    expect([answer.status, allowed(answer)]).toEqual([200, PAGE]);
    expect(answer.headers.get('access-control-expose-headers')).toContain('etag');
    expect(answer.headers.get('vary')).toMatch(/origin/i);
  });

  it('read refusals, too', async () => {
    const answer = await from(PAGE, '/api/v1/titles');
    expect([answer.status, allowed(answer)]).toEqual([401, PAGE]);
  });

  it('may not when it is not named, or none is', async () => {
    for (const origin of [
      'https://elsewhere.example',
      `${PAGE}.evil.example`,
      'http://dashboard.example',
      'null',
    ])
      expect([origin, allowed(await preflight(origin))]).toEqual([origin, null]);
    expect(allowed(await preflight(PAGE, closed))).toBeNull();
    expect(allowed(await from(PAGE, '/api/v1/titles', { at: closed }))).toBeNull();
  });
});
