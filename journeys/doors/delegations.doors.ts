import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import { Added, api, byPath, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js';

/** Somebody of the school; each time another one, since little may be lent to one. */
const borrower = async ({ school }: Place): Promise<string> =>
  (
    await school.admin.post<Identified>(`${api}/accounts`, {
      username: `borrower-${another()}`,
      password: 'a password that is long enough',
      grants: [{ role: 'teacher', schoolId: school.id }],
    })
  ).id;
const bodyOf = async (place: Place) => ({
  schoolId: place.school.id,
  toAccountId: await borrower(place),
  role: 'school-head',
  operations: ['library-staff'],
  endsAt: new Date(Math.ceil(Date.now() / 1000 + 3_600) * 1000).toISOString(),
});
const delegation = new Added(async (place) => {
  const head = await place.school.account('school-head');
  return head.post<Identified>(`${api}/delegations`, await bodyOf(place));
});
const idOf = async (place: Place): Promise<string> => (await delegation.at(place)).id;

export const feature: FeatureDoors = {
  adds: [delegation],
  doors: [
    write('delegations.create', '/delegations', 'school', 201, bodyOf),
    list('delegations.list', '/delegations', 'school', ofSchool),
    byPath('delegations.read', 'GET', '/delegations/{id}', 200, idOf),
    byPath('delegations.revoke', 'POST', '/delegations/{id}/revocation', 200, idOf),
  ],
};
