// Compiles what changed. Nx knows what to build; asking it takes seconds, so when no source is newer than the last
// build it is not asked at all.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { alone } from './install.mjs';
import { words } from './words.mjs';

const GROUPS = ['libs', 'services'];
const SINGLE = ['deploy', 'bench', 'journeys'];
const SHARED = [
  '.swcrc',
  'tsconfig.base.json',
  'nx.json',
  'deploy/bootstrap/nx-projects.mjs',
  'package-lock.json',
];
const PARTS = ['src', 'migrations', 'package.json'];

const projects = (root) => [
  ...GROUPS.flatMap((group) =>
    readdirSync(join(root, group), { withFileTypes: true })
      .filter((each) => each.isDirectory())
      .map((each) => join(group, each.name)),
  ),
  ...SINGLE,
];

const builds = (root, project) => existsSync(join(root, project, 'src'));

/** Path, length and time of change of every source file: enough to notice an edit, and read in milliseconds. */
const look = (root, path, seen) => {
  const at = statSync(join(root, path), { throwIfNoEntry: false });
  if (at === undefined) return;
  if (!at.isDirectory()) seen.push(`${path} ${at.size} ${at.mtimeMs}`);
  else for (const each of readdirSync(join(root, path)).sort()) look(root, join(path, each), seen);
};

const state = (root) => {
  const seen = [];
  for (const file of SHARED) look(root, file, seen);
  for (const project of projects(root)) for (const part of PARTS) look(root, join(project, part), seen);
  return createHash('sha256').update(seen.join('\n')).digest('hex');
};

export const nx = (root) => join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');

/** After this every project's `dist` is what its sources say. */
export const build = (root, node) => {
  const stamp = join(root, '.cache', 'built');
  const isBuilt = (wanted) =>
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === wanted &&
    projects(root).every((project) => !builds(root, project) || existsSync(join(root, project, 'dist')));
  if (isBuilt(state(root))) return;
  alone(root, 'build', () => {
    const wanted = state(root);
    if (isBuilt(wanted)) return;
    console.error(words('正在编译……', 'Building …'));
    const done = spawnSync(node, [nx(root), 'run-many', '-t', 'build', '--outputStyle=static'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' },
    });
    if (done.status !== 0) {
      console.error(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}`);
      console.error(words('编译失败，原因见上', 'The build failed; see above'));
      process.exit(1);
    }
    writeFileSync(stamp, wanted);
  });
};
