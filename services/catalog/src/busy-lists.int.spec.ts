import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@shulian/service-kit';
import { saidWhileListsAreFull, startForTests, type ServiceForTests } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { catalogService } from './catalog.module.js';

let database: FreshDatabase;
let catalog: ServiceForTests;
beforeAll(async () => {
  database = await freshDatabase('catalog_busy_lists');
  catalog = await startForTests(catalogService, { ownerUrl: database.ownerUrl });
});
afterAll(async () => {
  await catalog.stop();
  await database.drop();
});

it('lists say to come again while too many look at them; what is asked for by its id is shown', async () => {
  const token = await catalog.signer.account({ role: 'county-admin' });
  const unknown = newId();
  const lists = ['GET /titles', 'GET /titles?q=x', 'GET /copies'];
  const busy = lists.map((door) => [door, 503, 'service.busy']);
  const single = [`GET /titles/${unknown}`, `GET /copies/${unknown}`];
  const shown = single.map((door) => [door, 404, 'resource.unknown']);
  expect(await saidWhileListsAreFull(catalog, token, [...lists, ...single])).toEqual([...busy, ...shown]);
});
