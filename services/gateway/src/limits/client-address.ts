import type { IncomingMessage } from 'node:http';

/**
 * The address a request comes from. Each of our own proxies appends one entry to `X-Forwarded-For`; only that many,
 * counted from the right, can be believed. With fewer entries than proxies the leftmost one counts.
 */
export function clientAddress(
  {
    headers,
    socket,
  }: Pick<IncomingMessage, 'headers'> & { readonly socket: { readonly remoteAddress?: string | undefined } },
  trustedProxies: number,
): string {
  const direct = socket.remoteAddress ?? '';
  const said = headers['x-forwarded-for'];
  if (trustedProxies === 0 || said === undefined) return direct;
  const entries = String(said)
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
  return entries.at(-Math.min(trustedProxies, entries.length)) ?? direct;
}
