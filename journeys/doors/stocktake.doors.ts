import type { Identified } from '../a-caller.builder.js';
import {
  Added,
  api,
  byPath,
  list,
  ofSchool,
  write,
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

/** Nothing belongs to it, so that it can be signed whoever has scanned what. */
const bodyOf = ({ school }: Place) => ({ schoolId: school.id, name: '清点', location: '空书架' });
const open = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/stocktakes`, bodyOf(place))).id;
const stocktake = new Added(async (place) => ({ id: await open(place) }));
const idOf = async (place: Place): Promise<string> => (await stocktake.at(place)).id;
const anotherOne = async (place: Place): Promise<void> => {
  (await stocktake.at(place)).id = await open(place);
};
const scans = ({ copy }: Place) => ({ barcodes: [copy.barcode] });
/** On one that is open: others have signed or cancelled the one before. */
const at = (door: Door, body: (place: Place) => unknown): Door => ({
  ...door,
  before: anotherOne,
  ask: async (place) => ({ ...(await door.ask(place)), body: body(place) }),
});

export const feature: FeatureDoors = {
  adds: [stocktake],
  watched: async (place) => [
    `/stocktakes?schoolId=${place.school.id}`,
    `/stocktakes/${await idOf(place)}/findings`,
  ],
  doors: [
    write('stocktakes.open', '/stocktakes', 'school', 201, bodyOf),
    list('stocktakes.list', '/stocktakes', 'school', ofSchool),
    byPath('stocktakes.read', 'GET', '/stocktakes/{id}', 200, idOf),
    at(byPath('stocktakes.scan', 'POST', '/stocktakes/{id}/scans', 200, idOf), scans),
    at(byPath('stocktakes.unscan', 'POST', '/stocktakes/{id}/scans/removals', 200, idOf), scans),
    byPath('stocktakes.findings', 'GET', '/stocktakes/{id}/findings', 200, idOf),
    at(byPath('stocktakes.resolve', 'POST', '/stocktakes/{id}/resolutions', 200, idOf), () => ({
      resolution: 'mark-missing',
    })),
    at(byPath('stocktakes.sign-off', 'POST', '/stocktakes/{id}/sign-off', 200, idOf), () => ({})),
    at(byPath('stocktakes.cancel', 'POST', '/stocktakes/{id}/cancellation', 200, idOf), () => ({})),
    list('stocktakes.progress', '/stocktake-progress', 'school', ofSchool),
  ],
};
