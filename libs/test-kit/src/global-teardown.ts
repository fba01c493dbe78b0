import { once } from 'node:events';

/** Stops the servers of this run and waits until they are gone. */
async function tearDown(): Promise<void> {
  const host = globalThis.shulianServerHost;
  if (host === undefined || host.exitCode !== null) return;
  const gone = once(host, 'exit');
  host.stdin?.end();
  await gone;
}

// Jest calls the default export of this file; everything else in the house is exported by name.
export { tearDown as default };
