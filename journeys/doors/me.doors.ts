import { api, write, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  doors: [
    {
      operation: 'me.read',
      method: 'GET',
      path: `${api}/me`,
      touches: 'county',
      ok: 200,
      ask: () => ({ path: `${api}/me` }),
    },
    // With a wrong password: who may not does not get that far.
    write(
      'me.change-password',
      '/me/password',
      'county',
      409,
      () => ({ currentPassword: 'not the one', newPassword: 'a password that is long enough' }),
      { method: 'PUT' },
    ),
  ],
};
