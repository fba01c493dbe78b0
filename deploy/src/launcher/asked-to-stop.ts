/** Aborted when somebody wants us to stop: by a signal, or because the process that started us is gone. */
export const askedToStop = (): AbortSignal => {
  const stopping = new AbortController();
  const stop = (): void => stopping.abort(new Error('stopped'));
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 500).unref();
  return stopping.signal;
};

/** Resolves when the signal is aborted. */
export const once = (signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });

/** What the work comes to, or a rejection as soon as the signal is aborted. */
export const unlessStopped = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  Promise.race([
    work,
    once(signal).then((): never => {
      throw signal.reason;
    }),
  ]);
