import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  list,
  ofOnePerson,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const bodyOf = ({ reader }: Place) => ({
  readerId: reader.id,
  name: `阅读之星${another()}`,
  level: 'school',
});
const given = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/reading-awards`, bodyOf(place))).id;
const awards = new Added(async (place) => ({ id: await given(place) }));
const idOf = async (place: Place): Promise<string> => (await awards.at(place)).id;

export const feature: FeatureDoors = {
  adds: [awards],
  doors: [
    ...ofOnePerson(
      list(
        'reading-awards.list',
        '/reading-awards',
        'list',
        ({ reader }) => `readerId=${reader.id}&limit=500`,
      ),
      write('reading-awards.give', '/reading-awards', 'id', 201, bodyOf),
      {
        ...byPath('reading-awards.take-back', 'DELETE', '/reading-awards/{id}', 204, idOf),
        ask: async (place) => ({ path: at('/reading-awards/{id}', await idOf(place)) }),
        before: async (place) => {
          (await awards.at(place)).id = await given(place);
        },
      },
    ),
  ],
};
