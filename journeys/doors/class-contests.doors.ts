import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import { Added, api, at, byPath, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js'; // prettier-ignore

const bodyOf = ({ school }: Place) => ({
  schoolId: school.id,
  schoolYear: 2026,
  name: `书香班级${another()}`,
  criteria: [{ code: 'corner', name: '图书角', mostPoints: 40, source: 'entered' }],
});
const opened = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/class-contests`, bodyOf(place))).id;
const head = new Added(({ school }: Place) => school.account('school-head'));
const decision = ({ schoolClass }: Place) => ({ classIds: [schoolClass.id] });
const decidedOne = async (place: Place): Promise<string> => {
  const id = await opened(place);
  const asked = { body: decision(place) };
  await (await head.at(place)).ask('POST', at('/class-contests/{id}/decision', id), asked);
  return id;
};
const open = new Added(async (place: Place) => ({ id: await opened(place) }));
const decidable = new Added(async (place: Place) => ({ id: await opened(place) }));
const decided = new Added(async (place: Place) => ({ id: await decidedOne(place) }));
const idOf =
  (added: Added<{ id: string }>) =>
  async (place: Place): Promise<string> =>
    (await added.at(place)).id;

export const feature: FeatureDoors = {
  adds: [head, open, decidable, decided],
  watched: ({ school }) => [`/class-contests?schoolId=${school.id}`],
  doors: [
    write('class-contests.open', '/class-contests', 'school', 201, bodyOf),
    list('class-contests.list', '/class-contests', 'school', ofSchool),
    byPath('class-contests.read', 'GET', '/class-contests/{id}', 200, idOf(open)),
    byPath('class-contests.standings', 'GET', '/class-contests/{id}/standings', 200, idOf(open)),
    {
      ...byPath('class-contests.score', 'PUT', '/class-contests/{id}/scores', 200, idOf(open)),
      ask: async (place) => ({
        path: at('/class-contests/{id}/scores', await idOf(open)(place)),
        body: { items: [{ classId: place.schoolClass.id, code: 'corner', points: 30 }] },
      }),
    },
    {
      ...byPath('class-contests.decide', 'POST', '/class-contests/{id}/decision', 200, idOf(decidable)),
      ask: async (place) => ({
        path: at('/class-contests/{id}/decision', await idOf(decidable)(place)),
        body: decision(place),
      }),
      before: async (place) => {
        (await decidable.at(place)).id = await opened(place);
      },
    },
    {
      ...byPath('class-contests.reopen', 'POST', '/class-contests/{id}/reopening', 200, idOf(decided)),
      before: async (place) => {
        (await decided.at(place)).id = await decidedOne(place);
      },
    },
  ],
};
