import { randomUUID } from 'node:crypto';
import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import { Added, api, byPath, type FeatureDoors, type Place } from './door.builder.js';

const account = new Added(({ school }) =>
  school.admin.post<Identified>(`${api}/accounts`, {
    username: `signed-in-${another()}`,
    password: 'a password that is long enough',
    grants: [{ role: 'teacher', schoolId: school.id }],
  }),
);
const idOf = async (place: Place): Promise<string> => (await account.at(place)).id;

export const feature: FeatureDoors = {
  adds: [account],
  doors: [
    {
      operation: 'me.list-sign-ins',
      method: 'GET',
      path: `${api}/me/sign-ins`,
      touches: 'county',
      ok: 200,
      ask: () => ({ path: `${api}/me/sign-ins` }),
    },
    // One that is nobody's: the own ones are needed for the doors that follow.
    {
      operation: 'me.end-sign-in',
      method: 'DELETE',
      path: `${api}/me/sign-ins/{id}`,
      touches: 'county',
      ok: 404,
      ask: () => ({ path: `${api}/me/sign-ins/${randomUUID()}` }),
    },
    byPath('accounts.list-sign-ins', 'GET', '/accounts/{id}/sign-ins', 200, idOf),
    byPath('accounts.end-sign-ins', 'DELETE', '/accounts/{id}/sign-ins', 204, idOf),
  ],
};
