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

const bodyOf = ({ school }: Place) => ({ schoolId: school.id, kind: 'bought', volumes: 10, fen: 100 });
const lineAt = async (place: Place): Promise<{ id: string }> => {
  const { id } = await place.school.librarian.post<Identified>(`${api}/e-book-lines`, bodyOf(place));
  return { id };
};
const line = new Added(lineAt);
const idOf = async (place: Place): Promise<string> => (await line.at(place)).id;
const correction = '/e-book-lines/{id}/correction';

export const feature: FeatureDoors = {
  adds: [line],
  watched: ({ school }) => [`/e-book-holdings?schoolId=${school.id}`],
  doors: [
    write('e-books.enter', '/e-book-lines', 'school', 201, bodyOf),
    list('e-books.lines', '/e-book-lines', 'school', ofSchool),
    {
      ...byPath('e-books.correct', 'POST', correction, 201, idOf),
      ask: async (place) => ({ path: at(correction, await idOf(place)), body: { note: '登错' } }),
      before: async (place) => {
        (await line.at(place)).id = (await lineAt(place)).id;
      },
    },
    list('e-books.holdings', '/e-book-holdings', 'school', ofSchool),
  ],
};
