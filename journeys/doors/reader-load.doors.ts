import { list, ofSchool, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  doors: [list('reader-loads.list', '/reader-loads', 'school', ofSchool)],
};
