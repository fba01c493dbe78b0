import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { upstreamsOf, type Upstream, type Upstreams } from '../front-door/upstream.client.js';
import { DocumentsOfCounty } from './documents-of-county.js';

const own = { openapi: '3.1.0', paths: {}, components: {} };
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A service that counts what it is asked, and what it says. */
async function aService(
  answer: RequestListener,
): Promise<{ url: string; calls: () => number; server: Server }> {
  let calls = 0;
  const server = createServer((request, response) => {
    calls += 1;
    answer(request, response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  ends.push(() => (server.closeAllConnections(), server.close()));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls: () => calls, server };
}
const describesItself: RequestListener = (_request, response) =>
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(
      JSON.stringify({ openapi: '3.1.0', paths: { '/api/v1/titles': { get: { summary: 'of itself' } } } }),
    );
const hangs: RequestListener = () => undefined;

/** All services behind one address. */
function upstreamsAt(url: string): Upstreams {
  const upstreams = upstreamsOf(() => url, 30_000);
  ends.push(() => Promise.all([...upstreams.values()].map((upstream) => upstream.close())));
  return upstreams;
}

describe('the documents of the county', () => {
  it('are asked for once by 100 who want to see them, and again after a minute', async () => {
    const service = await aService(describesItself);
    let now = 0;
    const documents = new DocumentsOfCounty(upstreamsAt(service.url), () => now);
    const texts = await Promise.all(Array.from({ length: 100 }, () => documents.openApi(own)));
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain('of itself');
    expect(service.calls()).toBe(5);
    now = 59_999;
    await documents.openApi(own);
    expect(service.calls()).toBe(5);
    now = 60_000;
    await documents.openApi(own);
    expect(service.calls()).toBe(10);
  });

  it('come soon when a service hangs, which is asked again after five seconds only', async () => {
    const service = await aService(hangs);
    let now = 0;
    const documents = new DocumentsOfCounty(upstreamsAt(service.url), () => now);
    const startedAt = performance.now();
    const texts = await Promise.all(Array.from({ length: 100 }, () => documents.openApi(own)));
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    // The checked-in copies stand in.
    expect(texts[0]).toContain('/api/v1/checkouts');
    expect(service.calls()).toBe(5);
    now = 4_999;
    await documents.openApi(own);
    expect(service.calls()).toBe(5);
    now = 5_000;
    await documents.openApi(own);
    expect(service.calls()).toBe(10);
  });

  it('say of a service that went away what it said last', async () => {
    const service = await aService(describesItself);
    let now = 0;
    const documents = new DocumentsOfCounty(upstreamsAt(service.url), () => now);
    const before = await documents.openApi(own);
    service.server.closeAllConnections();
    service.server.close();
    now = 60_000;
    expect(await documents.openApi(own)).toBe(before);
  });
});

describe('how a service stands', () => {
  it('is asked once for 100 who want to know it at the same time, and anew for the next', async () => {
    const service = await aService((_request, response) =>
      response.end('{"status":"degraded","why":["it is slow"]}'),
    );
    const upstream = upstreamsAt(service.url).get('catalog') as Upstream;
    const told = await Promise.all(Array.from({ length: 100 }, () => upstream.standing()));
    expect(new Set(told.map((each) => JSON.stringify(each)))).toEqual(
      new Set(['{"status":"degraded","why":["it is slow"]}']),
    );
    expect(service.calls()).toBe(1);
    await upstream.standing();
    expect(service.calls()).toBe(2);
  });
});
