// What every npm script of this workspace enters. Plain JavaScript without dependencies, in syntax that Node 20.19
// reads: it installs when needed, finds the pinned Node 24, builds when needed, and hands over.
import { spawn } from 'node:child_process';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build, nx } from './build.mjs';
import { install } from './install.mjs';
import { nodeBinary } from './node-binary.mjs';
import { whyNotWritten } from './why-not-written.mjs';
import { words } from './words.mjs';

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

/** The tests of what changed since `main` and of what is built on it; what passed before is not asked again. */
const affected = (node) => {
  process.env.NX_DAEMON = 'false';
  // Nx starts the tests by name: under the pinned Node, too.
  process.env.PATH = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  const targets = ['-t', 'build', 'unit', 'int', 'journeys', '--outputStyle=stream'];
  return run(node, [nx(root), 'affected', ...(args.length === 0 ? targets : args)]);
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
  'audit-pack': built('deploy/dist/main.js'),
  bench: built('bench/dist/main.js'),
  crash: built('bench/dist/main.js'),
  check: (node) => run(node, [at('deploy/checks/run.mjs'), ...args]),
  'check:images': (node) => run(node, [at('deploy/checks/images.mjs'), ...args]),
  emit: (node) => run(node, [at('deploy/checks/emit.mjs'), ...args]),
  test,
  affected,
};

const chosen = commands[command];
if (chosen === undefined) {
  const known = Object.keys(commands).join(', ');
  console.error(
    words(
      `没有 ${command ?? ''} 这条命令；有：${known}`,
      `Unknown command ${command ?? ''}; there are: ${known}`,
    ),
  );
  process.exit(2);
}
try {
  install(root);
  process.exitCode = await chosen(nodeBinary(root));
} catch (error) {
  const why = whyNotWritten(error);
  if (why === undefined) throw error;
  console.error(why);
  process.exitCode = 1;
}
