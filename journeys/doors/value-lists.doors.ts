import { api, change, list, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  doors: [
    {
      operation: 'value-lists.read',
      method: 'GET',
      path: `${api}/value-lists/{name}`,
      touches: 'county',
      ok: 200,
      ask: () => ({ path: `${api}/value-lists/audience` }),
    },
    {
      ...change(
        'value-lists.write',
        '/value-lists/{id}',
        () => 'audience',
        () => ({ values: ['小学', '初中'] }),
      ),
      method: 'PUT',
      path: `${api}/value-lists/{name}`,
      touches: 'county',
    },
    list('value-lists.off-list', '/off-list-values', 'county', () => 'list=audience'),
  ],
};
