import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  change,
  list,
  ofSchool,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const bodyOf = ({ school }: Place) => ({
  schoolId: school.id,
  name: `馆员${another()}`,
  title: 'clerk',
  education: 'college',
  post: '流通',
  isHead: false,
});
const entered = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/library-staff`, bodyOf(place))).id;
const staff = new Added(async (place) => ({ id: await entered(place), removable: await entered(place) }));
const idOf = async (place: Place): Promise<string> => (await staff.at(place)).id;

export const feature: FeatureDoors = {
  adds: [staff],
  watched: ({ school }) => [`/library-staff?schoolId=${school.id}`],
  doors: [
    write('library-staff.enter', '/library-staff', 'school', 201, bodyOf),
    list('library-staff.list', '/library-staff', 'school', ofSchool),
    byPath('library-staff.read', 'GET', '/library-staff/{id}', 200, idOf),
    change('library-staff.change', '/library-staff/{id}', idOf, () => ({ post: '编目' })),
    {
      ...byPath('library-staff.remove', 'DELETE', '/library-staff/{id}', 204, idOf),
      ask: async (place) => ({ path: at('/library-staff/{id}', (await staff.at(place)).removable) }),
      before: async (place) => {
        (await staff.at(place)).removable = await entered(place);
      },
    },
    list('library-staff.counts', '/library-staff-counts', 'school', ofSchool),
  ],
};
