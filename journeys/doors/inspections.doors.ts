import type { Identified } from '../a-caller.builder.js';
import { Added, api, byPath, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js';

const bodyOf = ({ school }: Place) => ({
  schoolId: school.id,
  what: 'newspapers',
  lookedAt: 30,
  findings: [{ words: '报纸一捆', damage: 'torn', decision: 'mended-at-once' }],
});
const entered = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/condition-inspections`, bodyOf(place))).id;
const inspection = new Added(async (place) => ({ id: await entered(place) }));
const idOf = async (place: Place): Promise<string> => (await inspection.at(place)).id;
/** One that may go: what the others ask for stays. */
const removable = new Added(async (place) => ({ id: await entered(place) }));
const removableOf = async (place: Place): Promise<string> => (await removable.at(place)).id;

export const feature: FeatureDoors = {
  adds: [inspection, removable],
  watched: ({ school }) => [`/condition-inspections?schoolId=${school.id}`],
  doors: [
    write('condition-inspections.create', '/condition-inspections', 'school', 201, bodyOf),
    list('condition-inspections.list', '/condition-inspections', 'school', ofSchool),
    byPath('condition-inspections.findings', 'GET', '/condition-inspections/{id}/findings', 200, idOf),
    {
      ...byPath('condition-inspections.remove', 'DELETE', '/condition-inspections/{id}', 204, removableOf),
      before: async (place) => {
        (await removable.at(place)).id = await entered(place);
      },
    },
    list('condition-inspections.months', '/condition-months', 'school', ofSchool),
  ],
};
