import type { Identified } from '../a-caller.builder.js';
import { another } from '../a-school.builder.js';
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

const body = ({ school }: Place) => ({
  schoolId: school.id,
  sort: 'special',
  kind: 'left-behind',
  name: `群体${another()}`,
});
const group = new Added((place) =>
  place.school.librarian.post<Identified>(`${api}/served-groups`, body(place)),
);
const groupOf = async (place: Place): Promise<string> => (await group.at(place)).id;
const service = async (place: Place) => ({
  groupId: await groupOf(place),
  givenOn: '2025-09-01',
  kind: 'reading',
  people: 1,
});
const line = new Added(async (place) =>
  place.school.librarian.post<Identified>(`${api}/group-services`, await service(place)),
);
const lineOf = async (place: Place): Promise<string> => (await line.at(place)).id;

export const feature: FeatureDoors = {
  adds: [group, line],
  watched: ({ school }) => [
    `/served-groups?all=true&schoolId=${school.id}`,
    `/group-services?schoolId=${school.id}`,
  ],
  doors: [
    write('served-groups.create', '/served-groups', 'school', 201, body),
    list('served-groups.list', '/served-groups', 'school', ofSchool),
    byPath('served-groups.read', 'GET', '/served-groups/{id}', 200, groupOf),
    change('served-groups.change', '/served-groups/{id}', groupOf, () => ({ needs: `需求${another()}` })),
    byPath('served-groups.members', 'GET', '/served-groups/{id}/members', 200, groupOf),
    {
      ...byPath('served-groups.change-members', 'POST', '/served-groups/{id}/members', 200, groupOf),
      ask: async (place) => ({
        path: at('/served-groups/{id}/members', await groupOf(place)),
        body: { add: [place.reader.id] },
      }),
    },
    write('group-services.create', '/group-services', 'id', 201, service),
    list('group-services.list', '/group-services', 'school', ofSchool),
    {
      ...byPath('group-services.strike', 'POST', '/group-services/{id}/striking', 200, lineOf),
      ask: async (place) => ({
        path: at('/group-services/{id}/striking', await lineOf(place)),
        body: { struck: false },
      }),
    },
  ],
};
