import type { Identified } from '../a-caller.builder.js';
import { Added, api, byPath, list, ofSchool, write, type FeatureDoors, type Place } from './door.builder.js';

const asked = ({ school }: Place) => ({ schoolId: school.id, from: '2026-09-01', to: '2026-09-30' });
const made = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/asset-exports`, asked(place))).id;
const kept = new Added(async (place: Place) => ({ id: await made(place) }));
const idOf = async (place: Place): Promise<string> => (await kept.at(place)).id;
const step = byPath('asset-exports.step', 'POST', '/asset-exports/{id}/steps', 200, idOf);

export const feature: FeatureDoors = {
  adds: [kept],
  watched: ({ school }) => [`/asset-exports?schoolId=${school.id}`],
  doors: [
    {
      ...list('asset-profile.read', '/asset-profile', 'county', () => ''),
      ask: () => ({ path: `${api}/asset-profile` }),
    },
    {
      ...write('asset-profile.put', '/asset-profile', 'county', 200, () => ({}), { method: 'PUT' }),
      ask: async ({ school }) => {
        const now = await school.admin.ask('GET', `${api}/asset-profile`);
        return {
          path: `${api}/asset-profile`,
          body: { format: 'csv', columns: [{ header: '教室名称', field: 'room' }] },
          headers: { 'if-match': now.headers.get('etag') ?? '"v1"' },
        };
      },
    },
    write('asset-exports.create', '/asset-exports', 'school', 201, asked),
    list('asset-exports.list', '/asset-exports', 'school', ofSchool),
    byPath('asset-exports.read', 'GET', '/asset-exports/{id}', 200, idOf),
    byPath('asset-exports.file', 'GET', '/asset-exports/{id}/file', 200, idOf),
    {
      ...step,
      ask: async (place) => ({ ...(await step.ask(place)), body: { state: 'handed-over' } }),
      before: async (place) => {
        (await kept.at(place)).id = await made(place);
      },
    },
  ],
};
