import { another } from '../a-school.builder.js';
import { Added, api, list, ofSchool, type Door, type FeatureDoors, type Place } from './door.builder.js';

const name = async ({ school, copy }: Place, externalId: string): Promise<string> => {
  const path = `${api}/titles/by-external-id/${externalId}`;
  await school.librarian.ask('PUT', path, { body: { schoolId: school.id, titleId: copy.titleId } });
  return externalId;
};
const kept = new Added((place: Place) => name(place, `T-${another()}`));
/** Another, so that the one above is still there for who asks for it. */
const removed = new Added(async (place: Place) => ({ id: await name(place, `T-${another()}`) }));
const door = (
  operation: Door['operation'],
  method: Door['method'],
  ok: number,
  idOf: (place: Place) => Promise<string>,
): Door => ({
  operation,
  method,
  path: `${api}/titles/by-external-id/{externalId}`,
  touches: 'school',
  ok,
  ask: async (place) => ({
    path: `${api}/titles/by-external-id/${await idOf(place)}?${ofSchool(place)}`,
  }),
});

export const feature: FeatureDoors = {
  adds: [kept, removed],
  secrets: async (place) => [await kept.at(place)],
  watched: ({ school }) => [`/title-external-ids?schoolId=${school.id}`],
  doors: [
    {
      ...door('title-external-ids.put', 'PUT', 200, (place) => kept.at(place)),
      ask: async (place) => ({
        path: `${api}/titles/by-external-id/${await kept.at(place)}`,
        body: { schoolId: place.school.id, titleId: place.copy.titleId },
      }),
    },
    door('title-external-ids.read', 'GET', 200, (place) => kept.at(place)),
    {
      ...door('title-external-ids.remove', 'DELETE', 204, async (place) => (await removed.at(place)).id),
      before: async (place) => {
        const it = await removed.at(place);
        it.id = await name(place, `T-${another()}`);
      },
    },
    list('title-external-ids.list', '/title-external-ids', 'school', ofSchool),
  ],
};
