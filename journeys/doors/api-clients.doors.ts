import { newClient } from '../a-caller.builder.js';
import { Added, at, byPath, everything, list, write, type FeatureDoors, type Place } from './door.builder.js';

const client = new Added(({ school }) => newClient(school.admin, ['catalog.read'], [school.id]));
/** Another one: the first is revoked in the walk, and gets no secret then. */
const renewed = new Added(({ school }) => newClient(school.admin, ['catalog.read'], [school.id]));
const idOf = async (place: Place): Promise<string> => (await client.at(place)).clientId;

export const feature: FeatureDoors = {
  adds: [client, renewed],
  doors: [
    write('api-clients.create', '/api-clients', 'county', 201, ({ school }) => ({
      name: 'a programme',
      scopes: ['catalog.read'],
      schoolIds: [school.id],
    })),
    list('api-clients.list', '/api-clients', 'county', everything),
    byPath('api-clients.read', 'GET', '/api-clients/{id}', 200, idOf),
    {
      ...byPath(
        'api-clients.rotate-secret',
        'POST',
        '/api-clients/{id}/secret',
        201,
        async (place) => (await renewed.at(place)).clientId,
      ),
      ask: async (place) => ({
        path: at('/api-clients/{id}/secret', (await renewed.at(place)).clientId),
        body: { overlapHours: 1 },
      }),
    },
    byPath('api-clients.revoke', 'DELETE', '/api-clients/{id}', 200, idOf),
  ],
};
