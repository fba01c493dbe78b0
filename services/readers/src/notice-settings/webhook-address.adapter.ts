import { BlockList, isIP, isIPv4 } from 'node:net';
import { ownConfig } from '../readers.config.js';

/** Networks that are no public ones (RFC 6890 and what carries IPv4 inside IPv6). */
const inside = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(network, bits, 'ipv4');
/** Of IPv6 only 2000::/3 is public, and of that not what stands for an IPv4 address. */
const publicSix = new BlockList();
publicSix.addSubnet('2000::', 3, 'ipv6');
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  inside.addSubnet(network, bits, 'ipv6');

/** Whether an IP address lies in the public network. */
export const isPublicAddress = (address: string): boolean => {
  if (isIPv4(address)) return !inside.check(address, 'ipv4');
  return isIP(address) === 6 && publicSix.check(address, 'ipv6') && !inside.check(address, 'ipv6');
};

/** Whether the county lets webhooks go to this host of its own network. */
export const isHostOfCounty = (host: string): boolean =>
  ownConfig()
    .SHULIAN_WEBHOOK_PRIVATE_HOSTS.split(',')
    .map((one) => one.trim().toLowerCase())
    .includes(host.toLowerCase());

/** The host of an address without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1');

/**
 * An address that a webhook may have: https, without a name and a password in it, not plainly in a private network. What a name
 * stands for is looked at when it is asked, each time.
 */
export function webhookAddress(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const host = hostOf(url);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '' || host === '') return null;
  if (isHostOfCounty(host)) return url;
  if (isIP(host) !== 0) return isPublicAddress(host) ? url : null;
  return host.includes('.') && !/(^|\.)(localhost|local|internal|home\.arpa)\.?$/i.test(host) ? url : null;
}
