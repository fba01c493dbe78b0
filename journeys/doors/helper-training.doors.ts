import type { Identified } from '../a-caller.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  change,
  list,
  ofSchool,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const bodyOf = ({ school }: Place) => ({
  schoolId: school.id,
  name: '上岗培训',
  heldOn: '2026-09-10',
  minutes: 40,
  trainer: '王老师',
  syllabus: ['中图法'],
});
const planned = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/helper-trainings`, bodyOf(place))).id;
const held = new Added(async (place) => {
  const id = await planned(place);
  await place.school.librarian.post(`${api}/helper-trainings/${id}/step`, { step: 'hold' });
  return id;
});
const open = new Added(async (place) => ({ id: await planned(place) }));
const heldOf = (place: Place): Promise<string> => held.at(place);
const termOf = ({ school }: Place): string => school.termId;

export const feature: FeatureDoors = {
  adds: [held, open],
  watched: ({ school }) => [
    `/helper-trainings?schoolId=${school.id}`,
    `/helper-training-focuses/${school.termId}`,
  ],
  doors: [
    write('helper-trainings.plan', '/helper-trainings', 'school', 201, bodyOf),
    list('helper-trainings.list', '/helper-trainings', 'school', ofSchool),
    byPath('helper-trainings.read', 'GET', '/helper-trainings/{id}', 200, heldOf),
    change('helper-trainings.change', '/helper-trainings/{id}', heldOf, () => ({ place: '阅览室' })),
    {
      ...byPath('helper-trainings.step', 'POST', '/helper-trainings/{id}/step', 200, heldOf),
      ask: async (place) => ({
        path: at('/helper-trainings/{id}/step', (await open.at(place)).id),
        body: { step: 'cancel' },
      }),
      before: async (place) => {
        (await open.at(place)).id = await planned(place);
      },
    },
    {
      ...byPath('helper-trainings.put-attendance', 'PUT', '/helper-trainings/{id}/attendance', 200, heldOf),
      ask: async (place) => ({
        path: at('/helper-trainings/{id}/attendance', await heldOf(place)),
        body: { items: [{ readerId: place.reader.id, present: true, result: 'passed' }] },
      }),
    },
    byPath('helper-trainings.attendance', 'GET', '/helper-trainings/{id}/attendance', 200, heldOf),
    {
      ...byPath('helper-training-focus.set', 'PUT', '/helper-training-focuses/{termId}', 200, termOf),
      ask: (place) => ({
        path: `${api}/helper-training-focuses/${termOf(place)}`,
        body: { grades: [3] },
      }),
    },
    {
      ...byPath('helper-training-focus.read', 'GET', '/helper-training-focuses/{termId}', 200, termOf),
      ask: (place) => ({ path: `${api}/helper-training-focuses/${termOf(place)}` }),
    },
  ],
};
