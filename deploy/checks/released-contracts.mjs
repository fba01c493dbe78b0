// Within a version an event schema only grows: against the last release (the newest tag `v…`) nothing may be removed,
// renamed or narrowed, and nothing may become required. Before the first release there is nothing to compare with.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './source-files.mjs';

const folder = 'libs/contracts/schemas';
const git = (...args) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/**
 * What a consumer of the old schema could stumble over in the new one.
 * @param {Record<string, unknown>} before
 * @param {Record<string, unknown>} after
 * @returns {string[]} places with the reason; empty when it only grew
 */
export function breaks(before, after, place = '') {
  const found = [];
  if (JSON.stringify(before.type) !== JSON.stringify(after.type))
    found.push(`${place || '/'} has another type`);
  for (const key of ['const', 'pattern', 'format'])
    if (JSON.stringify(before[key]) !== JSON.stringify(after[key]))
      found.push(`${place || '/'} has another ${key}`);
  for (const [name, schema] of Object.entries(before.properties ?? {})) {
    const now = after.properties?.[name];
    if (now === undefined) found.push(`${place}/${name} is gone`);
    else found.push(...breaks(schema, now, `${place}/${name}`));
  }
  const required = new Set(after.required ?? []);
  const was = new Set(before.required ?? []);
  // Producers promise what is required; a promise may not be taken back, and old events do not have new promises.
  for (const name of was) if (!required.has(name)) found.push(`${place}/${name} is no longer promised`);
  for (const name of required)
    if (!was.has(name))
      found.push(`${place}/${name} is required, which older events of this version do not have`);
  if (before.items !== undefined) found.push(...breaks(before.items, after.items ?? {}, `${place}/[]`));
  // A consumer knows the old alternatives only; a new one would surprise it.
  const known = (before.anyOf ?? []).map((one) => JSON.stringify(one));
  for (const alternative of after.anyOf ?? [])
    if (!known.includes(JSON.stringify(alternative)))
      found.push(`${place || '/'} has an alternative that was not there`);
  if (after.additionalProperties === false) found.push(`${place || '/'} is closed`);
  return found;
}

const isMain = process.argv[1] === import.meta.filename;
if (isMain) {
  const [release] = git('tag', '--list', 'v*', '--sort=-version:refname').split('\n').filter(Boolean);
  if (release === undefined) console.log('no release yet: nothing is promised');
  else {
    const complaints = [];
    const files = git('ls-tree', '--name-only', release, `${folder}/`).split('\n').filter(Boolean);
    for (const file of files) {
      const before = JSON.parse(git('show', `${release}:${file}`));
      try {
        const after = JSON.parse(readFileSync(join(root, file), 'utf8'));
        complaints.push(...breaks(before, after).map((place) => `${file}: ${place}`));
      } catch {
        complaints.push(`${file} is gone`);
      }
    }
    console.log(
      complaints.length ? complaints.join('\n') : `${files.length} schemas only grew since ${release}`,
    );
    process.exitCode = complaints.length ? 1 : 0;
  }
}
