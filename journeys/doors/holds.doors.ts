import type { Identified } from '../a-caller.builder.js';
import type { Copy } from '../a-school.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  list,
  ofOnePerson,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';
import { suspendedReader } from './enrolment.doors.js';

const bodyOf = ({ school, reader }: Place, { titleId }: Copy) => ({
  titleId,
  readerId: reader.id,
  pickupSchoolId: school.id,
});

/** The reader waits for a title that somebody else has on loan. */
const waiting = new Added(async (place) => {
  const { school } = place;
  const [wanted] = await school.titles(1);
  if (wanted === undefined) throw new Error('no copy');
  await school.lent(wanted.barcode, (await suspendedReader.at(place)).cardNumber);
  const hold = await school.librarian.post<Identified>(`${api}/holds`, bodyOf(place, wanted));
  return { wanted, holdId: hold.id };
});

/** A reader waits for a title only once. */
async function cancelHolds({ school, reader }: Place, { titleId }: Copy): Promise<void> {
  const holds = await school.librarian.all<
    Identified & { readonly titleId: string; readonly status: string }
  >(`${api}/holds?readerId=${reader.id}`);
  for (const hold of holds)
    if (hold.titleId === titleId && ['waiting', 'ready'].includes(hold.status))
      await school.librarian.ask('DELETE', `${api}/holds/${hold.id}`);
}

const waitsAgain = async (place: Place): Promise<void> => {
  const there = await waiting.at(place);
  await cancelHolds(place, there.wanted);
  const hold = await place.school.librarian.post<Identified>(`${api}/holds`, bodyOf(place, there.wanted));
  there.holdId = hold.id;
};
const idOf = async (place: Place): Promise<string> => (await waiting.at(place)).holdId;

export const feature: FeatureDoors = {
  adds: [waiting],
  secrets: async (place) => [await idOf(place)],
  lists: ['/holds'],
  doors: ofOnePerson(
    write('holds.create', '/holds', 'id', 201, (place) => bodyOf(place, place.copy), {
      before: async (place) => {
        await cancelHolds(place, place.copy);
        await place.school.takeBack(place.copy.barcode);
      },
    }),
    list('holds.list', '/holds', 'list', ({ reader }) => `readerId=${reader.id}`),
    byPath('holds.read', 'GET', '/holds/{id}', 200, idOf),
    {
      ...byPath('holds.suspend', 'POST', '/holds/{id}/suspension', 200, idOf),
      ask: async (place) => ({ path: at('/holds/{id}/suspension', await idOf(place)), body: {} }),
      before: waitsAgain,
    },
    { ...byPath('holds.resume', 'POST', '/holds/{id}/resumption', 200, idOf), before: waitsAgain },
    {
      ...byPath('holds.cancel', 'DELETE', '/holds/{id}', 200, idOf),
      before: waitsAgain,
    },
  ),
};
