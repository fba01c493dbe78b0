import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, type ServiceForTests } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aGateway } from '../a-gateway.builder.js';
import { aServiceProcess, type ServiceProcess } from './a-service-process.builder.js';

let database: FreshDatabase;
let gateway: ServiceForTests;
let catalog: ServiceProcess;
let readers: ServiceProcess;
let librarian: string;
const SCHOOL = '01940000-0000-7000-8000-000000000001';
const JOB = 'catalog-01940000-0000-7000-8000-000000000001';

beforeAll(async () => {
  database = await freshDatabase('gateway_door');
  [catalog, readers] = await Promise.all([aServiceProcess('titles'), aServiceProcess('readers')]);
  gateway = await aGateway(
    database.ownerUrl,
    {
      catalog: catalog.url,
      readers: readers.url,
      circulation: catalog.url,
      activities: catalog.url,
      reporting: catalog.url,
    },
    { SHULIAN_ANSWER_WITHIN_MS: 500 },
  );
  librarian = await gateway.signer.account({ role: 'librarian', schoolId: SCHOOL });
});
afterAll(async () => {
  await gateway?.stop();
  await Promise.all([catalog?.kill(), readers?.kill()]);
  await database.drop();
});

const ask = (
  path: string,
  init: RequestInit & { headers?: Record<string, string> } = {},
): Promise<Response> =>
  fetch(`${gateway.url}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${librarian}`, 'content-type': 'application/json', ...init.headers },
  });
const seenBy = async (): Promise<{ seen: number; aborted: number }> =>
  (await (await ask('/api/v1/titles/seen')).json()) as never;

