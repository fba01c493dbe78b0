import { api, list, ofSchool, type FeatureDoors } from './door.builder.js';

export const feature: FeatureDoors = {
  watched: ({ school }) => [`/card-policies?schoolId=${school.id}`],
  doors: [
    list('card-policies.read', '/card-policies', 'school', ofSchool),
    {
      operation: 'card-policies.put',
      method: 'PUT',
      path: `${api}/card-policies`,
      touches: 'school',
      ok: 200,
      ask: async (place) => {
        const path = `${api}/card-policies`;
        const now = await place.school.librarian.ask('GET', `${path}?${ofSchool(place)}`);
        return {
          path,
          body: { schoolId: place.school.id, grades: null, kinds: ['teacher', 'staff', 'external'] },
          headers: { 'if-match': now.headers.get('etag') ?? '"v1"' },
        };
      },
    },
  ],
};
