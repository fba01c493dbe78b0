import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import { Added, api, at, byPath, type FeatureDoors, type Place } from './door.builder.js';

let years = 0;
/** Of a time of its own: the same twice at one time is refused. */
const grantIn = ({ schoolClass }: Place) => {
  const year = 2100 + (years += 1);
  return {
    role: 'teacher',
    classId: schoolClass.id,
    startsAt: `${String(year)}-01-01T00:00:00Z`,
    endsAt: `${String(year + 1)}-01-01T00:00:00Z`,
  };
};
const give = async (place: Place, accountId: string): Promise<string> =>
  (await place.school.admin.post<{ grantId: string }>(`${api}/accounts/${accountId}/grants`, grantIn(place)))
    .grantId;
const granted = new Added(async (place) => {
  const { id } = await place.school.admin.post<Identified>(`${api}/accounts`, {
    username: `granted-${another()}`,
    password: 'a password that is long enough',
    grants: [{ role: 'teacher', schoolId: place.school.id }],
  });
  return { id, grantId: await give(place, id) };
});

export const feature: FeatureDoors = {
  adds: [granted],
  doors: [
    {
      ...byPath(
        'grants.give',
        'POST',
        '/accounts/{id}/grants',
        201,
        async (place) => (await granted.at(place)).id,
      ),
      ask: async (place) => ({
        path: at('/accounts/{id}/grants', (await granted.at(place)).id),
        body: grantIn(place),
      }),
    },
    {
      ...byPath(
        'grants.end',
        'DELETE',
        '/grants/{id}',
        204,
        async (place) => (await granted.at(place)).grantId,
      ),
      before: async (place) => {
        const account = await granted.at(place);
        account.grantId = await give(place, account.id);
      },
    },
  ],
};
