import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  at,
  byPath,
  list,
  ofOnePerson,
  ofSchool,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';
import { madeOnceHeard } from './library-rooms.doors.js';

const bodyOf = ({ school, reader, copy }: Place) => ({
  schoolId: school.id,
  name: `专题推荐${another()}`,
  occasion: 'asked-for',
  titleIds: [copy.titleId],
  readerIds: [reader.id],
});
const sent = async (place: Place): Promise<string> =>
  (await madeOnceHeard<Identified>(place.school.librarian, '/book-matches', bodyOf(place))).id;
const match = new Added((place: Place) => sent(place));
const declinable = new Added(async (place: Place) => ({ id: await sent(place) }));
const idOf = (place: Place): Promise<string> => match.at(place);

export const feature: FeatureDoors = {
  adds: [match, declinable],
  secrets: async (place) => [await idOf(place)],
  watched: async (place) => [
    `/book-matches?schoolId=${place.school.id}`,
    `/book-matches/${(await declinable.at(place)).id}/readers`,
  ],
  doors: [
    write('book-matches.send', '/book-matches', 'school', 201, bodyOf),
    list('book-matches.list', '/book-matches', 'school', ofSchool),
    byPath('book-matches.read', 'GET', '/book-matches/{id}', 200, idOf),
    byPath('book-matches.readers', 'GET', '/book-matches/{id}/readers', 200, idOf),
    { ...list('books-for-me.list', '/books-for-me', 'county', () => 'limit=50') },
    ...ofOnePerson({
      ...byPath('book-matches.decline', 'POST', '/book-matches/{id}/declination', 200, () => ''),
      ask: async (place) => ({
        path: at('/book-matches/{id}/declination', (await declinable.at(place)).id),
        body: { readerId: place.reader.id },
      }),
      before: async (place) => {
        (await declinable.at(place)).id = await sent(place);
      },
    }),
  ],
};
