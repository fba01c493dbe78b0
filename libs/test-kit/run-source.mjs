// `node --import …/run-source.mjs some.ts` runs the TypeScript of this workspace without a build, compiled as the
// build would: for children that tests start (and kill), which must not depend on a `dist` of an earlier hour.
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

import { transformSync } from '@swc/core';

const options = JSON.parse(readFileSync(new URL('../../.swcrc', import.meta.url), 'utf8'));
delete options.exclude;
delete options.$schema;

const sourceBehind = (specifier, parent) => {
  if (!specifier.startsWith('.') || !specifier.endsWith('.js') || !parent?.endsWith('.ts')) return undefined;
  const source = new URL(specifier.replace(/\.js$/, '.ts'), parent);
  return existsSync(fileURLToPath(source)) ? source.href : undefined;
};

registerHooks({
  resolve(specifier, context, next) {
    const source = sourceBehind(specifier, context.parentURL);
    if (source !== undefined) return { url: source, format: 'module', shortCircuit: true };
    return next(specifier, { ...context, conditions: [...context.conditions, '@shulian/source'] });
  },
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    const text = readFileSync(filename, 'utf8');
    const { code } = transformSync(text, { ...options, filename, swcrc: false, sourceMaps: 'inline' });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
