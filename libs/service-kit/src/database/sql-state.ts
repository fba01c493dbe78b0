/** The SQLSTATE or system code of an error, or '' when it has none. */
export function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}

/** Connection lost or refused, server starting, stopping or full: it comes back by itself. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    /^(08|53|57P0|57014|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)/.test(codeOf(error)) ||
    /Connection terminated|timeout exceeded when trying to connect|connection error|Query read timeout/i.test(
      error.message,
    )
  );
}

/** A lock that was not free in time (55P03). */
export const isLockTimeout = (error: unknown): boolean => codeOf(error) === '55P03';

/** Serialization failure or deadlock: the same work may succeed when it is done again. */
export const mayWorkAgain = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error));

/** Trouble that goes away by waiting. */
export const isTransient = (error: unknown): boolean =>
  isAway(error) || isLockTimeout(error) || mayWorkAgain(error);

/** The violated constraint of a unique violation (23505), or null when it is another error. */
export function violatedUnique(error: unknown): string | null {
  if (codeOf(error) !== '23505' || typeof error !== 'object' || error === null) return null;
  return 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : null;
}

/** Data and constraint errors (classes 22 and 23): PostgreSQL quotes the values in their messages. */
export const isAboutValues = (error: unknown): boolean => /^2[23]/.test(codeOf(error));
