// What every npm script of this workspace enters. Plain JavaScript without dependencies, in syntax that Node 20.19
// reads: it installs when needed, finds the pinned Node 24, builds when needed, and hands over.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from './build.mjs';
import { install } from './install.mjs';
import { nodeBinary } from './node-binary.mjs';

const root = resolve(fileURLToPath(import.meta.url), '..', '..', '..');
const [command, ...args] = process.argv.slice(2);

/** Everything it starts ends with it: how long a child may take for that before it is killed. */
const LAST_WORD_MS = 60_000;
let running;
let told = false;

const tell = (name) => {
  told = true;
  running?.kill(name);
  setTimeout(() => running?.kill('SIGKILL'), LAST_WORD_MS).unref();
};
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => tell(name));

// A killed npm passes nothing on: its child finds itself with another parent.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent && !told) tell('SIGTERM');
}, 500).unref();

/** Runs a program of the workspace under the pinned Node to its end, and answers its exit code. */
const run = (node, nodeArgs) =>
  new Promise((done, fail) => {
    if (told) return done(130);
    running = spawn(node, nodeArgs, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, SHULIAN_CALLED_IN: process.cwd() },
    });
    running.once('error', fail);
    running.once('exit', (code, name) => {
      running = undefined;
      done(code ?? (name === 'SIGINT' ? 130 : name === 'SIGTERM' ? 143 : 1));
    });
  });

const at = (...parts) => join(root, ...parts);
const jest = (node, ...jestArgs) =>
  run(node, [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    at('node_modules/jest/bin/jest.js'),
    ...jestArgs,
  ]);

/** Everything that `npm test` means; with arguments only the specs they name (and no checks). */
const test = async (node) => {
  if (args.length > 0) {
    build(root, node);
    return jest(node, ...args);
  }
  const checks = await run(node, [at('deploy/checks/run.mjs')]);
  if (told) return checks;
  build(root, node);
  // The closing line counts them, so that it never says "0 failed" of a tree whose checks fail.
  if (checks !== 0) process.env.SHULIAN_CHECKS_FAILED = 'true';
  return (await jest(node)) || checks;
};

const built = (program) => (node) => {
  build(root, node);
  return run(node, [at(program), command, ...args]);
};

const commands = {
  start: built('deploy/dist/main.js'),
  tour: built('deploy/dist/main.js'),
  services: built('deploy/dist/main.js'),
  replay: built('deploy/dist/main.js'),
  bench: built('bench/dist/main.js'),
  crash: built('bench/dist/main.js'),
  check: (node) => run(node, [at('deploy/checks/run.mjs'), ...args]),
  emit: (node) => run(node, [at('deploy/checks/emit.mjs'), ...args]),
  test,
};

const chosen = commands[command];
if (chosen === undefined) {
  console.error(`Unknown command ${command ?? ''}; there are: ${Object.keys(commands).join(', ')}`);
  process.exit(2);
}
install(root);
process.exitCode = await chosen(nodeBinary(root));
