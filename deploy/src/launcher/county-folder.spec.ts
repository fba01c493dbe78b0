import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { CountyFolder } from './county-folder.js';
import { readLauncherConfig } from './launcher.config.js';
import { keptSecrets, secretsOf } from './secrets.js';

let path = '';
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'shulian county '));
});
afterEach(() => rmSync(path, { recursive: true, force: true }));

describe('the folder of a county', () => {
  it('is held by one launcher at a time', () => {
    const folder = CountyFolder.hold(path);
    expect(() => CountyFolder.hold(path)).toThrow(new RegExp(`${path}.*${process.pid}`));
    folder.release();
    CountyFolder.hold(path).release();
  });

  it('is made with the folders above it', () => {
    const below = join(path, 'one', 'two');
    CountyFolder.hold(below).release();
    expect(statSync(below).isDirectory()).toBe(true);
  });

  it('is no file, and nothing below one', () => {
    writeFileSync(join(path, 'file'), '');
    for (const taken of ['file', 'file/county'])
      expect(() => CountyFolder.hold(join(path, taken))).toThrow(expect.objectContaining({ code: 'EEXIST' }));
  });

  it('is refused at once where no folder can be made', () => {
    expect(() => CountyFolder.hold('/proc/shulian/county')).toThrow(
      expect.objectContaining({ syscall: 'mkdir' }),
    );
  });

  it.each([
    ['is gone', JSON.stringify({ pid: 2 ** 30, startedAt: '1' })],
    ['is another process by now', JSON.stringify({ pid: process.pid, startedAt: 'long ago' })],
    ['was killed while it wrote', '{"pid":'],
  ])('is taken over from a launcher that %s', (_, lock) => {
    writeFileSync(join(path, 'launcher.lock'), lock);
    CountyFolder.hold(path).release();
  });
});

describe('the secrets of a county', () => {
  it('are made once, and nobody else may read them', () => {
    const folder = CountyFolder.hold(path);
    const first = secretsOf(folder, readLauncherConfig({}));
    expect(first.firstStart).toBe(true);
    expect(new Set(Object.values(first.secrets.databasePasswords)).size).toBe(6);
    expect(secretsOf(folder, readLauncherConfig({}))).toEqual({ secrets: first.secrets, firstStart: false });
    expect(keptSecrets(CountyFolder.at(path))).toEqual(first.secrets);
    expect(statSync(join(path, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(statSync(path).mode & 0o777).toBe(0o711);
  });

  it('are those of the environment where it names them on the first start', () => {
    const config = readLauncherConfig({
      SHULIAN_ADMIN_PASSWORD: 'long enough',
      SHULIAN_CARD_KEY: 'k'.repeat(32),
    });
    const { secrets } = secretsOf(CountyFolder.hold(path), config);
    expect(secrets).toMatchObject({ adminPassword: 'long enough', cardKey: 'k'.repeat(32) });
  });

  it('do not let the key of the cards be changed, because no card would be known any more', () => {
    const folder = CountyFolder.hold(path);
    secretsOf(folder, readLauncherConfig({ SHULIAN_CARD_KEY: 'k'.repeat(32) }));
    const other = readLauncherConfig({ SHULIAN_CARD_KEY: 'o'.repeat(32) });
    expect(() => secretsOf(folder, other)).toThrow('SHULIAN_CARD_KEY');
    expect(readFileSync(join(path, 'secrets.json'), 'utf8')).toContain('k'.repeat(32));
  });
});
