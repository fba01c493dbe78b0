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

const TRACEPARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})$/;
const REQUEST_ID = /^[A-Za-z0-9._:-]{8,128}$/;

/** The trace of an incoming request or event: the same trace, a span of our own; malformed headers are ignored. */
export function traceFrom(requestId: unknown, traceparent: unknown, causationId?: string): Trace {
  const parent = typeof traceparent === 'string' ? TRACEPARENT.exec(traceparent) : null;
  const traceId = parent?.[1] ?? randomBytes(16).toString('hex');
  return {
    requestId: typeof requestId === 'string' && REQUEST_ID.test(requestId) ? requestId : randomUUID(),
    traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-${parent?.[2] ?? '00'}`,
    ...(causationId === undefined ? {} : { causationId }),
  };
}
