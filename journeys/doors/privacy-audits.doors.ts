import { list, ofSchool, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  doors: [
    list('privacy-audits.list', '/privacy-audits', 'school', (place) => `year=2026&${ofSchool(place)}`),
    list('data-dictionary.list', '/data-dictionary', 'county', () => 'service=readers'),
  ],
};
