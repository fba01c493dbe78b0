// Prints who imports whom, by folder, as Mermaid: `node deploy/checks/module-graph.mjs services/circulation` for the rooms of
// one service, without an argument for the projects. A pair of folders that import each other is drawn thick.
// The numbers on the arrows are imports. Specs and builders are left out.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './source-files.mjs';

const isTest = (path) => /\.(spec|builder)\.ts$/.test(path);

/** The folder a module counts for, or null: outside of what is drawn. */
const folderOf = (path, below) => {
  if (isTest(path)) return null;
  if (below === undefined)
    return /^((?:libs|services)\/[^/]+|deploy|bench|journeys)\//.exec(path)?.[1] ?? null;
  if (!path.startsWith(`${below}/src/`)) return null;
  const [room, file] = path.slice(below.length + '/src/'.length).split('/');
  return file === undefined ? null : room;
};

/** Arrows between folders with the number of imports. @param modules as dependency-cruiser tells them */
export function arrows(modules, below) {
  const counts = new Map();
  for (const { source, dependencies } of modules) {
    const from = folderOf(source, below);
    for (const { resolved } of dependencies) {
      const to = folderOf(resolved, below);
      if (from === null || to === null || from === to) continue;
      const key = `${from} ${to}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts].map(([key, imports]) => {
    const [from, to] = key.split(' ');
    return { from, to, imports, mutual: counts.has(`${to} ${from}`) };
  });
}

export const asMermaid = (found) =>
  [
    'flowchart LR',
    ...found
      .sort((one, other) => (`${one.from} ${one.to}` < `${other.from} ${other.to}` ? -1 : 1))
      .map(({ from, to, imports, mutual }) => `  ${from} ${mutual ? '==>' : '-->'}|${imports}| ${to}`),
  ].join('\n');

function main() {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config=.dependency-cruiser.cjs',
      '--no-progress',
      '--output-type=json',
      ...['libs', 'services', 'deploy', 'bench', 'journeys'],
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (stdout === '') throw new Error(stderr || `dependency-cruiser ended with ${status}`);
  console.log(asMermaid(arrows(JSON.parse(stdout).modules, process.argv[2])));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
