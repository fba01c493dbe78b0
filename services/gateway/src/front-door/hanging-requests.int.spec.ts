import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { eventually, rawRequest, type ServiceForTests } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aGateway } from '../a-gateway.builder.js';
import { aServiceProcess, type ServiceProcess } from './a-service-process.builder.js';

const JOB = 'catalog-01940000-0000-7000-8000-000000000001';
jest.setTimeout(20_000);

let database: FreshDatabase;
let gateway: ServiceForTests;
let catalog: ServiceProcess;
let readers: ServiceProcess;
let someone: string;
let leave: AbortController;

beforeAll(async () => {
  database = await freshDatabase('gateway_hanging');
  [catalog, readers] = await Promise.all([aServiceProcess('titles'), aServiceProcess('readers')]);
  const urls = { catalog: catalog.url, readers: readers.url };
  gateway = await aGateway(database.ownerUrl, urls, { SHULIAN_BODY_WITHIN_MS: 500 });
});
afterAll(async () => {
  await gateway.stop();
  await Promise.all([catalog.kill(), readers.kill()]);
  await database.drop();
});
beforeEach(async () => {
  leave = new AbortController();
  someone = await gateway.signer.account({ role: 'county-viewer' });
});
afterEach(() => leave.abort());

const ask = (path: string, method = 'GET', as = someone): Promise<Response> =>
  fetch(`${gateway.url}${path}`, {
    method,
    signal: leave.signal,
    headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json' },
    ...(method === 'POST' ? { body: '{}' } : {}),
  });
const told = async (path: string, as = someone): Promise<{ status: number; ms: number }> => {
  const startedAt = performance.now();
  const { status } = await ask(path, 'GET', as);
  return { status, ms: performance.now() - startedAt };
};
const seenBy = async (service: ServiceProcess): Promise<{ hung: number; hanging: number }> =>
  (await (await fetch(`${service.url}/seen`)).json()) as never;
const many = <T>(n: number, make: (n: number) => Promise<T>): Promise<T>[] =>
  Array.from({ length: n }, (_, i) => make(i));
const prompt = { status: 200, ms: expect.any(Number) };

describe('a stream never takes the place of a short answer', () => {
  it.each([
    ['/api/v1/jobs/JOB/events', 'GET'],
    ['/api/v1/jobs/JOB/%65vents', 'GET'],
    ['/api/v1/jobs/JOB/e%76ent%73', 'GET'],
    ['/api/v1/%6Aobs/JOB/%65%76%65%6e%74%73?x=%65', 'GET'],
    ['/%61pi/v1/jobs/JOB/events', 'GET'],
    ['/api/v1/jobs/JOB/events', 'HEAD'],
    ['/api/v1/jobs/JOB/%65vents', 'HEAD'],
  ])('written as %s, %s', async (path, method) => {
    const callers = await Promise.all(many(2, () => gateway.signer.account({ role: 'county-viewer' })));
    // More than there are places for short answers; of one caller no more than may follow.
    const streams = await Promise.all(many(40, (n) => ask(path.replace('JOB', JOB), method, callers[n % 2])));
    expect(new Set(streams.map(({ status }) => status))).toEqual(new Set([200]));
    if (method === 'GET') {
      const first = await (streams[39]?.body as ReadableStream<Uint8Array>).getReader().read();
      expect(Buffer.from(first.value ?? []).toString()).toContain('data: ');
    }
    const answer = await told('/api/v1/titles');
    expect(answer).toEqual(prompt);
    expect(answer.ms).toBeLessThan(1_000);
  });

  it('and one caller follows no more than 24 at once; when they end there is room again', async () => {
    const streams = await Promise.all(many(24, () => ask(`/api/v1/jobs/${JOB}/events`)));
    expect(new Set(streams.map(({ status }) => status))).toEqual(new Set([200]));
    const refused = await ask(`/api/v1/jobs/${JOB}/events`);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await refused.json()).toMatchObject({ code: 'service.busy' });
    const other = await gateway.signer.account({ role: 'county-viewer' });
    expect((await ask(`/api/v1/jobs/${JOB}/events`, 'GET', other)).status).toBe(200);
    leave.abort();
    leave = new AbortController();
    await eventually(async () => expect((await ask(`/api/v1/jobs/${JOB}/events`)).status).toBe(200));
  });

  it('and who asks for heads only, one after the other, gives the place back each time', async () => {
    for (let n = 1; n <= 25; n += 1) {
      const { status } = await ask(`/api/v1/jobs/${JOB}/events`, 'HEAD');
      expect({ n, status }).toEqual({ n, status: 200 });
    }
  });
});

