import { list, ofSchool, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  doors: [
    // Every school's titles are everybody's to know.
    list('new-titles.list', '/new-titles', 'county', ofSchool),
    list('new-titles.purchases', '/new-purchases', 'county', ofSchool),
    list('classes-of-titles.list', '/classes-of-titles', 'county', ofSchool),
    list('findings.list', '/findings', 'county', () => `q=${encodeURIComponent('书')}`),
    list('title-facets.list', '/title-facets', 'county', ofSchool),
  ],
};
