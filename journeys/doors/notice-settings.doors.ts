import { api, list, ofSchool, type Door, type FeatureDoors } from './door.builder.js';

const path = `${api}/notice-settings`;
const changed: Door = {
  operation: 'notice-settings.change',
  method: 'PATCH',
  path,
  touches: 'school',
  ok: 200,
  ask: async ({ school }) => {
    const now = await school.librarian.ask('GET', `${path}?schoolId=${school.id}`);
    const headers = { 'if-match': now.headers.get('etag') ?? '"v1"' };
    return { path, body: { schoolId: school.id, perHour: 100 }, headers };
  },
};

export const feature: FeatureDoors = {
  watched: ({ school }) => [`/notice-settings?schoolId=${school.id}`],
  doors: [
    list('notice-settings.read', '/notice-settings', 'school', ofSchool),
    changed,
    {
      operation: 'notice-settings.set-webhook',
      method: 'PUT',
      path: `${path}/webhook`,
      touches: 'school',
      ok: 200,
      ask: ({ school }) => ({
        path: `${path}/webhook`,
        body: { schoolId: school.id, url: 'https://messenger.example.com/hook', shape: 'plain' },
      }),
    },
    {
      operation: 'notice-settings.remove-webhook',
      method: 'DELETE',
      path: `${path}/webhook`,
      touches: 'school',
      ok: 204,
      ask: (place) => ({ path: `${path}/webhook?${ofSchool(place)}` }),
    },
  ],
};
