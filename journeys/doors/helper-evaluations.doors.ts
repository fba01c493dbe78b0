import { api, list, ofOnePerson, type FeatureDoors, type Place } from './door.builder.js';
import { helper } from './helper-office.doors.js';

const termOf = ({ school }: Place): string => `termId=${school.termId}`;
const judgement = { grade: 'good', awarded: false };
const path = `${api}/helper-evaluations/{helperId}`;
const pathOf = async (place: Place): Promise<string> => path.replace('{helperId}', await helper.at(place));
const judged = async (place: Place): Promise<void> => {
  await place.school.librarian.ask('PUT', await pathOf(place), {
    body: { ...judgement, termId: place.school.termId },
  });
};

export const feature: FeatureDoors = {
  doors: [
    list('helper-evaluations.list', '/helper-evaluations', 'path', termOf),
    ...ofOnePerson(
      {
        operation: 'helper-evaluations.judge',
        method: 'PUT',
        path,
        touches: 'path',
        ok: 200,
        ask: async (place) => ({
          path: await pathOf(place),
          body: { ...judgement, termId: place.school.termId },
        }),
      },
      {
        operation: 'helper-evaluations.take-back',
        method: 'DELETE',
        path,
        touches: 'path',
        ok: 204,
        ask: async (place) => ({ path: `${await pathOf(place)}?${termOf(place)}` }),
        before: judged,
      },
    ),
  ],
};
