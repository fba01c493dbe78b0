import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Upstream } from './upstream.client.js';

let server: Server | undefined;
let upstream: Upstream | undefined;
afterEach(async () => {
  await upstream?.close();
  server?.closeAllConnections();
  server?.close();
});

/** A service whose `/readyz` answers with these statuses in turn, and never where it is null. */
const serviceThatSays = async (...statuses: (number | null)[]): Promise<Upstream> => {
  server = createServer((_, response) => {
    const status = statuses.shift() ?? null;
    if (status !== null) response.writeHead(status).end(JSON.stringify({ status: 'ready', why: [] }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  upstream = new Upstream('readers', `http://127.0.0.1:${(server.address() as AddressInfo).port}`, 1_000);
  return upstream;
};

describe('a service that is slow to say how it stands', () => {
  it('is degraded when it stood a moment ago', async () => {
    const slow = await serviceThatSays(200, null);
    expect((await slow.standing()).status).toBe('ready');
    expect(await slow.standing()).toEqual({ status: 'degraded', why: ['is slow to say how it stands'] });
  });

  it('is away when it never stood, or said last that it does not', async () => {
    const slow = await serviceThatSays(null, 200, 503, null);
    expect((await slow.standing()).status).toBe('away');
    expect((await slow.standing()).status).toBe('ready');
    expect((await slow.standing()).status).toBe('away');
    expect((await slow.standing()).status).toBe('away');
  });

  it('is away at once when it takes no connection', async () => {
    const gone = await serviceThatSays(200);
    expect((await gone.standing()).status).toBe('ready');
    server?.closeAllConnections();
    server?.close();
    expect((await gone.standing()).status).toBe('away');
  });
});
