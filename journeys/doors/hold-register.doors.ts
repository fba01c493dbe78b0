import { list, ofSchool, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  doors: [list('hold-register.list', '/hold-register', 'school', ofSchool)],
};
