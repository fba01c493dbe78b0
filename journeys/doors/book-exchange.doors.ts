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

const bodyOf = ({ school, reader }: Place) => ({ schoolId: school.id, readerId: reader.id, title: '小王子' });
const act = (place: Place, id: string, what: string, body: object = {}): Promise<unknown> =>
  place.school.librarian.ask('POST', `${api}/exchange-books/${id}/${what}`, { body });
const offered = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/exchange-books`, bodyOf(place))).id;
/** Somebody else of the class brings and takes. */
const friend = new Added(async ({ school, schoolClass }) => {
  const input = { schoolId: school.id, kind: 'student', name: '换书人', classId: schoolClass.id };
  return (await school.librarian.post<Identified>(`${api}/readers`, input)).id;
});
const books = new Added(async (place) => ({ offered: await offered(place), there: await offered(place) }));
const offeredOf = async (place: Place): Promise<string> => (await books.at(place)).offered;
const thereOf = async (place: Place): Promise<string> => (await books.at(place)).there;
const renewOffered = async (place: Place): Promise<void> => {
  (await books.at(place)).offered = await offered(place);
};
/** A book of the friend, which the reader of the place may pay for. */
const renewThere = async (place: Place): Promise<void> => {
  const own = await offered(place);
  await act(place, own, 'acceptance', { tickets: 1 });
  const input = { ...bodyOf(place), readerId: await friend.at(place) };
  const { id } = await place.school.librarian.post<Identified>(`${api}/exchange-books`, input);
  await act(place, id, 'acceptance', { tickets: 1 });
  (await books.at(place)).there = id;
};

export const feature: FeatureDoors = {
  adds: [friend, books],
  watched: ({ school }) => [`/exchange-books?schoolId=${school.id}`],
  doors: [
    write('exchange-books.create', '/exchange-books', 'school', 201, bodyOf),
    list('exchange-books.list', '/exchange-books', 'school', ofSchool),
    {
      ...byPath('exchange-books.tickets', 'GET', '/exchange-tickets/{id}', 200, ({ reader }) => reader.id),
      ofOnePerson: true,
    },
    {
      ...byPath('exchange-books.accept', 'POST', '/exchange-books/{id}/acceptance', 200, offeredOf),
      ask: async (place) => ({
        path: at('/exchange-books/{id}/acceptance', await offeredOf(place)),
        body: { tickets: 1 },
      }),
      before: renewOffered,
    },
    {
      ...byPath('exchange-books.refuse', 'POST', '/exchange-books/{id}/refusal', 200, offeredOf),
      ask: async (place) => ({
        path: at('/exchange-books/{id}/refusal', await offeredOf(place)),
        body: { why: '破损' },
      }),
      before: renewOffered,
    },
    {
      ...byPath('exchange-books.take', 'POST', '/exchange-books/{id}/taking', 200, thereOf),
      ask: async (place) => ({
        path: at('/exchange-books/{id}/taking', await thereOf(place)),
        body: { readerId: place.reader.id },
      }),
      before: renewThere,
    },
    {
      ...byPath('exchange-books.take-back', 'POST', '/exchange-books/{id}/undoing', 200, thereOf),
      before: renewThere,
    },
  ],
};
