import { Added, api, at, byPath, type FeatureDoors, type Place } from './door.builder.js';
import { eResourceAt } from './e-resources.doors.js';

type Entered = { readonly ids: readonly string[] };

const entry = { items: [{ name: '老照片', url: 'https://library.example/1.jpg' }] };
const enteredIn = async ({ school }: Place, resourceId: string): Promise<string> => {
  const { ids } = await school.librarian.post<Entered>(`${api}/e-resources/${resourceId}/entries`, entry);
  return ids[0] ?? '';
};
const entryAt = async (place: Place): Promise<string> => enteredIn(place, await eResourceAt(place));
const database = new Added(eResourceAt);
const databaseOf = (place: Place): Promise<string> => database.at(place);

export const feature: FeatureDoors = {
  adds: [database],
  watched: async (place) => [`/e-resources/${await databaseOf(place)}/entries`],
  doors: [
    byPath('feature-entries.list', 'GET', '/e-resources/{id}/entries', 200, databaseOf),
    {
      ...byPath('feature-entries.add', 'POST', '/e-resources/{id}/entries', 201, databaseOf),
      ask: async (place) => ({ path: at('/e-resources/{id}/entries', await databaseOf(place)), body: entry }),
    },
    {
      ...byPath('feature-entries.change', 'PATCH', '/feature-entries/{id}', 200, entryAt),
      ask: async (place) => ({
        path: at('/feature-entries/{id}', await entryAt(place)),
        body: { subject: '校史' },
        headers: { 'if-match': '"v1"' },
      }),
    },
    byPath('feature-entries.remove', 'DELETE', '/feature-entries/{id}', 204, entryAt),
  ],
};
