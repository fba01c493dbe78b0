import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import { Added, api, byPath, write, type FeatureDoors } from './door.builder.js';

const account = new Added(({ school }) =>
  school.admin.post<Identified>(`${api}/accounts`, {
    username: `secured-${another()}`,
    password: 'a password that is long enough',
    grants: [{ role: 'teacher', schoolId: school.id }],
  }),
);

export const feature: FeatureDoors = {
  adds: [account],
  doors: [
    {
      operation: 'me.read-second-factor',
      method: 'GET',
      path: `${api}/me/second-factor`,
      touches: 'county',
      ok: 200,
      ask: () => ({ path: `${api}/me/second-factor` }),
    },
    // With a wrong password, and without having begun: who may not does not get that far.
    write('me.begin-second-factor', '/me/second-factor', 'county', 409, () => ({
      currentPassword: 'not the one',
    })),
    write('me.confirm-second-factor', '/me/second-factor/confirmation', 'county', 409, () => ({
      code: '000000',
    })),
    write('me.end-second-factor', '/me/second-factor/removal', 'county', 409, () => ({ code: '000000' })),
    byPath(
      'accounts.remove-second-factor',
      'DELETE',
      '/accounts/{id}/second-factor',
      204,
      async (place) => (await account.at(place)).id,
    ),
  ],
};
