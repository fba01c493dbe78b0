import type { Identified } from '../a-caller.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  list,
  ofSchool,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const made = async ({ school }: Place): Promise<Identified> =>
  school.librarian.post<Identified>(`${api}/dunning-runs`, { schoolId: school.id });
const spoken = async ({ school, reader }: Place): Promise<Identified> =>
  school.librarian.post<Identified>(`${api}/return-contacts`, { readerId: reader.id, whom: 'visit' });
const run = new Added(made);
/** One that may go. */
const removable = new Added(async (place) => ({ id: (await made(place)).id }));
const contact = new Added(async (place) => ({ id: (await spoken(place)).id }));

export const feature: FeatureDoors = {
  adds: [run, removable, contact],
  watched: ({ school }) => [
    `/dunning-runs?schoolId=${school.id}`,
    `/dunning-priorities?schoolId=${school.id}`,
    `/return-contacts?schoolId=${school.id}`,
  ],
  doors: [
    write('dunning-runs.create', '/dunning-runs', 'school', 201, ({ school }) => ({ schoolId: school.id })),
    list('dunning-runs.list', '/dunning-runs', 'school', ofSchool),
    byPath(
      'dunning-runs.lines',
      'GET',
      '/dunning-runs/{id}/lines',
      200,
      async (place) => (await run.at(place)).id,
    ),
    {
      ...byPath(
        'dunning-runs.remove',
        'DELETE',
        '/dunning-runs/{id}',
        204,
        async (place) => (await removable.at(place)).id,
      ),
      before: async (place) => {
        (await removable.at(place)).id = (await made(place)).id;
      },
    },
    list('dunning-reminders.read', '/dunning-reminders', 'school', ofSchool),
    list('dunning-priorities.list', '/dunning-priorities', 'school', ofSchool),
    {
      ...byPath('dunning-priorities.put', 'PUT', '/dunning-priorities/{id}', 200, ({ reader }) => reader.id),
      ask: ({ reader }) => ({ path: at('/dunning-priorities/{id}', reader.id), body: { why: 'temporary' } }),
    },
    {
      ...byPath(
        'dunning-priorities.remove',
        'DELETE',
        '/dunning-priorities/{id}',
        204,
        ({ reader }) => reader.id,
      ),
      before: ({ school, reader }) =>
        school.librarian.ask('PUT', at('/dunning-priorities/{id}', reader.id), {
          body: { why: 'temporary' },
        }),
    },
    {
      ...write('return-contacts.create', '/return-contacts', 'id', 201, ({ reader }) => ({
        readerId: reader.id,
        whom: 'homeroom-teacher',
      })),
      ofOnePerson: true,
    },
    list('return-contacts.list', '/return-contacts', 'school', ofSchool),
    {
      ...byPath(
        'return-contacts.remove',
        'DELETE',
        '/return-contacts/{id}',
        204,
        async (place) => (await contact.at(place)).id,
      ),
      before: async (place) => {
        (await contact.at(place)).id = (await spoken(place)).id;
      },
    },
  ],
};
