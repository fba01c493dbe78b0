import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  list,
  ofOnePerson,
  ofSchool,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

let classNo = 60;
/** A class of its own with one pupil who has no card, so that nobody else's cards are made. */
const waiting = new Added(async ({ school }) => {
  const { id: classId } = await school.schoolClass((classNo += 1), 6);
  const reader = await school.reader({ classId, name: `制${another()}` });
  await school.librarian.post(`${api}/card-returns`, { cardIds: [reader.cardId] });
  return { classId };
});
const begun = async (place: Place, classId: string): Promise<{ id: string }> => ({
  id: (await place.school.librarian.post<Identified>(`${api}/card-batches`, { classId })).id,
});
const batch = new Added((place) => begun(place, place.schoolClass.id));
const made = new Added(async (place) => begun(place, (await waiting.at(place)).classId));
const batchOf = async (place: Place): Promise<string> => (await batch.at(place)).id;
const madeOf = async (place: Place): Promise<string> => (await made.at(place)).id;
/** At the notice, or one step behind it. */
const stands = async (place: Place, step: 'notice' | 'roster'): Promise<void> => {
  const { librarian } = place.school;
  const path = `${api}/card-batches/${await madeOf(place)}`;
  const now = await librarian.get<{ step: string }>(path);
  if (now.step === step) return;
  if (step === 'roster') await librarian.post(`${path}/steps`, { step: 'roster' });
  else await librarian.ask('POST', `${path}/undoing`);
};

export const feature: FeatureDoors = {
  adds: [waiting, batch, made],
  watched: async (place) => [`/card-batches/${await madeOf(place)}`],
  doors: [
    write('card-batches.create', '/card-batches', 'id', 201, ({ schoolClass }) => ({
      classId: schoolClass.id,
    })),
    list('card-batches.list', '/card-batches', 'school', ofSchool),
    ...ofOnePerson(
      byPath('card-batches.read', 'GET', '/card-batches/{id}', 200, batchOf),
      byPath('card-batches.readers', 'GET', '/card-batches/{id}/readers', 200, batchOf),
    ),
    {
      ...byPath('card-batches.step', 'POST', '/card-batches/{id}/steps', 200, madeOf),
      before: (place) => stands(place, 'notice'),
      ask: async (place) => ({
        path: at('/card-batches/{id}/steps', await madeOf(place)),
        body: { step: 'roster' },
      }),
    },
    {
      ...byPath('card-batches.undo', 'POST', '/card-batches/{id}/undoing', 200, madeOf),
      before: (place) => stands(place, 'roster'),
    },
    {
      ...byPath('card-batches.cancel', 'POST', '/card-batches/{id}/cancellation', 200, batchOf),
      before: async (place) => {
        (await batch.at(place)).id = (await begun(place, place.schoolClass.id)).id;
      },
    },
  ],
};
