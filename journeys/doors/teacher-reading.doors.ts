import { list, ofSchool, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  doors: [
    list(
      'teacher-reading.list',
      '/teacher-reading',
      'school',
      (place) => `${ofSchool(place)}&from=2026-09-01&to=2027-01-31`,
    ),
  ],
};
