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

const bodyOf = ({ school }: Place) => ({ schoolId: school.id, kind: 'box', name: `箱 ${another()}` });
const aBox = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/book-boxes`, bodyOf(place))).id;
const aBarcode = async ({ school }: Place): Promise<string> => {
  const [copy] = await school.titles(1);
  if (copy === undefined) throw new Error('no copy');
  return copy.barcode;
};
const packed = async (place: Place): Promise<string> => {
  const id = await aBox(place);
  const body = { copyBarcodes: [await aBarcode(place)] };
  await place.school.librarian.ask('POST', `${api}/book-boxes/${id}/copies`, { body });
  return id;
};
/** A box that lies still with a copy of its own, and one that travels. */
const boxes = new Added(async (place) => ({
  still: await aBox(place),
  barcode: await aBarcode(place),
  travels: await packed(place),
}));
const still = async (place: Place): Promise<string> => (await boxes.at(place)).still;
const travels = async (place: Place): Promise<string> => (await boxes.at(place)).travels;
const home = async (place: Place): Promise<void> => {
  await place.school.librarian.ask('POST', `${api}/book-boxes/${await travels(place)}/return`);
};
const away = async (place: Place): Promise<void> => {
  const body = { classId: place.schoolClass.id };
  await place.school.librarian.ask('POST', `${api}/book-boxes/${await travels(place)}/journeys`, { body });
};
const packing = async (place: Place): Promise<object> => ({
  copyBarcodes: [(await boxes.at(place)).barcode],
});
const pack = async (place: Place): Promise<void> => {
  const body = await packing(place);
  await place.school.librarian.ask('POST', `${api}/book-boxes/${await still(place)}/copies`, { body });
};

export const feature: FeatureDoors = {
  adds: [boxes],
  watched: ({ school }) => [`/book-boxes?schoolId=${school.id}`],
  doors: [
    write('book-boxes.create', '/book-boxes', 'school', 201, bodyOf),
    list('book-boxes.list', '/book-boxes', 'school', ofSchool),
    {
      ...byPath('book-boxes.read', 'GET', '/book-boxes/{id}', 200, travels),
      ofOnePerson: true,
      before: away,
    },
    change('book-boxes.change', '/book-boxes/{id}', still, () => ({ theme: '科技' })),
    {
      ...byPath('book-boxes.copies', 'GET', '/book-boxes/{id}/copies', 200, travels),
      ofOnePerson: true,
      before: away,
    },
    {
      ...byPath('book-boxes.pack', 'POST', '/book-boxes/{id}/copies', 200, still),
      ask: async (place) => ({
        path: at('/book-boxes/{id}/copies', await still(place)),
        body: await packing(place),
      }),
    },
    {
      ...byPath('book-boxes.unpack', 'POST', '/book-boxes/{id}/removals', 200, still),
      ask: async (place) => ({
        path: at('/book-boxes/{id}/removals', await still(place)),
        body: await packing(place),
      }),
      before: pack,
    },
    {
      ...byPath('book-boxes.send', 'POST', '/book-boxes/{id}/journeys', 201, travels),
      ask: async (place) => ({
        path: at('/book-boxes/{id}/journeys', await travels(place)),
        body: { classId: place.schoolClass.id },
      }),
      before: home,
    },
    { ...byPath('book-boxes.bring-home', 'POST', '/book-boxes/{id}/return', 200, travels), before: away },
  ],
};
