import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
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

/** Long ago: what is lent today is due as ever. */
const bodyOf = ({ school, schoolClass }: Place) => ({
  schoolId: school.id,
  name: `寒假 ${another()}`,
  lendFrom: '2020-01-06',
  lendTo: '2020-01-10',
  dueOn: '2020-02-17',
  slots: [{ classId: schoolClass.id, on: '2020-01-06' }],
});
const arranged = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/vacation-arrangements`, bodyOf(place))).id;
const vacations = new Added(async (place) => ({
  kept: await arranged(place),
  cancelled: await arranged(place),
}));
const idOf = async (place: Place): Promise<string> => (await vacations.at(place)).kept;

export const feature: FeatureDoors = {
  adds: [vacations],
  watched: ({ school }) => [`/vacation-arrangements?schoolId=${school.id}`],
  doors: [
    write('vacation-arrangements.create', '/vacation-arrangements', 'school', 201, bodyOf),
    list('vacation-arrangements.list', '/vacation-arrangements', 'school', ofSchool),
    byPath('vacation-arrangements.read', 'GET', '/vacation-arrangements/{id}', 200, idOf),
    {
      ...byPath('vacation-arrangements.put', 'PUT', '/vacation-arrangements/{id}', 200, idOf),
      ask: async (place) => {
        const path = at('/vacation-arrangements/{id}', await idOf(place));
        const now = await place.school.librarian.ask('GET', path);
        return { path, body: bodyOf(place), headers: { 'if-match': now.headers.get('etag') ?? '"v1"' } };
      },
    },
    {
      ...byPath(
        'vacation-arrangements.cancel',
        'POST',
        '/vacation-arrangements/{id}/cancellation',
        200,
        async (place) => {
          return (await vacations.at(place)).cancelled;
        },
      ),
      before: async (place) => {
        (await vacations.at(place)).cancelled = await arranged(place);
      },
    },
    byPath('vacation-arrangements.classes', 'GET', '/vacation-arrangements/{id}/classes', 200, idOf),
    byPath('vacation-arrangements.loans', 'GET', '/vacation-arrangements/{id}/loans', 200, idOf),
  ],
};
