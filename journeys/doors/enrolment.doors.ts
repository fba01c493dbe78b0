import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  change,
  list,
  ofOnePerson,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

/** Who is suspended, and whose card is lost, while doors are tried. */
export const suspendedReader = new Added(({ school, schoolClass }) =>
  school.reader({ classId: schoolClass.id, name: `李${another()}`, cardNumber: `L${another()}` }),
);
const suspended = async (place: Place): Promise<string> => (await suspendedReader.at(place)).id;

export const feature: FeatureDoors = {
  adds: [suspendedReader],
  secrets: async (place) => {
    const { id, name, cardNumber } = await suspendedReader.at(place);
    return [id, name, cardNumber];
  },
  lists: ['/readers?status=all'],
  watched: async (place) => [`/readers/${place.reader.id}`, `/readers/${await suspended(place)}`],
  doors: ofOnePerson(
    write('readers.create', '/readers', 'school', 201, ({ school }) => ({
      schoolId: school.id,
      kind: 'student',
      name: `新生${another()}`,
    })),
    list(
      'readers.list',
      '/readers',
      'list',
      ({ school, schoolClass }) => `schoolId=${school.id}&classId=${schoolClass.id}`,
    ),
    write('readers.search', '/readers/search', 'list', 200, ({ school, schoolClass, reader }) => ({
      schoolId: school.id,
      classId: schoolClass.id,
      cardNumber: reader.cardNumber,
    })),
    byPath('readers.read', 'GET', '/readers/{id}', 200, ({ reader }) => reader.id),
    {
      operation: 'readers.put',
      method: 'PUT',
      path: `${api}/readers/by-external-id/{externalId}`,
      touches: 'school',
      // Whoever comes first enrols, the others find the reader: each has an id of its own.
      ok: 201,
      ask: ({ school }) => ({
        path: `${api}/readers/by-external-id/stu-${another()}`,
        body: { schoolId: school.id, kind: 'student', name: `新生${another()}` },
      }),
    },
    change('readers.change', '/readers/{id}', suspended, async (place) => ({
      name: (await suspendedReader.at(place)).name,
    })),
    {
      ...byPath('readers.suspend', 'POST', '/readers/{id}/suspensions', 201, suspended),
      ask: async (place) => ({
        path: at('/readers/{id}/suspensions', await suspended(place)),
        body: { why: 'overdue' },
      }),
    },
    byPath('readers.reinstate', 'DELETE', '/readers/{id}/suspensions', 200, suspended),
  ),
};
