import { until, type Caller, type Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import { Added, api, at, byPath, change, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js'; // prettier-ignore

const bodyOf = ({ school }: Place) => ({
  schoolId: school.id,
  name: `馆室 ${another()}`,
  purposes: ['lending', 'reading', 'electronic', 'activity'],
  seats: 30,
  classesAtOnce: 50,
});
/** Made as soon as circulation has heard of what it names: schools, classes, terms and readers come by and by. */
export const madeOnceHeard = async <View>(caller: Caller, path: string, body: unknown): Promise<View> =>
  (
    await until(
      () => caller.ask<View>('POST', `${api}${path}`, { body }),
      ({ status }) => status === 201,
    )
  ).body;
/** Rooms are made once and booked by many doors: many classes find room in them. */
export const libraryRoom = new Added(
  async (place) =>
    (await madeOnceHeard<Identified>(place.school.librarian, '/library-rooms', bodyOf(place))).id,
);
const idOf = (place: Place): Promise<string> => libraryRoom.at(place);

export const feature: FeatureDoors = {
  adds: [libraryRoom],
  watched: ({ school }) => [`/library-rooms?schoolId=${school.id}`],
  doors: [
    write('library-rooms.create', '/library-rooms', 'school', 201, bodyOf),
    list('library-rooms.list', '/library-rooms', 'school', ofSchool),
    byPath('library-rooms.read', 'GET', '/library-rooms/{id}', 200, idOf),
    change('library-rooms.change', '/library-rooms/{id}', idOf, () => ({ seats: 40 })),
    byPath('library-rooms.read-shelf-access', 'GET', '/library-rooms/{id}/shelf-access', 200, idOf),
    {
      ...byPath('library-rooms.put-shelf-access', 'PUT', '/library-rooms/{id}/shelf-access', 200, idOf),
      ask: async (place) => ({
        path: at('/library-rooms/{id}/shelf-access', await idOf(place)),
        body: { steps: [{ readerKind: 'teacher', access: 'open', beginsOn: '2026-09-01' }] },
      }),
    },
    {
      ...byPath(
        'library-rooms.ask-shelf-access',
        'POST',
        '/library-rooms/{id}/shelf-access/search',
        200,
        idOf,
      ),
      ask: async (place) => ({
        path: at('/library-rooms/{id}/shelf-access/search', await idOf(place)),
        body: { readerId: place.reader.id },
      }),
    },
  ],
};
