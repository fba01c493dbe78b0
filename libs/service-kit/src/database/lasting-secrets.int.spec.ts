import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { countingDefinition } from '../testing/a-counting-service.builder.js';
import { migrateForTests, startForTests } from '../testing/service-for-tests.builder.js';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase('kit_secrets');
  await migrateForTests(database.ownerUrl, countingDefinition);
});
afterAll(() => database.drop());

const start = (secrets: Readonly<Record<string, string>>) =>
  startForTests(
    { ...countingDefinition, lastingSecrets: () => secrets },
    { ownerUrl: database.ownerUrl, migrated: true },
  );

describe('the secrets a service began with', () => {
  it('are asked for again at every start, and another one is refused by name', async () => {
    const first = await start({ ONE_KEY: 'the first key' });
    const kept = await first.sql<{ name: string; fingerprint: string }>(
      'select name, fingerprint from secret_fingerprint',
    );
    expect(kept).toEqual([{ name: 'ONE_KEY', fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    await first.stop();

    await expect(start({ ONE_KEY: 'another key' })).rejects.toThrow(/^ONE_KEY: not the secret/);
    await expect(start({ ONE_KEY: 'another key' })).rejects.not.toThrow('another key');

    const again = await start({ ONE_KEY: 'the first key', SECOND_KEY: 'came later' });
    expect(await again.sql('select name from secret_fingerprint order by name')).toEqual([
      { name: 'ONE_KEY' },
      { name: 'SECOND_KEY' },
    ]);
    await again.stop();
  });

  it('are decided by one of two that start together', async () => {
    const started = await Promise.allSettled(['left', 'right'].map((THIRD_KEY) => start({ THIRD_KEY })));
    expect(started.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    for (const one of started) if (one.status === 'fulfilled') await one.value.stop();
  });
});
