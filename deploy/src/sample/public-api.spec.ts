import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { forEachAtOnce, PublicApi, until, UnexpectedAnswer } from './public-api.js';

const open: (() => void)[] = [];
afterEach(() => open.splice(0).forEach((close) => close()));

/** A server on a free port that answers with the given answers, one after the other. */
const serverThatSays = async (
  ...answers: [status: number, body: unknown, headers?: Record<string, string>][]
) => {
  const requests: IncomingMessage[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    requests.push(request);
    const [status, body, headers = {}] = answers.shift() ?? [500, {}];
    request.resume().on('end', () => response.writeHead(status, headers).end(JSON.stringify(body)));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  open.push(() => void server.close());
  server.unref();
  return { requests, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

describe('the public API seen from outside', () => {
  it('signs in once and again when the token is not taken any more', async () => {
    const { requests, url } = await serverThatSays(
      [201, { accessToken: 'one' }],
      [401, {}],
      [201, { accessToken: 'two' }],
      [200, { titles: 1 }],
    );
    const api = new PublicApi(url, { username: 'a', password: 'b' });
    expect(await api.get('/api/v1/figures')).toEqual({ titles: 1 });
    expect(requests.map(({ url: path, headers }) => [path, headers.authorization])).toEqual([
      ['/api/v1/sessions', undefined],
      ['/api/v1/figures', 'Bearer one'],
      ['/api/v1/sessions', undefined],
      ['/api/v1/figures', 'Bearer two'],
    ]);
  });

  it('comes again with the same key when it is told to wait', async () => {
    const { requests, url } = await serverThatSays(
      [503, {}, { 'retry-after': '0' }],
      [429, {}, { 'retry-after': '0' }],
      [201, {}],
    );
    await new PublicApi(url).post('/api/v1/returns', {});
    expect(new Set(requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(requests).toHaveLength(3);
  });

  it('throws what it got when that was not asked for', async () => {
    const { url } = await serverThatSays([409, { code: 'checkout.refused' }]);
    const refused = await new PublicApi(url).post('/api/v1/checkouts', {}).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UnexpectedAnswer);
    expect(refused).toMatchObject({ status: 409, problem: { code: 'checkout.refused' } });
  });
});

describe('working at several things at once', () => {
  it('does each once and never more than so many at a time', async () => {
    const done: number[] = [];
    let now = 0;
    let most = 0;
    await forEachAtOnce([1, 2, 3, 4, 5], 2, async (item) => {
      most = Math.max(most, (now += 1));
      await new Promise((later) => setTimeout(later, 2));
      done.push(item);
      now -= 1;
    });
    expect(done.sort()).toEqual([1, 2, 3, 4, 5]);
    expect(most).toBe(2);
  });

  it('ends with the first failure', async () => {
    await expect(forEachAtOnce([1], 2, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('waits until something is so, or says what it was instead', async () => {
    let calls = 0;
    expect(
      await until(
        () => Promise.resolve((calls += 1)),
        (answer) => answer === 2,
        5_000,
      ),
    ).toBe(2);
    await expect(
      until(
        () => Promise.resolve('not yet'),
        () => false,
        1,
      ),
    ).rejects.toThrow('not yet');
  });
});
