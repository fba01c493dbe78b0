import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
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

const shelf = new Added(async ({ school, copy }) => {
  const input = { schoolId: school.id, kind: 'shelf', name: `架 ${copy.barcode}` };
  return (await school.librarian.post<Identified>(`${api}/locations`, input)).id;
});
const shelfOf = (place: Place): Promise<string> => shelf.at(place);

/** Moves the copy to the shelf, or away from it; returns the move. */
async function move({ school, copy }: Place, toId: string | null): Promise<string> {
  const input = { schoolId: school.id, toId, barcodes: [copy.barcode] };
  return (await school.librarian.post<Identified>(`${api}/copy-moves`, input)).id;
}
const isPlaced = async ({ school, copy }: Place): Promise<boolean> => {
  const now = await school.librarian.get<{ locationId: string | null }>(`${api}/copies/${copy.id}`);
  return now.locationId !== null;
};
const takeFromShelf = async (place: Place): Promise<void> => {
  if (await isPlaced(place)) await move(place, null);
};

/** Moves the copy there, or back. */
const moveOnce = async (place: Place): Promise<string> =>
  move(place, (await isPlaced(place)) ? null : await shelfOf(place));
/** The last move of the copy, for whoever takes it back: one is there before the walk begins. */
const firstMove = new Added(moveOnce);
const lastMove = new WeakMap<Place, string>();

const bodyOf = async (place: Place) => ({
  schoolId: place.school.id,
  toId: await shelfOf(place),
  barcodes: [place.copy.barcode],
});

export const feature: FeatureDoors = {
  adds: [shelf, firstMove],
  watched: ({ school }) => [
    `/locations?schoolId=${school.id}`,
    `/copy-moves?schoolId=${school.id}`,
    `/shelf-ranges?schoolId=${school.id}`,
  ],
  doors: [
    write('locations.create', '/locations', 'school', 201, ({ school }) => ({
      schoolId: school.id,
      kind: 'room',
      name: `阅览室 ${another()}`,
    })),
    list('locations.list', '/locations', 'county', ofSchool),
    byPath('locations.read', 'GET', '/locations/{id}', 200, shelfOf),
    change('locations.change', '/locations/{id}', shelfOf, () => ({ capacity: 200 })),
    byPath('locations.copies', 'GET', '/locations/{id}/copies', 200, shelfOf),
    {
      ...byPath('shelf-ranges.put', 'PUT', '/locations/{id}/shelf-ranges', 200, shelfOf),
      ask: async (place) => ({
        path: `${api}/locations/${await shelfOf(place)}/shelf-ranges`,
        body: { ranges: [{ fromClass: 'I24', toClass: 'I28', directionsZh: '二楼左转' }] },
      }),
    },
    list('shelf-ranges.list', '/shelf-ranges', 'county', ofSchool),
    write('copy-moves.preview', '/copy-moves/preview', 'school', 200, bodyOf),
    write('copy-moves.create', '/copy-moves', 'school', 201, bodyOf, { before: takeFromShelf }),
    list('copy-moves.list', '/copy-moves', 'school', ofSchool),
    {
      ...byPath(
        'copy-moves.undo',
        'POST',
        '/copy-moves/{id}/undo',
        200,
        async (place) => lastMove.get(place) ?? (await firstMove.at(place)),
      ),
      before: async (place) => lastMove.set(place, await moveOnce(place)),
    },
  ],
};
