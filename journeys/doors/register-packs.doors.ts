import { list, ofSchool, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  doors: [
    list(
      'register-packs.read',
      '/register-packs',
      'school',
      (place) => `${ofSchool(place)}&from=2026-09-01&to=2027-01-31&format=csv`,
    ),
  ],
};
