import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
import {
  Added,
  api,
  at,
  byPath,
  list,
  ofSchool,
  write,
  type FeatureDoors,
  type Place,
} from './door.builder.js';

const body = ({ school }: Place) => ({
  schoolId: school.id,
  kind: 'borrowing',
  name: `借书制度${another()}`,
  text: '爱护图书',
});
const written = (place: Place) => place.school.librarian.post<Identified>(`${api}/rule-sets`, body(place));
const set = new Added(written);
const setOf = async (place: Place): Promise<string> => (await set.at(place)).id;
/** One with a version to come, which may be taken back. */
const revised = new Added(written);
const revisedOf = async (place: Place): Promise<string> => (await revised.at(place)).id;
const toCome = async (place: Place): Promise<number> => {
  const path = `${api}/rule-sets/${await revisedOf(place)}/versions`;
  const newest = async () =>
    (await place.school.librarian.get<{ items: { number: number }[] }>(path)).items[0]?.number ?? 1;
  if ((await newest()) === 1)
    await place.school.librarian.post(path, { text: '新版', holdsFrom: '2090-01-01' });
  return newest();
};
const posting = new Added(async (place) =>
  place.school.librarian.post<Identified>(`${api}/rule-sets/${await setOf(place)}/postings`, {
    room: '书库',
  }),
);
const withBody = (template: string, idOf: (place: Place) => Promise<string>, sent: object) => ({
  ask: async (place: Place) => ({ path: at(template, await idOf(place)), body: sent }),
});

export const feature: FeatureDoors = {
  adds: [set, revised, posting],
  watched: async (place) => [
    `/rule-sets?all=true&${ofSchool(place)}`,
    `/rule-sets/${await setOf(place)}/postings`,
    `/rule-sets/${await revisedOf(place)}/versions`,
  ],
  doors: [
    write('rule-sets.create', '/rule-sets', 'school', 201, body),
    list('rule-sets.list', '/rule-sets', 'school', ofSchool),
    byPath('rule-sets.read', 'GET', '/rule-sets/{id}', 200, setOf),
    byPath('rule-sets.text', 'GET', '/rule-sets/{id}/text', 200, setOf),
    byPath('rule-sets.versions', 'GET', '/rule-sets/{id}/versions', 200, setOf),
    byPath('rule-sets.postings', 'GET', '/rule-sets/{id}/postings', 200, setOf),
    byPath('rule-sets.readings', 'GET', '/rule-sets/{id}/readings', 200, setOf),
    {
      ...byPath('rule-sets.end', 'POST', '/rule-sets/{id}/ending', 200, setOf),
      ...withBody('/rule-sets/{id}/ending', setOf, { ended: false }),
    },
    {
      ...byPath('rule-sets.revise', 'POST', '/rule-sets/{id}/versions', 201, setOf),
      ...withBody('/rule-sets/{id}/versions', setOf, { text: '新版' }),
    },
    {
      ...byPath('rule-sets.withdraw', 'DELETE', '/rule-sets/{id}/versions/{number}', 200, revisedOf),
      before: toCome,
      ask: async (place) => ({ path: `${api}/rule-sets/${await revisedOf(place)}/versions/2` }),
    },
    {
      ...byPath('rule-sets.post', 'POST', '/rule-sets/{id}/postings', 201, setOf),
      ...withBody('/rule-sets/{id}/postings', setOf, { room: '阅览室' }),
    },
    byPath(
      'rule-sets.take-down',
      'POST',
      '/rule-postings/{id}/removal',
      200,
      async (place) => (await posting.at(place)).id,
    ),
    {
      ...byPath('rule-sets.acknowledge', 'POST', '/rule-sets/{id}/readings', 200, setOf),
      ...withBody('/rule-sets/{id}/readings', setOf, {}),
    },
  ],
};
