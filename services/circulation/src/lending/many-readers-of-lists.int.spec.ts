import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fillLists, leastOf } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { CountyForTests } from '../a-county.builder.js';

let database: FreshDatabase;
let county: CountyForTests;
beforeAll(async () => {
  database = await freshDatabase('many_readers_of_lists');
  // As many connections as a desk's service has by default.
  county = await CountyForTests.open(database.ownerUrl, { SERVICE_POOL: 6 });
});
afterAll(async () => {
  await county.stop();
  await database.drop();
});

describe('while more look at lists than there are places', () => {
  it('a desk lends, shows and takes back as ever, and each list says to come again', async () => {
    const [pupil, copy] = [await county.enrol(), await county.accession()];
    const empty = await fillLists(county.service);
    try {
      const took = await leastOf(1_500, async () => {
        const startedAt = performance.now();
        const lent = await county.lend(copy, pupil);
        expect(lent.status).toBe(201);
        const { id } = lent.body['loan'] as { id: string };
        expect((await county.ask('GET', `/loans/${id}`)).status).toBe(200);
        expect((await county.giveBack(copy)).status).toBe(200);
        return performance.now() - startedAt;
      });
      expect(took).toBeLessThan(1_500);
      for (const list of ['loans', 'holds', 'compensations', 'lending-policies']) {
        const { status, body, headers } = await county.ask('GET', `/${list}`);
        expect([list, status, body['code'], headers.get('retry-after')]).toEqual([
          list,
          503,
          'service.busy',
          '2',
        ]);
      }
    } finally {
      await empty();
    }
    expect((await county.ask('GET', '/loans')).status).toBe(200);
  });
});
