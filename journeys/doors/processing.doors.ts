import { another, type Copy } from '../a-school.builder.js';
import { Added, api, byPath, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js';

/** A new book of the school, which nobody can borrow yet. */
async function newBook({ school }: Place): Promise<Copy> {
  const title = await school.librarian.post<{ id: string }>(`${api}/titles`, {
    title: `新书${another()}`,
    clc: 'I287.45',
  });
  return school.librarian.post<Copy>(`${api}/copies`, {
    titleId: title.id,
    schoolId: school.id,
    status: 'processing',
  });
}
const book = new Added(newBook);

/** A book each time: a step is done once. */
const fresh = new WeakMap<Place, Copy>();
const unpack = async (place: Place): Promise<Copy> => {
  const copy = await newBook(place);
  fresh.set(place, copy);
  return copy;
};
const stepOf = async (place: Place) => ({
  schoolId: place.school.id,
  stage: 'received',
  barcodes: [(fresh.get(place) ?? (await book.at(place))).barcode],
});

export const feature: FeatureDoors = {
  adds: [book],
  watched: ({ school }) => [`/processing-queue?schoolId=${school.id}`],
  doors: [
    write('processing-steps.create', '/processing-steps', 'school', 201, stepOf, { before: unpack }),
    write('processing-steps.undo', '/processing-steps/undo', 'school', 200, stepOf, {
      before: async (place) => {
        await unpack(place);
        await place.school.librarian.post(`${api}/processing-steps`, await stepOf(place));
      },
    }),
    byPath(
      'processing-steps.list',
      'GET',
      '/copies/{id}/processing-steps',
      200,
      async (place) => (await book.at(place)).id,
    ),
    list('processing-queue.list', '/processing-queue', 'school', ofSchool),
    list('processing-backlog.list', '/processing-backlog', 'school', ofSchool),
    list('processing-lead-times.list', '/processing-lead-times', 'school', ofSchool),
    list('processing-late.list', '/processing-late', 'school', (place) => `${ofSchool(place)}&by=2026-12-31`),
  ],
};