describe('a client that goes away', () => {
  it.each(['GET', 'POST'])('takes its %s along, and its place is free again', async (method) => {
    const before = await seenBy(catalog);
    expect(before.hanging).toBe(0);
    const waiting = many(60, () => ask('/api/v1/titles/hangs', method).catch(() => null));
    await pause(300);
    leave.abort();
    await Promise.all(waiting);
    leave = new AbortController();
    // Who had a place is let go; who waited for one got there only where his leaving was not heard of yet.
    await eventually(async () => {
      const { hung, hanging } = await seenBy(catalog);
      expect(hung - before.hung).toBeGreaterThanOrEqual(32);
      expect(hanging).toBe(0);
    });
    const answer = await told('/api/v1/titles');
    expect(answer).toEqual(prompt);
    expect(answer.ms).toBeLessThan(1_000);
  });
});

describe('600 requests of one caller that hang at one service', () => {
  it('keep no other caller from being answered there, no other service, and the next of the same hear it is busy', async () => {
    const other = await gateway.signer.account({ role: 'county-viewer' });
    const refused: Response[] = [];
    const hanging = many(600, () =>
      ask('/api/v1/titles/hangs')
        .then((answer) => refused.push(answer))
        .catch(() => null),
    );
    // 32 have a place and 256 wait for one; the rest hears at once that there is no room.
    await eventually(() => expect(refused.length).toBeGreaterThanOrEqual(600 - 32 - 256), 20_000);
    expect((await seenBy(catalog)).hanging).toBe(32);
    for (let n = 0; n < 20; n += 1) {
      for (const answer of [await told('/api/v1/titles', other), await told('/api/v1/readers')]) {
        expect(answer).toEqual(prompt);
        expect(answer.ms).toBeLessThan(1_000);
      }
    }
    // Who waits has waited long enough after three seconds.
    await eventually(() => expect(refused).toHaveLength(600 - 32), 20_000);
    for (const answer of refused) {
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
      expect(await answer.json()).toMatchObject({ code: 'service.busy' });
    }
    const { parts } = (await (await fetch(`${gateway.url}/readyz`)).json()) as {
      parts: { services: Record<string, string> };
    };
    expect(parts.services).toMatchObject({ catalog: 'ready', readers: 'ready' });
    leave.abort();
    await Promise.all(hanging);
  }, 60_000);
});

describe('a body that comes too slowly', () => {
  it('is refused in time, and what came of it goes nowhere', async () => {
    const head = [
      'POST /api/v1/titles HTTP/1.1',
      'host: x',
      `authorization: Bearer ${someone}`,
      'content-type: application/json',
      'content-length: 1000',
      '',
      '{"title":',
    ].join('\r\n');
    const startedAt = performance.now();
    const answer = await rawRequest(gateway.url, head);
    expect(performance.now() - startedAt).toBeLessThan(3_000);
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      408,
      expect.objectContaining({ code: 'request.too-slow', status: 408 }),
    ]);
    expect((await told('/api/v1/titles')).status).toBe(200);
  });
});

describe('a body of many parts', () => {
  /** Begins a body that says it is longer, and goes on with it after more than the time for small ones. */
  async function sendSlowly(path: string, contentType: string): Promise<number> {
    const whole = Buffer.from('--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n');
    const sent = httpRequest(`${gateway.url}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${someone}`,
        'content-type': contentType,
        'content-length': whole.length,
      },
    });
    const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
    sent.on('error', () => undefined);
    sent.write(whole.subarray(0, 10));
    await Promise.race([answered, pause(900)]);
    if (!sent.destroyed) sent.end(whole.subarray(10));
    const [answer] = await answered;
    answer.resume();
    return answer.statusCode ?? 0;
  }

  it.each([
    ['/api/v1/catalog-imports', 'multipart/form-data; boundary=x', 200],
    ['/api/v1/catalog-imports', 'Multipart/Form-Data; boundary=x', 200],
    ['/api/v1/catalog-imports?dryRun=true', 'MULTIPART/FORM-DATA; boundary=x', 200],
    ['/api/v1/roster-imports', 'multipart/form-data; boundary=x', 200],
    ['/api/v1/catalog-imports', 'application/json', 408],
    ['/api/v1/titles', 'multipart/form-data; boundary=x', 415],
    ['/api/v1/titles', 'Multipart/Mixed; boundary=x', 415],
    ['/api/v1/catalog-imports/x', 'multipart/form-data; boundary=x', 415],
    ['/api/v1/sessions', 'multipart/form-data; boundary=x', 415],
  ])('that comes slowly to %s as %s is answered with %i', async (path, contentType, status) => {
    expect(await sendSlowly(path, contentType)).toBe(status);
  });
});

describe('an address in raw UTF-8', () => {
  it('reaches the service written plainly, from where it came', async () => {
    const target = '/api/v1/titles?q=草房';
    const answer = await rawRequest(
      gateway.url,
      `GET ${target} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${someone}\r\n\r\n`,
    );
    const seen = JSON.parse(answer.text) as { url: string; headers: Record<string, string> };
    expect(seen.url).toBe('/api/v1/titles?q=%E8%8D%89%E6%88%BF');
    expect(seen.headers['x-forwarded-for']).toMatch(/127\.0\.0\.1$/);
  });
});
