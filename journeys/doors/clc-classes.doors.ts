import { api, everything, list, ofSchool, type FeatureDoors } from './door.builder.js';

const table = (): FormData => {
  const form = new FormData();
  form.set('file', new Blob(['分类号,类名\nI247.5,新体长篇、中篇小说\n']), 'clc.csv');
  return form;
};

export const feature: FeatureDoors = {
  doors: [
    list('clc-classes.list', '/clc-classes', 'county', everything),
    {
      operation: 'clc-table-imports.create',
      method: 'POST',
      path: `${api}/clc-table-imports`,
      touches: 'county',
      ok: 202,
      ask: () => ({ path: `${api}/clc-table-imports`, form: table() }),
    },
    list('doubtful-classes.list', '/doubtful-classes', 'school', ofSchool),
    list('unclassed-titles.list', '/unclassed-titles', 'school', ofSchool),
  ],
};
