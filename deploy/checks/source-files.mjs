// Lists the files of this repository that a person wrote, so that every check looks at the same tree.
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

const passedOver = new Set(['node_modules', 'dist', '.git', '.nx', '.cache', '.data', 'coverage']);

/** Paths below `folders` relative to the repository, with `/`, sorted, that `wanted` accepts. */
export function filesBelow(folders, wanted) {
  const found = [];
  const walk = (folder) => {
    let entries;
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      if (error.code === 'ENOENT') return;
      throw error;
    }
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!passedOver.has(entry.name)) walk(path);
      } else {
        const name = relative(root, path).split(sep).join('/');
        if (wanted(name)) found.push(name);
      }
    }
  };
  for (const folder of folders) walk(join(root, folder));
  return found.sort();
}
