import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  byPath,
  change,
  list,
  ofSchool,
  write,
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const made = ({ school }: Place) => ({
  schoolId: school.id,
  kind: 'school-textbook',
  title: `校本教材${another()}`,
  makers: '教研组',
  year: 2026,
  copies: 0,
});
const enter = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<{ titleId: string }>(`${api}/school-publications`, made(place))).titleId;
const publication = new Added(enter);
const idOf = (place: Place): Promise<string> => publication.at(place);
const removable = new Added(async (place) => ({ id: await enter(place) }));
const ofCounty = (door: Door): Door => ({ ...door, touches: 'county' });
const one = '/school-publications/{id}';

export const feature: FeatureDoors = {
  adds: [publication, removable],
  watched: ({ school }) => [`/school-publications?schoolId=${school.id}`],
  doors: [
    list('school-publications.list', '/school-publications', 'county', ofSchool),
    list('school-publications.sums', '/school-publication-sums', 'county', ofSchool),
    ofCounty(byPath('school-publications.read', 'GET', one, 200, idOf)),
    write('school-publications.create', '/school-publications', 'school', 201, made),
    change('school-publications.change', one, idOf, () => ({ note: '再版' })),
    {
      ...byPath(
        'school-publications.remove',
        'DELETE',
        one,
        204,
        async (place) => (await removable.at(place)).id,
      ),
      before: async (place) => {
        (await removable.at(place)).id = await enter(place);
      },
    },
  ],
};
