import { done, type Identified } from '../a-caller.builder.js';
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

type Taken = { readonly items: readonly { readonly repairId: string }[] };

/** A copy that nobody has taken. */
const freshBarcode = async ({ school }: Place): Promise<string> => {
  const [copy] = await school.titles(1);
  if (copy === undefined) throw new Error('no copy');
  return copy.barcode;
};
/** A copy is in repair once at a time; one that is not taken is told so, and the answer is 200 all the same. */
const bodyOf = ({ school }: Place, barcode: string) => ({
  schoolId: school.id,
  barcodes: [barcode],
  damage: 'torn',
});
const take = async (place: Place): Promise<string> => {
  const body = bodyOf(place, await freshBarcode(place));
  const { items } = done(await place.school.librarian.ask<Taken>('POST', `${api}/repairs`, { body }), 200);
  return items[0]?.repairId ?? '';
};
const repair = new Added(async (place) => ({
  id: await take(place),
  barcode: await freshBarcode(place),
}));
const idOf = async (place: Place): Promise<string> => (await repair.at(place)).id;
const anew = async (place: Place): Promise<void> => {
  (await repair.at(place)).id = await take(place);
};
const ended = async (place: Place): Promise<void> => {
  await anew(place);
  const path = `${api}/repairs/${await idOf(place)}/end`;
  done(await place.school.librarian.ask('POST', path, { body: { result: 'mended' } }), 200);
};
const end = byPath('repairs.end', 'POST', '/repairs/{id}/end', 200, idOf);

/** A mending session with the reader of the place. */
const sessionOf = ({ school, reader }: Place) => ({
  schoolId: school.id,
  name: '修补活动',
  heldOn: '2026-01-05',
  helperIds: [reader.id],
});
const session = new Added((place) =>
  place.school.librarian.post<Identified>(`${api}/mending-sessions`, sessionOf(place)),
);
const sessionIdOf = async (place: Place): Promise<string> => (await session.at(place)).id;

export const feature: FeatureDoors = {
  adds: [repair, session],
  watched: ({ school }) => [`/repairs?schoolId=${school.id}`, `/mending-sessions?schoolId=${school.id}`],
  doors: [
    write('repairs.take', '/repairs', 'school', 200, async (place) =>
      bodyOf(place, (await repair.at(place)).barcode),
    ),
    list('repairs.list', '/repairs', 'school', ofSchool),
    {
      ...end,
      before: anew,
      ask: async (place) => ({ ...(await end.ask(place)), body: { result: 'mended' } }),
    },
    { ...byPath('repairs.reopen', 'POST', '/repairs/{id}/reopening', 200, idOf), before: ended },
    write('mending-sessions.create', '/mending-sessions', 'school', 201, sessionOf),
    list('mending-sessions.list', '/mending-sessions', 'school', ofSchool),
    byPath('mending-sessions.read', 'GET', '/mending-sessions/{id}', 200, sessionIdOf),
    change('mending-sessions.change', '/mending-sessions/{id}', sessionIdOf, () => ({ note: '改期' })),
    list('repairs.weeks', '/repair-weeks', 'school', ofSchool),
  ],
};
