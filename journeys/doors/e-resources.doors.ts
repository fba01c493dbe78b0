import type { Identified } from '../a-caller.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  change,
  list,
  ofSchool,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const bodyOf = ({ school }: Place) => ({
  schoolId: school.id,
  kind: 'feature-database',
  name: '本地文献库',
  url: 'https://library.example/',
});
export const eResourceAt = async (place: Place): Promise<string> =>
  (await place.school.librarian.post<Identified>(`${api}/e-resources`, bodyOf(place))).id;
const term = { kind: 'subscription', startsOn: '2026-01-01', endsOn: '2026-12-31', costFen: 100, quota: 10 };
const lineAt = async (place: Place): Promise<string> =>
  (
    await place.school.librarian.post<Identified>(
      `${api}/e-resources/${await eResourceAt(place)}/lines`,
      term,
    )
  ).id;
const endedAt = async (place: Place): Promise<string> => {
  const id = await eResourceAt(place);
  await place.school.librarian.ask('POST', at('/e-resources/{id}/end', id), { body: { reason: '退订' } });
  return id;
};
const shownAt = async (place: Place): Promise<string> => {
  const id = await eResourceAt(place);
  await place.school.librarian.ask('PUT', at('/e-resources/{id}/publication', id));
  return id;
};

const resource = new Added(eResourceAt);
const shown = new Added(shownAt);
const idOf = (place: Place): Promise<string> => resource.at(place);
const shownOf = (place: Place): Promise<string> => shown.at(place);

export const feature: FeatureDoors = {
  adds: [resource, shown],
  watched: async (place) => [`/e-resources/${await idOf(place)}`, `/e-resources/${await shownOf(place)}`],
  doors: [
    write('e-resources.create', '/e-resources', 'school', 201, bodyOf),
    list('e-resources.list', '/e-resources', 'school', ofSchool),
    list('e-resources.renewals', '/e-resource-renewals', 'school', ofSchool),
    byPath('e-resources.read', 'GET', '/e-resources/{id}', 200, idOf),
    change('e-resources.change', '/e-resources/{id}', idOf, () => ({ note: '教研用' })),
    byPath('e-resources.lines', 'GET', '/e-resources/{id}/lines', 200, idOf),
    {
      ...byPath('e-resources.enter-line', 'POST', '/e-resources/{id}/lines', 201, idOf),
      ask: async (place) => ({ path: at('/e-resources/{id}/lines', await eResourceAt(place)), body: term }),
    },
    {
      ...byPath('e-resources.correct-line', 'POST', '/e-resource-lines/{id}/correction', 201, lineAt),
      ask: async (place) => ({
        path: at('/e-resource-lines/{id}/correction', await lineAt(place)),
        body: { note: '登错' },
      }),
    },
    {
      ...byPath('e-resources.end', 'POST', '/e-resources/{id}/end', 200, idOf),
      ask: async (place) => ({
        path: at('/e-resources/{id}/end', await eResourceAt(place)),
        body: { reason: '退订' },
      }),
    },
    byPath('e-resources.reopen', 'POST', '/e-resources/{id}/reopening', 200, endedAt),
    byPath('e-resources.publish', 'PUT', '/e-resources/{id}/publication', 200, idOf),
    byPath('e-resources.unpublish', 'DELETE', '/e-resources/{id}/publication', 200, shownAt),
    list('published-e-resources.list', '/published-e-resources', 'school', ofSchool),
    byPath('published-e-resources.read', 'GET', '/published-e-resources/{id}', 200, shownOf),
    byPath('published-e-resources.entries', 'GET', '/published-e-resources/{id}/entries', 200, shownOf),
  ],
};
