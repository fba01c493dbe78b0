import type { Identified } from '../a-caller.builder.js';
import { Added, api, byPath, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js';

let days = 0;
/** A day that no other policy of a school begins on. */
const another = (): string => {
  days += 1;
  return new Date(Date.UTC(2061, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
};
const asked = ({ school }: Place): object => ({
  schoolId: school.id,
  effectiveOn: another(),
  reason: '年度修订',
  levels: [{ clc: 'I', level: 'comprehensive', reason: '重点' }],
});
const written = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/collection-policies`, asked(place))).id;
const policy = new Added(async (place: Place) => ({ id: await written(place) }));
const idOf = async (place: Place): Promise<string> => (await policy.at(place)).id;

export const feature: FeatureDoors = {
  adds: [policy],
  secrets: async (place) => [await idOf(place)],
  watched: ({ school }) => [`/collection-policies?schoolId=${school.id}`],
  doors: [
    write('collection-policies.write', '/collection-policies', 'school', 201, asked),
    list('collection-policies.list', '/collection-policies', 'school', ofSchool),
    {
      ...byPath('collection-policies.remove', 'DELETE', '/collection-policies/{id}', 200, idOf),
      before: async (place) => {
        (await policy.at(place)).id = await written(place);
      },
    },
    list('collection-policies.levels', '/collecting-levels', 'school', ofSchool),
    list('collection-policies.gaps', '/collection-gaps', 'school', ofSchool),
    list('collection-policies.standard', '/stock-standard', 'school', ofSchool),
    list(
      'collection-policies.stock-plan',
      '/stock-plans',
      'school',
      (place) => `${ofSchool(place)}&expectedPupils=500&years=5`,
    ),
  ],
};
