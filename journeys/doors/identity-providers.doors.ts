import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  everything,
  list,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const bodyOf = ({ school }: Place) => ({
  name: `统一认证${another()}`,
  issuer: 'https://sso.district.example',
  clientId: 'shulian',
  clientSecret: 'a secret of the walk',
  redirectUris: ['https://library.example/signed-in'],
  mappings: [{ claim: 'role', value: 'teacher', role: 'teacher', schoolId: school.id }],
});
const made = new Added(async (place) => {
  const { admin } = place.school;
  const provider = await admin.post<Identified>(`${api}/identity-providers`, bodyOf(place));
  const account = await admin.post<Identified>(`${api}/accounts`, {
    username: `linked-${another()}`,
    password: 'a password that is long enough',
    grants: [{ role: 'teacher', schoolId: place.school.id }],
  });
  return { id: provider.id, accountId: account.id };
});
const idOf = async (place: Place): Promise<string> => (await made.at(place)).id;

export const feature: FeatureDoors = {
  adds: [made],
  doors: [
    write('identity-providers.create', '/identity-providers', 'county', 201, bodyOf),
    list('identity-providers.list', '/identity-providers', 'county', everything),
    byPath('identity-providers.read', 'GET', '/identity-providers/{id}', 200, idOf),
    {
      ...byPath('identity-providers.change', 'PATCH', '/identity-providers/{id}', 200, idOf),
      ask: async (place) => {
        const path = at('/identity-providers/{id}', await idOf(place));
        const { headers } = await place.school.admin.ask('GET', path);
        return {
          path,
          body: { clientId: `shulian-${another()}` },
          headers: { 'if-match': headers.get('etag') ?? '' },
        };
      },
    },
    {
      ...byPath('identity-providers.link', 'POST', '/identity-providers/{id}/links', 201, idOf),
      ask: async (place) => ({
        path: at('/identity-providers/{id}/links', await idOf(place)),
        body: { subject: `someone-${another()}`, accountId: (await made.at(place)).accountId },
      }),
    },
  ],
};
