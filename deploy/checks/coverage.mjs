// Which requirement rows work: claimed in docs/requirements/acceptance/, with [XXX-000] in the title of a journey or of a
// test over HTTP. `node deploy/checks/coverage.mjs` writes docs/coverage.md; with `--check` it fails when that page is stale.
// Both fail when a title carries an id that no requirement has, or that nobody claimed; when a claim has no such test; and when
// it names an operation or a report that does not exist.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { ACCEPTANCE, readClaims } from './acceptance.mjs';
import { EVERY_OPERATION } from './claimed-tests.mjs';
import { filesBelow, root } from './source-files.mjs';

const page = 'docs/coverage.md';
const services = JSON.parse(readFileSync(join(root, 'services/services.json'), 'utf8'));

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

/** Whether a spec asks as somebody would: over HTTP. What rests on units alone does not count. */
export const asksOverHttp = (path) =>
  path.startsWith('journeys/') || path.endsWith('.int.spec.ts') || path.endsWith('.e2e.spec.ts');

const FIELDS = ['who', 'through', 'accept', 'missing'];

/**
 * What is wrong with the claims, one line each.
 * @param claims id → claim, as the page has them
 * @param specsById id → specs over HTTP with the id in a title
 * @param exists whether an operation, or `reports.read NAME`, exists
 */
export function faultsOfClaims(claims, specsById, known, exists) {
  const faults = [];
  for (const [id, claim] of Object.entries(claims)) {
    const names = Object.keys(claim ?? {});
    if (!known.has(id)) faults.push(`${id}: no requirement has this id`);
    if (FIELDS.some((field) => !names.includes(field)) || names.length !== FIELDS.length)
      faults.push(`${id}: has to have ${FIELDS.join(', ')} and nothing else`);
    else {
      if (claim.accept === '') faults.push(`${id}: says nothing of what has to be seen`);
      for (const name of claim.through) if (!exists(name)) faults.push(`${id}: there is no ${name}`);
      if (claim.through.length === 0) faults.push(`${id}: goes through no operation`);
    }
    if (!specsById.has(id)) faults.push(`${id}: claimed, and no test over HTTP has it in its title`);
  }
  for (const [id, specs] of specsById)
    if (claims[id] === undefined && known.has(id))
      faults.push(
        `${id}: in a title of ${[...specs].join(', ')}, and not claimed in ${ACCEPTANCE}/${id}.yaml`,
      );
  return faults;
}

export function coveragePage(rowsByService, claims, specsById) {
  const standing = ({ id }) =>
    claims[id] === undefined ? 'none' : claims[id].missing === '' ? 'whole' : 'part';
  const count = (rows, wanted) => rows.filter((row) => standing(row) === wanted).length;
  const all = Object.values(rowsByService).flat();
  const lines = [
    '# Coverage of the requirements',
    '',
    'Written by `npm run emit` from the claims in [acceptance](requirements/acceptance); do not edit. **Whole**: somebody can do all of the row through',
    'the API, and a test asks over HTTP. **Part**: the same, but for what is said to be missing.',
    '',
    '| service | rows | whole | part | none |',
    '| --- | --: | --: | --: | --: |',
  ];
  for (const [service, rows] of [...Object.entries(rowsByService), ['**all**', all]]) {
    const name = service.startsWith('**') ? service : `[${service}](requirements/${service}.md)`;
    const counts = ['whole', 'part', 'none'].map((wanted) => count(rows, wanted));
    lines.push(`| ${name} | ${rows.length} | ${counts.join(' | ')} |`);
  }
  for (const [service, rows] of Object.entries(rowsByService)) {
    lines.push('', `## ${service}`, '');
    const claimed = rows.filter((row) => standing(row) !== 'none');
    if (claimed.length)
      lines.push(
        '| row | capability | who, through | missing | shown by |',
        '| --- | --- | --- | --- | --- |',
      );
    for (const { id, capability } of claimed) {
      const { who, through, missing } = claims[id];
      const specs = [...(specsById.get(id) ?? [])]
        .sort()
        .map((path) => `[${path.split('/').at(-1)}](../${path})`);
      lines.push(
        `| ${id} | ${capability} | ${[who].flat().join(', ')}: ${through.map((name) => `\`${name}\``).join(', ')} | ${missing === '' ? '**whole**' : missing} | ${specs.join(', ')} |`,
      );
    }
    const none = rows.filter((row) => standing(row) === 'none').map(({ id }) => id);
    if (claimed.length && none.length) lines.push('');
    if (none.length) lines.push(`None: ${none.join(', ')}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Operations that the services emit, and reports as the list of them names them. */
function existing() {
  const operations = new Set();
  const reports = new Set();
  for (const service of services) {
    const { paths } = JSON.parse(readFileSync(join(root, `services/${service}/openapi.json`), 'utf8'));
    for (const methods of Object.values(paths))
      for (const { operationId } of Object.values(methods)) if (operationId) operations.add(operationId);
  }
  for (const path of filesBelow(['services/reporting/src/reports'], (name) => name.endsWith('.report.ts')))
    for (const [, name] of readFileSync(join(root, path), 'utf8').matchAll(/^ {2}name: '([a-z-]+)',$/gm))
      reports.add(name);
  return (name) => {
    if (name === EVERY_OPERATION) return true;
    const [operation, report, ...more] = name.split(' ');
    return operations.has(operation) && (report === undefined || reports.has(report)) && more.length === 0;
  };
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
  const claims = readClaims();
  const specsById = new Map();
  const unknown = [];
  const isTest = (name) => name.endsWith('.spec.ts') || name.endsWith('.journey.ts');
  for (const path of filesBelow(['libs', 'services', 'journeys', 'deploy'], isTest)) {
    for (const id of idsInTitles(readFileSync(join(root, path), 'utf8'), path)) {
      if (!known.has(id)) unknown.push(`${path}: no requirement has the id ${id}`);
      else if (asksOverHttp(path)) specsById.set(id, (specsById.get(id) ?? new Set()).add(path));
    }
  }
  unknown.push(...faultsOfClaims(claims, specsById, known, existing()));
  const written = coveragePage(rowsByService, claims, specsById);
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
  const whole = Object.values(claims).filter(({ missing }) => missing === '').length;
  console.log(
    `${whole} of ${known.size} requirement rows whole, ${Object.keys(claims).length - whole} in part`,
  );
  if (unknown.length || stale) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
