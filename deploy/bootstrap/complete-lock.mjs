// Run after every `npm install` that changed package-lock.json: `node deploy/bootstrap/complete-lock.mjs`.
//
// npm writes optional packages of other platforms into the lock file only when the registry it asked has them; a
// mirror that lacks one leaves a hole, and `npm ci` then refuses the whole file ("Missing: … from lock file"). The
// holes are filled with the version their parent names and the platform their own name tells, so that `npm ci` passes
// them over here and finds them on the machine they are for.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(file, 'utf8'));
const { packages } = lock;

const OF_SYSTEM = [
  'darwin',
  'win32',
  'freebsd',
  'netbsd',
  'openbsd',
  'sunos',
  'aix',
  'android',
  'openharmony',
  'linux',
];
const OF_PROCESSOR = ['arm64', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'wasm32', 'arm'];
const OF_LIBRARY = [
  ['musl', 'musl'],
  ['gnu', 'glibc'],
];

/** The package as Node would find it from `from`: its own node_modules first, then those above. */
const found = (from, name) => {
  for (
    let at = from;
    ;
    at = at.includes('/') ? at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/'))) : ''
  ) {
    const here = packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`];
    if (here !== undefined || at === '') return here;
  }
};

const entryFor = (name, range, parent) => {
  const cpu = OF_PROCESSOR.find((each) => name.includes(each));
  const os = OF_SYSTEM.find((each) => name.includes(each));
  const libc = os === 'linux' ? OF_LIBRARY.find(([sign]) => name.includes(sign))?.[1] : undefined;
  return {
    version: range.replace(/^npm:.*@/, '').replace(/^[~^>=]+/, ''),
    ...(cpu && { cpu: [cpu] }),
    ...(parent.dev && { dev: true }),
    ...(libc && { libc: [libc] }),
    license: parent.license,
    optional: true,
    ...(os && { os: [os] }),
  };
};

let filled = 0;
for (const [from, parent] of Object.entries({ ...packages })) {
  for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
    if (found(from, name) !== undefined) continue;
    packages[`node_modules/${name}`] = entryFor(name, range, parent);
    filled += 1;
  }
}
if (filled > 0) {
  lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
}
console.log(filled === 0 ? 'package-lock.json has no holes' : `filled ${filled} holes of package-lock.json`);
