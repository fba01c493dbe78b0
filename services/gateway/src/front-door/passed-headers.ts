type Headers = Readonly<Record<string, string | string[] | undefined>>;
type Passed = Record<string, string | string[]>;

/** Of one connection only (RFC 9110 §7.6.1); never passed on, in neither direction. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
/** Said anew by us, or none of a service's business: what a client claims about proxies is not to be believed. */
const ours = new Set([
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
const oursInAnswers = new Set(['x-request-id', 'date']);

/** Headers a client itself named as of this connection. */
const namedIn = (connection: Headers[string]): ReadonlySet<string> =>
  new Set(
    String(connection ?? '')
      .toLowerCase()
      .split(',')
      .map((name) => name.trim()),
  );

/** What of a request's headers goes on to the service. */
export function passedOn(headers: Headers, added: Readonly<Record<string, string>>): Passed {
  const passed: Passed = {};
  const named = headers['connection'] === undefined ? null : namedIn(headers['connection']);
  for (const name in headers) {
    const value = headers[name];
    if (value === undefined || hopByHop.has(name) || ours.has(name) || named?.has(name) === true) continue;
    passed[name] = value;
  }
  return Object.assign(passed, added);
}

/** What of an answer's headers goes back to the client. */
export function passedBack(headers: Headers): Passed {
  const passed: Passed = {};
  const named = headers['connection'] === undefined ? null : namedIn(headers['connection']);
  for (const name in headers) {
    const value = headers[name];
    if (value === undefined || hopByHop.has(name) || oursInAnswers.has(name) || named?.has(name) === true)
      continue;
    passed[name] = value;
  }
  return passed;
}
