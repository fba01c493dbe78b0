import { done, type Identified } from '../a-caller.builder.js';
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

const bodyOf = ({ school }: Place) => ({ schoolId: school.id, topic: '竹子的生长' });
const asked = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/research-requests`, bodyOf(place))).id;
const request = new Added(async (place) => ({ id: await asked(place) }));
const idOf = async (place: Place): Promise<string> => (await request.at(place)).id;
const anew = async (place: Place): Promise<void> => {
  (await request.at(place)).id = await asked(place);
};
const reply = { status: 'answered', words: '见书架' };
const answered = async (place: Place): Promise<void> => {
  await anew(place);
  const path = at('/research-requests/{id}/answer', await idOf(place));
  done(await place.school.librarian.ask('POST', path, { body: reply }), 200);
};

export const feature: FeatureDoors = {
  adds: [request],
  secrets: async (place) => [await idOf(place)],
  watched: ({ school }) => [`/research-requests?schoolId=${school.id}`],
  doors: [
    write('research-requests.create', '/research-requests', 'school', 201, bodyOf),
    list('research-requests.list', '/research-requests', 'school', ofSchool),
    {
      ...byPath('research-requests.answer', 'POST', '/research-requests/{id}/answer', 200, idOf),
      ask: async (place) => ({ path: at('/research-requests/{id}/answer', await idOf(place)), body: reply }),
      before: anew,
    },
    {
      ...byPath('research-requests.reopen', 'POST', '/research-requests/{id}/reopening', 200, idOf),
      before: answered,
    },
    list('research-requests.months', '/research-request-months', 'school', ofSchool),
  ],
};
