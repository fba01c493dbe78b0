import { Added, write, type FeatureDoors } from './door.builder.js';

/** What is carried to the class, again and again. */
const copy = new Added(async ({ school }) => {
  const [made] = await school.titles(1);
  if (made === undefined) throw new Error('no copy');
  return made;
});

export const feature: FeatureDoors = {
  adds: [copy],
  doors: [
    write(
      'book-deliveries.create',
      '/book-deliveries',
      'school',
      201,
      async (place) => ({
        schoolId: place.school.id,
        classId: place.schoolClass.id,
        place: '教室',
        copyBarcodes: [(await copy.at(place)).barcode],
      }),
      { before: async (place) => place.school.takeBack((await copy.at(place)).barcode) },
    ),
  ],
};
