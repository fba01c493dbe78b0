import type { Identified } from '../a-caller.builder.js';
import {
  Added,
  api,
  byPath,
  change,
  list,
  ofSchool,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

let year = 1900;
/** A year that no school has a plan for yet; no budget is less than that of the year before. */
const planOf = ({ school }: Place): Readonly<Record<string, unknown>> => {
  year += 1;
  return { schoolId: school.id, year, printVolumes: 0, ebooks: 0, periodicalTitles: 0, budgetFen: 0 };
};
const plan = new Added((place: Place) =>
  place.school.librarian.post<Identified>(`${api}/acquisition-plans`, planOf(place)),
);
const idOf = async (place: Place): Promise<string> => (await plan.at(place)).id;

export const feature: FeatureDoors = {
  adds: [plan],
  secrets: async (place) => [await idOf(place)],
  watched: ({ school }) => [`/acquisition-plans?schoolId=${school.id}`],
  doors: [
    write('acquisition-plans.create', '/acquisition-plans', 'school', 201, planOf),
    list('acquisition-plans.list', '/acquisition-plans', 'school', ofSchool),
    byPath('acquisition-plans.read', 'GET', '/acquisition-plans/{id}', 200, idOf),
    change('acquisition-plans.change', '/acquisition-plans/{id}', idOf, () => ({ shrinkReason: '并校' })),
  ],
};
