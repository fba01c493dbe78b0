import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const bootstrap = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const parts = ['run.mjs', 'install.mjs', 'node-binary.mjs', 'build.mjs'];

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shulian boot '));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const lock = (version: string): string =>
  JSON.stringify({
    packages: {
      '': {},
      'libs/mine': {},
      'node_modules/mine': { link: true },
      'node_modules/nest': { version },
      'node_modules/for-macs': { version: '1.0.0', optional: true },
    },
  });

/** `npm` that writes down that it was called: the real one would ask the registry. */
const runInstall = (): { called: boolean; status: number | null } => {
  const bin = join(root, 'bin');
  mkdirSync(bin, { recursive: true });
  const called = join(root, 'called');
  rmSync(called, { force: true });
  writeFileSync(join(bin, 'npm'), `#!/bin/sh\nmkdir -p node_modules && echo "$@" > '${called}'\n`, {
    mode: 0o755,
  });
  const script = `import { install } from ${JSON.stringify(bootstrap('./install.mjs'))}; install(${JSON.stringify(root)});`;
  const { npm_execpath: _, ...env } = process.env;
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    env: { ...env, PATH: `${bin}:${env['PATH']}` },
  });
  if (existsSync(called)) expect(readFileSync(called, 'utf8')).toMatch(/^ci /);
  return { called: existsSync(called), status: done.status };
};

describe('the bootstrap', () => {
  it.each(parts)('%s imports nothing that must be installed first', (part) => {
    const imported = [...readFileSync(bootstrap(`./${part}`), 'utf8').matchAll(/from '([^']+)'/g)].map(
      (each) => each[1],
    );
    for (const from of imported) expect(from).toMatch(/^(node:|\.\/)/);
  });

  it('installs when node_modules is missing, and not again', () => {
    writeFileSync(join(root, 'package-lock.json'), lock('1.0.0'));
    expect(runInstall()).toEqual({ called: true, status: 0 });
    expect(runInstall()).toEqual({ called: false, status: 0 });
  });

  it('installs when the lock file has changed since', () => {
    writeFileSync(join(root, 'package-lock.json'), lock('1.0.0'));
    runInstall();
    writeFileSync(join(root, 'package-lock.json'), lock('1.0.1'));
    expect(runInstall()).toEqual({ called: true, status: 0 });
  });

  it('believes an npm ci that somebody else ran, and passes over packages of other platforms', () => {
    writeFileSync(join(root, 'package-lock.json'), lock('1.0.0'));
    mkdirSync(join(root, 'node_modules'));
    const installed = { packages: { 'node_modules/nest': { version: '1.0.0' } } };
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify(installed));
    expect(runInstall()).toEqual({ called: false, status: 0 });
  });

  it('takes over the lock of an installation that was killed', () => {
    writeFileSync(join(root, 'package-lock.json'), lock('1.0.0'));
    mkdirSync(join(root, '.cache'));
    writeFileSync(join(root, '.cache', 'installation.lock'), String(2 ** 30));
    expect(runInstall()).toEqual({ called: true, status: 0 });
    expect(existsSync(join(root, '.cache', 'installation.lock'))).toBe(false);
  });
});
