import { api, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  doors: [
    {
      operation: 'sessions.end',
      method: 'DELETE',
      path: `${api}/sessions/current`,
      touches: 'county',
      ok: 204,
      endsTheSignIn: true,
      ask: () => ({ path: `${api}/sessions/current` }),
    },
  ],
};
