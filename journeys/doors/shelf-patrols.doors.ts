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

const shelf = new Added(async ({ school }) => {
  const input = { schoolId: school.id, kind: 'shelf', name: `巡架 ${another()}` };
  return (await school.librarian.post<Identified>(`${api}/locations`, input)).id;
});
/** Something that nobody knows stands on the shelf, and so there is something to put right. */
const bodyOf = async (place: Place) => ({
  schoolId: place.school.id,
  locationId: await shelf.at(place),
  barcodes: [place.copy.barcode, `UNKNOWN${another()}`],
});
const patrolled = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/shelf-patrols`, await bodyOf(place))).id;
const patrol = new Added(async (place) => ({ id: await patrolled(place) }));
const idOf = async (place: Place): Promise<string> => (await patrol.at(place)).id;
/** One that may go: what the others ask for stays. */
const removable = new Added(async (place) => ({ id: await patrolled(place) }));
const removableOf = async (place: Place): Promise<string> => (await removable.at(place)).id;

export const feature: FeatureDoors = {
  adds: [shelf, patrol, removable],
  watched: ({ school }) => [`/shelf-patrols?schoolId=${school.id}`],
  doors: [
    write('shelf-patrols.create', '/shelf-patrols', 'school', 201, bodyOf),
    list('shelf-patrols.list', '/shelf-patrols', 'school', ofSchool),
    byPath('shelf-patrols.findings', 'GET', '/shelf-patrols/{id}/findings', 200, idOf),
    {
      ...byPath('shelf-patrols.put-right', 'POST', '/shelf-patrols/{id}/corrections', 200, idOf),
      ask: async (place) => ({
        path: at('/shelf-patrols/{id}/corrections', await idOf(place)),
        body: { positions: [2] },
      }),
    },
    {
      ...byPath('shelf-patrols.remove', 'DELETE', '/shelf-patrols/{id}', 204, removableOf),
      before: async (place) => {
        (await removable.at(place)).id = await patrolled(place);
      },
    },
    list('shelf-patrols.days', '/shelf-patrol-days', 'school', ofSchool),
  ],
};
