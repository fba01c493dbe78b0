import { Added, api, byPath, list, ofSchool, write, type FeatureDoors } from './door.builder.js';

const policy = new Added(({ school }) => school.putPolicy([]));

export const feature: FeatureDoors = {
  adds: [policy],
  lists: ['/lending-policies'],
  doors: [
    list('lending-policies.list', '/lending-policies', 'school', ofSchool),
    list(
      'lending-policies.resolve',
      '/lending-policies/resolved',
      'school',
      ({ school }) => `schoolId=${school.id}&readerKind=student`,
    ),
    byPath(
      'lending-policies.read',
      'GET',
      '/lending-policies/{id}',
      200,
      async (place) => (await policy.at(place)).id,
    ),
    {
      ...write('lending-policies.change', '/lending-policies', 'school', 200, () => ({}), { method: 'PUT' }),
      ask: async ({ school }) => ({
        path: `${api}/lending-policies`,
        body: { schoolId: school.id, rows: [] },
        headers: await school.policyVersion(),
      }),
    },
  ],
};
