import type { Reader } from '../a-school.builder.js';
import { api, at, byPath, ofOnePerson, type FeatureDoors } from './door.builder.js';
import { suspendedReader } from './enrolment.doors.js';

export const feature: FeatureDoors = {
  doors: ofOnePerson({
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
  }),
};
