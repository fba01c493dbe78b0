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
import { reviewAt } from './selection.doors.js';

const handedIn = (place: Place, reviewId: string): Readonly<Record<string, unknown>> => ({
  schoolId: place.school.id,
  readerId: place.reader.id,
  reviewId,
  priceFen: 1_200,
  invoiceNumber: `发票${another()}`,
});
/** Found fit before somebody asks: who is refused must find nothing changed. */
const review = new Added(async (place: Place) => ({ id: await reviewAt(place) }));
const entered = async (place: Place): Promise<string> => {
  const input = handedIn(place, await reviewAt(place));
  return (await place.school.librarian.post<Identified>(`${api}/pupil-books`, input)).id;
};
const book = new Added(async (place: Place) => ({ id: await entered(place) }));
const idOf = async (place: Place): Promise<string> => (await book.at(place)).id;
const anew = async (place: Place): Promise<void> => {
  (await book.at(place)).id = await entered(place);
};
const refused = async (place: Place): Promise<void> => {
  await anew(place);
  await place.school.admin.ask('POST', `${api}/pupil-books/${await idOf(place)}/decision`, {
    body: { decision: 'refuse', remark: '重复' },
  });
};
const confirmation = (method: 'PUT' | 'DELETE', operation: 'confirm' | 'take-back') => ({
  ...byPath(`pupil-books.${operation}-reflection`, method, '/pupil-books/{id}/paper-reflection', 200, idOf),
  before: anew,
});

export const feature: FeatureDoors = {
  adds: [book, review],
  secrets: async (place) => [await idOf(place)],
  watched: ({ school }) => [`/pupil-books?schoolId=${school.id}`],
  doors: [
    write(
      'pupil-books.enter',
      '/pupil-books',
      'school',
      201,
      async (place) => handedIn(place, (await review.at(place)).id),
      {
        before: async (place) => {
          (await review.at(place)).id = await reviewAt(place);
        },
      },
    ),
    list('pupil-books.list', '/pupil-books', 'school', ofSchool),
    list('pupil-books.payments', '/pupil-book-payments', 'school', ofSchool),
    byPath('pupil-books.read', 'GET', '/pupil-books/{id}', 200, idOf),
    { ...change('pupil-books.change', '/pupil-books/{id}', idOf, () => ({ priceFen: 1_300 })), before: anew },
    {
      ...confirmation('PUT', 'confirm'),
      ask: async (place) => ({
        path: `${api}/pupil-books/${await idOf(place)}/paper-reflection`,
        body: { reason: '写在纸上' },
      }),
    },
    confirmation('DELETE', 'take-back'),
    {
      ...byPath('pupil-books.decide', 'POST', '/pupil-books/{id}/decision', 200, idOf),
      ask: async (place) => ({
        path: `${api}/pupil-books/${await idOf(place)}/decision`,
        body: { decision: 'refuse', remark: '重复' },
      }),
      before: anew,
    },
    // Nothing is paid before it was accepted.
    {
      ...byPath('pupil-books.pay', 'POST', '/pupil-books/{id}/payment', 409, idOf),
      ask: async (place) => ({ path: `${api}/pupil-books/${await idOf(place)}/payment`, body: {} }),
      before: anew,
    },
    {
      ...byPath('pupil-books.undo', 'POST', '/pupil-books/{id}/undo', 200, idOf),
      ask: async (place) => ({
        path: `${api}/pupil-books/${await idOf(place)}/undo`,
        body: { reason: '误退' },
      }),
      before: refused,
    },
  ],
};
