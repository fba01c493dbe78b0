import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { whyNotWritten } from './why-not-written.mjs';
import { languageOf } from './words.mjs';

const bootstrap = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const parts = ['run.mjs', 'install.mjs', 'node-binary.mjs', 'build.mjs', 'why-not-written.mjs', 'words.mjs'];

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
      'node_modules/nest/node_modules/inner': { version: '2.0.0' },
      'node_modules/for-macs': { version: '1.0.0', optional: true },
    },
  });

const packages = ['mine', 'nest', 'nest/node_modules/inner'].map((name) => `node_modules/${name}`);
const putPackages = (): void => {
  for (const path of packages) {
    mkdirSync(join(root, path), { recursive: true });
    writeFileSync(join(root, path, 'package.json'), '{}');
  }
};

/** `npm` that writes down that it was called: the real one would ask the registry. */
const runInstall = (
  environment: Readonly<Record<string, string>> = {},
): { called: boolean; status: number | null; said: string } => {
  const bin = join(root, 'bin');
  mkdirSync(bin, { recursive: true });
  const called = join(root, 'called');
  rmSync(called, { force: true });
  const puts = packages.map((path) => `mkdir -p ${path} && echo '{}' > ${path}/package.json`).join(' && ');
  writeFileSync(join(bin, 'npm'), `#!/bin/sh\n${puts} && echo "$@" > '${called}'\n`, { mode: 0o755 });
  const script = `import { install } from ${JSON.stringify(bootstrap('./install.mjs'))}; install(${JSON.stringify(root)});`;
  const { npm_execpath: _, LC_ALL: __, LC_MESSAGES: ___, ...env } = process.env;
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    env: { ...env, LANG: 'en_GB.UTF-8', PATH: `${bin}:${env['PATH']}`, ...environment },
    encoding: 'utf8',
  });
  if (existsSync(called)) expect(readFileSync(called, 'utf8')).toMatch(/^ci /);
  return { called: existsSync(called), status: done.status, said: done.stderr };
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
    expect(runInstall()).toMatchObject({ called: true, status: 0 });
    expect(runInstall()).toMatchObject({ called: false, status: 0 });
  });

  it('installs when the lock file has changed since', () => {
    writeFileSync(join(root, 'package-lock.json'), lock('1.0.0'));
    runInstall();
    writeFileSync(join(root, 'package-lock.json'), lock('1.0.1'));
    expect(runInstall()).toMatchObject({ called: true, status: 0 });
  });

  it('believes an npm ci that somebody else ran, and passes over packages of other platforms', () => {
    writeFileSync(join(root, 'package-lock.json'), lock('1.0.0'));
    putPackages();
    const installed = {
      packages: {
        'node_modules/nest': { version: '1.0.0' },
        'node_modules/nest/node_modules/inner': { version: '2.0.0' },
      },
    };
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify(installed));
    expect(runInstall()).toMatchObject({ called: false, status: 0 });
  });

  it('installs again when a project of ours is new and not linked yet', () => {
    writeFileSync(join(root, 'package-lock.json'), lock('1.0.0'));
    runInstall();
    rmSync(join(root, 'node_modules/mine'), { recursive: true });
    expect(runInstall().called).toBe(true);
    expect(runInstall().called).toBe(false);
  });

  it('installs again when a package inside of another is gone, and names it', () => {
    writeFileSync(join(root, 'package-lock.json'), lock('1.0.0'));
    runInstall();
    const installed = {
      packages: {
        'node_modules/nest': { version: '1.0.0' },
        'node_modules/nest/node_modules/inner': { version: '2.0.0' },
      },
    };
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify(installed));
    rmSync(join(root, 'node_modules/nest/node_modules/inner'), { recursive: true });
    const { called, said } = runInstall();
    expect(called).toBe(true);
    expect(said).toContain('node_modules/nest/node_modules/inner is missing');
    expect(runInstall().called).toBe(false);
  });

  it('says what to install when there is no npm, in the language of the locale', () => {
    writeFileSync(join(root, 'package-lock.json'), lock('1.0.0'));
    const english = runInstall({ PATH: '/nowhere' });
    expect(english).toMatchObject({ called: false, status: 1 });
    expect(english.said).toContain('npm is not there: install Node.js 24');
    expect(runInstall({ PATH: '/nowhere', LANG: 'C.UTF-8' }).said).toContain('找不到 npm');
  });

  it('takes over the lock of an installation that was killed', () => {
    writeFileSync(join(root, 'package-lock.json'), lock('1.0.0'));
    mkdirSync(join(root, '.cache'));
    writeFileSync(join(root, '.cache', 'npm ci.lock'), String(2 ** 30));
    expect(runInstall()).toMatchObject({ called: true, status: 0 });
    expect(existsSync(join(root, '.cache', 'npm ci.lock'))).toBe(false);
  });
});

describe('the language at the terminal', () => {
  it.each([
    [{}, 'zh'],
    [{ LANG: 'C.UTF-8' }, 'zh'],
    [{ LANG: 'POSIX' }, 'zh'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'de_DE@euro' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_TW.UTF-8' }, 'zh'],
    [{ LC_ALL: '', LANG: 'en_GB' }, 'en'],
  ])('is told by the locale: %j is %s', (environment, language) => {
    expect(languageOf(environment)).toBe(language);
  });
});

describe('a place that cannot be written to', () => {
  it.each([
    ['EACCES', 'SHULIAN_DATA_DIR'],
    ['EROFS', 'SHULIAN_DATA_DIR'],
    ['ENOTDIR', 'SHULIAN_DATA_DIR='],
    ['ENOSPC', '2 GB'],
  ])('is named with what to do: %s', (code, advice) => {
    const why = whyNotWritten(Object.assign(new Error(code), { code, path: '/srv/county' }));
    expect(why).toContain('/srv/county');
    expect(why).toContain(advice);
  });

  it('is named where no folder can be made at all, as in /proc', () => {
    const refused = Object.assign(new Error('ENOENT'), { code: 'ENOENT', syscall: 'mkdir', path: '/proc/x' });
    expect(whyNotWritten(refused)).toMatch(/\/proc\/x.*SHULIAN_DATA_DIR=/);
  });

  it('is no explanation of other errors', () => {
    expect(
      whyNotWritten(Object.assign(new Error('ENOENT'), { code: 'ENOENT', syscall: 'open' })),
    ).toBeUndefined();
    expect(whyNotWritten(new Error('something else'))).toBeUndefined();
  });
});
