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
  type Door,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const collection = new Added(async ({ school }) => {
  const body = { schoolId: school.id, kind: 'thematic-bookcase', name: `书柜${another()}` };
  return (await school.librarian.post<Identified>(`${api}/collections`, body)).id;
});
const idOf = (place: Place): Promise<string> => collection.at(place);
const into = async (place: Place) => ({
  schoolId: place.school.id,
  toId: await idOf(place),
  barcodes: [place.copy.barcode],
});
const takeOut = async ({ school, copy }: Place): Promise<void> => {
  await school.librarian.ask('POST', `${api}/collection-changes`, {
    body: { schoolId: school.id, toId: null, barcodes: [copy.barcode] },
  });
};
/** A change that nobody has taken back, and none after it. */
const putAgain = async (place: Place): Promise<string> => {
  await takeOut(place);
  return (await place.school.librarian.post<Identified>(`${api}/collection-changes`, await into(place))).id;
};
const put = new Added(async (place) => ({ id: await putAgain(place) }));
const ofCounty = (door: Door): Door => ({ ...door, touches: 'county' });

export const feature: FeatureDoors = {
  adds: [collection, put],
  watched: ({ school }) => [
    `/collections?schoolId=${school.id}`,
    `/collection-changes?schoolId=${school.id}`,
  ],
  doors: [
    list('collections.list', '/collections', 'county', ofSchool),
    ofCounty(byPath('collections.read', 'GET', '/collections/{id}', 200, idOf)),
    ofCounty(byPath('collections.copies', 'GET', '/collections/{id}/copies', 200, idOf)),
    write('collections.create', '/collections', 'school', 201, ({ school }) => ({
      schoolId: school.id,
      kind: 'subject-room',
      name: `阅览室${another()}`,
    })),
    change('collections.change', '/collections/{id}', idOf, () => ({ note: '周三开放' })),
    write('collection-changes.preview', '/collection-changes/preview', 'school', 200, into),
    write('collection-changes.create', '/collection-changes', 'school', 201, into, { before: takeOut }),
    list('collection-changes.list', '/collection-changes', 'school', ofSchool),
    {
      ...byPath(
        'collection-changes.undo',
        'POST',
        '/collection-changes/{id}/undo',
        200,
        async (place) => (await put.at(place)).id,
      ),
      before: async (place) => {
        (await put.at(place)).id = await putAgain(place);
      },
    },
  ],
};
