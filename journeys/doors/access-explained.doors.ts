import { api, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  doors: [
    {
      operation: 'access.explain',
      method: 'GET',
      path: `${api}/access/explain`,
      touches: 'county',
      ok: 200,
      ask: ({ school }) => ({
        path: `${api}/access/explain?operation=loans.list&schoolId=${school.id}`,
      }),
    },
  ],
};
