import { list, ofSchool, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  doors: [list('rights-entries.list', '/rights-entries', 'school', ofSchool)],
};
