import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

const SIGNS_OF_A_PROXY = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'];

/**
 * Whether a request was made on this machine itself. One that a proxy of this machine handed on was not, whatever it says
 * of where it comes from: the connection is local, its sender is not.
 */
export function isOfOwnMachine({
  headers,
  socket,
}: Pick<IncomingMessage, 'headers'> & {
  readonly socket: { readonly remoteAddress?: string | undefined };
}): boolean {
  const address = socket.remoteAddress ?? '';
  if (SIGNS_OF_A_PROXY.some((name) => headers[name] !== undefined)) return false;
  return loopback.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
