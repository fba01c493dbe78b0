import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  change,
  list,
  ofOnePerson,
  ofSchool,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';
import { madeOnceHeard } from './library-rooms.doors.js';

const ofClass = ({ school, schoolClass }: Place) => ({
  schoolId: school.id,
  kind: 'reviews',
  classId: schoolClass.id,
  name: `书评专栏${another()}`,
});
const opened = async (place: Place): Promise<string> =>
  (await madeOnceHeard<Identified>(place.school.librarian, '/reader-boards', ofClass(place))).id;
const board = new Added((place: Place) => opened(place));
const idOf = (place: Place): Promise<string> => board.at(place);
const posted = async (place: Place): Promise<string> => {
  const path = at('/reader-boards/{id}/posts', await idOf(place));
  return (await place.school.librarian.post<Identified>(path, { words: `书评${another()}` })).id;
};
/** What a librarian writes is shown at once, and may be removed once. */
const post = new Added(async (place: Place) => ({ id: await posted(place) }));

export const feature: FeatureDoors = {
  adds: [board, post],
  secrets: async (place) => [await idOf(place), (await post.at(place)).id],
  watched: async (place) => [
    `/reader-boards?schoolId=${place.school.id}`,
    `/reader-boards/${await idOf(place)}/posts`,
  ],
  doors: [
    list('reader-boards.list', '/reader-boards', 'school', ofSchool),
    ...ofOnePerson(
      write('reader-boards.open', '/reader-boards', 'school', 201, ofClass),
      byPath('reader-boards.read', 'GET', '/reader-boards/{id}', 200, idOf),
      change('reader-boards.change', '/reader-boards/{id}', idOf, () => ({ task: '写一段书评' })),
      byPath('reader-boards.participants', 'GET', '/reader-boards/{id}/participants', 200, idOf),
      byPath('board-posts.list', 'GET', '/reader-boards/{id}/posts', 200, idOf),
      {
        ...byPath('board-posts.write', 'POST', '/reader-boards/{id}/posts', 201, idOf),
        ask: async (place) => ({
          path: `${api}/reader-boards/${await idOf(place)}/posts`,
          body: { words: '这本书很好看' },
        }),
      },
      {
        ...byPath('board-posts.decide', 'POST', '/board-posts/{id}/decision', 200, () => ''),
        ask: async (place) => ({
          path: at('/board-posts/{id}/decision', (await post.at(place)).id),
          body: { become: 'removed' },
        }),
        before: async (place) => {
          (await post.at(place)).id = await posted(place);
        },
      },
    ),
  ],
};
