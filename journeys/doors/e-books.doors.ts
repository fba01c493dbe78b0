import type { Identified } from '../a-caller.builder.js';
import { api, at, byPath, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js';

const bodyOf = ({ school }: Place) => ({ schoolId: school.id, kind: 'bought', volumes: 10, fen: 100 });
const lineAt = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/e-book-lines`, bodyOf(place))).id;

export const feature: FeatureDoors = {
  watched: ({ school }) => [`/e-book-holdings?schoolId=${school.id}`],
  doors: [
    write('e-books.enter', '/e-book-lines', 'school', 201, bodyOf),
    list('e-books.lines', '/e-book-lines', 'school', ofSchool),
    {
      ...byPath('e-books.correct', 'POST', '/e-book-lines/{id}/correction', 201, lineAt),
      ask: async (place) => ({
        path: at('/e-book-lines/{id}/correction', await lineAt(place)),
        body: { note: '登错' },
      }),
    },
    list('e-books.holdings', '/e-book-holdings', 'school', ofSchool),
  ],
};
