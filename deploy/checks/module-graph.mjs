// Prints who imports whom, by folder, as Mermaid: `node deploy/checks/module-graph.mjs services/circulation` for the rooms of
// one service, without an argument for the projects; a commit as second argument (`. 41fe88d`) draws that one.
// The numbers on the arrows are imports, types included. Specs and builders are left out. Dotted arrows run back: the fewest
// imports that have to go, as near as a greedy order finds them, for the rest to have one direction. Their number comes last.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { filesBelow, root } from './source-files.mjs';

const folders = ['libs', 'services', 'deploy', 'bench', 'journeys'];
const isDrawn = (path) => /\.(ts|mjs)$/.test(path) && !/\.(spec|builder)\.ts$|\.d\.m?ts$/.test(path);

function git(args, input) {
  const { stdout, stderr, status } = spawnSync('git', args, {
    cwd: root,
    input,
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** Path → text of what people wrote, now or in a commit. */
function sources(commit) {
  const wanted = (path) => isDrawn(path) || /^[^/]+\/([^/]+\/)?package\.json$/.test(path);
  if (commit === undefined)
    return new Map(filesBelow(folders, wanted).map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  const listed = git(['ls-tree', '-r', '--name-only', commit, '--', ...folders])
    .toString('utf8')
    .split('\n');
  const paths = listed.filter(wanted);
  const batch = git(['cat-file', '--batch'], paths.map((path) => `${commit}:${path}\n`).join(''));
  const texts = new Map();
  let at = 0;
  for (const path of paths) {
    const head = batch.indexOf('\n', at);
    const size = Number(batch.toString('utf8', at, head).split(' ')[2]);
    texts.set(path, batch.toString('utf8', head + 1, head + 1 + size));
    at = head + 1 + size + 1;
  }
  return texts;
}

/** The folder a module counts for, or null: outside of what is drawn. */
function folderOf(path, below) {
  if (below === undefined)
    return /^((?:libs|services)\/[^/]+|deploy|bench|journeys)\//.exec(path)?.[1] ?? null;
  if (!path.startsWith(`${below}/src/`)) return null;
  const [room, file] = path.slice(below.length + '/src/'.length).split('/');
  return file === undefined ? null : room;
}

/** Where an import leads, as a path of ours, or null. */
function target(source, specifier, packages) {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(source), specifier);
  const [, name] = /^(@shulian\/[^/]+)/.exec(specifier) ?? [];
  const folder = packages.get(name);
  return folder === undefined ? null : `${folder}/package`;
}

/** Arrows between folders with the number of imports. @param texts path → text */
export function arrows(texts, below) {
  const packages = new Map();
  for (const [path, text] of texts)
    if (path.endsWith('package.json')) packages.set(JSON.parse(text).name, posix.dirname(path));
  const counts = new Map();
  for (const [path, text] of texts) {
    const from = isDrawn(path) ? folderOf(path, below) : null;
    if (from === null) continue;
    for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles) {
      const found = target(path, fileName, packages);
      const to = found === null ? null : folderOf(found, below);
      if (to === null || from === to) continue;
      const key = `${from} ${to}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([key, imports]) => {
      const [from, to] = key.split(' ');
      return { from, to, imports };
    })
    .sort((one, other) => (`${one.from} ${one.to}` < `${other.from} ${other.to}` ? -1 : 1));
}

/** The arrows against one order of the folders, found by taking away what is only imported or only imports (Eades, Lin, Smyth). */
export function runningBack(found) {
  let left = new Set(found.flatMap(({ from, to }) => [from, to]).sort());
  const first = [];
  const last = [];
  const weight = (node, end) =>
    found
      .filter((arrow) => arrow[end] === node && left.has(arrow.from) && left.has(arrow.to))
      .reduce((sum, { imports }) => sum + imports, 0);
  while (left.size > 0) {
    const leaf = [...left].find((node) => weight(node, 'from') === 0);
    const top = leaf ?? [...left].find((node) => weight(node, 'to') === 0);
    const lead = (node) => weight(node, 'from') - weight(node, 'to');
    const next = top ?? [...left].reduce((best, node) => (lead(node) > lead(best) ? node : best));
    if (next === leaf) last.unshift(next);
    else first.push(next);
    left = new Set([...left].filter((node) => node !== next));
  }
  const order = new Map([...first, ...last].map((node, place) => [node, place]));
  return found.filter(({ from, to }) => order.get(from) > order.get(to));
}

export function asMermaid(found) {
  const back = new Set(runningBack(found));
  const imports = [...back].reduce((sum, arrow) => sum + arrow.imports, 0);
  return [
    'flowchart LR',
    ...found.map(
      (arrow) => `  ${arrow.from} ${back.has(arrow) ? '-.->' : '-->'}|${arrow.imports}| ${arrow.to}`,
    ),
    `%% ${found.length} arrows, ${back.size} run back (${imports} imports)`,
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , below, commit] = process.argv;
  console.log(asMermaid(arrows(sources(commit), below === '.' ? undefined : below)));
}
