import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
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

type Shift = { id: string };
/** A shelf of its own with one copy, and a plan that takes what is on it away. */
const bodyOf = async ({ school }: Place) => {
  const shelf = { schoolId: school.id, kind: 'shelf', name: `倒架 ${another()}` };
  const { id } = await school.librarian.post<Identified>(`${api}/locations`, shelf);
  const [copy] = await school.titles(1);
  const move = { schoolId: school.id, toId: id, barcodes: [copy?.barcode] };
  await school.librarian.post(`${api}/copy-moves`, move);
  return {
    schoolId: school.id,
    name: '倒架',
    beginsOn: '2026-10-12',
    endsOn: '2026-10-16',
    steps: [{ standsIn: id, toId: null }],
  };
};
const planned = async (place: Place): Promise<Shift> =>
  place.school.librarian.post<Shift>(`${api}/shelf-shifts`, await bodyOf(place));
const shift = new Added(planned);
const idOf = async (place: Place): Promise<string> => (await shift.at(place)).id;
/** For the step that is carried out: each time another shift. */
const fresh = new Added(planned);
const freshIdOf = async (place: Place): Promise<string> => (await fresh.at(place)).id;

export const feature: FeatureDoors = {
  adds: [shift, fresh],
  watched: ({ school }) => [`/shelf-shifts?schoolId=${school.id}`],
  doors: [
    write('shelf-shifts.create', '/shelf-shifts', 'school', 201, bodyOf),
    list('shelf-shifts.list', '/shelf-shifts', 'school', ofSchool),
    byPath('shelf-shifts.read', 'GET', '/shelf-shifts/{id}', 200, idOf),
    change('shelf-shifts.change', '/shelf-shifts/{id}', idOf, () => ({ note: '暑假' })),
    byPath('shelf-shifts.steps', 'GET', '/shelf-shifts/{id}/steps', 200, idOf),
    {
      ...byPath('shelf-shifts.carry-out', 'POST', '/shelf-shifts/{id}/steps/{number}/move', 200, freshIdOf),
      ask: async (place) => ({ path: `${at('/shelf-shifts/{id}', await freshIdOf(place))}/steps/1/move` }),
      before: async (place) => {
        (await fresh.at(place)).id = (await planned(place)).id;
      },
    },
  ],
};
