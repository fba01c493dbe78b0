import type { Identified } from '../a-caller.builder.js';
import { Added, byPath, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js';
import { madeOnceHeard } from './library-rooms.doors.js';

/** A school has each year once: each body asks for another one. */
const FIRST_YEAR = 1_800;
const YEARS = 220;
const asked = new Map<string, number>();
const bodyOf = ({ school }: Place) => {
  const nth = asked.get(school.id) ?? 0;
  asked.set(school.id, nth + 1);
  return { schoolId: school.id, year: FIRST_YEAR + (nth % YEARS), copies: 10_000, source: '校志' };
};
const entered = async (place: Place): Promise<string> =>
  (await madeOnceHeard<Identified>(place.school.librarian, '/entered-years', bodyOf(place))).id;
const year = new Added(async (place) => ({ id: await entered(place) }));
const idOf = async (place: Place): Promise<string> => (await year.at(place)).id;

export const feature: FeatureDoors = {
  adds: [year],
  watched: ({ school }) => [`/entered-years?schoolId=${school.id}`],
  doors: [
    write('entered-years.enter', '/entered-years', 'school', 201, bodyOf),
    list('entered-years.list', '/entered-years', 'school', ofSchool),
    {
      ...byPath('entered-years.remove', 'DELETE', '/entered-years/{id}', 204, idOf),
      before: async (place) => {
        (await year.at(place)).id = await entered(place);
      },
    },
  ],
};
