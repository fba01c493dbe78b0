import { api, everything, list, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  doors: [
    list('signing-keys.list', '/signing-keys', 'county', everything),
    {
      operation: 'signing-keys.rotate',
      method: 'POST',
      path: `${api}/signing-keys`,
      touches: 'county',
      ok: 201,
      ask: () => ({ path: `${api}/signing-keys` }),
    },
  ],
};
