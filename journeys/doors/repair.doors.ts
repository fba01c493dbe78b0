import { done } from '../a-caller.builder.js';
import { Added, api, byPath, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js';

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

export const feature: FeatureDoors = {
  adds: [repair],
  watched: ({ school }) => [`/repairs?schoolId=${school.id}`],
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
    list('repairs.weeks', '/repair-weeks', 'school', ofSchool),
  ],
};
