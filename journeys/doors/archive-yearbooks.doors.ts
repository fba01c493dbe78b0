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

let year = 1900;
/** A year of which no school has a yearbook yet. */
const bodyOf = ({ school }: Place) => {
  year += 1;
  return { schoolId: school.id, year, name: `${String(year)}年鉴` };
};
const one = '/archive-yearbooks/{id}';
const begunAt = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/archive-yearbooks`, bodyOf(place))).id;
const boundAt = async (place: Place): Promise<string> => {
  const id = await begunAt(place);
  for (const body of [{}, { copies: 10 }, {}])
    await place.school.librarian.ask('POST', at(`${one}/step`, id), { body });
  return id;
};
const issue = { recipient: '教研组', copies: 1 };
const issuedAt = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(at(`${one}/issues`, await boundAt(place)), issue)).id;
const edited = async (place: Place): Promise<string> => {
  const id = await begunAt(place);
  await place.school.librarian.ask('POST', at(`${one}/step`, id), { body: {} });
  return id;
};
const book = new Added(begunAt);
const idOf = (place: Place): Promise<string> => book.at(place);

export const feature: FeatureDoors = {
  adds: [book],
  watched: async (place) => [`/archive-yearbooks/${await idOf(place)}`],
  doors: [
    write('archive-yearbooks.begin', '/archive-yearbooks', 'school', 201, bodyOf),
    list('archive-yearbooks.list', '/archive-yearbooks', 'school', ofSchool),
    byPath('archive-yearbooks.read', 'GET', one, 200, idOf),
    {
      ...byPath('archive-yearbooks.advance', 'POST', `${one}/step`, 200, begunAt),
      ask: async (place) => ({ path: at(`${one}/step`, await begunAt(place)), body: {} }),
    },
    byPath('archive-yearbooks.go-back', 'POST', `${one}/reopening`, 200, edited),
    byPath('archive-yearbooks.issues', 'GET', `${one}/issues`, 200, idOf),
    {
      ...byPath('archive-yearbooks.issue', 'POST', `${one}/issues`, 201, boundAt),
      ask: async (place) => ({ path: at(`${one}/issues`, await boundAt(place)), body: issue }),
    },
    byPath('archive-yearbooks.take-back', 'POST', '/archive-yearbook-issues/{id}/return', 200, issuedAt),
  ],
};
