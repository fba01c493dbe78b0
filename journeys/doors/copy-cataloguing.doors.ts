import { list, write, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  doors: [
    list('isbn-lookups.read', '/isbn-lookups', 'county', () => 'isbn=9787020002207'),
    // No other library is configured here.
    write('copied-titles.create', '/copied-titles', 'school', 409, ({ school }) => ({
      schoolId: school.id,
      isbn: '9787020002207',
      position: 1,
    })),
  ],
};
