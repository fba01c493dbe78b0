import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWithKafka, freshDatabase, freshKafka, freshPostgres } from '@shulian/test-kit';
import { countingDefinition } from './testing/a-counting-service.builder.js';
import {
  allIsDigested,
  Counting,
  desksAtWork,
  LONG,
  makeTopic,
  sql,
  stopStarted,
  type County,
} from './testing/counting-process.builder.js';
import { eventually, migrateForTests, SignerForTests } from './testing/service-for-tests.builder.js';

// The rows of the failure matrix in which a server dies under the services while desks work.

let signer: SignerForTests;
beforeAll(async () => {
  signer = await SignerForTests.make();
});
afterEach(stopStarted);
afterAll(() => signer.remove());

async function raised(ownerUrl: string): Promise<number> {
  const [total] = await sql<{ raised: string }>(
    ownerUrl,
    'select coalesce(sum(value), 0) as raised from counter',
  );
  return Number(total?.raised);
}

describe('Postgres killed while desks work', () => {
  it('keeps every acknowledged command, and digests each once', async () => {
    const postgres = await freshPostgres();
    try {
      await migrateForTests(postgres.ownerUrl, countingDefinition);
      const county: County = { ownerUrl: () => postgres.ownerUrl, signer: () => signer, settings: {} };
      const counting = await Counting.start(county);
      const desks = desksAtWork(counting, 4);
      for (let kill = 0; kill < 2; kill += 1) {
        const before = desks.acknowledged;
        await eventually(() => expect(desks.acknowledged).toBeGreaterThan(before + 20), LONG);
        await postgres.kill9();
        await postgres.restart();
      }
      const before = desks.acknowledged;
      await eventually(() => expect(desks.acknowledged).toBeGreaterThan(before + 20), LONG);
      await desks.stop();
      expect(await raised(postgres.ownerUrl)).toBeGreaterThanOrEqual(desks.acknowledged);
      await allIsDigested(postgres.ownerUrl);
      await counting.kill('SIGTERM');
    } finally {
      await postgres.stop();
    }
  });
});

await describeWithKafka('the broker killed while desks work', () => {
  it('commands go on without it, and everything arrives when it is back', async () => {
    const kafka = await freshKafka(1);
    if ('missing' in kafka) throw new Error(kafka.missing);
    const database = await freshDatabase('broker_killed');
    try {
      await migrateForTests(database.ownerUrl, countingDefinition);
      await makeTopic(kafka.brokers, '');
      const county: County = {
        ownerUrl: () => database.ownerUrl,
        signer: () => signer,
        settings: { SHULIAN_BUS: 'kafka', KAFKA_BROKERS: kafka.brokers.join(',') },
      };
      const counting = await Counting.start(county);
      const desks = desksAtWork(counting, 2);
      await eventually(() => expect(desks.acknowledged).toBeGreaterThan(20), LONG);
      await kafka.kill9(1);
      const atKill = desks.acknowledged;
      await eventually(() => expect(desks.acknowledged).toBeGreaterThan(atKill + 50), LONG);
      await eventually(async () => {
        const askedAt = Date.now();
        const ready = await fetch(`${counting.url}/readyz`);
        expect(Date.now() - askedAt).toBeLessThan(4_000);
        expect(ready.status).toBe(200);
        expect(await ready.json()).toMatchObject({ status: 'degraded', parts: { bus: 'away' } });
      }, LONG);
      await desks.stop();
      // A service that starts while its bus is away does its own work, and joins when the bus is back.
      await counting.kill();
      const again = await Counting.start(county, {}, 'healthz');
      expect((await fetch(`${again.url}/readyz`)).status).toBe(503);
      const withoutBus = desksAtWork(again, 2);
      await eventually(() => expect(withoutBus.acknowledged).toBeGreaterThan(20), LONG);
      await kafka.restart(1);
      await eventually(async () => expect((await fetch(`${again.url}/readyz`)).status).toBe(200), LONG);
      await withoutBus.stop();
      const acknowledged = desks.acknowledged + withoutBus.acknowledged;
      expect(await raised(database.ownerUrl)).toBeGreaterThanOrEqual(acknowledged);
      await allIsDigested(database.ownerUrl);
      await again.kill('SIGTERM');
    } finally {
      await kafka.stop();
      await database.drop();
    }
  }, 180_000);
});
