import { randomBytes } from 'node:crypto';
import { mkdtempSync, chmodSync } from 'node:fs';
import { join } from 'node:path';

import { startPostgres, type PostgresOptions, type RunningPostgres } from '@shulian/embedded-servers';
import { Client } from 'pg';

import { askHost } from './ask-host.js';

export type FreshDatabase = {
  /** postgres:// URL of the superuser in the new, empty database. */
  readonly ownerUrl: string;
  /** Drops the database, connections of others included. */
  drop(): Promise<void>;
};

const asOwner = async (ownerUrl: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/**
 * A new, empty database in the PostgreSQL of this run (started by the first suite that asks, fsync off), usually one
 * for each suite: `beforeAll(async () => { database = await freshDatabase('loans'); })`. Roles belong to the whole
 * cluster, so suites share them: make them with `if not exists`, and give them rights in the own database only.
 * @param name for people who look at a failed run; a random ending makes it unique
 */
export const freshDatabase = async (name: string): Promise<FreshDatabase> => {
  const { ownerUrl } = await askHost<{ ownerUrl: string }>('/postgres');
  const stem = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .slice(0, 40);
  const database = `${stem}_${randomBytes(4).toString('hex')}`;
  await asOwner(ownerUrl, `create database "${database}" template template0`);
  const url = new URL(ownerUrl);
  url.pathname = `/${database}`;
  return {
    ownerUrl: url.href,
    drop: () => asOwner(ownerUrl, `drop database if exists "${database}" with (force)`),
  };
};

/** A folder of this run, emptied at its end together with the servers that were started in it and left running. */
export const freshFolder = async (name: string): Promise<string> => {
  const { folder } = await askHost<{ folder: string }>('/folder');
  const made = mkdtempSync(join(folder, `${name}-`));
  chmodSync(made, 0o711);
  return made;
};

/**
 * A PostgreSQL cluster of the suite's own, durable unless told otherwise, for suites that kill it: `kill9()`,
 * `restart()`. Stop it in `afterAll`.
 */
export const freshPostgres = async (
  options: Omit<PostgresOptions, 'dataDir'> = {},
): Promise<RunningPostgres> =>
  startPostgres({ ...options, dataDir: join(await freshFolder('cluster'), 'postgres') });
