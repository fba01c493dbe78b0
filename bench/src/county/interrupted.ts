/**
 * The work, or a rejection as soon as somebody wants us to stop: what was started is then stopped by the `finally` of
 * the caller instead of being left behind.
 */
export const unlessInterrupted = async <T>(work: () => Promise<T>): Promise<T> => {
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  return Promise.race([
    work(),
    new Promise<never>((_, fail) =>
      stop.signal.addEventListener('abort', () => fail(new Error('stopped before the end'))),
    ),
  ]);
};
