import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

declare global {
  var shulianServerHost: ChildProcess | undefined;
}

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Starts the process that holds the servers of this run. It starts each of them when a suite first asks, and stops
 * them all when its standard input closes: also when Jest is killed.
 */
async function setUp(): Promise<void> {
  const host = spawn(
    process.execPath,
    ['--import', beside('../run-source.mjs'), beside('./server-host.ts')],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      // Ctrl-C reaches Jest, whose end closes the pipe; the host must live on to clean up.
      detached: true,
    },
  );
  globalThis.shulianServerHost = host;
  for await (const line of createInterface({ input: host.stdout })) {
    process.env['SHULIAN_TEST_SERVERS'] = line;
    return;
  }
  throw new Error('the host of the test servers ended before it was ready');
}

// Jest calls the default export of this file; everything else in the house is exported by name.
export { setUp as default };
