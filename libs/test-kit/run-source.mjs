// `node --import …/run-source.mjs some.ts` runs the TypeScript of this workspace without a build, compiled as the
// build would: for children that tests start (and kill), which must not depend on a `dist` of an earlier hour.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, enableCompileCache, flushCompileCache, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('../../', import.meta.url));
/** What is compiled is found by all that decides it, so that nothing in here can be out of date. */
const compiled = join(root, '.cache', 'run-source');
mkdirSync(compiled, { recursive: true });
// A suite starts the same service fifty times: reading its modules anew would be most of the work of each start.
enableCompileCache(join(compiled, 'v8'));
// Most of them are killed, and leave nothing at their end.
setTimeout(flushCompileCache, 5_000).unref();

const options = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));
delete options.exclude;
delete options.$schema;
const { version } = require('@swc/core/package.json');
const how = JSON.stringify({ version, options });

const sourceBehind = (specifier, parent) => {
  if (!specifier.startsWith('.') || !specifier.endsWith('.js') || !parent?.endsWith('.ts')) return undefined;
  const source = new URL(specifier.replace(/\.js$/, '.ts'), parent);
  return existsSync(fileURLToPath(source)) ? source.href : undefined;
};

/** The compiled text of a source; a compiler is loaded only when something is new. */
const compile = (filename) => {
  const text = readFileSync(filename, 'utf8');
  const name = createHash('sha256').update(`${how}\n${filename}\n${text}`).digest('hex');
  const file = join(compiled, `${name}.mjs`);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const { transformSync } = require('@swc/core');
  const { code } = transformSync(text, { ...options, filename, swcrc: false, sourceMaps: 'inline' });
  // Several start at once: none may read what another is still writing.
  const part = `${file}.${randomBytes(4).toString('hex')}`;
  writeFileSync(part, code);
  renameSync(part, file);
  return code;
};

registerHooks({
  resolve(specifier, context, next) {
    const source = sourceBehind(specifier, context.parentURL);
    if (source !== undefined) return { url: source, format: 'module', shortCircuit: true };
    return next(specifier, { ...context, conditions: [...context.conditions, '@shulian/source'] });
  },
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
    return { format: 'module', source: compile(fileURLToPath(url)), shortCircuit: true };
  },
});
