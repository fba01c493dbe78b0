import { describe, expect, it } from '@jest/globals';
import { isOfOwnMachine } from './own-machine.js';

const from = (remoteAddress: string | undefined, headers: Record<string, string> = {}): boolean =>
  isOfOwnMachine({ headers, socket: { remoteAddress } });

describe('a request of this machine itself', () => {
  it.each([
    ['126.255.255.255', false],
    ['127.0.0.0', true],
    ['127.0.0.1', true],
    ['127.255.255.255', true],
    ['128.0.0.0', false],
    ['10.0.0.9', false],
    ['::', false],
    ['::1', true],
    ['::2', false],
    ['::ffff:127.0.0.1', true],
    ['::ffff:10.0.0.9', false],
    ['fe80::1', false],
    ['', false],
    ['localhost', false],
    [undefined, false],
  ])('from %s: %s', (address, own) => expect(from(address)).toBe(own));

  it.each(['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])(
    'is none when a proxy handed it on and said so with %s',
    (name) => expect(from('127.0.0.1', { [name]: '127.0.0.1' })).toBe(false),
  );
});
