// Every relative link and every code path named in a document exists.
import { existsSync, readFileSync } from 'node:fs';
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

function main() {
  const documents = filesBelow(['.'], (name) => name.endsWith('.md'));
  const dead = documents.flatMap((path) =>
    pointedAt(readFileSync(join(root, path), 'utf8'), path)
      .filter((target) => !existsSync(join(root, target)))
      .map((target) => `${path}: there is no ${target}`),
  );
  if (dead.length) {
    console.error(dead.join('\n'));
    process.exitCode = 1;
  } else console.log(`${documents.length} documents point at what exists`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
