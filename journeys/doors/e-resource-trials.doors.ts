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

const bodyOf = ({ school }: Place) => ({
  schoolId: school.id,
  kind: 'database',
  name: '试用库',
  startsOn: '2026-09-01',
  endsOn: '2026-09-30',
});
const trialAt = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/e-resource-trials`, bodyOf(place))).id;
const outcome = { outcome: 'decline', reason: '重复' };
const decidedAt = async (place: Place): Promise<string> => {
  const id = await trialAt(place);
  await place.school.librarian.ask('POST', at('/e-resource-trials/{id}/outcome', id), { body: outcome });
  return id;
};
const trial = new Added(trialAt);
const idOf = (place: Place): Promise<string> => trial.at(place);

export const feature: FeatureDoors = {
  adds: [trial],
  watched: async (place) => [`/e-resource-trials/${await idOf(place)}`],
  doors: [
    write('e-resource-trials.create', '/e-resource-trials', 'school', 201, bodyOf),
    list('e-resource-trials.list', '/e-resource-trials', 'school', ofSchool),
    byPath('e-resource-trials.read', 'GET', '/e-resource-trials/{id}', 200, idOf),
    byPath('e-resource-trials.evaluations', 'GET', '/e-resource-trials/{id}/evaluations', 200, idOf),
    {
      ...byPath('e-resource-trials.evaluate', 'PUT', '/e-resource-trials/{id}/evaluation', 200, idOf),
      ask: async (place) => ({
        path: at('/e-resource-trials/{id}/evaluation', await idOf(place)),
        body: { evaluator: '语文组', mark: 4, words: '内容较全' },
      }),
    },
    {
      ...byPath('e-resource-trials.decide', 'POST', '/e-resource-trials/{id}/outcome', 200, idOf),
      ask: async (place) => ({
        path: at('/e-resource-trials/{id}/outcome', await trialAt(place)),
        body: outcome,
      }),
    },
    byPath('e-resource-trials.undo', 'POST', '/e-resource-trials/{id}/reopening', 200, decidedAt),
  ],
};
