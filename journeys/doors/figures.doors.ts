import { list, ofSchool, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = { doors: [list('figures.read', '/figures', 'school', ofSchool)] };
