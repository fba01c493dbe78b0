import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  change,
  list,
  ofSchool,
  write,
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const bodyOf = ({ school }: Place) => ({
  schoolId: school.id,
  column: 'activities',
  title: `读书节${another()}`,
  words: '欢迎参加。',
  channels: ['web', 'e-screen', 'board'],
});
const drafted = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/library-publications`, bodyOf(place))).id;
const shownOne = async (place: Place): Promise<string> => {
  const id = await drafted(place);
  await place.school.librarian.ask('POST', at('/library-publications/{id}/publication', id), { body: {} });
  return id;
};
const draft = new Added(async (place: Place) => ({ id: await drafted(place) }));
const showable = new Added(async (place: Place) => ({ id: await drafted(place) }));
const withdrawable = new Added(async (place: Place) => ({ id: await shownOne(place) }));
const idOf =
  (added: Added<{ id: string }>) =>
  async (place: Place): Promise<string> =>
    (await added.at(place)).id;
const publication: Door = byPath(
  'library-publications.publish',
  'POST',
  '/library-publications/{id}/publication',
  200,
  idOf(showable),
);

export const feature: FeatureDoors = {
  adds: [draft, showable, withdrawable],
  secrets: async (place) => [await idOf(draft)(place)],
  watched: ({ school }) => [`/library-publications?schoolId=${school.id}`],
  doors: [
    write('library-publications.write', '/library-publications', 'school', 201, bodyOf),
    list('library-publications.list', '/library-publications', 'school', ofSchool),
    byPath('library-publications.read', 'GET', '/library-publications/{id}', 200, idOf(draft)),
    change('library-publications.change', '/library-publications/{id}', idOf(draft), () => ({
      words: '改期。',
    })),
    byPath('library-publications.sheet', 'GET', '/library-publications/{id}/sheet', 200, idOf(draft)),
    byPath('library-publications.script', 'GET', '/library-publications/{id}/script', 200, idOf(draft)),
    {
      ...publication,
      ask: async (place) => ({ ...(await publication.ask(place)), body: {} }),
      before: async (place) => {
        (await showable.at(place)).id = await drafted(place);
      },
    },
    {
      ...byPath(
        'library-publications.withdraw',
        'POST',
        '/library-publications/{id}/withdrawal',
        200,
        idOf(withdrawable),
      ),
      before: async (place) => {
        (await withdrawable.at(place)).id = await shownOne(place);
      },
    },
  ],
};
