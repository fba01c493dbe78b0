import { freshDatabase } from '@shulian/test-kit';
import { describe, expect, it } from '@jest/globals';

import { migrateAll } from './migrate.js';

const servers = (databaseUrl: string): Parameters<typeof migrateAll>[0] => ({
  bus: 'postgres',
  kafkaBrokers: '',
  topicPrefix: '',
  databaseUrl,
  serviceUrls: { readers: 'postgres://shulian_readers:secret@elsewhere/shulian' },
});

describe('the step before any service', () => {
  it('ends at once with what to do when the password of the owner is another one', async () => {
    const database = await freshDatabase('migrate_wrong_password');
    const url = new URL(database.ownerUrl);
    url.password = 'another one';
    const said: string[] = [];
    const began = Date.now();
    await expect(migrateAll(servers(url.href), { say: (line) => said.push(line) })).rejects.toThrow(
      /POSTGRES_PASSWORD/,
    );
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(said).toEqual([]);
    await database.drop();
  });

  it('waits for a PostgreSQL that is not there yet, says so once, and not for ever', async () => {
    const said: string[] = [];
    const nobody = 'postgres://postgres:secret@127.0.0.1:1/shulian';
    await expect(
      migrateAll(servers(nobody), { say: (line) => said.push(line), maxWaitMs: 1_500 }),
    ).rejects.toThrow('127.0.0.1:1');
    expect(said).toEqual([expect.stringContaining('127.0.0.1:1')]);
  });
});
