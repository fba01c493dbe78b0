import { list, ofSchool, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  doors: [
    list('registration-gaps.read', '/registration-gaps', 'school', ofSchool),
    list('unclear-copies.list', '/unclear-copies', 'school', ofSchool),
    list('unclear-titles.list', '/unclear-titles', 'school', ofSchool),
    list('unclear-issues.list', '/unclear-issues', 'school', ofSchool),
  ],
};
