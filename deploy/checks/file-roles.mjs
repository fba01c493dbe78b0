// The closed set of file roles (CONTRIBUTING.md, "What a file may be") and the words that hide what a thing is.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { filesBelow, root } from './source-files.mjs';

/** Every workspace has rules in .dependency-cruiser.cjs; one that is not listed here fails the check. */
const projects = {
  libs: ['contracts', 'documents', 'embedded-servers', 'lending-rules', 'service-kit', 'test-kit'],
  services: JSON.parse(readFileSync(join(root, 'services/services.json'), 'utf8')),
};
const domainServices = projects.services.filter((name) => name !== 'gateway');
const roles = [
  ...[
    'controller',
    'consumer',
    'schedule',
    'http',
    'use-case',
    'step',
    'events',
    'repository',
    'row',
    'query',
    'report',
    'projection',
  ],
  ...['facts', 'effects', 'format', 'adapter', 'guard', 'worker', 'client', 'module', 'config', 'builder'],
];
const withoutRole = ['main.ts', 'wiring.ts', 'emitted.ts'];
const hidingWords = 'utils util helpers common misc manager processor data info base'.split(' ');

/** Words of a standard that a reader of that standard looks for: ISO 2709 has data fields, the law has personal data. */
const wordsOfAStandard = /\bDataField\b|personal-data/g;

/** What is wrong with the name of a file of a domain service; `path` is relative to the repository. */
export function wrongRole(path) {
  const migration = /^services\/[^/]+\/migrations\/(.+)$/.exec(path);
  if (migration) {
    return /^\d{13}-[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(migration[1])
      ? null
      : 'a migration is a sentence: <13 digits>-<words>.ts';
  }
  const inside = /^services\/[^/]+\/src\/(.+)$/.exec(path)?.[1];
  if (!inside) return null;
  const [stem, ...suffixes] = basename(inside).slice(0, -'.ts'.length).split('.');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem)) return 'names are lower-case words joined by hyphens';
  if (suffixes.at(-1) === 'spec') {
    suffixes.pop();
    if (['int', 'e2e'].includes(suffixes.at(-1))) suffixes.pop();
    if (suffixes.length === 0) return null;
  }
  if (suffixes.some((suffix) => !roles.includes(suffix)))
    return `.${suffixes.join('.')} is no role of the closed set`;
  if (suffixes.length > 1) return 'a file has exactly one role';
  if (inside.includes('rules/')) {
    if (!/^[^/]+\/rules\/[^/]+$/.test(inside))
      return 'rules live in <feature>/rules/, where the boundaries look';
    return suffixes.length === 0 || suffixes[0] === 'builder' ? null : 'a rule carries no other role';
  }
  if (suffixes.length === 0 && !withoutRole.includes(inside)) return 'a file outside rules/ names its role';
  return null;
}

/** Words in a file or type name that say nothing about what it is. */
export const hidingWordsIn = (name) =>
  name
    .replace(wordsOfAStandard, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => hidingWords.includes(word));

/** Names of the types and classes a file declares. */
export function typesDeclaredIn(source, fileName) {
  const names = [];
  const tree = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, false);
  const visit = (node) => {
    if (ts.isInterfaceDeclaration(node)) names.push({ name: node.name.text, isInterface: true });
    else if (
      (ts.isClassDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isEnumDeclaration(node)) &&
      node.name
    )
      names.push({ name: node.name.text, isInterface: false });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return names;
}

/**
 * Bodies and answers of a service whose name another one of it has already: in the API document there is room for one of a
 * name, and whoever comes second would be described as the first.
 */
export const namedTwice = (declared) => {
  const first = new Map();
  return declared.flatMap(({ path, name }) => {
    const service = /^services\/([^/]+)\/src\/.+\.http\.ts$/.exec(path)?.[1];
    if (service === undefined) return [];
    const key = `${service} ${name}`;
    if (!first.has(key)) first.set(key, path);
    return first.get(key) === path ? [] : [`${path}: ${name} is in ${first.get(key)} already`];
  });
};

function main() {
  const complaints = [];
  const declared = [];
  for (const [folder, names] of Object.entries(projects)) {
    const present = new Set(
      filesBelow([folder], (path) => path.split('/').length > 2).map((path) => path.split('/')[1]),
    );
    for (const name of present)
      if (!names.includes(name)) complaints.push(`${folder}/${name}: a project without boundary rules`);
  }
  const written = filesBelow(['libs', 'services', 'deploy', 'bench', 'journeys'], (name) =>
    /\.(ts|mts|mjs|cjs)$/.test(name),
  );
  for (const path of written) {
    const name = basename(path);
    for (const word of hidingWordsIn(name.replace(/\.[a-z]+$/, '')))
      complaints.push(`${path}: "${word}" hides what is in the file`);
    if (!name.endsWith('.ts')) continue;
    const service = /^services\/([^/]+)\//.exec(path)?.[1];
    const wrong = domainServices.includes(service) ? wrongRole(path) : null;
    if (wrong) complaints.push(`${path}: ${wrong}`);
    for (const type of typesDeclaredIn(readFileSync(join(root, path), 'utf8'), path)) {
      declared.push({ path, name: type.name });
      for (const word of hidingWordsIn(type.name))
        complaints.push(`${path}: "${word}" in ${type.name} hides what it is`);
      if (type.isInterface && /^I[A-Z][a-z]/.test(type.name))
        complaints.push(`${path}: ${type.name}: no I before an interface`);
    }
  }
  complaints.push(...namedTwice(declared));
  if (complaints.length) {
    console.error(complaints.join('\n'));
    process.exitCode = 1;
  } else console.log(`${written.length} files, every role and name in order`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
