import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes, randomUUID } from 'node:crypto';

/** What ties log lines, events and answers of one cause together. */
export type Trace = {
  readonly requestId: string;
  /** W3C trace context, `00-<trace>-<span>-<flags>`. */
  readonly traceparent: string;
  /** The event that caused this work, where an event did. */
  readonly causationId?: string;
};

const current = new AsyncLocalStorage<Trace>();

export const currentTrace = (): Trace | undefined => current.getStore();
export const withTrace = <T>(trace: Trace, work: () => T): T => current.run(trace, work);
/** For hooks that cannot wrap what follows. */
export const enterTrace = (trace: Trace): void => current.enterWith(trace);

/** Ids of traces are no secrets: random bytes are fetched a page at a time, since fetching eight costs as much. */
const PAGE = 4_096;
let page = Buffer.alloc(0);
let used = 0;
function randomHex(bytes: number): string {
  if (used + bytes > page.length) {
    page = randomBytes(PAGE);
    used = 0;
  }
  used += bytes;
  return page.toString('hex', used - bytes, used);
}

const TRACEPARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})$/;
const REQUEST_ID = /^[A-Za-z0-9._:-]{8,128}$/;

/** The id a caller gave its request, or a new one when it gave none that we would log. */
export const requestIdFrom = (given: unknown): string =>
  typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();

/** The trace of an incoming request or event: the same trace, a span of our own; malformed headers are ignored. */
export function traceFrom(requestId: unknown, traceparent: unknown, causationId?: string): Trace {
  const parent = typeof traceparent === 'string' ? TRACEPARENT.exec(traceparent) : null;
  return {
    requestId: requestIdFrom(requestId),
    traceparent: `00-${parent?.[1] ?? randomHex(16)}-${randomHex(8)}-${parent?.[2] ?? '00'}`,
    ...(causationId === undefined ? {} : { causationId }),
  };
}
