import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import { Added, at, byPath, list, ofSchool, write, type FeatureDoors } from './door.builder.js';

const account = new Added(({ school, reader }) =>
  school.admin.post<Identified>('/api/v1/accounts', {
    username: `place-${another()}`,
    password: 'a password that is long enough',
    grants: [{ role: 'reader', readerId: reader.id }],
  }),
);
const idOf = async (place: Parameters<typeof account.at>[0]): Promise<string> => (await account.at(place)).id;

async function versionOf(place: Parameters<typeof account.at>[0]): Promise<string> {
  const { headers } = await place.school.admin.ask('GET', at('/accounts/{id}', await idOf(place)));
  return headers.get('etag') ?? '';
}

export const feature: FeatureDoors = {
  adds: [account],
  doors: [
    write('accounts.create', '/accounts', 'school', 201, ({ school }) => ({
      username: `door-${another()}`,
      password: 'a password that is long enough',
      grants: [{ role: 'teacher', schoolId: school.id }],
    })),
    list('accounts.list', '/accounts', 'school', ofSchool),
    byPath('accounts.read', 'GET', '/accounts/{id}', 200, idOf),
    {
      ...byPath('accounts.set-password', 'PUT', '/accounts/{id}/password', 200, idOf),
      ask: async (place) => ({
        path: at('/accounts/{id}/password', await idOf(place)),
        body: { newPassword: 'another password, long enough' },
      }),
    },
    {
      ...byPath('accounts.change', 'PATCH', '/accounts/{id}', 200, idOf),
      // It may sign in already, so nothing changes; setting its password does, so its version is read.
      ask: async (place) => ({
        path: at('/accounts/{id}', await idOf(place)),
        body: { disabled: false },
        headers: { 'if-match': await versionOf(place) },
      }),
    },
  ],
};
