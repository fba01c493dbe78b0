// Everything that is generated from code and checked in: what puts features together (wiring.mjs), event schemas, asyncapi.yaml, docs/access.md, topics, openapi.json,
// named statements (statements.mjs).
// Without arguments writes the files; with `--check` fails when one of them differs or should not be there.
// An emitter is a module with `emitted(): Record<path, text>` (or a promise of it); paths are relative to the repository.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import './from-source.mjs';
import { filesBelow, root } from './source-files.mjs';
import { folderOf, statementFiles } from './statements.mjs';
import { wiring } from './wiring.mjs';

const emitters = filesBelow(['libs', 'services', 'deploy'], (name) =>
  /\/src\/(.+\/)?emitted\.ts$/.test(name),
);
/** Folders in which every file is emitted: one that no emitter writes any more is wrong. */
const services = JSON.parse(readFileSync(join(root, 'services/services.json'), 'utf8'));
const onlyEmitted = ['libs/contracts/schemas', ...services.map(folderOf)];

const isCheck = process.argv.includes('--check');
const complaints = [];
const expected = new Map();

function expect(path, text) {
  expected.set(path, text);
  const file = join(root, path);
  const present = existsSync(file) ? readFileSync(file, 'utf8') : null;
  if (present === text) return;
  if (isCheck) complaints.push(`${path} ${present === null ? 'is missing' : 'is stale'}`);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`wrote ${path}`);
  }
}

// First, for what follows is emitted by services that are put together of it.
for (const [path, text] of wiring()) expect(path, text);
for (const [path, text] of await statementFiles(isCheck)) expect(path, text);
for (const emitter of emitters) {
  const { emitted } = await import(pathToFileURL(join(root, emitter)).href);
  for (const [path, text] of Object.entries(await emitted())) expect(path, text);
}
for (const path of filesBelow(onlyEmitted, (name) => !expected.has(name))) {
  if (isCheck) complaints.push(`${path} is emitted by nothing`);
  else {
    rmSync(join(root, path));
    console.log(`removed ${path}`);
  }
}
if (complaints.length) {
  console.error(`${complaints.join('\n')}\nWrite them again with: npm run emit`);
  process.exitCode = 1;
} else console.log(`${expected.size} emitted files up to date`);