describe('the front door', () => {
  it('passes a small question on with its bytes, and the answer back with its status and headers', async () => {
    const body = '{"title":  "西游记"}';
    const answer = await ask('/api/v1/titles?status=201&q=%E8%A5%BF', {
      method: 'POST',
      body,
      headers: { 'idempotency-key': 'k1', 'x-forwarded-for': '6.6.6.6', 'x-request-id': 'desk-0001' },
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('etag')).toBe('"v1"');
    expect(answer.headers.get('x-mine')).toBe('yes');
    expect(answer.headers.get('x-request-id')).toBe('desk-0001');
    expect(answer.headers.get('keep-alive')).not.toBe('timeout=5');
    const told = (await answer.json()) as { headers: Record<string, string> };
    expect(told).toMatchObject({
      method: 'POST',
      url: '/api/v1/titles?status=201&q=%E8%A5%BF',
      text: body,
      headers: { 'idempotency-key': 'k1', 'x-request-id': 'desk-0001', authorization: `Bearer ${librarian}` },
    });
    expect(told.headers['x-forwarded-for']).toMatch(/127\.0\.0\.1$/);
    expect(told.headers['traceparent']).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/);
  });

  it('leaves what browsers may do to the service, and says it for one that does not, and of its own answers', async () => {
    const guards = async (answer: Promise<Response>): Promise<(string | null)[]> => {
      const { headers } = await answer;
      return [headers.get('x-content-type-options'), headers.get('x-frame-options')];
    };
    expect(await guards(ask('/api/v1/titles?frames=DENY'))).toEqual(['nosniff', 'DENY']);
    expect(await guards(ask('/api/v1/titles'))).toEqual(['nosniff', 'SAMEORIGIN']);
    expect(await guards(fetch(`${gateway.url}/api/v1/titles`))).toEqual(['nosniff', 'SAMEORIGIN']);
    expect(await guards(ask('/api/v1/titles/dies'))).toEqual(['nosniff', 'SAMEORIGIN']);
    expect(await guards(ask('/api/v1/nowhere'))).toEqual(['nosniff', 'SAMEORIGIN']);
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'GET'])('passes %s', async (method) => {
    const told = (await (
      await ask('/api/v1/copies/x', { method, ...(method === 'GET' ? {} : { body: '{}' }) })
    ).json()) as object;
    expect(told).toMatchObject({ method, url: '/api/v1/copies/x' });
  });

  it.each([
    '/api/v1/titles',
    '/api/v1/titles?status=404',
    '/api/v1/reports/overdue',
    '/.well-known/jwks.json',
  ])('tells of %s the head that the service tells, its length too', async (path) => {
    // The service says what it was asked: the same number of letters makes the same length.
    const told = async (url: string, method: string): Promise<unknown[]> => {
      const answer = await fetch(`${url}${path}`, {
        method,
        headers: { authorization: `Bearer ${librarian}`, 'accept-encoding': 'identity' },
      });
      const length = Number(answer.headers.get('content-length'));
      const body = await answer.text();
      expect(body.length > 0).toBe(method === 'GET');
      return [answer.status, length > 100, answer.headers.get('content-type'), answer.headers.get('etag')];
    };
    const head = await told(gateway.url, 'HEAD');
    expect(head).toEqual(await told(catalog.url, 'HEAD'));
    expect(head).toEqual(await told(gateway.url, 'GET'));
  });

  it('sends jobs to the service in their id, and knows no others', async () => {
    expect(await (await ask(`/api/v1/jobs/${JOB}/problems?limit=1`)).json()).toMatchObject({
      url: `/api/v1/jobs/${JOB}/problems?limit=1`,
    });
    expect((await ask('/api/v1/jobs/nobody-01940000-0000-7000-8000-000000000001')).status).toBe(404);
    expect((await ask('/api/v1/nowhere')).status).toBe(404);
    expect((await ask('/api/v1/titlesx')).status).toBe(404);
  });

  it('[GTW-008] lets nobody in without a token, before a byte of an upload is taken', async () => {
    const before = await seenBy();
    const nobody = await fetch(`${gateway.url}/api/v1/catalog-imports`, {
      method: 'POST',
      body: aForm(randomBytes(100)),
    });
    expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(await nobody.json()).toMatchObject({ code: 'authentication.required' });
    const forged = await ask('/api/v1/titles', {
      headers: { authorization: `${`Bearer ${librarian}`.slice(0, -4)}AAAA` },
    });
    expect(forged.status).toBe(401);
    expect((await seenBy()).seen).toBe(before.seen);
  });

  it.each([
    ['POST', '/api/v1/sessions'],
    ['POST', '/api/v1/sessions/refresh'],
    ['POST', '/oauth/token'],
    ['GET', '/.well-known/jwks.json'],
  ])('needs no token for %s %s', async (method, path) => {
    const answer = await fetch(`${gateway.url}${path}`, {
      method,
      ...(method === 'POST' ? { body: 'grant_type=x' } : {}),
    });
    expect([answer.status, ((await answer.json()) as { url: string }).url]).toEqual([200, path]);
    const other = await fetch(`${gateway.url}${path}`, { method: 'DELETE' });
    expect(other.status).toBe(401);
  });

  it('streams an upload through with all its bytes', async () => {
    const file = randomBytes(8 * 1024 * 1024);
    const form = aForm(file);
    const bytes = Buffer.from(await new Response(form).arrayBuffer());
    const answer = await fetch(`${gateway.url}/api/v1/catalog-imports`, {
      method: 'POST',
      body: bytes,
      headers: { authorization: `Bearer ${librarian}`, 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(await answer.json()).toMatchObject({
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
  });

  it.each(['/api/v1/returns', '/api/v1/titles', '/api/v1/catalog-imports/x', '/api/v1/jobs/x/y'])(
    'takes no upload at %s, which takes none',
    async (path) => {
      const before = await seenBy();
      const answer = await fetch(`${gateway.url}${path}`, {
        method: 'POST',
        body: aForm(randomBytes(100_000)),
        headers: { authorization: `Bearer ${librarian}` },
      });
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
        415,
        'request.media-type',
      ]);
      expect((await seenBy()).seen).toBe(before.seen);
    },
  );

  it('takes no upload from who is not signed in', async () => {
    const answer = await fetch(`${gateway.url}/api/v1/sessions`, {
      method: 'POST',
      body: aForm(randomBytes(9)),
    });
    expect(answer.status).toBe(415);
  });

  it('refuses a body that is no upload and larger than 1 MiB, and takes one of exactly that size', async () => {
    const of = (bytes: number): Promise<Response> =>
      ask('/api/v1/titles', { method: 'POST', body: 'x'.repeat(bytes) });
    expect((await of(1_048_575)).status).toBe(200);
    expect((await of(1_048_576)).status).toBe(200);
    const large = await of(1_048_577);
    expect([large.status, ((await large.json()) as { code: string }).code]).toEqual([
      413,
      'request.too-large',
    ]);
  });

  it('hands the progress of a job on as it comes, and lets the service know when the follower leaves', async () => {
    const before = await seenBy();
    const leave = new AbortController();
    const stream = await ask(`/api/v1/jobs/${JOB}/events`, { signal: leave.signal });
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
    const first = Buffer.from((await reader.read()).value ?? []).toString();
    expect(first).toContain('data: 0');
    await reader.read();
    leave.abort();
    await eventually(async () => expect((await seenBy()).aborted).toBe(before.aborted + 1));
  });
});

describe('the measures of the gateway', () => {
  const ask = async (
    url: string,
    remoteAddress: string,
    headers: Record<string, string> = {},
    method: 'GET' | 'HEAD' = 'GET',
  ): Promise<{ statusCode: number; payload: string }> => {
    const fastify = gateway.app.getHttpAdapter().getInstance();
    return fastify.inject({ url, method, remoteAddress, headers });
  };

  it('are there for the machine itself', async () => {
    const page = await fetch(`${gateway.url}/metrics`);
    expect([page.status, await page.text()]).toEqual([
      200,
      expect.stringContaining('shulian_http_request_seconds'),
    ]);
  });

  it.each(['/metrics', '/metrics?x=1', '/%6detrics'])('do not exist for others, as %s', async (url) => {
    const answer = await ask(url, '192.0.2.7');
    expect([answer.statusCode, JSON.parse(answer.payload)]).toEqual([
      404,
      expect.objectContaining({ status: 404 }),
    ]);
    expect((await ask(url, '192.0.2.7', {}, 'HEAD')).statusCode).toBe(404);
    expect((await ask(url, '127.0.0.1', { 'x-forwarded-for': '127.0.0.1' })).statusCode).toBe(404);
  });

  it.each(['/healthz', '/readyz'])('are not confused with %s, which is for all', async (url) =>
    expect((await ask(url, '192.0.2.7')).statusCode).toBe(200),
  );
});

describe('when a service is away', () => {
  it('answers 503 with Retry-After, the others go on, and it is found again', async () => {
    await catalog.kill();
    for (const method of ['GET', 'POST']) {
      const answer = await ask('/api/v1/titles', { method, ...(method === 'POST' ? { body: '{}' } : {}) });
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(await answer.json()).toMatchObject({ code: 'service.away', status: 503 });
    }
    const upload = await fetch(`${gateway.url}/api/v1/catalog-imports`, {
      method: 'POST',
      body: aForm(randomBytes(1_000_000)),
      headers: { authorization: `Bearer ${librarian}` },
    });
    expect([upload.status, upload.headers.get('retry-after')]).toEqual([503, '2']);
    expect((await ask('/api/v1/readers')).status).toBe(200);
    await catalog.restart();
    await eventually(async () => expect((await ask('/api/v1/titles')).status).toBe(200));
  });

  it.each([
    ['a question', '/api/v1/titles?status=503', {}],
    ['a write', '/api/v1/titles?status=503', { method: 'POST', body: '{}' }],
    ['a stream', `/api/v1/jobs/${JOB}?status=503`, {}],
    ['an upload', '/api/v1/catalog-imports?status=503', { method: 'POST', body: aForm(randomBytes(9_000)) }],
  ])('says so too when it refuses %s because it is closing', async (_what, path, init) => {
    const answer = await fetch(`${gateway.url}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${librarian}` },
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await answer.json()).toMatchObject({ code: 'service.away', status: 503 });
  });

  it('passes on what a service itself says with a 503', async () => {
    const answer = await ask('/api/v1/titles?status=503&type=application/problem%2Bjson');
    expect([answer.status, answer.headers.get('x-mine')]).toEqual([503, 'yes']);
    expect(await answer.json()).toMatchObject({ method: 'GET' });
  });

  it('tries a write never twice, and a read once more', async () => {
    const before = await seenBy();
    const write = await ask('/api/v1/titles/dies', { method: 'POST', body: '{}' });
    expect([write.status, write.headers.get('retry-after')]).toEqual([503, '2']);
    expect((await seenBy()).seen).toBe(before.seen + 1);
    expect((await ask('/api/v1/titles/dies')).status).toBe(503);
    expect((await seenBy()).seen).toBe(before.seen + 3);
  });

  it('does not wait for ever, and tries a slow write no second time', async () => {
    const before = await seenBy();
    const answer = await ask('/api/v1/titles/hangs', { method: 'POST', body: '{}' });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect((await seenBy()).seen).toBe(before.seen + 1);
  });
});

describe('readiness of the county', () => {
  it('is 503 with the failing parts until all have been ready once, and degraded afterwards', async () => {
    const other = await freshDatabase('gateway_ready');
    const late = await aServiceProcess('figures');
    await late.kill();
    const early = await aGateway(other.ownerUrl, {
      catalog: catalog.url,
      readers: readers.url,
      circulation: catalog.url,
      activities: catalog.url,
      reporting: late.url,
    });
    try {
      const ready = async (): Promise<[number, object]> => {
        const answer = await fetch(`${early.url}/readyz`);
        return [answer.status, (await answer.json()) as object];
      };
      expect((await fetch(`${early.url}/healthz`)).status).toBe(200);
      expect(await ready()).toEqual([
        503,
        expect.objectContaining({ status: 'away', failing: ['reporting'] }),
      ]);
      await late.restart();
      await eventually(async () => expect((await ready())[0]).toBe(200));
      // What a service says of itself is said here, too, in the same words.
      await fetch(`${late.url}/unwell`);
      const [status, told] = await ready();
      expect(status).toBe(200);
      expect(told).toMatchObject({ status: 'degraded', failing: [] });
      expect((told as { why: string[] }).why).toContain('reporting: the oldest event to send waits for 20 s');
      await late.kill();
      expect(await ready()).toEqual([
        200,
        expect.objectContaining({ status: 'degraded', failing: ['reporting'] }),
      ]);
    } finally {
      await early.stop();
      await late.kill();
      await other.drop();
    }
  });
});

describe('documents', () => {
  it('merges the OpenAPI documents of all, the own one included', async () => {
    const document = (await (await fetch(`${gateway.url}/openapi.json`)).json()) as {
      openapi: string;
      paths: object;
    };
    expect(document.openapi).toBe('3.1.0');
    const paths = Object.keys(document.paths);
    expect(paths).toEqual(expect.arrayContaining(['/api/v1/events', '/api/v1/readers', '/api/v1/titles']));
  });

  it('shows a page to read them, to which / leads, out of files of its own, and the events', async () => {
    const start = await fetch(gateway.url, { redirect: 'manual' });
    expect([start.status, start.headers.get('location')]).toEqual([302, '/docs']);
    const page = await fetch(`${gateway.url}/docs`);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const files = [...(await page.text()).matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, file = '']) => file);
    expect(files).toEqual(['/docs/page.css', '/docs/main.mjs']);
    for (const file of files) expect((await fetch(`${gateway.url}${file}`)).status).toBe(200);
    for (const file of ['nothing.mjs', '..%2fpackage.json', '%2e%2e%2fpackage.json'])
      expect((await fetch(`${gateway.url}/docs/${file}`)).status).toBe(404);
    const events = (await (await fetch(`${gateway.url}/asyncapi.json`)).json()) as { asyncapi: string };
    expect(events.asyncapi).toMatch(/^3\./);
  });
});

