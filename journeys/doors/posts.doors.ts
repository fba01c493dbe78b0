import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
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
  name: `岗位${another()}`,
  role: 'librarian',
  responsibilities: '登到、装订、统计',
  operations: ['library-staff'],
});
const made = async (place: Place): Promise<string> =>
  (await place.school.admin.post<Identified>(`${api}/posts`, bodyOf(place))).id;
const post = new Added(async (place) => ({ id: await made(place), removable: await made(place) }));
const idOf = async (place: Place): Promise<string> => (await post.at(place)).id;

export const feature: FeatureDoors = {
  adds: [post],
  doors: [
    write('posts.create', '/posts', 'school', 201, bodyOf),
    list('posts.list', '/posts', 'school', ofSchool),
    byPath('posts.read', 'GET', '/posts/{id}', 200, idOf),
    change('posts.change', '/posts/{id}', idOf, () => ({ responsibilities: '编目' })),
    {
      ...byPath(
        'posts.remove',
        'DELETE',
        '/posts/{id}',
        204,
        async (place) => (await post.at(place)).removable,
      ),
      before: async (place) => {
        (await post.at(place)).removable = await made(place);
      },
    },
  ],
};
