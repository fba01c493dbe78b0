import { KNOWS_UP_TO } from '@shulian/service-kit';

type Headers = Readonly<Record<string, string | string[] | undefined>>;
type Passed = Record<string, string | string[]>;

/** Of one connection only (RFC 9110 §7.6.1); never passed on, in neither direction. */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];
/** Said anew by us, or none of a service's business: what a client claims about proxies is not to be believed. */
const notPassedOn: ReadonlySet<string> = new Set([
  ...hopByHop,
  'host',
  'content-length',
  'expect',
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-request-id',
  'traceparent',
]);
const notPassedBack: ReadonlySet<string> = new Set([...hopByHop, 'x-request-id', 'date', KNOWS_UP_TO]);

/** What of a request's headers goes on to the service. */
export const passedOn = (headers: Headers, added: Readonly<Record<string, string>>): Passed =>
  Object.assign(without(notPassedOn, headers), added);

/** What of an answer's headers goes back to the client. */
export const passedBack = (headers: Headers): Passed => without(notPassedBack, headers);

function without(dropped: ReadonlySet<string>, headers: Headers): Passed {
  const passed: Passed = {};
  const named = namedIn(headers['connection']);
  for (const name in headers) {
    const value = headers[name];
    if (value === undefined || dropped.has(name) || named?.has(name) === true) continue;
    passed[name] = value;
  }
  return passed;
}

/** Headers a client itself named as of this connection; null for none but those that never pass. */
function namedIn(connection: Headers[string]): ReadonlySet<string> | null {
  // What every Node server says of itself.
  if (connection === undefined || connection === 'keep-alive') return null;
  return new Set(
    String(connection)
      .toLowerCase()
      .split(',')
      .map((name) => name.trim()),
  );
}
