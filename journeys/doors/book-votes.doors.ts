import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  change,
  list,
  ofOnePerson,
  ofSchool,
  write,
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const bodyOf = ({ school }: Place) => ({
  schoolId: school.id,
  name: `最喜爱的书${another()}`,
  opensOn: '2020-01-01',
  closesOn: '2099-12-31',
});
const opened = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/book-votes`, bodyOf(place))).id;
const open = new Added((place: Place) => opened(place));
/** Its results are for everybody. */
const closed = new Added(async (place: Place) => {
  const id = await opened(place);
  await place.school.librarian.ask('PATCH', at('/book-votes/{id}', id), {
    body: { status: 'closed' },
    headers: { 'if-match': '"v1"' },
  });
  return id;
});
const idOf = (place: Place): Promise<string> => open.at(place);
const sending = (door: Door, template: string, body: (place: Place) => unknown): Door => ({
  ...door,
  touches: 'id',
  ask: async (place) => ({ path: at(template, await idOf(place)), body: body(place) }),
});

export const feature: FeatureDoors = {
  adds: [open, closed],
  secrets: async (place) => [await idOf(place)],
  watched: async (place) => [
    `/book-votes?schoolId=${place.school.id}`,
    `/book-votes/${await idOf(place)}/results`,
    `/book-votes/${await idOf(place)}/gifts`,
  ],
  doors: [
    write('book-votes.open', '/book-votes', 'school', 201, bodyOf),
    list('book-votes.list', '/book-votes', 'school', ofSchool),
    byPath('book-votes.read', 'GET', '/book-votes/{id}', 200, idOf),
    change('book-votes.change', '/book-votes/{id}', idOf, () => ({ closesOn: '2099-12-30' })),
    byPath('book-votes.results', 'GET', '/book-votes/{id}/results', 200, (place) => closed.at(place)),
    byPath('book-gifts.list', 'GET', '/book-votes/{id}/gifts', 200, idOf),
    byPath('book-gifts.counts', 'GET', '/book-votes/{id}/gift-counts', 200, idOf),
    ...ofOnePerson(
      sending(
        byPath('book-votes.cast', 'PUT', '/book-votes/{id}/ballot', 200, idOf),
        '/book-votes/{id}/ballot',
        (place) => ({
          readerId: place.reader.id,
          titleIds: [place.copy.titleId],
        }),
      ),
      sending(
        byPath('book-gifts.enter', 'POST', '/book-votes/{id}/gifts', 201, idOf),
        '/book-votes/{id}/gifts',
        (place) => ({
          classId: place.schoolClass.id,
          readerId: place.reader.id,
          book: '草房子',
          copies: 1,
          goesTo: 'stock',
        }),
      ),
    ),
  ],
};
