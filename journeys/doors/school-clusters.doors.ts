import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  everything,
  list,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const bodyOf = ({ school }: Place) => ({ name: `学区${another()}`, schoolIds: [school.id] });
const made = async (place: Place): Promise<string> =>
  (await place.school.admin.post<Identified>(`${api}/school-clusters`, bodyOf(place))).id;
const cluster = new Added(async (place) => ({ id: await made(place), removable: await made(place) }));
const idOf = async (place: Place): Promise<string> => (await cluster.at(place)).id;

export const feature: FeatureDoors = {
  adds: [cluster],
  doors: [
    write('school-clusters.create', '/school-clusters', 'county', 201, bodyOf),
    list('school-clusters.list', '/school-clusters', 'county', everything),
    byPath('school-clusters.read', 'GET', '/school-clusters/{id}', 200, idOf),
    {
      ...byPath('school-clusters.change', 'PATCH', '/school-clusters/{id}', 200, idOf),
      ask: async (place) => {
        const path = at('/school-clusters/{id}', await idOf(place));
        const { headers } = await place.school.admin.ask('GET', path);
        return {
          path,
          body: { name: `学区${another()}` },
          headers: { 'if-match': headers.get('etag') ?? '' },
        };
      },
    },
    {
      ...byPath(
        'school-clusters.remove',
        'DELETE',
        '/school-clusters/{id}',
        204,
        async (place) => (await cluster.at(place)).removable,
      ),
      before: async (place) => {
        (await cluster.at(place)).removable = await made(place);
      },
    },
  ],
};
