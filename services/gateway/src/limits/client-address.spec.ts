import { describe, expect, it } from '@jest/globals';
import { clientAddress } from './client-address.js';

const from = (forwarded: string | undefined) => ({
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  socket: { remoteAddress: '10.0.0.9' },
});

describe('where a request comes from', () => {
  it.each([
    ['1.1.1.1', 0, '10.0.0.9'],
    [undefined, 1, '10.0.0.9'],
    ['', 1, '10.0.0.9'],
    ['9.9.9.9, 1.1.1.1', 1, '1.1.1.1'],
    ['9.9.9.9, 1.1.1.1', 2, '9.9.9.9'],
    ['1.1.1.1', 2, '1.1.1.1'],
  ])('said %s behind %i proxies: %s', (said, proxies, address) =>
    expect(clientAddress(from(said), proxies)).toBe(address),
  );
});
