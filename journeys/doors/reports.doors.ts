import { api, everything, list, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  doors: [
    list('reports.list', '/reports', 'county', everything),
    {
      operation: 'reports.read',
      method: 'GET',
      path: `${api}/reports/{name}`,
      touches: 'school',
      ok: 200,
      ask: ({ school }) => ({ path: `${api}/reports/loans-per-class?schoolId=${school.id}` }),
    },
  ],
};
