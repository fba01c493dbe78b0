import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import { Added, api, at, byPath, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js'; // prettier-ignore

const note = new Added(async ({ school, reader }) => {
  const body = { readerId: reader.id, text: `读后感${another()}` };
  return (await school.librarian.post<Identified>(`${api}/reading-notes`, body)).id;
});
const bodyOf = async (place: Place) => ({
  schoolId: place.school.id,
  name: '优秀读书笔记',
  place: 'board',
  noteIds: [await note.at(place)],
});
const shown = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/work-displays`, await bodyOf(place))).id;
const display = new Added(async (place) => ({ id: await shown(place) }));
const leaving = new Added(async (place) => ({ id: await shown(place) }));
const idOf = async (place: Place): Promise<string> => (await display.at(place)).id;

export const feature: FeatureDoors = {
  adds: [note, display, leaving],
  secrets: async (place) => [await idOf(place)],
  watched: ({ school }) => [`/work-displays?schoolId=${school.id}`],
  doors: [
    write('work-displays.create', '/work-displays', 'school', 201, bodyOf),
    list('work-displays.list', '/work-displays', 'school', ofSchool),
    byPath('work-displays.read', 'GET', '/work-displays/{id}', 200, idOf),
    {
      ...byPath('work-displays.withdraw', 'POST', '/work-displays/{id}/withdrawal', 200, idOf),
      ask: async (place) => ({
        path: at('/work-displays/{id}/withdrawal', (await leaving.at(place)).id),
        body: {},
      }),
      before: async (place) => {
        (await leaving.at(place)).id = await shown(place);
      },
    },
  ],
};
