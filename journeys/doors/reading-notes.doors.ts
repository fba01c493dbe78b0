import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  byPath,
  list,
  ofOnePerson,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

/** Not accepted yet. */
const note = new Added(async ({ school, reader, copy }) => {
  const body = { readerId: reader.id, titleId: copy.titleId, text: `读后感${another()}` };
  return { noteId: (await school.librarian.post<Identified>(`${api}/reading-notes`, body)).id };
});
const idOf = async (place: Place): Promise<string> => (await note.at(place)).noteId;

export const feature: FeatureDoors = {
  adds: [note],
  secrets: async (place) => [await idOf(place)],
  lists: ['/reading-notes'],
  doors: ofOnePerson(
    write('reading-notes.create', '/reading-notes', 'id', 201, ({ reader }) => ({
      readerId: reader.id,
      text: '很好看。',
    })),
    list('reading-notes.list', '/reading-notes', 'list', ({ reader }) => `readerId=${reader.id}`),
    byPath('reading-notes.read', 'GET', '/reading-notes/{id}', 200, idOf),
    {
      ...byPath('reading-notes.accept', 'POST', '/reading-notes/{id}/acceptance', 200, idOf),
      before: async (place) => {
        const body = { readerId: place.reader.id, text: '又读了一遍。' };
        const { id } = await place.school.librarian.post<Identified>(`${api}/reading-notes`, body);
        (await note.at(place)).noteId = id;
      },
    },
  ),
};
