import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@shulian/service-kit';
import { saidWhileListsAreFull } from '@shulian/service-kit/testing';
import { freshDatabase, type FreshDatabase } from '@shulian/test-kit';
import { aReadersService, type ReadersForTests } from './a-readers-service.builder.js';

let database: FreshDatabase;
let readers: ReadersForTests;
beforeAll(async () => {
  database = await freshDatabase('readers_busy_lists');
  readers = await aReadersService(database.ownerUrl);
});
afterAll(async () => {
  await readers.stop();
  await database.drop();
});

it('lists say to come again while too many look at them; what is asked for by its id is shown', async () => {
  const school = { code: 'A', name: '学校', kind: 'primary' };
  const { id: schoolId } = await readers.done<{ id: string }>(
    'POST',
    '/api/v1/schools',
    readers.admin,
    school,
  );
  const token = await readers.as({ role: 'librarian', schoolId });
  const unknown = newId();
  const lists = ['GET /schools', 'GET /classes', 'GET /readers', 'POST /readers/search'];
  const busy = lists.map((door) => [door, 503, 'service.busy']);
  const single = [`GET /schools/${unknown}`, `GET /classes/${unknown}`, `GET /readers/${unknown}`];
  const shown = single.map((door) => [door, 404, 'resource.unknown']);
  expect(await saidWhileListsAreFull(readers, token, [...lists, ...single])).toEqual([...busy, ...shown]);
});
