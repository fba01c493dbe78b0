import type { LoggerService } from '@nestjs/common';
import { isAboutValues } from '../database/sql-state.js';
import pino, { type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/** Keys that must never reach a log line, at any depth we log (children's data and secrets). */
const redacted = [
  'name',
  'title',
  'cardNumber',
  'password',
  'accessToken',
  'refreshToken',
  'clientSecret',
  'q',
  'text',
  'authorization',
];

/**
 * One JSON line an entry, to standard output, buffered: a desk must not wait for a disk.
 * Ids, codes and milliseconds only; the redaction is a second net.
 */
export function openLog(
  service: string,
  level: string,
  to: DestinationStream = pino.destination({ fd: 1, minLength: 8192, sync: false, periodicFlush: 250 }),
): Log {
  return pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: redacted.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' },
      serializers: { err: withoutValues },
    },
    to,
  );
}

/**
 * The log for lines whose keys are written in the code, all of them, and none of them redacted: there is one such line a
 * request, and looking for thirty paths in each cost more than writing it. Never hand it an object from elsewhere.
 */
export const withoutRedaction = (log: Log): Log => log.child({}, { redact: { paths: [] } });

/** An error without the row that caused it: PostgreSQL puts values into `detail`. */
function withoutValues(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  if (isAboutValues(error)) return { type: error.name, code, constraint };
  return { type: error.name, message: error.message, code, constraint, stack: error.stack };
}

/** Nest's own words in our log: only warnings and errors. */
export const nestLogger = (log: Log): LoggerService => ({
  log: () => undefined,
  error: (message: unknown, ...rest: unknown[]) =>
    log.error({ from: 'nest', rest: rest.map(String) }, String(message)),
  warn: (message: unknown) => log.warn({ from: 'nest' }, String(message)),
});
