import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { Client } from 'pg';
import { countingDefinition } from '../testing/a-counting-service.builder.js';
import { eventually, migrateForTests, startForTests } from '../testing/service-for-tests.builder.js';

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase('kit_relay');
  await migrateForTests(database.ownerUrl, countingDefinition);
});
afterAll(() => database.drop());

describe('the relay', () => {
  it('sweeps away what was sent more than seven days ago, and nothing else', async () => {
    const owner = new Client({
      connectionString: database.ownerUrl,
      options: `-c search_path=${countingDefinition.name}`,
    });
    await owner.connect();
    try {
      await owner.query(
        `insert into outbox (event_id, topic, key, agg_version, type, payload, occurred_at, published_at)
         select gen_random_uuid(), 'shulian.counting.counter', age, 1, 'shulian.counting.counter.raised.v1', '{}',
                now() - interval '9 days', now() - age::interval
         from unnest(array['7 days 1 minute', '8 days', '6 days 23 hours 59 minutes']) as age`,
      );
      const counting = await startForTests(countingDefinition, {
        ownerUrl: database.ownerUrl,
        migrated: true,
      });
      try {
        await eventually(async () => {
          const { rows } = await owner.query<{ key: string }>('select key from outbox');
          expect(rows.map(({ key }) => key)).toEqual(['6 days 23 hours 59 minutes']);
        });
      } finally {
        await counting.stop();
      }
    } finally {
      await owner.end();
    }
  });
});
