import type { Identified } from '../a-caller.builder.js';
import { Added, api, byPath, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js';
import { roomOf } from './stock-additions.doors.js';

let days = 0;
/** A day that no other scheme of a school begins on. */
const another = (): string => {
  days += 1;
  return new Date(Date.UTC(2061, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
};
const asked = async (place: Place): Promise<object> => ({
  schoolId: place.school.id,
  effectiveOn: another(),
  reason: '南北区调整',
  lines: [{ locationId: await roomOf(place), clc: 'I', share: 5_000 }],
});
const written = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/allocation-schemes`, await asked(place))).id;
const scheme = new Added(async (place: Place) => ({ id: await written(place) }));
const idOf = async (place: Place): Promise<string> => (await scheme.at(place)).id;

export const feature: FeatureDoors = {
  adds: [scheme],
  secrets: async (place) => [await idOf(place)],
  watched: ({ school }) => [`/allocation-schemes?schoolId=${school.id}`],
  doors: [
    write('allocation-schemes.write', '/allocation-schemes', 'school', 201, asked),
    list('allocation-schemes.list', '/allocation-schemes', 'school', ofSchool),
    {
      ...byPath('allocation-schemes.remove', 'DELETE', '/allocation-schemes/{id}', 200, idOf),
      before: async (place) => {
        (await scheme.at(place)).id = await written(place);
      },
    },
    list('allocation-schemes.compare', '/allocation', 'school', ofSchool),
  ],
};
