import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  list,
  ofOnePerson,
  ofSchool,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const bodyOf = ({ school }: Place) => ({
  schoolId: school.id,
  name: `读书月${another()}`,
  startsOn: '2026-10-01',
  endsOn: '2026-10-31',
  parts: [{ code: 'reasons', name: '推荐理由', source: 'entered', goalPercent: 100 }],
});
const campaign = new Added(
  async (place: Place) =>
    (await place.school.librarian.post<Identified>(`${api}/reading-campaigns`, bodyOf(place))).id,
);
const idOf = (place: Place): Promise<string> => campaign.at(place);

export const feature: FeatureDoors = {
  adds: [campaign],
  secrets: async (place) => [await idOf(place)],
  watched: async (place) => [
    `/reading-campaigns?schoolId=${place.school.id}`,
    `/reading-campaigns/${await idOf(place)}/rates`,
  ],
  doors: [
    write('reading-campaigns.open', '/reading-campaigns', 'school', 201, bodyOf),
    list('reading-campaigns.list', '/reading-campaigns', 'school', ofSchool),
    byPath('reading-campaigns.read', 'GET', '/reading-campaigns/{id}', 200, idOf),
    byPath('reading-campaigns.rates', 'GET', '/reading-campaigns/{id}/rates', 200, idOf),
    ...ofOnePerson({
      ...byPath('reading-campaigns.enter', 'PUT', '/reading-campaigns/{id}/participations', 200, idOf),
      touches: 'id',
      ask: async (place) => ({
        path: at('/reading-campaigns/{id}/participations', await idOf(place)),
        body: { code: 'reasons', readerIds: [place.reader.id] },
      }),
    }),
  ],
};
