import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { saidWhileListsAreFull, startForTests, type ServiceForTests } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { reportingService } from './reporting.module.js';

let database: FreshDatabase;
let reporting: ServiceForTests;
beforeAll(async () => {
  database = await freshDatabase('reporting_busy_lists');
  reporting = await startForTests(reportingService, { ownerUrl: database.ownerUrl });
});
afterAll(async () => {
  await reporting.stop();
  await database.drop();
});

it('lists say to come again while too many look at them', async () => {
  const token = await reporting.signer.account({ role: 'county-viewer' });
  const lists = ['GET /figures', 'GET /reports/loans-per-class', 'GET /reports/holdings-by-clc'];
  const busy = lists.map((door) => [door, 503, 'service.busy']);
  expect(await saidWhileListsAreFull(reporting, token, lists)).toEqual(busy);
});
