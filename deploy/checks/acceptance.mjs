// What somebody can do of each claimed row: one file a row, docs/requirements/acceptance/<ROW>.yaml, so that no two people who
// work on different rows meet in a file. What the fields mean stands in docs/requirements/README.md.
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parse } from 'yaml';
import { filesBelow, root } from './source-files.mjs';

export const ACCEPTANCE = 'docs/requirements/acceptance';
const AS_IT_WAS = `${ACCEPTANCE}.yaml`;

/** @returns row → claim, in the order of the rows' ids */
export function readClaims() {
  if (existsSync(join(root, AS_IT_WAS)))
    throw new Error(`${AS_IT_WAS} is read no more: each row has its own file, ${ACCEPTANCE}/<ROW>.yaml`);
  return Object.fromEntries(
    filesBelow([ACCEPTANCE], () => true).map((path) => {
      const row = posix.basename(path, '.yaml');
      if (path !== `${ACCEPTANCE}/${row}.yaml`) throw new Error(`${path}: is no ${ACCEPTANCE}/<ROW>.yaml`);
      return [row, parse(readFileSync(join(root, path), 'utf8'))];
    }),
  );
}
