const TRANSIENT_STATE = /^(08|40001|40P01|53|55P03|57P0|57014)/;
const TRANSIENT_CODE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);

/** Trouble that goes away by waiting: connections, locks, deadlocks, resources, a server that starts or stops. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = String((error as { code?: unknown }).code ?? '');
  return (
    TRANSIENT_STATE.test(code) ||
    TRANSIENT_CODE.has(code) ||
    /Connection terminated|timeout exceeded when trying to connect|connection error|Query read timeout/i.test(
      error.message,
    )
  );
}
