import type { Identified } from '../a-caller.builder.js';
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

/** Two galleries of a grade with a book each, and swaps between them for the doors that decide. */
const swapping = new Added(async ({ school, schoolClass }: Place) => {
  const { librarian } = school;
  const side = async (): Promise<{ id: string; barcode: string }> => {
    const input = {
      schoolId: school.id,
      kind: 'gallery',
      classId: schoolClass.id,
      name: `换书 ${another()}`,
    };
    const { id } = await librarian.post<Identified>(`${api}/book-corners`, input);
    const [copy] = await school.titles(1);
    if (copy === undefined) throw new Error('no copy');
    await librarian.post(`${api}/book-corners/${id}/fillings`, { copyBarcodes: [copy.barcode] });
    return { id, barcode: copy.barcode };
  };
  const [one, other] = [await side(), await side()];
  const body = {
    cornerId: one.id,
    otherCornerId: other.id,
    copyBarcodes: [one.barcode],
    otherCopyBarcodes: [other.barcode],
  };
  const proposed = async (): Promise<string> =>
    (await librarian.post<Identified>(`${api}/corner-swaps`, body)).id;
  return { body, proposed, agreed: '', toRefuse: await proposed(), toUndo: '' };
});
/** Both books are where the swap says before it is agreed to, or undone. */
const doneBy = async (place: Place): Promise<string> => {
  const made = await swapping.at(place);
  if (made.toUndo !== '') await undone(place, made.toUndo);
  const id = await made.proposed();
  const agreed = { cornerId: made.body.otherCornerId };
  await place.school.librarian.post(`${api}/corner-swaps/${id}/agreement`, agreed);
  return id;
};
const undone = (place: Place, id: string): Promise<unknown> =>
  place.school.librarian.ask('POST', `${api}/corner-swaps/${id}/undoing`);

export const feature: FeatureDoors = {
  adds: [swapping],
  watched: ({ school }) => [`/corner-swaps?schoolId=${school.id}`],
  doors: [
    {
      ...write(
        'corner-swaps.create',
        '/corner-swaps',
        'id',
        201,
        async (place) => (await swapping.at(place)).body,
      ),
      ofOnePerson: true,
    },
    list('corner-swaps.list', '/corner-swaps', 'school', ofSchool),
    {
      ...byPath('corner-swaps.agree', 'POST', '/corner-swaps/{id}/agreement', 200, async (place) => {
        const made = await swapping.at(place);
        return made.agreed === '' ? made.toRefuse : made.agreed;
      }),
      ofOnePerson: true,
      ask: async (place) => {
        const made = await swapping.at(place);
        const id = made.agreed === '' ? made.toRefuse : made.agreed;
        return { path: at('/corner-swaps/{id}/agreement', id), body: { cornerId: made.body.cornerId } };
      },
      before: async (place) => {
        const made = await swapping.at(place);
        made.agreed = await made.proposed();
      },
    },
    {
      ...byPath('corner-swaps.refuse', 'POST', '/corner-swaps/{id}/refusal', 200, async (place) => {
        return (await swapping.at(place)).toRefuse;
      }),
      ofOnePerson: true,
      before: async (place) => {
        const made = await swapping.at(place);
        made.toRefuse = await made.proposed();
      },
    },
    {
      ...byPath('corner-swaps.undo', 'POST', '/corner-swaps/{id}/undoing', 200, async (place) => {
        const made = await swapping.at(place);
        return made.toUndo === '' ? made.toRefuse : made.toUndo;
      }),
      before: async (place) => {
        const id = await doneBy(place);
        (await swapping.at(place)).toUndo = id;
      },
    },
  ],
};
