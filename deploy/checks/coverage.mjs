// Which requirement rows a test shows: [XXX-000] in the title of a test that runs, against docs/requirements/*.md.
// `node deploy/checks/coverage.mjs` writes docs/coverage.md; with `--check` it fails when that page is stale.
// Both fail when a title carries an id that no requirement has.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { filesBelow, root } from './source-files.mjs';

const page = 'docs/coverage.md';
const services = ['catalog', 'circulation', 'readers', 'activities', 'reporting', 'gateway'];

/** The rows of one requirement page: `| ID | Capability | …`. */
export function requirementsIn(markdown) {
  return [...markdown.matchAll(/^\| ([A-Z]{3}-\d{3}) \| (.*?) \|/gm)].map(([, id, capability]) => ({
    id,
    capability,
  }));
}

/** Ids named in square brackets in the titles of the tests of one spec; tests that are always skipped show nothing. */
export function idsInTitles(source, fileName = 'a.spec.ts') {
  const ids = new Set();
  const tree = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, false);
  const isAlwaysSkipped = (called) =>
    /(^x(it|test|describe)\b)|\.(skip|todo)\b/.test(called) && !called.includes('?');
  const visit = (node) => {
    if (ts.isCallExpression(node)) {
      const called = node.expression.getText(tree);
      const [title] = node.arguments;
      if (title && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))) {
        if (isAlwaysSkipped(called)) return;
        for (const [, list] of title
          .getText(tree)
          .matchAll(/\[([A-Z]{3}-\d{3}(?:[\s,]+[A-Z]{3}-\d{3})*)\]/g)) {
          for (const id of list.split(/[\s,]+/)) ids.add(id);
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return ids;
}

export function coveragePage(rowsByService, specsById) {
  const shown = (rows) => rows.filter(({ id }) => specsById.has(id));
  const all = Object.values(rowsByService).flat();
  const lines = [
    '# Coverage of the requirements',
    '',
    'Written by `npm run emit`; do not edit. A row counts as covered when the title of a test that runs carries its id.',
    '',
    '| service | rows | covered | missing |',
    '| --- | --: | --: | --: |',
  ];
  for (const [service, rows] of [...Object.entries(rowsByService), ['**all**', all]]) {
    const name = service.startsWith('**') ? service : `[${service}](requirements/${service}.md)`;
    lines.push(`| ${name} | ${rows.length} | ${shown(rows).length} | ${rows.length - shown(rows).length} |`);
  }
  for (const [service, rows] of Object.entries(rowsByService)) {
    lines.push('', `## ${service}`, '');
    const covered = shown(rows);
    if (covered.length) lines.push('| covered | capability | shown by |', '| --- | --- | --- |');
    for (const { id, capability } of covered) {
      const specs = [...specsById.get(id)].sort().map((path) => `[${path.split('/').at(-1)}](../${path})`);
      lines.push(`| ${id} | ${capability} | ${specs.join(', ')} |`);
    }
    const missing = rows.filter(({ id }) => !specsById.has(id)).map(({ id }) => id);
    if (covered.length && missing.length) lines.push('');
    if (missing.length) lines.push(`Missing: ${missing.join(', ')}`);
  }
  return `${lines.join('\n')}\n`;
}

function main() {
  const rowsByService = Object.fromEntries(
    services.map((service) => [
      service,
      requirementsIn(readFileSync(join(root, `docs/requirements/${service}.md`), 'utf8')),
    ]),
  );
  const known = new Set(
    Object.values(rowsByService)
      .flat()
      .map(({ id }) => id),
  );
  const specsById = new Map();
  const unknown = [];
  for (const path of filesBelow(['libs', 'services', 'journeys', 'deploy'], (name) =>
    name.endsWith('.spec.ts'),
  )) {
    for (const id of idsInTitles(readFileSync(join(root, path), 'utf8'), path)) {
      if (!known.has(id)) unknown.push(`${path}: no requirement has the id ${id}`);
      else specsById.set(id, (specsById.get(id) ?? new Set()).add(path));
    }
  }
  const written = coveragePage(rowsByService, specsById);
  if (unknown.length) console.error(unknown.join('\n'));
  let stale = false;
  if (process.argv.includes('--check')) {
    let present = '';
    try {
      present = readFileSync(join(root, page), 'utf8');
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
    stale = present !== written;
    if (stale) console.error(`${page} is stale; write it again with: npm run emit`);
  } else {
    writeFileSync(join(root, page), written);
  }
  console.log(`${specsById.size} of ${known.size} requirement rows shown by a test`);
  if (unknown.length || stale) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
