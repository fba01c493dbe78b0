import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const hooks = fileURLToPath(new URL('../run-source.mjs', import.meta.url));

/**
 * Runs a TypeScript file of this workspace as a child process, straight from source: for tests that kill -9 a
 * process at a chosen point. The caller ends it.
 * @param file absolute path or file URL
 */
export const spawnFromSource = (
  file: string | URL,
  args: string[] = [],
  options: SpawnOptions = {},
): ChildProcess =>
  spawn(
    process.execPath,
    ['--import', hooks, file instanceof URL ? fileURLToPath(file) : file, ...args],
    options,
  );
