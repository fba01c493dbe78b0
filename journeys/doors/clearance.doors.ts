import { until, type Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  list,
  ofSchool,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

type Clearance = Identified & { readonly readerId: string; readonly state: 'open' | 'cleared' };

/** Somebody who leaves, with a clearance that moves as the doors need it. */
const leaver = new Added(async (place) => {
  const { school, schoolClass } = place;
  const { id: readerId } = await school.reader({
    classId: schoolClass.id,
    name: `孙${another()}`,
    cardNumber: `L${another()}`,
  });
  // Circulation hears of a reader a moment later.
  await until(
    () => school.librarian.ask('GET', `${api}/clearances/check?readerId=${readerId}`),
    ({ status }) => status === 200,
  );
  return { readerId, id: await openedFor(place, readerId) };
});
const openedFor = async ({ school }: Place, readerId: string): Promise<string> => {
  await school.librarian.post(`${api}/clearances`, {
    schoolId: school.id,
    readerIds: [readerId],
    why: 'leave',
  });
  const all = await school.librarian.all<Clearance>(`${api}/clearances?schoolId=${school.id}`);
  const found = all.find((one) => one.readerId === readerId);
  if (found === undefined) throw new Error('no clearance');
  return found.id;
};
const idOf = async (place: Place): Promise<string> => (await leaver.at(place)).id;
const stands =
  (wanted: Clearance['state']) =>
  async (place: Place): Promise<void> => {
    const { school } = place;
    const one = await leaver.at(place);
    one.id = await openedFor(place, one.readerId);
    const all = await school.librarian.all<Clearance>(`${api}/clearances?schoolId=${school.id}`);
    const now = all.find(({ id }) => id === one.id)?.state;
    if (now === wanted) return;
    if (wanted === 'open')
      return void (await school.librarian.post(at('/clearances/{id}/undoing', one.id), {}));
    await school.librarian.post(at('/clearances/{id}/hand-ins', one.id), { what: 'card' });
    await school.librarian.post(at('/clearances/{id}/completion', one.id), {});
  };
const readyToClear = async (place: Place): Promise<void> => {
  await stands('open')(place);
  await place.school.librarian.post(at('/clearances/{id}/hand-ins', await idOf(place)), { what: 'card' });
};

export const feature: FeatureDoors = {
  adds: [leaver],
  watched: ({ school }) => [`/clearances?schoolId=${school.id}`],
  doors: [
    {
      ...list('clearances.check', '/clearances/check', 'id', ({ reader }) => `readerId=${reader.id}`),
      ofOnePerson: true,
    },
    list('clearances.classes', '/clearances/classes', 'school', ofSchool),
    write('clearances.create', '/clearances', 'school', 200, async (place) => ({
      schoolId: place.school.id,
      readerIds: [(await leaver.at(place)).readerId],
      why: 'leave',
    })),
    list('clearances.list', '/clearances', 'school', ofSchool),
    {
      ...byPath('clearances.hand-in', 'POST', '/clearances/{id}/hand-ins', 200, idOf),
      ask: async (place) => ({
        path: at('/clearances/{id}/hand-ins', await idOf(place)),
        body: { what: 'card' },
      }),
      before: stands('open'),
    },
    {
      ...byPath('clearances.complete', 'POST', '/clearances/{id}/completion', 200, idOf),
      before: readyToClear,
    },
    {
      ...byPath('clearances.undo', 'POST', '/clearances/{id}/undoing', 200, idOf),
      before: stands('cleared'),
    },
    {
      ...byPath('clearances.certificate', 'GET', '/clearances/{id}/certificate', 200, idOf),
      ofOnePerson: true,
      before: stands('cleared'),
    },
    { ...byPath('clearances.remove', 'DELETE', '/clearances/{id}', 204, idOf), before: stands('open') },
  ],
};
