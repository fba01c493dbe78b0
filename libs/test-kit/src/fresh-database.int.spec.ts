import { afterAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';

import { freshDatabase, freshPostgres } from './index.js';

const ask = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
};

describe('the PostgreSQL of a test run', () => {
  it('gives every suite an empty database of its own, ordered by the built-in C.UTF-8', async () => {
    const [one, other] = await Promise.all([freshDatabase('Loans, of 2026'), freshDatabase('loans')]);
    await ask(one.ownerUrl, 'create table loan(id int)');
    expect(await ask(other.ownerUrl, "select to_regclass('loan')")).toEqual([null]);
    expect(
      await ask(one.ownerUrl, 'select datlocale from pg_database where datname = current_database()'),
    ).toEqual(['C.UTF-8']);
    await one.drop();
    await other.drop();
    await expect(ask(one.ownerUrl, 'select 1')).rejects.toThrow('does not exist');
  });

  it('takes connections on the loopback address only', async () => {
    const { ownerUrl, drop } = await freshDatabase('loopback');
    expect(await ask(ownerUrl, 'show listen_addresses')).toEqual(['127.0.0.1']);
    expect(await ask(ownerUrl, 'show unix_socket_directories')).toEqual(['']);
    await drop();
  });
});

describe('a cluster of its own', () => {
  const started: Awaited<ReturnType<typeof freshPostgres>>[] = [];
  afterAll(() => Promise.all(started.map((server) => server.stop())));

  it('is durable, and has everything that was committed after kill -9', async () => {
    const server = await freshPostgres();
    started.push(server);
    expect(await ask(server.ownerUrl, 'show fsync')).toEqual(['on']);
    await ask(server.ownerUrl, 'create table loan as select generate_series(1, 1000) id');
    const before = server.pid;

    await server.kill9();
    await expect(ask(server.ownerUrl, 'select 1')).rejects.toThrow('ECONNREFUSED');
    await server.restart();

    expect(server.pid).not.toBe(before);
    expect(await ask(server.ownerUrl, 'select count(*)::int from loan')).toEqual([1000]);
  });
});
