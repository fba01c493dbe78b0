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
/** A shelf of its own with one copy. */
const shelf = new Added(async ({ school }: Place) => {
  const asked = { schoolId: school.id, kind: 'shelf', name: `倒架 ${another()}` };
  const { id } = await school.librarian.post<Identified>(`${api}/locations`, asked);
  const [copy] = await school.titles(1);
  if (copy === undefined) throw new Error('no copy');
  return { id, barcode: copy.barcode };
});
/** A plan that takes what is on the shelf away. */
const bodyOf = async (place: Place) => ({
  schoolId: place.school.id,
  name: '倒架',
  beginsOn: '2026-10-12',
  endsOn: '2026-10-16',
  steps: [{ standsIn: (await shelf.at(place)).id, toId: null }],
});
const planned = async (place: Place): Promise<Shift> =>
  place.school.librarian.post<Shift>(`${api}/shelf-shifts`, await bodyOf(place));
const shift = new Added(planned);
const idOf = async (place: Place): Promise<string> => (await shift.at(place)).id;
/** For the step that is carried out: each time another shift, with the copy on its shelf. */
const fresh = new Added(planned);
const freshIdOf = async (place: Place): Promise<string> => (await fresh.at(place)).id;
const anew = async (place: Place): Promise<void> => {
  const { id: toId, barcode } = await shelf.at(place);
  const body = { schoolId: place.school.id, toId, barcodes: [barcode] };
  // Refused where it stands there already.
  await place.school.librarian.ask('POST', `${api}/copy-moves`, { body });
  (await fresh.at(place)).id = (await planned(place)).id;
};

export const feature: FeatureDoors = {
  adds: [shelf, shift, fresh],
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
      before: anew,
    },
  ],
};