describe('allowances', () => {
  it('never stop a class that returns 45 books at once, and tell how one stands', async () => {
    const answers = await Promise.all(
      Array.from({ length: 45 }, () =>
        ask('/api/v1/returns', { method: 'POST', body: '{"copyBarcode":"1"}' }),
      ),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"caller";q=3000;w=10');
    expect(answers[0]?.headers.get('ratelimit')).toMatch(/^"caller";r=\d+;t=\d+$/);
  });

  it('stop the caller who asks for more than the burst, and nobody else', async () => {
    const other = await freshDatabase('gateway_limits');
    const strict = await aGateway(
      other.ownerUrl,
      { catalog: catalog.url },
      { SHULIAN_RATE_BURST: 3, SHULIAN_RATE_PER_SECOND: 0.5 },
    );
    try {
      const one = await strict.signer.account({ role: 'librarian', schoolId: SCHOOL });
      const as = (token: string): Promise<Response> =>
        fetch(`${strict.url}/api/v1/titles`, { headers: { authorization: `Bearer ${token}` } });
      const statuses = [];
      for (let n = 1; n <= 4; n += 1) statuses.push((await as(one)).status);
      expect(statuses).toEqual([200, 200, 200, 429]);
      const refused = await as(one);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      expect(await refused.json()).toMatchObject({ code: 'rate.limited', status: 429 });
      expect((await as(await strict.signer.account({ role: 'librarian', schoolId: SCHOOL }))).status).toBe(
        200,
      );
      await pause(2_100);
      expect((await as(one)).status).toBe(200);
    } finally {
      await strict.stop();
      await other.drop();
    }
  });

  it('count failed sign-ins of a name, not the ones that worked', async () => {
    const signIn = (username: string, status: number): Promise<Response> =>
      fetch(`${gateway.url}/api/v1/sessions?status=${status}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password: 'x' }),
      });
    for (let n = 1; n <= 40; n += 1) expect((await signIn('good', 201)).status).toBe(201);
    for (let n = 1; n <= 20; n += 1) expect((await signIn('guessed', 401)).status).toBe(401);
    const refused = await signIn('guessed', 401);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5']);
    expect((await signIn('good', 201)).status).toBe(201);
  });
});

function aForm(file: Buffer): FormData {
  const form = new FormData();
  form.set('schoolId', SCHOOL);
  form.set('file', new Blob([new Uint8Array(file)]), 'books.mrc');
  return form;
}
