import { everything, list, ofSchool, upload, type FeatureDoors } from './door.builder.js';

const table = { name: 'clc.csv', read: () => Buffer.from('分类号,类名\nI247.5,新体长篇、中篇小说\n') };

export const feature: FeatureDoors = {
  doors: [
    list('clc-classes.list', '/clc-classes', 'county', everything),
    { ...upload('clc-table-imports.create', '/clc-table-imports', table), touches: 'county' },
    list('doubtful-classes.list', '/doubtful-classes', 'school', ofSchool),
    list('unclassed-titles.list', '/unclassed-titles', 'school', ofSchool),
  ],
};
