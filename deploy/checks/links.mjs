// Every relative link and every code path named in a document exists, and every decision that text or code cites.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesBelow, root } from './source-files.mjs';

/** What a document points at, relative to the repository. */
export function pointedAt(markdown, path) {
  const text = markdown.replace(/^```[\s\S]*?^```/gm, '');
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target.replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .map((target) => normalize(join(dirname(path), decodeURI(target))));
  const paths = [...text.matchAll(/`((?:services|libs|deploy|docs|bench|journeys)\/[\w./-]+\.\w+)`/g)].map(
    ([, target]) => target,
  );
  return [...new Set([...links, ...paths])];
}

/** Numbers of what a text cites: `decision 12` or `decisions 12, 14 and 15` of the page, `ADR 0012` of the folder. */
export function citedBy(text) {
  const decisions = [...text.matchAll(/\bdecisions? (\d+(?:(?:, | and )\d+)*)/g)].flatMap(([, numbers]) =>
    numbers.match(/\d+/g),
  );
  const records = [...text.matchAll(/\bADR (\d{4})\b/g)].map(([, number]) => number);
  return { decisions, records };
}

/** What is cited and written nowhere. */
function unresolved() {
  const page = readFileSync(join(root, 'docs/decisions.md'), 'utf8');
  const decisions = new Set([...page.matchAll(/^(\d+)\. /gm)].map(([, number]) => number));
  const records = readdirSync(join(root, 'docs/adr')).map((name) => name.slice(0, 4));
  const twice = records.filter((number, at) => records.indexOf(number) < at);
  const sources = filesBelow(['.'], (name) => /\.(md|ts|mjs|cjs|ya?ml)$/.test(name));
  return [
    ...twice.map((number) => `docs/adr: two records have the number ${number}`),
    ...sources.flatMap((path) => {
      const cited = citedBy(readFileSync(join(root, path), 'utf8'));
      return [
        ...cited.decisions.filter((number) => !decisions.has(number)).map((number) => `decision ${number}`),
        ...cited.records.filter((number) => !records.includes(number)).map((number) => `ADR ${number}`),
      ].map((what) => `${path}: there is no ${what}`);
    }),
  ];
}

function main() {
  const documents = filesBelow(['.'], (name) => name.endsWith('.md'));
  const dead = documents.flatMap((path) =>
    pointedAt(readFileSync(join(root, path), 'utf8'), path)
      .filter((target) => !existsSync(join(root, target)))
      .map((target) => `${path}: there is no ${target}`),
  );
  dead.push(...unresolved());
  if (dead.length) {
    console.error(dead.join('\n'));
    process.exitCode = 1;
  } else console.log(`${documents.length} documents point at what exists`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
