import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { Client } from 'pg';
import { prepareSchema, roleOf } from './prepare-schema.js';

let databases: FreshDatabase[];
beforeAll(async () => {
  databases = await Promise.all(Array.from({ length: 6 }, (_, at) => freshDatabase(`kit_prepare_${at}`)));
});
afterAll(async () => {
  await Promise.all(databases.map((database) => database.drop()));
});

describe('preparing the schema of a service', () => {
  it('makes its role once when several databases of one server are prepared at the same moment', async () => {
    const service = `met_${Date.now()}`;
    const everywhere = () =>
      Promise.all(databases.map(({ ownerUrl }) => prepareSchema(ownerUrl, service, 'a password')));
    await everywhere();
    // And again, when the role is there and each of them changes it.
    await everywhere();
    for (const { ownerUrl } of databases) {
      const url = new URL(ownerUrl);
      url.username = roleOf(service);
      url.password = 'a password';
      const client = new Client({ connectionString: url.href });
      await client.connect();
      const { rows } = await client.query<{ path: string }>(`select current_setting('search_path') as path`);
      expect(rows).toEqual([{ path: service }]);
      await client.end();
    }
  });
});
