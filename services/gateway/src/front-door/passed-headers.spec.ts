import { describe, expect, it } from '@jest/globals';
import { passedBack, passedOn } from './passed-headers.js';

describe('headers on their way', () => {
  it('drops what belongs to one connection, and what the connection names', () => {
    const headers = {
      connection: 'keep-alive, X-Mine',
      'keep-alive': 'timeout=5',
      'x-mine': '1',
      te: 'trailers',
      'transfer-encoding': 'chunked',
      upgrade: 'h2c',
      accept: 'application/json',
      'idempotency-key': 'k',
    };
    expect(passedOn(headers, {})).toEqual({ accept: 'application/json', 'idempotency-key': 'k' });
  });

  it.each(['keep-alive', 'Keep-Alive', 'close', ''])(
    'passes all but itself when a connection says "%s"',
    (connection) => {
      expect(passedOn({ connection, 'keep-alive': 'timeout=5', 'x-mine': '1' }, {})).toEqual({
        'x-mine': '1',
      });
    },
  );

  it('does not believe what a client says about proxies, traces and lengths', () => {
    const headers = {
      host: 'evil',
      'x-forwarded-for': '1.2.3.4',
      'content-length': '7',
      'x-request-id': 'his',
    };
    expect(passedOn(headers, { 'x-request-id': 'ours' })).toEqual({ 'x-request-id': 'ours' });
  });

  it('gives back what the service said, lists included', () => {
    const headers = {
      connection: 'keep-alive',
      'keep-alive': 'timeout=72',
      'content-type': 'application/json',
      'set-cookie': ['a', 'b'],
      etag: '"v1"',
    };
    expect(passedBack(headers)).toEqual({
      'content-type': 'application/json',
      'set-cookie': ['a', 'b'],
      etag: '"v1"',
    });
  });
});
