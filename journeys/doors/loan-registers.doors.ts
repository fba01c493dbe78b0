import { list, ofSchool, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  doors: [
    list(
      'loan-registers.entries',
      '/loan-registers/entries',
      'school',
      (place) => `register=pupils&${ofSchool(place)}`,
    ),
    list(
      'loan-registers.readers',
      '/loan-registers/readers',
      'school',
      (place) => `register=pupils&${ofSchool(place)}`,
    ),
    list('loan-registers.classes', '/loan-registers/classes', 'school', ofSchool),
    list('loan-registers.magazines', '/loan-registers/magazines', 'school', ofSchool),
  ],
};
