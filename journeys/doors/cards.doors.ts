import { another, type Reader } from '../a-school.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  everything,
  list,
  ofOnePerson,
  ofSchool,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';
import { suspendedReader } from './enrolment.doors.js';

/** Whose card comes and goes while doors are tried. */
const holder = new Added(({ school, schoolClass }) =>
  school.reader({ classId: schoolClass.id, name: `证${another()}`, cardNumber: `H${another()}` }),
);
const holderAt = async (place: Place): Promise<Reader & { readonly cardStatus: string }> =>
  place.school.librarian.get(`${api}/readers/${(await holder.at(place)).id}`);
const cardOf = async (place: Place): Promise<string> => (await holderAt(place)).cardId;
const handedIn = async (place: Place): Promise<void> => {
  const { cardId, cardStatus } = await holderAt(place);
  if (cardStatus === 'active')
    await place.school.librarian.post(`${api}/card-returns`, { cardIds: [cardId] });
};
const handedOut = async (place: Place): Promise<void> => {
  const { id, cardStatus } = await holderAt(place);
  if (cardStatus !== 'active') await place.school.librarian.post(`${api}/cards`, { readerId: id });
};

export const feature: FeatureDoors = {
  adds: [holder],
  secrets: async (place) => {
    const { id, name, cardNumber } = await holder.at(place);
    return [id, name, cardNumber];
  },
  watched: async (place) => [`/readers/${(await holder.at(place)).id}/cards`],
  doors: [
    ...ofOnePerson(
      {
        ...byPath(
          'cards.lose',
          'POST',
          '/cards/{id}/losses',
          201,
          async (place) => (await suspendedReader.at(place)).cardId,
        ),
        ask: async (place) => {
          const { id } = await suspendedReader.at(place);
          const { cardId } = await place.school.librarian.get<Reader>(`${api}/readers/${id}`);
          return { path: at('/cards/{id}/losses', cardId), body: { replace: true } };
        },
      },
      write(
        'cards.issue',
        '/cards',
        'id',
        201,
        async (place) => ({ readerId: (await holder.at(place)).id }),
        { before: handedIn },
      ),
      write(
        'cards.return',
        '/card-returns',
        'id',
        200,
        async (place) => ({ cardIds: [await cardOf(place)] }),
        {
          before: handedOut,
        },
      ),
      { ...byPath('cards.restore', 'POST', '/cards/{id}/restoration', 200, cardOf), before: handedIn },
      byPath('cards.history', 'GET', '/readers/{id}/cards', 200, ({ reader }) => reader.id),
      list('cards.returns', '/card-returns', 'id', ({ schoolClass }) => `classId=${schoolClass.id}`),
    ),
    list('cards.return-classes', '/card-return-classes', 'school', ofSchool),
    list('cards.counts', '/card-counts', 'school', ofSchool),
    list('cards.counts-of-schools', '/card-counts-of-schools', 'county', everything),
  ],
};
