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
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const draft = async ({ school }: Place): Promise<string> => {
  const body = { schoolId: school.id, column: 'rules', title: `公告${another()}`, words: '按时归还。' };
  return (await school.librarian.post<Identified>(`${api}/library-notices`, body)).id;
};
const notice = new Added(async (place: Place) => ({ id: await draft(place) }));
const idOf = async (place: Place): Promise<string> => (await notice.at(place)).id;
const anew = async (place: Place): Promise<void> => {
  (await notice.at(place)).id = await draft(place);
};
const shown = async (place: Place): Promise<void> => {
  await anew(place);
  await place.school.librarian.ask('POST', `${api}/library-notices/${await idOf(place)}/publication`, {
    body: {},
  });
};
const publication: Door = byPath(
  'library-notices.publish',
  'POST',
  '/library-notices/{id}/publication',
  200,
  idOf,
);

export const feature: FeatureDoors = {
  adds: [notice],
  secrets: async (place) => [await idOf(place)],
  watched: ({ school }) => [`/library-notices?schoolId=${school.id}`],
  doors: [
    {
      ...write('library-introduction.put', '/library-introduction', 'school', 200, ({ school }) => ({
        schoolId: school.id,
        zh: '本馆建于一九五八年。',
      })),
      method: 'PUT',
    },
    write('library-notices.create', '/library-notices', 'school', 201, ({ school }) => ({
      schoolId: school.id,
      column: 'new-books',
      title: '新书到馆',
      words: '三楼借书处。',
    })),
    list('library-notices.list', '/library-notices', 'school', ofSchool),
    byPath('library-notices.read', 'GET', '/library-notices/{id}', 200, idOf),
    {
      ...change('library-notices.change', '/library-notices/{id}', idOf, () => ({ pinned: true })),
      before: anew,
    },
    { ...publication, before: anew, ask: async (place) => ({ ...(await publication.ask(place)), body: {} }) },
    {
      ...byPath('library-notices.withdraw', 'POST', '/library-notices/{id}/withdrawal', 200, idOf),
      before: shown,
    },
  ],
};
