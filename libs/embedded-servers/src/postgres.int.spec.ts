import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';

import { isAlive, startPostgres, UnreachableFolder, type RunningPostgres } from './index.js';
import { repairLinks } from './postgres-binaries.js';

const ask = async (url: string, sql: string): Promise<unknown> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows[0] === undefined ? undefined : Object.values(rows[0])[0];
  } finally {
    await client.end();
  }
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shulian embedded '));
  chmodSync(folder, 0o711);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the embedded PostgreSQL', () => {
  const started: RunningPostgres[] = [];
  const start = async (dataDir: string): Promise<RunningPostgres> => {
    const server = await startPostgres({ dataDir });
    started.push(server);
    return server;
  };
  afterAll(() => Promise.all(started.map((server) => server.stop())));

  it('is version 18, in a folder with a blank in its name, for those who know its password', async () => {
    const server = await start(join(folder, 'first'));
    expect(server.version).toMatch(/^18\./);
    const stranger = new URL(server.ownerUrl);
    stranger.password = 'guess';
    await expect(ask(stranger.href, 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('stops the server that a killed launcher left, and has all it had', async () => {
    const dataDir = join(folder, 'orphaned');
    const orphan = await start(dataDir);
    await ask(orphan.ownerUrl, 'create table loan as select generate_series(1, 100) id');
    const heir = await start(dataDir);
    expect(isAlive(orphan.pid)).toBe(false);
    expect(await ask(heir.ownerUrl, 'select count(*)::int from loan')).toBe(100);
  });

  it('begins anew when a first start was cut off before the cluster was complete', async () => {
    const dataDir = join(folder, 'cut off');
    mkdirSync(`${dataDir}.new`);
    const server = await start(dataDir);
    expect(await ask(server.ownerUrl, 'select 1')).toBe(1);
    expect(existsSync(`${dataDir}.new`)).toBe(false);
  });

  it('keeps its promise of durability: fsync, full pages and synchronous commits', async () => {
    const server = await start(join(folder, 'durable'));
    for (const name of ['fsync', 'full_page_writes', 'synchronous_commit']) {
      expect(await ask(server.ownerUrl, `show ${name}`)).toBe('on');
    }
  });

  it('starts a cluster that was copied, whoever made the copy', async () => {
    const original = await start(join(folder, 'original'));
    await ask(original.ownerUrl, 'create table loan as select generate_series(1, 100) id');
    await original.stop();
    const dataDir = join(folder, 'elsewhere', 'copy');
    cpSync(join(folder, 'original'), dataDir, { recursive: true });
    cpSync(join(folder, 'original.password'), `${dataDir}.password`);
    expect(await ask((await start(dataDir)).ownerUrl, 'select count(*)::int from loan')).toBe(100);
  });

  const asRoot = process.getuid?.() === 0 ? it : it.skip;
  asRoot('says which folder stops it when root starts it where nobody else may go', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const failure = await startPostgres({ dataDir: join(closed, 'cluster') }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(UnreachableFolder);
    expect(failure).toMatchObject({ blockedAt: closed });
  });
});

describe('the links between its libraries', () => {
  it('are made when install scripts were blocked, and left alone when they are there', () => {
    const native = join(folder, 'package', 'native');
    mkdirSync(join(native, 'lib'), { recursive: true });
    const list = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
    const file = join(native, 'pg-symlinks.json');
    writeFileSync(join(native, 'lib', 'libpq.so.5.18'), 'the library');
    writeFileSync(file, JSON.stringify(list));
    repairLinks(native);
    repairLinks(native);
    expect(readlinkSync(join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
    expect(readFileSync(join(native, 'lib', 'libpq.so.5'), 'utf8')).toBe('the library');
  });
});
