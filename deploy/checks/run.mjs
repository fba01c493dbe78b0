// `npm run check`: every step that needs neither a database nor a broker, two at a time, the longest first.
// One line a step with its seconds; the output of a step is shown when it fails. Exit code 1 when any step failed.
// `--only lint,types` runs some of them.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { root } from './source-files.mjs';

const atOnce = 2;
const tool = (path) => join(root, 'node_modules', path);
const ours = ['libs', 'services', 'deploy', 'bench', 'journeys'];

const steps = [
  // Typed rules depend on other files than the one looked at, so a cache of results by file would lie.
  ['lint', [tool('eslint/bin/eslint.js'), '.', '--no-color']],
  ['types', [tool('typescript/bin/tsc'), '-p', 'tsconfig.json', '--pretty', 'false']],
  // What a browser will run compiles without the types of Node.
  ['rules anywhere', [tool('typescript/bin/tsc'), '-p', 'libs/lending-rules', '--pretty', 'false']],
  ['contracts', ['deploy/checks/contracts.mjs', '--check']],
  ['api document', ['deploy/checks/api-document.mjs']],
  ['releases', ['deploy/checks/released-contracts.mjs']],
  [
    'boundaries',
    [
      tool('dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      '--no-progress',
      ...ours,
    ],
  ],
  ['knip', [tool('knip/bin/knip.js'), '--no-progress', '--no-config-hints']],
  [
    'format',
    [
      tool('prettier/bin/prettier.cjs'),
      '--check',
      '.',
      '--log-level',
      'warn',
      '--cache',
      '--cache-location',
      '.cache/prettier',
    ],
  ],
  ['personal data', ['deploy/checks/personal-fields.mjs']],
  ['file roles', ['deploy/checks/file-roles.mjs']],
  ['links', ['deploy/checks/links.mjs']],
  ['copy states', ['deploy/checks/copy-states.mjs', '--check']],
  ['coverage', ['deploy/checks/coverage.mjs', '--check']],
];

/** Steps that run, to be ended with this process. */
const children = new Set();

/** Runs one step to its end; never rejects. */
function run([name, args]) {
  const began = performance.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' },
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    const end = (passed) =>
      done({ name, passed, output: output.trim(), seconds: (performance.now() - began) / 1000 });
    child.on('error', (error) => {
      output += String(error);
      end(false);
    });
    child.on('close', (code) => end(code === 0));
    children.add(child);
    child.on('close', () => children.delete(child));
  });
}

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const wanted = values.only?.split(',');
const chosen = steps.filter(([name]) => !wanted || wanted.includes(name));
if (wanted && chosen.length !== wanted.length) {
  console.error(`Unknown step in ${values.only}; there are: ${steps.map(([name]) => name).join(', ')}`);
  process.exit(2);
}

process.once('exit', () => children.forEach((child) => child.kill()));
mkdirSync(join(root, '.cache'), { recursive: true });
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
const waiting = [...chosen];
const failed = [];
const began = performance.now();
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const { name, passed, output, seconds } = await run(step);
      const lastWord = passed ? (output.split('\n').at(-1) ?? '') : '';
      console.log(
        `${passed ? 'ok    ' : 'FAILED'} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s  ${lastWord}`,
      );
      if (!passed) failed.push(name) && console.log(`${output}\n`);
    }
  }),
);
console.log(
  `check: ${chosen.length - failed.length} passed, ${failed.length} failed` +
    `${failed.length ? ` (${failed.join(', ')})` : ''} in ${((performance.now() - began) / 1000).toFixed(1)} s`,
);
process.exitCode = failed.length ? 1 : 0;
