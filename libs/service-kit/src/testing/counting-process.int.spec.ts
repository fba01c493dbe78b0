import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { countingDefinition } from './a-counting-service.builder.js';
import { Counting, desksAtWork, stopStarted } from './counting-process.builder.js';
import { eventually, migrateForTests, SignerForTests } from './service-for-tests.builder.js';

let database: FreshDatabase;
let signer: SignerForTests;
beforeAll(async () => {
  database = await freshDatabase('counting_process');
  await migrateForTests(database.ownerUrl, countingDefinition);
  signer = await SignerForTests.make();
});
afterAll(async () => {
  await signer.remove();
  await database.drop();
});

it('a test that fails while its service is frozen and its desks work leaves neither behind', async () => {
  const county = { ownerUrl: () => database.ownerUrl, signer: () => signer, settings: {} };
  const counting = await Counting.start(county);
  const desks = desksAtWork(counting, 2);
  await eventually(() => expect(desks.acknowledged).toBeGreaterThan(0), 20_000);
  counting.child.kill('SIGSTOP');
  await stopStarted();
  expect(counting.child.exitCode ?? counting.child.signalCode).not.toBeNull();
  const { acknowledged } = desks;
  await desks.stop();
  expect(desks.acknowledged).toBe(acknowledged);
});
