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
import { OwingReader } from './owing-reader.builder.js';

const owing = new OwingReader();
const asked = async (place: Place): Promise<{ owedId: string; id: string }> => {
  const owedId = await owing.owes(place);
  const { id } = await place.school.librarian.post<Identified>(`${api}/write-offs`, {
    compensationId: owedId,
    reason: '家庭困难',
  });
  return { owedId, id };
};
const writeOff = new Added(asked);
const idOf = async (place: Place): Promise<string> => (await writeOff.at(place)).id;
const askAgain = async (place: Place): Promise<void> => {
  Object.assign(await writeOff.at(place), await asked(place));
};

export const feature: FeatureDoors = {
  adds: [owing.added, writeOff],
  watched: ({ school }) => [`/write-offs?schoolId=${school.id}`],
  doors: [
    write(
      'write-offs.create',
      '/write-offs',
      'id',
      201,
      async (place) => ({ compensationId: (await writeOff.at(place)).owedId, reason: '家庭困难' }),
      {
        before: async (place) => {
          (await writeOff.at(place)).owedId = await owing.owes(place);
        },
      },
    ),
    list('write-offs.list', '/write-offs', 'school', ofSchool),
    {
      ...byPath('write-offs.decide', 'POST', '/write-offs/{id}/decision', 200, idOf),
      ask: async (place) => ({
        path: at('/write-offs/{id}/decision', await idOf(place)),
        body: { decision: 'declined' },
      }),
      before: askAgain,
    },
    { ...byPath('write-offs.withdraw', 'POST', '/write-offs/{id}/withdrawal', 200, idOf), before: askAgain },
  ],
};
