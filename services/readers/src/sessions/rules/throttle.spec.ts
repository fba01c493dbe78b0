import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ALL_PLACES, countsOf, networkOf, ONE_PLACE } from './throttle.js';

describe('what a try to sign in counts under', () => {
  it('from a known device it counts for that device alone', () => {
    expect(countsOf({ username: 'li', address: '10.0.0.1', device: 'd' })).toEqual([
      { under: 'device d', rule: ONE_PLACE },
    ]);
  });
  it('from elsewhere it counts for name and network, and for the name', () => {
    expect(countsOf({ username: 'li', address: '10.0.0.1', device: null })).toEqual([
      { under: 'li from 10.0.0.1', rule: ONE_PLACE },
      { under: 'li', rule: ALL_PLACES },
    ]);
  });
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::6', '2001:db8:1:2'],
    ['2001:DB8::6', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['::', '0:0:0:0'],
    ['', ''],
  ])('an address %s belongs to the network %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
  it('all addresses of a network of IPv6 are one, however they are written', () => {
    const group = fc.nat({ max: 0xffff });
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 8, maxLength: 8 }),
        fc.array(group, { minLength: 4, maxLength: 4 }),
        (address, rest) => {
          const written = (groups: readonly number[]): string =>
            groups.map((each) => each.toString(16)).join(':');
          const padded = address.map((each) => each.toString(16).toUpperCase().padStart(4, '0')).join(':');
          expect(networkOf(written([...address.slice(0, 4), ...rest]))).toBe(networkOf(padded));
        },
      ),
    );
  });
});
