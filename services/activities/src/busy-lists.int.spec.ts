import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@shulian/service-kit';
import { saidWhileListsAreFull, startForTests, type ServiceForTests } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { activitiesService } from './activities.module.js';

let database: FreshDatabase;
let activities: ServiceForTests;
beforeAll(async () => {
  database = await freshDatabase('activities_busy_lists');
  activities = await startForTests(activitiesService, { ownerUrl: database.ownerUrl });
});
afterAll(async () => {
  await activities.stop();
  await database.drop();
});

it('lists say to come again while too many look at them; what is asked for by its id is shown', async () => {
  const token = await activities.signer.account({ role: 'librarian', schoolId: newId() });
  const unknown = newId();
  const lists = [
    'GET /reading-notes',
    'GET /contests',
    'GET /contest-entries',
    'GET /contest-series',
    'GET /work-displays',
    'GET /logbooks',
    'GET /logbook-entries?logbook=honours',
    'GET /logbook-dues?logbook=library-log',
    'GET /logbook-standings',
    'GET /logbook-counts?logbook=honours',
    'GET /recommendation-issues',
    'GET /recommendation-coverage',
    'GET /recommendation-weeks',
    'GET /book-exhibitions',
    'GET /award-rounds',
    'GET /awards',
    'GET /class-contests',
    'GET /reading-campaigns',
    'GET /book-votes',
    'GET /reader-boards',
    'GET /library-publications',
    'GET /book-matches',
  ];
  const busy = lists.map((door) => [door, 503, 'service.busy']);
  const single = [
    `GET /reading-notes/${unknown}`,
    `GET /contests/${unknown}`,
    `GET /contest-entries/${unknown}`,
    `GET /work-displays/${unknown}`,
    `GET /logbook-entries/${unknown}`,
    `GET /logbook-forms/${unknown}`,
    `GET /logbook-files/${unknown}`,
    `GET /recommendation-issues/${unknown}`,
    `GET /award-rounds/${unknown}`,
    `GET /class-contests/${unknown}`,
    `GET /reading-campaigns/${unknown}`,
    `GET /book-votes/${unknown}`,
    `GET /reader-boards/${unknown}`,
    `GET /library-publications/${unknown}`,
    `GET /book-matches/${unknown}`,
  ];
  const shown = single.map((door) => [door, 404, 'resource.unknown']);
  expect(await saidWhileListsAreFull(activities, token, [...lists, ...single])).toEqual([...busy, ...shown]);
});
