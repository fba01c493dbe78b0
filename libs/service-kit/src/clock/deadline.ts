/** A handler did not end in time. */
export class Overdue extends Error {
  override readonly name = 'Overdue';
}

/** The outcome of the work, if it comes within the time; the work itself cannot be stopped, only no longer waited for. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Overdue(`not done within ${ms} ms`)), ms);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
