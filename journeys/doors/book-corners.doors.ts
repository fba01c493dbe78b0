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

const bodyOf = ({ school, schoolClass }: Place) => ({
  schoolId: school.id,
  kind: 'gallery',
  classId: schoolClass.id,
  name: `书廊 ${another()}`,
});
/** A gallery that the class of the place answers for. */
export const corner = new Added(
  async (place) => (await place.school.librarian.post<Identified>(`${api}/book-corners`, bodyOf(place))).id,
);
const idOf = (place: Place): Promise<string> => corner.at(place);
const filling = (place: Place, id: string, barcode: string): Promise<Identified> =>
  place.school.librarian.post<Identified>(`${api}/book-corners/${id}/fillings`, { copyBarcodes: [barcode] });
const aBarcode = async ({ school }: Place): Promise<string> => {
  const [copy] = await school.titles(1);
  if (copy === undefined) throw new Error('no copy');
  return copy.barcode;
};
/** Copies that go to the corner, and come from it. */
const copies = new Added(async (place) => ({ goes: await aBarcode(place), comes: await aBarcode(place) }));
/** What was sent; one for the receipt, one that is cancelled again and again. */
const manifests = new Added(async (place) => {
  const [received, cancelled] = [await aBarcode(place), await aBarcode(place)];
  const sent = await filling(place, await idOf(place), received);
  return { sent: sent.id, cancelled, toCancel: (await filling(place, await idOf(place), cancelled)).id };
});
const sentOf = async (place: Place): Promise<string> => (await manifests.at(place)).sent;

export const feature: FeatureDoors = {
  adds: [corner, copies, manifests],
  watched: ({ school }) => [`/book-corners?schoolId=${school.id}`, `/block-manifests?schoolId=${school.id}`],
  doors: [
    write('book-corners.create', '/book-corners', 'school', 201, bodyOf),
    list('book-corners.list', '/book-corners', 'school', ofSchool),
    list('book-corners.classes-without', '/book-corners/classes-without', 'school', ofSchool),
    { ...byPath('book-corners.read', 'GET', '/book-corners/{id}', 200, idOf), ofOnePerson: true },
    change('book-corners.change', '/book-corners/{id}', idOf, () => ({ target: 60 })),
    { ...byPath('book-corners.copies', 'GET', '/book-corners/{id}/copies', 200, idOf), ofOnePerson: true },
    {
      ...byPath('book-corners.fill', 'POST', '/book-corners/{id}/fillings', 201, idOf),
      ask: async (place) => ({
        path: at('/book-corners/{id}/fillings', await idOf(place)),
        body: { copyBarcodes: [(await copies.at(place)).goes] },
      }),
      before: async (place) => place.school.takeBack((await copies.at(place)).goes),
    },
    {
      ...byPath('book-corners.give-back', 'POST', '/book-corners/{id}/returns', 200, idOf),
      ask: async (place) => ({
        path: at('/book-corners/{id}/returns', await idOf(place)),
        body: { copyBarcodes: [(await copies.at(place)).comes] },
      }),
      before: async (place) => {
        const { comes } = await copies.at(place);
        await place.school.takeBack(comes);
        await filling(place, await idOf(place), comes);
      },
    },
    {
      ...byPath('book-corners.hand-over', 'POST', '/book-corners/{id}/hand-overs', 200, idOf),
      ask: async (place) => ({
        path: at('/book-corners/{id}/hand-overs', await idOf(place)),
        body: { classId: place.schoolClass.id },
      }),
    },
    list('block-manifests.list', '/block-manifests', 'school', ofSchool),
    { ...byPath('block-manifests.read', 'GET', '/block-manifests/{id}', 200, sentOf), ofOnePerson: true },
    {
      ...byPath('block-manifests.lines', 'GET', '/block-manifests/{id}/lines', 200, sentOf),
      ofOnePerson: true,
    },
    {
      ...byPath('block-manifests.receive', 'POST', '/block-manifests/{id}/receipt', 200, sentOf),
      ofOnePerson: true,
      ask: async (place) => {
        const id = await sentOf(place);
        const now = await place.school.librarian.ask('GET', at('/block-manifests/{id}', id));
        const headers = { 'if-match': now.headers.get('etag') ?? '"v1"' };
        return { path: at('/block-manifests/{id}/receipt', id), body: { missing: [] }, headers };
      },
    },
    {
      ...byPath(
        'block-manifests.cancel',
        'POST',
        '/block-manifests/{id}/cancellation',
        200,
        async (place) => {
          return (await manifests.at(place)).toCancel;
        },
      ),
      before: async (place) => {
        const made = await manifests.at(place);
        await place.school.takeBack(made.cancelled);
        made.toCancel = (await filling(place, await idOf(place), made.cancelled)).id;
      },
    },
  ],
};
